package org.sistercityimpact.pdf;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontFace;
import net.sf.jasperreports.engine.fonts.FontFamily;
import net.sf.jasperreports.engine.fonts.FontInfo;
import net.sf.jasperreports.engine.fonts.FontSet;
import net.sf.jasperreports.engine.fonts.FontSetFamilyInfo;
import net.sf.jasperreports.engine.fonts.FontSetInfo;
import net.sf.jasperreports.engine.fonts.FontUtil;
import net.sf.jasperreports.repo.RepositoryUtil;

/**
 * The fonts of the JasperReports font extensions on the class path, this module's own among them:
 * what a template measures with is what the PDF embeds. Each file is read once; threads share it.
 */
public final class FontCatalog {
  /**
   * A typeface for a style, and what must be imitated because the typeface does not bring it. The
   * file is read when it is first asked for: most texts need one of a set of twenty.
   */
  static final class Choice {
    private final Supplier<Typeface> found;
    private final boolean bold;
    private final boolean italic;
    private volatile Typeface face;

    private Choice(Supplier<Typeface> found, boolean bold, boolean italic) {
      this.found = found;
      this.bold = bold;
      this.italic = italic;
    }

    Typeface face() {
      Typeface ready = face;
      if (ready == null) {
        ready = found.get();
        face = ready;
      }
      return ready;
    }

    boolean thicken() {
      return bold && !face().file.isBold();
    }

    boolean slant() {
      return italic && !face().file.isItalic();
    }

    int awtStyle() {
      int style = bold || face().file.isBold() ? Font.BOLD : Font.PLAIN;
      return style | (italic || face().file.isItalic() ? Font.ITALIC : Font.PLAIN);
    }
  }

  private record ChainKey(String name, boolean bold, boolean italic, Locale locale) {}

  private final JasperReportsContext context;
  private final FontUtil fonts;
  private final Map<String, Typeface> byFile = new ConcurrentHashMap<>();
  private final Map<String, Typeface> byAwtName = new ConcurrentHashMap<>();
  private final Map<ChainKey, List<List<Choice>>> chains = new ConcurrentHashMap<>();

  public FontCatalog(JasperReportsContext context) {
    this.context = context;
    this.fonts = FontUtil.getInstance(context);
  }

  /**
   * A font for drawing charts, the same that texts of the template use.
   *
   * @param name a family or font set of the extensions, for example "Inter" or "Inter SemiBold"
   * @param style {@link Font#PLAIN}, {@link Font#BOLD}, {@link Font#ITALIC} or their sum
   * @param size in points
   * @throws PdfExportException when no extension has the name
   */
  public Font font(String name, int style, float size) {
    Choice first = firstOf(chain(name, (style & Font.BOLD) != 0, (style & Font.ITALIC) != 0, null));
    return first.face().awt.deriveFont(first.awtStyle(), size);
  }

  /**
   * The characters of a text that no typeface of a font shows, each once; empty when all can be
   * printed. A program that prints names from outside asks before it fills.
   *
   * @param name a family or font set of the extensions
   * @throws PdfExportException when no extension has the name
   */
  public String missing(String name, String text) {
    List<List<Choice>> chain = chain(name, false, false, null);
    StringBuilder missing = new StringBuilder();
    text.codePoints()
        .distinct()
        .filter(c -> chain.stream().noneMatch(l -> l.stream().anyMatch(f -> f.face().shows(c))))
        .forEach(missing::appendCodePoint);
    return missing.toString();
  }

  static Choice firstOf(List<List<Choice>> chain) {
    return chain.get(0).get(0);
  }

  /** The chain of a font that a drawing uses: its own typeface, then those of a set it leads. */
  public List<List<Choice>> drawingChain(Font font) {
    Typeface face = byAwtName.get(font.getPSName());
    if (face == null) {
      for (FontFamily family : context.getExtensions(FontFamily.class)) {
        faces(family).forEach(this::typeface);
      }
      face = byAwtName.get(font.getPSName());
    }
    if (face == null) {
      throw new PdfExportException(
          "its drawing uses the font '%s', which is in no font extension (take fonts from PdfExporter.fonts())"
              .formatted(font.getFontName()));
    }
    Typeface found = face;
    Choice own = new Choice(() -> found, font.isBold(), font.isItalic());
    return List.of(List.of(own), fallbacks(own));
  }

  private List<Choice> fallbacks(Choice own) {
    for (FontSet set : context.getExtensions(FontSet.class)) {
      List<List<Choice>> chain = chain(set.getName(), false, false, null);
      boolean leads =
          chain(set.getName(), own.awtStyle() % 2 == 1, own.awtStyle() > 1, null).stream()
              .anyMatch(list -> list.get(0).face() == own.face());
      if (leads) {
        return chain.get(chain.size() - 1);
      }
    }
    return List.of(own);
  }

  /**
   * The lists of typefaces that JasperReports tries in turn for a font name: in each list the first
   * that shows the longest stretch of text wins.
   */
  List<List<Choice>> chain(String name, boolean bold, boolean italic, Locale locale) {
    ChainKey key = new ChainKey(name, bold, italic, locale);
    List<List<Choice>> chain = chains.get(key);
    if (chain == null) {
      chain = findChain(key);
      chains.put(key, chain);
    }
    return chain;
  }

  private List<List<Choice>> findChain(ChainKey key) {
    FontInfo single = fonts.getFontInfo(key.name, key.locale);
    if (single != null) {
      FontFace face = single.getFontFace() != null ? single.getFontFace() : faceOf(single, key);
      return List.of(List.of(choice(face, key)));
    }
    FontSetInfo set = fonts.getFontSetInfo(key.name, key.locale, false);
    if (set == null) {
      throw new PdfExportException(
          "Cannot find the font '%s' (the font extensions have %s)"
              .formatted(key.name, fonts.getFontNames()));
    }
    List<List<Choice>> lists = new ArrayList<>();
    for (int style : stylesToTry(key)) {
      List<Choice> list = new ArrayList<>();
      for (FontSetFamilyInfo member : set.getFamilies()) {
        FontFace face = face(member.getFontFamily(), style);
        if (isThere(face)) {
          list.add(choice(face, key));
        }
      }
      if (!list.isEmpty()) {
        lists.add(List.copyOf(list));
      }
    }
    return List.copyOf(lists);
  }

  private static List<Integer> stylesToTry(ChainKey key) {
    List<Integer> styles = new ArrayList<>();
    if (key.bold && key.italic) {
      styles.add(Font.BOLD | Font.ITALIC);
    }
    if (key.bold) {
      styles.add(Font.BOLD);
    }
    if (key.italic) {
      styles.add(Font.ITALIC);
    }
    styles.add(Font.PLAIN);
    return styles;
  }

  private static FontFace faceOf(FontInfo single, ChainKey key) {
    for (int style : stylesToTry(key)) {
      FontFace face = face(single.getFontFamily(), style);
      if (isThere(face)) {
        return face;
      }
    }
    throw new PdfExportException("Cannot find a face of the font family '" + key.name + "'");
  }

  private static FontFace face(FontFamily family, int style) {
    return switch (style) {
      case Font.BOLD | Font.ITALIC -> family.getBoldItalicFace();
      case Font.BOLD -> family.getBoldFace();
      case Font.ITALIC -> family.getItalicFace();
      default -> family.getNormalFace();
    };
  }

  private static boolean isThere(FontFace face) {
    return face != null && face.getFont() != null;
  }

  private static List<FontFace> faces(FontFamily family) {
    List<FontFace> faces = new ArrayList<>();
    for (int style = 0; style < 4; style++) {
      FontFace face = face(family, style);
      if (isThere(face)) {
        faces.add(face);
      }
    }
    return faces;
  }

  private Choice choice(FontFace face, ChainKey key) {
    return new Choice(() -> typeface(face), key.bold, key.italic);
  }

  private Typeface typeface(FontFace face) {
    Typeface typeface =
        byFile.computeIfAbsent(
            String.valueOf(face.getTtf()),
            location -> {
              try {
                byte[] bytes = RepositoryUtil.getInstance(context).getBytesFromLocation(location);
                return new Typeface(new TrueTypeFile(bytes), face.getFont());
              } catch (JRException | IllegalArgumentException e) {
                throw new PdfExportException(
                    "Cannot embed the font file '%s': %s".formatted(location, e.getMessage()), e);
              }
            });
    byAwtName.putIfAbsent(typeface.awt.getPSName(), typeface);
    return typeface;
  }
}
