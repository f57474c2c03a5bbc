package org.sistercityimpact.reports.page;

import java.awt.font.TextAttribute;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.JRCommonText;
import net.sf.jasperreports.engine.JRElement;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fill.JRMeasuredText;
import net.sf.jasperreports.engine.fill.JRTextMeasurer;
import net.sf.jasperreports.engine.fill.TextMeasurer;
import net.sf.jasperreports.engine.util.AbstractTextMeasurerFactory;
import net.sf.jasperreports.engine.util.SimpleMeasuredText;

/**
 * Measures a text once for each element of a template: the labels of a brief are those of every
 * other, and measuring is a fifth of what filling costs. JasperReports makes it by its name.
 */
public final class MeasureOnce extends AbstractTextMeasurerFactory {
  /** Beyond these texts are measured each time, so that memory stays small. */
  private static final int ROOM = 10_000;

  private record Key(
      UUID element,
      String text,
      Object size,
      Object sizeOfRun,
      int from,
      int stretch,
      boolean indent,
      boolean overflow) {}

  private final Map<Key, JRMeasuredText> measured = new ConcurrentHashMap<>();

  @Override
  public JRTextMeasurer createMeasurer(JasperReportsContext context, JRCommonText text) {
    return (styled, from, stretch, indent, overflow) -> {
      // An element has one style, so that a text of one run differs by its size only, when scaled.
      boolean plain = styled.getRuns().size() == 1;
      Key key =
          plain && text instanceof JRElement element
              ? new Key(
                  element.getUUID(),
                  styled.getText(),
                  styled.getGlobalAttributes().get(TextAttribute.SIZE),
                  styled.getRuns().get(0).attributes.get(TextAttribute.SIZE),
                  from,
                  stretch,
                  indent,
                  overflow)
              : null;
      JRMeasuredText known = key == null ? null : measured.get(key);
      if (known != null) {
        return known;
      }
      JRMeasuredText now =
          new TextMeasurer(context, text).measure(styled, from, stretch, indent, overflow);
      if (key != null && measured.size() < ROOM) {
        measured.put(key, copy(now));
      }
      return now;
    };
  }

  private static JRMeasuredText copy(JRMeasuredText from) {
    SimpleMeasuredText to = new SimpleMeasuredText();
    to.setLeadingOffset(from.getLeadingOffset());
    to.setLineSpacingFactor(from.getLineSpacingFactor());
    to.setTextWidth(from.getTextWidth());
    to.setAverageCharWidth(from.getAverageCharWidth());
    to.setTextHeight(from.getTextHeight());
    to.setTextOffset(from.getTextOffset());
    to.setLeftToRight(from.isLeftToRight());
    to.setParagraphCut(from.isParagraphCut());
    to.setTextSuffix(from.getTextSuffix());
    to.setLineBreakOffsets(from.getLineBreakOffsets());
    return to;
  }
}
