package org.sistercityimpact.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import net.sf.jasperreports.engine.JRCommonText;
import net.sf.jasperreports.engine.JRParagraph;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JRStyledTextAttributeSelector;
import net.sf.jasperreports.engine.TabStop;
import net.sf.jasperreports.engine.export.AbstractTextRenderer;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.util.JRStyledTextUtil;
import net.sf.jasperreports.engine.util.ParagraphUtil;

/**
 * The lines of one printed text, placed as JasperReports measured them. Follows the arithmetic of
 * {@link AbstractTextRenderer}, without its AWT text layouts, which would cost ten times the rest
 * of the export.
 */
public final class TextFlow {
  /**
   * A run of glyphs at its place; coordinates from the box's top left corner, y downwards.
   *
   * @param spaceAfter whether a line feed of the text follows, which a reader must hear as a space
   */
  public record Placed(
      GlyphRun glyphs, double x, double baseline, boolean spaceAfter, boolean breaksWord) {}

  /** Scripts whose lines may break between any two letters. */
  private static final Set<Character.UnicodeScript> UNSPACED =
      EnumSet.of(
          Character.UnicodeScript.HAN,
          Character.UnicodeScript.HIRAGANA,
          Character.UnicodeScript.KATAKANA,
          Character.UnicodeScript.HANGUL,
          Character.UnicodeScript.THAI);

  private final JRPrintText text;
  private final String content;
  private final List<StyledRun> runs;
  private final Box box;
  private final JRParagraph paragraph;
  private final List<Placed> placed = new ArrayList<>();
  private double pen;

  private TextFlow(JRPrintText text, String content, List<StyledRun> runs) {
    this.text = text;
    this.content = content;
    this.runs = runs;
    this.box = Box.of(text);
    this.paragraph = text.getParagraph();
  }

  /** Lays out what is printed of a text: the whole of it, or what fitted its box. */
  public static List<Placed> of(JRPrintText text, FontCatalog fonts, TextReader reader) {
    String content;
    List<StyledRun> runs;
    if (JRCommonText.MARKUP_NONE.equals(text.getMarkup())) {
      content = reader.util().getTruncatedText(text);
      if (content == null || content.isEmpty()) {
        return List.of();
      }
      runs = StyledRun.ofPlain(text, content, fonts);
    } else {
      var styled = reader.util().getStyledText(text, reader.selector());
      if (styled == null || styled.length() == 0) {
        return List.of();
      }
      content = styled.getText();
      runs = StyledRun.ofStyled(text, styled, fonts);
    }
    TextFlow flow = new TextFlow(text, content, runs);
    flow.layOut();
    return flow.placed;
  }

  /** The two Jasper services that turn a print text into styled text; one pair per exporter. */
  public record TextReader(JRStyledTextUtil util, JRStyledTextAttributeSelector selector) {}

  private void layOut() {
    pen = box.verticalOffset(text);
    boolean lastWasNewline = false;
    int at = 0;
    StringTokenizer tokens = new StringTokenizer(content, "\n", true);
    while (tokens.hasMoreTokens()) {
      String token = tokens.nextToken();
      boolean last = !tokens.hasMoreTokens();
      if (token.equals("\n")) {
        if (lastWasNewline) {
          emptyLine(at - 1);
        }
        if (at == 0 || last) {
          emptyLine(at);
        }
        lastWasNewline = true;
      } else {
        paragraph(at, at + token.length(), last);
        lastWasNewline = false;
      }
      at += token.length();
    }
  }

  private void emptyLine(int at) {
    Typeface.Metrics m = runAt(at).metrics();
    pen += lineHeight(at == 0, m.leading(), m.ascent()) + m.descent();
  }

  private float lineHeight(boolean firstOfText, float leading, float ascent) {
    float height = AbstractTextRenderer.getLineHeight(firstOfText, paragraph, leading, ascent, 1);
    return firstOfText ? height + paragraph.getSpacingBefore() : height;
  }

  private StyledRun runAt(int index) {
    for (StyledRun run : runs) {
      if (index < run.end()) {
        return run;
      }
    }
    return runs.get(runs.size() - 1);
  }

  private void paragraph(int start, int end, boolean lastParagraph) {
    LineShaper shaper = LineShaper.of(content, runs, start, end);
    List<Integer> breaks = LineBreaks.of(text, content, runs, start, end, box);
    int from = start;
    for (int to : breaks) {
      line(from, to, start, to == end, lastParagraph, shaper);
      from = to;
    }
  }

  /** A stretch of a line up to a tab, and where it stands. */
  private record Segment(List<GlyphRun> glyphs, double left, double right) {}

  private void line(
      int from,
      int to,
      int paragraphStart,
      boolean lastOfParagraph,
      boolean lastParagraph,
      LineShaper shaper) {
    float ascent = 0;
    float descent = 0;
    float leading = 0;
    for (StyledRun run : runs) {
      if (run.end() > from && run.start() < to) {
        Typeface.Metrics m = run.metrics();
        ascent = Math.max(ascent, m.ascent());
        descent = Math.max(descent, m.descent());
        leading = Math.max(leading, m.leading());
      }
    }
    int indent = from == paragraphStart ? paragraph.getFirstLineIndent() : 0;
    float startX = indent + box.left();
    float endX = Math.max(startX, box.width() - paragraph.getRightIndent() - box.right());
    List<Segment> segments = segments(from, to, shaper, startX, endX);
    pen += lineHeight(from == 0, leading, ascent);
    HorizontalTextAlignEnum align = text.getHorizontalTextAlign();
    double lastRight = segments.get(segments.size() - 1).right;
    boolean justify = align == HorizontalTextAlignEnum.JUSTIFIED && !lastOfParagraph;
    for (Segment segment : segments) {
      double x =
          switch (align) {
            case RIGHT -> endX - lastRight + segment.left;
            case CENTER -> (endX - lastRight) / 2 + segment.left;
            default ->
                shaper.isRightToLeft() && align == HorizontalTextAlignEnum.JUSTIFIED
                    ? endX - lastRight + segment.left
                    : paragraph.getLeftIndent() + segment.left;
          };
      double spare = justify ? endX - paragraph.getLeftIndent() - segment.right : 0;
      boolean last = segment == segments.get(segments.size() - 1);
      place(
          segment,
          x,
          spare,
          !last || lastOfParagraph && !lastParagraph || shaper.cutsSpace(to),
          last && !lastOfParagraph && splitsWord(to));
    }
    pen += descent;
  }

  private boolean splitsWord(int at) {
    return isOfSpacedWords(content.codePointBefore(at)) && isOfSpacedWords(content.codePointAt(at));
  }

  private static boolean isOfSpacedWords(int c) {
    return Character.isLetterOrDigit(c) && !UNSPACED.contains(Character.UnicodeScript.of(c));
  }

  private List<Segment> segments(int from, int to, LineShaper shaper, float startX, float endX) {
    List<Segment> segments = new ArrayList<>(1);
    double rightX = startX;
    boolean afterTab = from > 0 && content.charAt(from - 1) == '\t';
    TabStop stop =
        afterTab
            ? ParagraphUtil.getFirstTabStop(paragraph, endX, paragraph.getTabStopWidth())
            : null;
    for (int at = from; at < to || segments.isEmpty(); ) {
      int tab = content.indexOf('\t', at);
      int limit = tab < 0 || tab >= to ? to : tab + 1;
      List<GlyphRun> glyphs = shaper.glyphs(at, limit, limit == to);
      boolean spacesCount = content.charAt(limit - 1) == '\t';
      double advance = LineShaper.visibleWidth(glyphs, !spacesCount);
      double left = ParagraphUtil.getLeftX(stop, (float) advance);
      if (rightX > left) {
        left = rightX;
        rightX += advance;
      } else {
        rightX = ParagraphUtil.getRightX(stop, (float) advance);
      }
      segments.add(new Segment(glyphs, left, rightX));
      at = limit;
      if (at < to) {
        stop =
            ParagraphUtil.getNextTabStop(
                paragraph, endX, (float) rightX, paragraph.getTabStopWidth());
      }
    }
    return segments;
  }

  private void place(
      Segment segment, double x, double spare, boolean spaceAfter, boolean breaksWord) {
    List<GlyphRun> glyphs = segment.glyphs;
    if (spare > 0.01) {
      glyphs = Justifier.spread(glyphs, spare);
    }
    List<Placed> line = new ArrayList<>(glyphs.size());
    double at = x;
    for (GlyphRun run : glyphs) {
      if (run.glyphs().length > 0) {
        line.add(new Placed(run, at, pen, false, false));
      }
      at += run.width();
    }
    if (!line.isEmpty()) {
      line.sort(Comparator.comparingInt(each -> each.glyphs.run().start()));
      Placed last = line.remove(line.size() - 1);
      line.add(new Placed(last.glyphs, last.x, last.baseline, spaceAfter, breaksWord));
      placed.addAll(line);
    }
  }
}
