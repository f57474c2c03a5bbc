package org.sistercityimpact.reports.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JRTemplate;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.util.JRLoader;
import net.sf.jasperreports.engine.util.JRTextMeasurerUtil;
import org.sistercityimpact.reports.text.Words;

/** The compiled templates and their styles, each loaded once and filled by many threads. */
public final class Templates {
  /**
   * Where a section begins: on a {@code page} of its own, {@code anywhere} a row has room, or where
   * there is {@code room} for all of it, else on a page of its own.
   */
  private static final String START = "section.start";

  private static final String TITLE = "section.title";

  private final Words words;
  private final SimpleJasperReportsContext context;
  private final List<JRTemplate> styles;
  private final Map<String, JasperReport> loaded = new ConcurrentHashMap<>();

  public Templates(Words words) {
    this.words = words;
    context = new SimpleJasperReportsContext(DefaultJasperReportsContext.getInstance());
    // Lets the figures of an element travel from the template into the print.
    context.setProperty("net.sf.jasperreports.print.transfer.figure", "figure.");
    context.setProperty(
        JRTextMeasurerUtil.PROPERTY_TEXT_MEASURER_FACTORY, MeasureOnce.class.getName());
    styles = List.of((JRTemplate) load("styles"));
  }

  public Words words() {
    return words;
  }

  SimpleJasperReportsContext context() {
    return context;
  }

  public JasperPrint fill(Section section) {
    Map<String, Object> parameters = new HashMap<>(section.parameters());
    parameters.put(JRParameter.REPORT_TEMPLATES, styles);
    parameters.put(JRParameter.REPORT_LOCALE, words.locale());
    parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, words.bundle());
    parameters.put("words", words);
    parameters.put(JRParameter.REPORT_TIME_ZONE, TimeZone.getTimeZone("UTC"));
    try {
      return JasperFillManager.getInstance(context)
          .fill(report(section.template()), parameters, new RowSource(section.rows().iterator()));
    } catch (JRException e) {
      throw new IllegalStateException("Cannot fill template '" + section.template() + "'", e);
    }
  }

  public Pages.Filled filled(Section section) {
    return new Pages.Filled(section, fill(section));
  }

  boolean startsPage(String template) {
    return "page".equals(report(template).getPropertiesMap().getProperty(START));
  }

  boolean seeksRoom(String template) {
    return "room".equals(report(template).getPropertiesMap().getProperty(START));
  }

  /** Whether a section is broken wherever the page before has room, though it would fit on one. */
  boolean flows(String template) {
    return "anywhere".equals(report(template).getPropertiesMap().getProperty(START));
  }

  /** The key of the title in the table of contents, or null where a section has none. */
  public String title(String template) {
    return report(template).getPropertiesMap().getProperty(TITLE);
  }

  private JasperReport report(String template) {
    return loaded.computeIfAbsent(template, name -> (JasperReport) load(name));
  }

  private static Object load(String template) {
    String name = "templates/" + template + ".jasper";
    try (InputStream in = Templates.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its resource '" + name + "'");
      }
      return JRLoader.loadObject(in);
    } catch (JRException | IOException e) {
      throw new IllegalStateException("Cannot load template '" + template + "'", e);
    }
  }
}
