package org.sistercityimpact.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JRStyledTextAttributeSelector;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.export.AbstractTextRenderer;
import net.sf.jasperreports.engine.util.JRStyledText;
import net.sf.jasperreports.engine.util.JRStyledTextUtil;
import org.junit.jupiter.api.Test;

/** Every line stands where JasperReports' own renderer, over AWT, would draw it. */
class LayoutTest {
  private static final JasperReportsContext CONTEXT = DefaultJasperReportsContext.getInstance();
  private static final TextFlow.TextReader READER =
      new TextFlow.TextReader(
          JRStyledTextUtil.getInstance(CONTEXT),
          JRStyledTextAttributeSelector.getAllSelector(CONTEXT));

  /** Notes where each segment would be drawn, instead of drawing it. */
  private static final class Recorder extends AbstractTextRenderer {
    private final List<Place> places = new ArrayList<>();

    Recorder() {
      super(CONTEXT, false, false, true, false);
    }

    @Override
    public void draw() {
      String drawn = segments.get(segmentIndex).text.replaceAll("[\\s\\u00a0]+$", "");
      if (!drawn.isBlank()) {
        places.add(new Place(drawn, drawPosX, topPadding + verticalAlignOffset + drawPosY));
      }
    }
  }

  /** A segment's text and the left end of its baseline. */
  private record Place(String text, double x, double y) {
    /** Whether it is the same within a fiftieth of a point: AWT adds up in single precision. */
    boolean isAt(Place other) {
      return text.equals(other.text)
          && Math.abs(x - other.x) < 0.02
          && Math.abs(y - other.y) < 0.02;
    }
  }

  private static boolean same(List<Place> one, List<Place> other) {
    boolean same = one.size() == other.size();
    for (int i = 0; same && i < one.size(); i++) {
      same = one.get(i).isAt(other.get(i));
    }
    return same;
  }

  private static List<Place> jasper(JRPrintText text) {
    JRStyledText styled = READER.util().getProcessedStyledText(text, READER.selector(), null);
    Recorder recorder = new Recorder();
    recorder.initialize(text, styled, 0, 0);
    recorder.render();
    return recorder.places;
  }

  /** Our runs joined to segments: what stands on one baseline without a tab between. */
  private static List<Place> ours(JRPrintText text) {
    List<Place> places = new ArrayList<>();
    TextFlow.Placed first = null;
    StringBuilder joined = new StringBuilder();
    double left = 0;
    for (TextFlow.Placed each : TextFlow.of(text, Prints.EXPORTER.fonts(), READER)) {
      boolean goesOn =
          first != null && first.baseline() == each.baseline() && joined.indexOf("\t") < 0;
      if (!goesOn) {
        flush(places, joined, left, first);
        first = each;
        left = each.x();
      }
      left = Math.min(left, each.x());
      joined.append(each.glyphs().text());
    }
    flush(places, joined, left, first);
    return places;
  }

  private static void flush(
      List<Place> places, StringBuilder joined, double left, TextFlow.Placed first) {
    String text = joined.toString().replaceAll("[\\s\\u00a0]+$", "");
    if (!text.isBlank()) {
      places.add(new Place(text, left, first.baseline()));
    }
    joined.setLength(0);
  }

  @Test
  void placesEveryLineWhereJasperReportsDrawsIt() throws Exception {
    Random random = new Random(42);
    String[] words = {
      "Zürich",
      "exchange",
      "of",
      "Łódź",
      "partnerships",
      "$1,200",
      "–",
      "(2025)",
      "東京都",
      "서울",
      "القاهرة",
      "ab",
      "interoperability-driven",
      "नई",
      "e\u0301",
      "10\u00a0000",
      "\n",
      "\n\n"
    };
    String[] aligns = {"Left", "Right", "Center", "Justified"};
    String[] vertical = {"Top", "Middle", "Bottom"};
    String[] spacings = {
      "Single",
      "1_1_2",
      "Double",
      "Proportional\" lineSpacingSize=\"1.3",
      "Fixed\" lineSpacingSize=\"18"
    };
    List<String> different = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      StringBuilder content = new StringBuilder();
      int kinds = i % 2 == 0 ? 8 : words.length;
      for (int w = random.nextInt(30); w >= 0; w--) {
        content.append(words[random.nextInt(kinds)]).append(w == 0 ? "" : " ");
        content.append(i % 8 == 0 && w % 5 == 1 ? "\t" : "");
      }
      boolean styled = i % 5 == 0;
      // A text that starts with line feeds measures and draws differently in JasperReports itself.
      String text = content.toString().stripLeading();
      if (styled) {
        text = text.replace("exchange", "<style isBold=\"true\" size=\"13\">exchange</style>");
      }
      String element =
          """
          <element kind="staticText" x="0" y="0" width="%d" height="300" fontSize="%s" bold="%b" italic="%b" hTextAlign="%s" vTextAlign="%s" %s>
          <paragraph lineSpacing="%s" leftIndent="%d" rightIndent="%d" firstLineIndent="%d" spacingBefore="%d"/><box leftPadding="%d" topPadding="%d" rightPadding="2"/><text><![CDATA[%s]]></text></element>
          """
              .formatted(
                  120 + random.nextInt(380),
                  new String[] {"9", "10", "11.5", "14"}[random.nextInt(4)],
                  random.nextInt(4) == 0,
                  random.nextInt(6) == 0,
                  aligns[random.nextInt(text.contains("\t") ? 3 : 4)],
                  vertical[random.nextInt(3)],
                  styled ? "markup=\"styled\"" : "",
                  spacings[random.nextInt(spacings.length)],
                  random.nextInt(3) * 5,
                  random.nextInt(2) * 7,
                  random.nextInt(2) * 12,
                  random.nextInt(2) * 4,
                  random.nextInt(5),
                  random.nextInt(5),
                  text);
      JasperPrint print = Prints.of(element);
      for (JRPrintElement each : print.getPages().get(0).getElements()) {
        List<Place> expected;
        try {
          expected = jasper((JRPrintText) each);
        } catch (ArrayIndexOutOfBoundsException e) {
          continue; // the JDK itself cannot justify some lines of several fonts
        }
        List<Place> found = ours((JRPrintText) each);
        if (!same(expected, found)) {
          different.add(i + " " + element + "\n  Jasper " + expected + "\n  ours   " + found);
        }
      }
    }
    assertEquals(
        "", String.join("\n", different), () -> different.size() + " of 400 texts stand elsewhere");
  }
}
