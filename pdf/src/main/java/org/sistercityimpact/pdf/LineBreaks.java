package org.sistercityimpact.pdf;

import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.JRPrintText;

/**
 * Where the lines of a paragraph end. The print says so when it was filled with this module's
 * defaults; a print from elsewhere is measured once more.
 */
final class LineBreaks {
  private LineBreaks() {}

  /** Line ends within [start, end], ascending, the last being the paragraph's end. */
  static List<Integer> of(
      JRPrintText text, String content, List<StyledRun> runs, int start, int end, Box box) {
    short[] saved = text.getLineBreakOffsets();
    return saved == null
        ? measured(text, content, runs, start, end, box)
        : saved(saved, start, end);
  }

  private static List<Integer> saved(short[] offsets, int start, int end) {
    List<Integer> breaks = new ArrayList<>(offsets.length + 1);
    int at = 0;
    for (short offset : offsets) {
      at += offset;
      if (at > start && at < end) {
        breaks.add(at);
      }
    }
    breaks.add(end);
    return breaks;
  }

  private static List<Integer> measured(
      JRPrintText text, String content, List<StyledRun> runs, int start, int end, Box box) {
    AttributedString attributed = new AttributedString(content.substring(start, end));
    for (StyledRun run : runs) {
      if (run.end() > start && run.start() < end) {
        StyledRun part = run.part(start, end);
        attributed.addAttribute(
            TextAttribute.FONT, run.awtFont(), part.start() - start, part.end() - start);
      }
    }
    float width =
        box.width()
            - box.left()
            - box.right()
            - text.getParagraph().getLeftIndent()
            - text.getParagraph().getRightIndent();
    LineBreakMeasurer measurer = new LineBreakMeasurer(attributed.getIterator(), Typeface.MEASURE);
    List<Integer> breaks = new ArrayList<>();
    while (measurer.getPosition() < end - start) {
      int indent = measurer.getPosition() == 0 ? text.getParagraph().getFirstLineIndent() : 0;
      measurer.setPosition(measurer.nextOffset(Math.max(1, width - indent)));
      breaks.add(start + measurer.getPosition());
    }
    return breaks;
  }
}
