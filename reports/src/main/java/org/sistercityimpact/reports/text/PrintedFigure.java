package org.sistercityimpact.reports.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JasperPrint;
import org.sistercityimpact.reports.data.MetricStatus;

/**
 * A figure and where it stands: one entry of {@code figures.json}.
 *
 * @param pdf file, relative to the output folder
 * @param page from 1
 * @param text exactly as printed
 * @param value all that is known of it, in the metric's unit; null unless the status is value
 */
public record PrintedFigure(
    String pdf, int page, FigureId id, String text, BigDecimal value, MetricStatus status) {
  private static final String PROPERTY = "figure.ids";

  /** All figures of a filled document, in reading order. */
  public static List<PrintedFigure> of(JasperPrint print, String pdf, String document) {
    return of(print.getPages(), pdf, document);
  }

  public static List<PrintedFigure> of(List<JRPrintPage> pages, String pdf, String document) {
    List<PrintedFigure> found = new ArrayList<>();
    Map<FigureId, Integer> seen = new HashMap<>();
    for (int page = 0; page < pages.size(); page++) {
      List<Figure> figures = new ArrayList<>();
      collect(pages.get(page).getElements(), figures);
      for (Figure f : figures) {
        FigureId first =
            new FigureId(document, f.metric(), f.level(), f.key(), f.year(), f.bound(), 1);
        int occurrence = seen.merge(first, 1, Integer::sum);
        found.add(
            new PrintedFigure(
                pdf,
                page + 1,
                new FigureId(
                    document, f.metric(), f.level(), f.key(), f.year(), f.bound(), occurrence),
                f.text(),
                f.value(),
                f.status()));
      }
    }
    return found;
  }

  private static void collect(List<JRPrintElement> elements, List<Figure> figures) {
    for (JRPrintElement element : elements) {
      if (element.hasProperties()) {
        String ids = element.getPropertiesMap().getProperty(PROPERTY);
        if (ids != null) {
          figures.addAll(Figure.split(ids));
        }
      }
      if (element instanceof JRPrintFrame frame) {
        collect(frame.getElements(), figures);
      }
    }
  }
}
