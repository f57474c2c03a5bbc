package org.sistercityimpact.pdf.lint;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JROrigin;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintEllipse;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JRStyledTextAttributeSelector;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.PrintPageFormat;
import net.sf.jasperreports.engine.type.BandTypeEnum;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.engine.util.JRStyledTextUtil;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import org.sistercityimpact.pdf.Elements;
import org.sistercityimpact.pdf.FontCatalog;
import org.sistercityimpact.pdf.MissingGlyphException;
import org.sistercityimpact.pdf.PdfExportException;
import org.sistercityimpact.pdf.StyledRun;
import org.sistercityimpact.pdf.Tag;
import org.sistercityimpact.pdf.TextFlow;
import org.sistercityimpact.pdf.TextWriter;

/** Checks one page, its elements in the order in which they are painted. */
final class PageLint {
  private static final JasperReportsContext CONTEXT = DefaultJasperReportsContext.getInstance();
  private static final TextFlow.TextReader READER =
      new TextFlow.TextReader(
          JRStyledTextUtil.getInstance(CONTEXT),
          JRStyledTextAttributeSelector.getAllSelector(CONTEXT));

  /** What is read in lines. */
  private static final float SMALLEST = 9;

  /** What is looked up: cells of tables, labels of drawings, feet of pages. */
  static final float SMALLEST_LABEL = 8;

  private final JasperPrint print;
  private final int page;
  private final FontCatalog fonts;
  private final List<PrintLint.Finding> findings;
  private final PrintPageFormat format;
  private final Rectangle2D printable;
  private final PaintedPage painted;
  private int heading;
  private double lowest;

  PageLint(JasperPrint print, int page, FontCatalog fonts, List<PrintLint.Finding> findings) {
    this.print = print;
    this.page = page;
    this.fonts = fonts;
    this.findings = findings;
    this.format = print.getPageFormat(page);
    int left = orZero(format.getLeftMargin());
    int top = orZero(format.getTopMargin());
    this.printable =
        new Rectangle2D.Double(
            left,
            top,
            format.getPageWidth() - left - orZero(format.getRightMargin()),
            format.getPageHeight() - top - orZero(format.getBottomMargin()));
    this.painted = new PaintedPage(format.getPageWidth(), format.getPageHeight());
  }

  private static int orZero(Integer value) {
    return value == null ? 0 : value;
  }

  /** Takes the level of the last heading before this page, and gives that of the last on it. */
  int check(int headingBefore) {
    heading = headingBefore;
    for (JRPrintElement element : print.getPages().get(page).getElements()) {
      walk(element, 0, 0, null, false, SMALLEST);
    }
    painted.overlaps(
        (above, below) ->
            add(PrintLint.Kind.TEXT_OVERLAPS, above, "it is printed over " + Elements.name(below)));
    if (page < print.getPages().size() - 1
        && lowest < printable.getY() + printable.getHeight() / 2) {
      add(
          PrintLint.Kind.PAGE_HALF_EMPTY,
          "the page",
          "its content ends at %.0f of %s pt".formatted(lowest, format.getPageHeight()));
    }
    return heading;
  }

  private void add(PrintLint.Kind kind, JRPrintElement element, String message) {
    add(kind, Elements.name(element), message);
  }

  private void add(PrintLint.Kind kind, String element, String message) {
    findings.add(new PrintLint.Finding(kind, print.getName(), page + 1, element, message));
  }

  private void walk(
      JRPrintElement element, int dx, int dy, Rectangle2D frameArea, boolean hidden, float least) {
    int x = dx + element.getX();
    int y = dy + element.getY();
    Rectangle2D area = new Rectangle2D.Double(x, y, element.getWidth(), element.getHeight());
    Tag tag = Elements.tag(element);
    boolean artifact = hidden || tag == Tag.ARTIFACT;
    boolean label = tag == Tag.ROW || tag == Tag.HEADER_CELL || tag == Tag.CELL || artifact;
    float size = label || Elements.paginationArtifact(element) != null ? SMALLEST_LABEL : least;
    if (Elements.paginationArtifact(element) == null) {
      lowest = Math.max(lowest, area.getMaxY());
    }
    if (element.getMode() == ModeEnum.OPAQUE && !(element instanceof JRPrintEllipse)) {
      painted.fill(area, element.getBackcolor());
    }
    frame(element, area, frameArea);
    heading(element, tag);
    if (element instanceof JRPrintFrame frame) {
      boolean picture = tag != null && tag.kind == Tag.Kind.PICTURE;
      if (picture && !artifact) {
        alternative(frame);
      }
      int left = x + frame.getLineBox().getLeftPadding();
      int top = y + frame.getLineBox().getTopPadding();
      for (JRPrintElement each : frame.getElements()) {
        walk(each, left, top, area, artifact || picture, picture ? SMALLEST_LABEL : size);
      }
    } else if (element instanceof JRPrintText text) {
      text(text, x, y, size);
    } else if (element instanceof JRPrintImage image && image.getRenderer() != null) {
      if (!artifact && Elements.paginationArtifact(element) == null) {
        alternative(image);
      }
      if (image.getRenderer() instanceof Graphics2DRenderable drawing) {
        Color ground = painted.behind(area);
        DrawingLint.check(
                drawing, area, ground == null ? Color.WHITE : ground, artifact, fonts, CONTEXT)
            .forEach((message, kind) -> add(kind, element, message));
      }
      painted.picture(area);
    }
  }

  private void alternative(JRPrintElement element) {
    if (Elements.alternativeOrNull(element) == null) {
      add(
          PrintLint.Kind.ALTERNATIVE_MISSING,
          element,
          "it has neither pdf.alt nor a hyperlink tooltip");
    }
  }

  private void heading(JRPrintElement element, Tag tag) {
    int level = tag == null ? 0 : tag.headingLevel();
    if (level > heading + 1) {
      add(
          PrintLint.Kind.HEADING_SKIPPED,
          element,
          "an H%s follows %s".formatted(level, heading == 0 ? "no heading" : "an H" + heading));
    }
    heading = level > 0 ? level : heading;
  }

  private void frame(JRPrintElement element, Rectangle2D area, Rectangle2D frameArea) {
    boolean visible = element instanceof JRPrintText || element instanceof JRPrintImage;
    JROrigin origin = element.getOrigin();
    boolean background = origin != null && origin.getBandType() == BandTypeEnum.BACKGROUND;
    if (frameArea != null && !frameArea.contains(area)) {
      add(
          PrintLint.Kind.OUT_OF_FRAME,
          element,
          "it leaves the frame around it by %.0f pt".formatted(excess(area, frameArea)));
    } else if (visible && !background && !printable.contains(area) && !area.isEmpty()) {
      add(
          PrintLint.Kind.OUT_OF_FRAME,
          element,
          "it leaves the page's margins by %.0f pt".formatted(excess(area, printable)));
    }
  }

  private static double excess(Rectangle2D inner, Rectangle2D outer) {
    double x = Math.max(outer.getMinX() - inner.getMinX(), inner.getMaxX() - outer.getMaxX());
    double y = Math.max(outer.getMinY() - inner.getMinY(), inner.getMaxY() - outer.getMaxY());
    return Math.max(x, y);
  }

  private void text(JRPrintText text, int x, int y, float least) {
    String full = text.getFullText();
    if (full == null || full.isBlank()) {
      return;
    }
    Integer cut = text.getTextTruncateIndex();
    if (cut != null && cut == 0) {
      add(
          PrintLint.Kind.TEXT_VANISHED,
          text,
          "nothing of it is printed: one line is taller than its box of %s pt"
              .formatted(text.getHeight()));
      return;
    }
    if (cut != null && !full.substring(Math.min(cut, full.length())).isBlank()) {
      add(
          PrintLint.Kind.TEXT_CUT,
          text,
          "only %s of its %s characters are printed".formatted(cut, full.length()));
    }
    try {
      printed(text, x, y, TextFlow.of(text, fonts, READER), least);
    } catch (MissingGlyphException e) {
      add(PrintLint.Kind.GLYPH_MISSING, text, e.getMessage());
    } catch (PdfExportException e) {
      throw PdfExportException.at(text, page, e);
    }
  }

  private void printed(JRPrintText text, int x, int y, List<TextFlow.Placed> lines, float least) {
    TextWriter.Frame place = TextWriter.Frame.of(text, x, y, format.getPageHeight());
    StyledRun smallest = null;
    for (TextFlow.Placed each : lines) {
      StyledRun run = each.glyphs().run();
      if (each.glyphs().text().isBlank()) {
        continue;
      }
      if (smallest == null || run.style().printSize() < smallest.style().printSize()) {
        smallest = run;
      }
      double[] box = place.box(each, -run.style().size() * 0.73, run.style().size() * 0.73);
      Rectangle2D area =
          new Rectangle2D.Double(
              box[0], format.getPageHeight() - box[3], box[2] - box[0], box[3] - box[1]);
      painted.text(text, area);
      contrast(text, run, area);
      brokenWord(text, each);
    }
    if (smallest != null && smallest.style().printSize() < least - 0.01) {
      add(
          PrintLint.Kind.TEXT_SMALL,
          text,
          "it is set in %.1f pt, under %.0f pt".formatted(smallest.style().printSize(), least));
    }
  }

  private void contrast(JRPrintText text, StyledRun run, Rectangle2D area) {
    Color back = run.style().back() != null ? run.style().back() : painted.behind(area);
    if (back == null) {
      return; // a picture lies behind the text
    }
    double ratio = Contrast.ratio(run.style().fore(), back);
    if (ratio < 4.5) {
      String message =
          "#%06X on #%06X is %.1f:1, under 4.5:1"
              .formatted(run.style().fore().getRGB() & 0xFFFFFF, back.getRGB() & 0xFFFFFF, ratio);
      PrintLint.Finding finding =
          new PrintLint.Finding(
              PrintLint.Kind.CONTRAST_LOW, print.getName(), page + 1, Elements.name(text), message);
      if (!findings.contains(finding)) {
        findings.add(finding);
      }
    }
  }

  private void brokenWord(JRPrintText text, TextFlow.Placed line) {
    if (line.breaksWord()) {
      add(
          PrintLint.Kind.WORD_BROKEN,
          text,
          "its box of %s pt is too narrow for the word that ends in '%s'"
              .formatted(text.getWidth(), line.glyphs().text()));
    }
  }
}
