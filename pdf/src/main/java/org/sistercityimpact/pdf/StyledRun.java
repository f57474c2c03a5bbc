package org.sistercityimpact.pdf;

import java.awt.Color;
import java.awt.font.TextAttribute;
import java.text.AttributedCharacterIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.sf.jasperreports.engine.JRPrintHyperlink;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JRStyledTextAttributeSelector;
import net.sf.jasperreports.engine.util.JRStyledText;
import net.sf.jasperreports.engine.util.JRTextAttribute;

/**
 * A stretch of text in one typeface and one style: what remains of a styled text when every
 * character has found its font.
 */
public record StyledRun(int start, int end, FontCatalog.Choice choice, Style style) {

  /** How a stretch looks, its typeface aside; colours may be null (no background). */
  public record Style(
      float size,
      Color fore,
      Color back,
      boolean underline,
      boolean strike,
      int superscript,
      JRPrintHyperlink link) {

    /** What the glyphs are printed at; the JDK sets superscripts at two thirds. */
    public float printSize() {
      return superscript == 0 ? size : size * 2 / 3;
    }

    /** How far the glyphs stand above the baseline. */
    double rise() {
      return Integer.signum(superscript) * 0.375 * size;
    }
  }

  StyledRun part(int from, int to) {
    return new StyledRun(Math.max(start, from), Math.min(end, to), choice, style);
  }

  Typeface.Metrics metrics() {
    return choice.face().metrics(style.size, choice.awtStyle(), style.superscript);
  }

  java.awt.Font awtFont() {
    return choice.face().awt.deriveFont(choice.awtStyle(), style.printSize());
  }

  /** Reads the runs of a text without markup: one style, as many runs as it needs typefaces. */
  static List<StyledRun> ofPlain(JRPrintText text, String content, FontCatalog fonts) {
    Style style =
        new Style(
            text.getFontSize(),
            text.getForecolor(),
            null,
            text.isUnderline(),
            text.isStrikeThrough(),
            0,
            null);
    List<StyledRun> runs = new ArrayList<>(1);
    Locale locale = JRStyledTextAttributeSelector.getTextLocale(text);
    match(
        content,
        0,
        content.length(),
        fonts.chain(text.getFontName(), text.isBold(), text.isItalic(), locale),
        style,
        runs);
    return runs;
  }

  /** Reads the runs of a text with markup. */
  static List<StyledRun> ofStyled(JRPrintText text, JRStyledText styled, FontCatalog fonts) {
    List<StyledRun> runs = new ArrayList<>();
    Locale locale = JRStyledTextAttributeSelector.getTextLocale(text);
    AttributedCharacterIterator all = styled.getAttributedString().getIterator();
    for (int at = 0; at < styled.length(); at = all.getRunLimit()) {
      all.setIndex(at);
      var attributes = all.getAttributes();
      if (JRTextAttribute.HTML_LIST_ATTRIBUTES.stream().anyMatch(a -> attributes.get(a) != null)) {
        throw new PdfExportException(
            "it holds a list in markup (make each item a text of its own, tagged LI)");
      }
      boolean bold = !isDefault(attributes.get(TextAttribute.WEIGHT), TextAttribute.WEIGHT_REGULAR);
      boolean italic =
          !isDefault(attributes.get(TextAttribute.POSTURE), TextAttribute.POSTURE_REGULAR);
      Object superscript = attributes.get(TextAttribute.SUPERSCRIPT);
      Style style =
          new Style(
              ((Number) attributes.get(TextAttribute.SIZE)).floatValue(),
              (Color) attributes.get(TextAttribute.FOREGROUND),
              (Color) attributes.get(TextAttribute.BACKGROUND),
              attributes.get(TextAttribute.UNDERLINE) != null,
              attributes.get(TextAttribute.STRIKETHROUGH) != null,
              superscript == null ? 0 : ((Number) superscript).intValue(),
              (JRPrintHyperlink) attributes.get(JRTextAttribute.HYPERLINK));
      String family = (String) attributes.get(TextAttribute.FAMILY);
      match(
          styled.getText(),
          at,
          all.getRunLimit(),
          fonts.chain(family, bold, italic, locale),
          style,
          runs);
    }
    return runs;
  }

  private static boolean isDefault(Object value, Float regular) {
    return value == null || regular.equals(((Number) value).floatValue());
  }

  /**
   * Gives every character a typeface just as JasperReports does while measuring: list by list, the
   * first typeface that shows the longest stretch.
   */
  public static void match(
      String text,
      int start,
      int end,
      List<List<FontCatalog.Choice>> chain,
      Style style,
      List<StyledRun> runs) {
    int at = start;
    while (at < end) {
      FontCatalog.Choice choice = null;
      int limit = at;
      for (List<FontCatalog.Choice> list : chain) {
        // Those after one that shows all need not even be read.
        for (int i = 0; i < list.size() && limit < end; i++) {
          int reach = reach(list.get(i).face(), text, at, end);
          if (reach > limit) {
            choice = list.get(i);
            limit = reach;
          }
        }
        if (choice != null) {
          break;
        }
      }
      if (choice == null) {
        int codePoint = text.codePointAt(at);
        throw new MissingGlyphException(codePoint);
      }
      runs.add(new StyledRun(at, limit, choice, style));
      at = limit;
    }
  }

  /** Where the stretch ends that a typeface shows from {@code at} on. */
  private static int reach(Typeface face, String text, int at, int end) {
    int here = at;
    while (here < end) {
      int codePoint = text.codePointAt(here);
      if (!face.shows(codePoint)) {
        return here;
      }
      here += Character.charCount(codePoint);
    }
    return end;
  }
}
