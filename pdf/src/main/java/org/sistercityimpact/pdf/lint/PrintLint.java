package org.sistercityimpact.pdf.lint;

import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JasperPrint;
import org.sistercityimpact.pdf.FontCatalog;
import org.sistercityimpact.pdf.PdfExporter;

/**
 * Finds what a validator cannot see, in filled prints: text that was cut or vanished, pictures
 * without alternative text, colours too close to read, labels that stick out of their chart. A
 * program that makes reports runs it after every fill, and fails its build on a finding.
 */
public final class PrintLint {
  /** What can be wrong. */
  public enum Kind {
    /** The end of a text did not fit its box and was not printed. */
    TEXT_CUT,
    /** Nothing of a text was printed, because one line is taller than its box. */
    TEXT_VANISHED,
    /** A word was split in the middle, because its box is narrower than the word. */
    WORD_BROKEN,
    /** Two texts are printed over each other. */
    TEXT_OVERLAPS,
    /**
     * A text is under 9 pt; a cell of a table, a label of a drawing or a foot of a page under 8.
     */
    TEXT_SMALL,
    /** A text, in a drawing too, has less than 4.5:1 contrast with the fill behind it. */
    CONTRAST_LOW,
    /** An area of a drawing has less than 3:1 with what is behind it, and no outline. */
    AREA_FAINT,
    /** A line of a drawing that is more than a ruling has less than 3:1 with what is behind it. */
    LINE_FAINT,
    /** Two areas of a drawing side by side have less than 3:1, and no line between them. */
    NEIGHBORS_ALIKE,
    /** Areas or lines of a drawing have less than 3:1, and the same shape and pattern. */
    COLOR_ALONE,
    /** A character is in no font that its text may use. */
    GLYPH_MISSING,
    /** A picture says nothing to a reader who cannot see it. */
    ALTERNATIVE_MISSING,
    /** A heading is more than one level below the heading before it. */
    HEADING_SKIPPED,
    /** A text or picture leaves the page's margins or the frame around it. */
    OUT_OF_FRAME,
    /** A text in a drawing leaves the drawing. */
    LABEL_OUT_OF_DRAWING,
    /** Two texts of a drawing are over each other. */
    LABELS_COLLIDE,
    /** More than half of a page is empty, and it is not the print's last. */
    PAGE_HALF_EMPTY
  }

  /**
   * One thing that is wrong.
   *
   * @param print name of the print
   * @param page counted from 1
   * @param element kind, text, key and place, as in the exporter's own messages
   * @param message what is wrong, with the numbers that show it
   */
  public record Finding(Kind kind, String print, int page, String element, String message) {
    @Override
    public String toString() {
      return "%s in '%s' page %s, %s: %s".formatted(kind, print, page, element, message);
    }
  }

  private static final class Shared {
    static final FontCatalog FONTS = new FontCatalog(DefaultJasperReportsContext.getInstance());
  }

  private PrintLint() {}

  /** Checks prints with the fonts of the class path's extensions; gives findings in page order. */
  public static List<Finding> check(JasperPrint... prints) {
    return check(Shared.FONTS, prints);
  }

  /** Checks prints with the fonts of an exporter, which saves reading them a second time. */
  public static List<Finding> check(PdfExporter exporter, JasperPrint... prints) {
    return check(exporter.fonts(), prints);
  }

  private static List<Finding> check(FontCatalog fonts, JasperPrint... prints) {
    List<Finding> findings = new ArrayList<>();
    int heading = 0;
    for (JasperPrint print : prints) {
      for (int page = 0; page < print.getPages().size(); page++) {
        PageLint lint = new PageLint(print, page, fonts, findings);
        heading = lint.check(heading);
      }
    }
    return findings;
  }
}
