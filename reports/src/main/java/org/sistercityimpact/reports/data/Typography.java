package org.sistercityimpact.reports.data;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontFamily;
import net.sf.jasperreports.engine.fonts.FontSet;
import net.sf.jasperreports.engine.fonts.FontSetFamily;
import net.sf.jasperreports.engine.fonts.FontUtil;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.TemporaryFolder;

/**
 * Knows what the reports' fonts can show. A name from an inbox may hold anything; one strange
 * character must not cost a network its report.
 */
public final class Typography {
  private static final String SET = "Inter";

  /** A square: Unicode's own replacement character stands in none of the fonts. */
  private static final int REPLACEMENT = 0x25A1;

  private static final float SIZE = 10;
  private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

  private static List<String> families;

  private final Map<String, Font> fonts = new ConcurrentHashMap<>();
  private final Map<Integer, Boolean> known = new ConcurrentHashMap<>();

  /** Found when first asked, for the fonts are long to load and most texts need none of this. */
  private static synchronized List<String> families() {
    if (families == null) {
      requireFonts();
      families =
          DefaultJasperReportsContext.getInstance().getExtensions(FontSet.class).stream()
              .filter(set -> set.getName().equals(SET))
              .flatMap(set -> set.getFamilies().stream())
              .map(FontSetFamily::getFamilyName)
              .toList();
    }
    return families;
  }

  /**
   * Java copies a font into the temporary folder before it opens it, and JasperReports goes on
   * without one that it cannot open: names in that script would be missing from the reports. One
   * thread at a time, for JasperReports lets each that asks at once open all of them.
   */
  public static synchronized void requireFonts() {
    JasperReportsContext context = DefaultJasperReportsContext.getInstance();
    Set<String> opened =
        context.getExtensions(FontFamily.class).stream()
            .map(FontFamily::getName)
            .collect(Collectors.toSet());
    for (FontSet set : context.getExtensions(FontSet.class)) {
      for (FontSetFamily family : set.getFamilies()) {
        if (!opened.contains(family.getFamilyName())) {
          throw new ConfigurationException(
              "Cannot open font '%s': no copy of it could be made in the temporary folder (%s)"
                  .formatted(family.getFamilyName(), TemporaryFolder.advice()));
        }
      }
    }
  }

  /** The text with a sign for each character that no font shows, in one line. */
  public String legible(String text) {
    if (text == null || text.chars().allMatch(c -> c >= 32 && c < 127)) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                shown.append(' ');
              } else if (shows(c)) {
                shown.appendCodePoint(c);
              } else if (Character.getType(c) != Character.FORMAT) {
                shown.appendCodePoint(REPLACEMENT);
              }
            });
    return shown.toString().strip();
  }

  /** The same for a text of several lines. */
  String lines(String text) {
    return text.lines().map(this::legible).collect(Collectors.joining("\n"));
  }

  /** The text, or null where the fonts cannot show all of it: half a name is no name. */
  public String legibleOrNull(String text) {
    String shown = legible(text);
    return shown == null || shown.isEmpty() || shown.indexOf(REPLACEMENT) >= 0 ? null : shown;
  }

  /** The width of a line in points. */
  public double width(String text, double size, boolean strong) {
    double width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      String family =
          families().stream()
              .filter(f -> font(f).canDisplay(c))
              .findFirst()
              .orElse(families().get(0));
      Font font = font(strong && family.equals(families().get(0)) ? family + " SemiBold" : family);
      String one = Character.toString(c);
      width += font.getStringBounds(one, METRICS).getWidth() * size / SIZE;
      i += one.length();
    }
    return width;
  }

  /** The text, cut with an ellipsis where it is wider than it may be. */
  public String fit(String text, double width, double size, boolean strong) {
    if (width(text, size, strong) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 1 && width(text.substring(0, end).strip() + "…", size, strong) > width) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end).strip() + "…";
  }

  /** A strong text that may go on in a second line: cut only where one word alone is too wide. */
  public String broken(String text, double width, double size) {
    boolean breaks =
        Arrays.stream(text.split(" ")).allMatch(word -> width(word, size, true) <= width);
    return breaks ? text : fit(text, width, size, true);
  }

  /** The text in as many lines as it takes; cut where one word, or part of one, is too wide. */
  public String inLines(String text, double width, double size, boolean strong) {
    if (width(text, size, strong) <= width) {
      return text;
    }
    StringBuilder lines = new StringBuilder();
    String line = "";
    for (String word : text.split("(?<=[ –-])")) {
      if (width(word.strip(), size, strong) > width) {
        return fit(text, width, size, strong);
      }
      if (width((line + word).strip(), size, strong) > width) {
        lines.append(line.strip()).append('\n');
        line = "";
      }
      line += word;
    }
    return lines.append(line.strip()).toString();
  }

  private boolean shows(int character) {
    return known.computeIfAbsent(
        character, c -> families().stream().anyMatch(family -> font(family).canDisplay(c)));
  }

  /** Opened when first asked: most texts never leave the first family. */
  private Font font(String family) {
    return fonts.computeIfAbsent(
        family,
        f ->
            FontUtil.getInstance(DefaultJasperReportsContext.getInstance())
                .getAwtFontFromBundles(true, f, Font.PLAIN, SIZE, Locale.US, true));
  }
}
