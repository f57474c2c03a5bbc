package org.sistercityimpact.pdf;

import java.util.List;
import net.sf.jasperreports.engine.JRPrintHyperlink;
import net.sf.jasperreports.engine.JRPrintText;

/** Draws a printed text and says which of it belongs to which structure element. */
public final class TextWriter {
  /**
   * How a text's own coordinates lie on the page: where its top left corner is, and the direction
   * of its lines.
   */
  public record Frame(double x, double y, int cos, int sin) {
    public static Frame of(JRPrintText text, int x, int y, double pageHeight) {
      double w = text.getWidth();
      double h = text.getHeight();
      return switch (text.getRotation()) {
        case LEFT -> new Frame(x, pageHeight - (y + h), 0, 1);
        case RIGHT -> new Frame(x + w, pageHeight - y, 0, -1);
        case UPSIDE_DOWN -> new Frame(x + w, pageHeight - (y + h), -1, 0);
        default -> new Frame(x, pageHeight - y, 1, 0);
      };
    }

    double px(double along, double down) {
      return x + along * cos + down * sin;
    }

    double py(double along, double down) {
      return y + along * sin - down * cos;
    }

    /**
     * The bar along a run that starts a given way below the baseline: left, bottom, right, top on
     * the page.
     */
    public double[] box(TextFlow.Placed each, double below, double thickness) {
      double top = each.baseline() + below;
      double x1 = px(each.x(), top);
      double y1 = py(each.x(), top);
      double x2 = px(each.x() + each.glyphs().width(), top + thickness);
      double y2 = py(each.x() + each.glyphs().width(), top + thickness);
      return new double[] {Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)};
    }
  }

  private final Document document;
  private final Sheet sheet;

  TextWriter(Document document, Sheet sheet) {
    this.document = document;
    this.sheet = sheet;
  }

  /**
   * Writes a text.
   *
   * @param node it belongs to; null for an artifact
   * @param artifact the operator that marks it then
   */
  void write(JRPrintText text, int x, int y, StructNode node, String artifact) {
    List<TextFlow.Placed> placed = TextFlow.of(text, document.fonts, document.reader);
    boolean link = Links.isLink(text);
    if (placed.isEmpty()) {
      return;
    }
    Frame frame = Frame.of(text, x, y, sheet.height);
    backgrounds(placed, frame);
    int from = 0;
    while (from < placed.size()) {
      JRPrintHyperlink inline = placed.get(from).glyphs().run().style().link();
      int to = from + 1;
      while (to < placed.size() && placed.get(to).glyphs().run().style().link() == inline) {
        to++;
      }
      JRPrintHyperlink target =
          link ? text : inline != null && Links.isLink(inline) ? inline : null;
      List<TextFlow.Placed> part = placed.subList(from, to);
      if (node == null && target != null) {
        throw new PdfExportException(
            "a link cannot be in an artifact such as a page header (tag it P, or take the link away)");
      }
      if (node == null) {
        sheet.artifact(artifact);
      } else if (target != null) {
        StructNode linked = node.add(new StructNode(Tag.LINK, node.element(), false, sheet.index));
        sheet.real(linked);
        annotate(linked, target, part, frame);
      } else {
        sheet.real(node);
      }
      show(part, frame);
      from = to;
    }
  }

  private void show(List<TextFlow.Placed> placed, Frame frame) {
    Content out = sheet.content;
    out.op("BT");
    GlyphPen pen = new GlyphPen(out, document.book);
    for (TextFlow.Placed each : placed) {
      pen.show(
          each.glyphs(),
          frame.px(each.x(), each.baseline()),
          frame.py(each.x(), each.baseline()),
          frame.cos,
          frame.sin,
          1);
      if (each.spaceAfter()) {
        pen.space(each.glyphs().run());
      }
    }
    pen.finish();
    out.op("ET");
    for (TextFlow.Placed each : placed) {
      StyledRun.Style style = each.glyphs().run().style();
      if (style.underline()) {
        bar(each, frame, style.size() * 0.12, style.size() * 0.06, style.fore());
      }
      if (style.strike()) {
        bar(each, frame, -style.size() * 0.27, style.size() * 0.06, style.fore());
      }
    }
  }

  private void backgrounds(List<TextFlow.Placed> placed, Frame frame) {
    for (TextFlow.Placed each : placed) {
      StyledRun run = each.glyphs().run();
      if (run.style().back() != null) {
        sheet.artifact(Sheet.PLAIN_ARTIFACT);
        Typeface.Metrics m = run.metrics();
        bar(each, frame, -m.ascent(), m.ascent() + m.descent(), run.style().back());
      }
    }
  }

  /** A bar along a run, its top edge a given way below the baseline. */
  private void bar(
      TextFlow.Placed each, Frame frame, double below, double thickness, java.awt.Color color) {
    double[] box = frame.box(each, below, thickness);
    sheet.content.color(color, "rg").nums(box[0], box[1], box[2] - box[0], box[3] - box[1]);
    sheet.content.op("re").op("f");
  }

  private void annotate(
      StructNode node, JRPrintHyperlink target, List<TextFlow.Placed> placed, Frame frame) {
    double[] all = null;
    for (TextFlow.Placed each : placed) {
      Typeface.Metrics m = each.glyphs().run().metrics();
      double[] box = frame.box(each, -m.ascent(), m.ascent() + m.descent());
      if (all == null) {
        all = box;
      } else {
        all[0] = Math.min(all[0], box[0]);
        all[1] = Math.min(all[1], box[1]);
        all[2] = Math.max(all[2], box[2]);
        all[3] = Math.max(all[3], box[3]);
      }
    }
    document.link(sheet, node, target, all);
  }
}
