package org.sistercityimpact.pdf;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.engine.util.JRLoader;
import net.sf.jasperreports.engine.util.JRSaver;
import net.sf.jasperreports.renderers.AbstractRenderer;

/**
 * Times two-page briefs with tiles, two charts, a map and a table: run once with "compile FILE",
 * then in a fresh process with "FILE COUNT THREADS".
 */
public final class BriefBench {
  private BriefBench() {}

  /** A map's land: 6,000 points, the same for every brief. */
  static final class Land extends AbstractRenderer implements ReusableDrawing {
    private static final long serialVersionUID = 1L;

    @Override
    public String drawingName() {
      return "land";
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D g, Rectangle2D area) {
      Random random = new Random(1);
      g.setColor(new Color(0xDBE4EC));
      for (int island = 0; island < 120; island++) {
        Path2D path = new Path2D.Double();
        double cx = random.nextDouble() * area.getWidth();
        double cy = random.nextDouble() * area.getHeight();
        for (int i = 0; i < 50; i++) {
          double a = i * Math.PI / 25;
          double r = 6 + random.nextDouble() * 4;
          if (i == 0) {
            path.moveTo(cx + r * Math.cos(a), cy + r * Math.sin(a));
          } else {
            path.lineTo(cx + r * Math.cos(a), cy + r * Math.sin(a));
          }
        }
        path.closePath();
        g.fill(path);
      }
    }
  }

  public static void main(String[] args) throws Exception {
    if (args[0].equals("compile")) {
      JRSaver.saveObject(
          Prints.compile(template(), "pageWidth=\"595\" pageHeight=\"842\""), args[1]);
      return;
    }
    long start = System.nanoTime();
    int count = Integer.parseInt(args[1]);
    int threads = Integer.parseInt(args[2]);
    JasperReport report = (JasperReport) JRLoader.loadObject(new File(args[0]));
    PdfExporter exporter = PdfExporter.create();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<long[]>> jobs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int city = i;
      jobs.add(
          pool.submit(
              () -> {
                var bean = ManagementFactory.getThreadMXBean();
                long a = bean.getCurrentThreadCpuTime();
                JasperPrint print = fill(report, exporter, city);
                long b = bean.getCurrentThreadCpuTime();
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                exporter.export(
                    print,
                    PdfMetadata.of("City " + city, Locale.US, "bench/" + city, Instant.EPOCH),
                    out);
                if (city == 7) {
                  java.nio.file.Files.write(
                      java.nio.file.Path.of("target/brief.pdf"), out.toByteArray());
                }
                return new long[] {
                  b - a, bean.getCurrentThreadCpuTime() - b, out.size(), print.getPages().size()
                };
              }));
    }
    double fill = 0;
    double export = 0;
    long bytes = 0;
    for (int i = 0; i < count; i++) {
      long[] r = jobs.get(i).get();
      bytes = Math.max(bytes, r[2]);
      if (i >= count * 3 / 4) {
        fill += r[0] / 1e6;
        export += r[1] / 1e6;
      }
    }
    pool.shutdown();
    System.out.printf(
        "%d briefs of %d pages in %.2f s; last quarter: fill %.2f ms, export %.2f ms CPU each; largest %,d bytes%n",
        count,
        jobs.get(0).get()[3],
        (System.nanoTime() - start) / 1e9,
        fill / (count / 4),
        export / (count / 4),
        bytes);
  }

  private static JasperPrint fill(JasperReport report, PdfExporter exporter, int city)
      throws Exception {
    Random random = new Random(city);
    Font small = exporter.fonts().font("Inter", Font.PLAIN, 8);
    Map<String, Object> p = new HashMap<>();
    p.put("city", "Springfield " + city);
    p.put("REPORT_LOCALE", Locale.US);
    p.put("land", new Land());
    p.put(
        "chart",
        new Drawing(
            (c, g, area) -> {
              g.setFont(small);
              for (int i = 0; i < 6; i++) {
                g.setColor(new Color(0x0F766E));
                double w = 40 + random.nextInt(120);
                g.fill(new Rectangle2D.Double(70, i * 20, w, 12));
                g.setColor(Color.BLACK);
                g.drawString("Category " + i, 2, i * 20 + 10);
                g.drawString(String.valueOf(random.nextInt(1000)), (float) (75 + w), i * 20 + 10);
              }
            }));
    p.put(
        "dots",
        new Drawing(
            (c, g, area) -> {
              g.setStroke(new BasicStroke(1));
              for (int i = 0; i < 10; i++) {
                double x = random.nextDouble() * area.getWidth();
                double y = random.nextDouble() * area.getHeight();
                g.setColor(new Color(0xB7791F));
                Path2D arc = new Path2D.Double();
                arc.moveTo(100, 60);
                arc.quadTo((x + 100) / 2, y - 40, x, y);
                g.draw(arc);
                g.fill(new Ellipse2D.Double(x - 2, y - 2, 4, 4));
              }
            }));
    List<Map<String, ?>> rows = new ArrayList<>();
    String[] names = {
      "Zürich", "Łódź", "Kraków", "México", "Nagasaki", "São Paulo", "Tours", "Odense"
    };
    for (int i = 0; i < 30; i++) {
      rows.add(
          Map.of(
              "name", names[random.nextInt(names.length)] + " " + i,
              "country", "Country " + i,
              "year", String.valueOf(1950 + random.nextInt(70)),
              "count", String.valueOf(random.nextInt(500)),
              "money", "$" + random.nextInt(90) + ",000 to $" + random.nextInt(900) + ",000"));
    }
    return JasperFillManager.fillReport(report, p, new JRMapCollectionDataSource(rows));
  }

  private static String template() {
    StringBuilder tiles = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      int x = i % 4 * 130;
      int y = 90 + i / 4 * 80;
      tiles.append(
          """
          <element kind="rectangle" x="%d" y="%d" width="120" height="70" backcolor="#EFF4F8" radius="5" mode="Opaque"><pen lineWidth="0"/></element>
          """
              .formatted(x, y));
      tiles.append(Prints.text(x + 8, y + 6, 100, 14, "", "P", "Exchanges in year " + i));
      tiles.append(
          Prints.text(
              x + 8, y + 20, 100, 30, "fontSize=\"20\" bold=\"true\"", "P", "1,3" + i + "5"));
      tiles.append(Prints.text(x + 8, y + 50, 100, 14, "fontSize=\"8\"", "P", "national median 4"));
    }
    StringBuilder head = new StringBuilder();
    StringBuilder cells = new StringBuilder();
    String[] fields = {"name", "country", "year", "count", "money"};
    for (int i = 0; i < fields.length; i++) {
      head.append(Prints.text(i * 100, 0, 100, 16, "bold=\"true\"", "TH", fields[i]));
      cells.append(
          """
          <element kind="textField" x="%d" y="0" width="100" height="18" fontSize="9"><property name="pdf.tag" value="%s"/><expression>$F{%s}</expression></element>
          """
              .formatted(i * 100, i == 0 ? "TH" : "TD", fields[i]));
    }
    String paragraph =
        "The city's partnerships brought visitors who stayed, ate and bought in town; what they spent is given as a range, because no one counted every receipt. ";
    return """
        <parameter name="city" class="java.lang.String"/><parameter name="chart" class="java.lang.Object"/><parameter name="land" class="java.lang.Object"/><parameter name="dots" class="java.lang.Object"/>
        <field name="name" class="java.lang.String"/><field name="country" class="java.lang.String"/><field name="year" class="java.lang.String"/><field name="count" class="java.lang.String"/><field name="money" class="java.lang.String"/>
        <title height="700">
          <element kind="textField" x="0" y="0" width="500" height="50" fontSize="28" bold="true"><property name="pdf.tag" value="H1"/><expression>$P{city}</expression></element>
          %s
          %s
          <element kind="image" x="0" y="300" width="240" height="130"><property name="pdf.alt" value="A chart"/><expression>(net.sf.jasperreports.renderers.Renderable)$P{chart}</expression></element>
          <element kind="image" x="260" y="300" width="240" height="130"><property name="pdf.alt" value="A chart"/><expression>(net.sf.jasperreports.renderers.Renderable)$P{chart}</expression></element>
          <element kind="image" x="0" y="450" width="500" height="240"><property name="pdf.tag" value="Artifact"/><expression>(net.sf.jasperreports.renderers.Renderable)$P{land}</expression></element>
          <element kind="image" x="0" y="450" width="500" height="240"><property name="pdf.alt" value="A map"/><expression>(net.sf.jasperreports.renderers.Renderable)$P{dots}</expression></element>
        </title>
        <columnHeader height="20"><element kind="frame" x="0" y="0" width="515" height="20"><property name="pdf.tag" value="TR"/>%s</element></columnHeader>
        <detail><band height="18"><element kind="frame" x="0" y="0" width="515" height="18"><property name="pdf.tag" value="TR"/><box><bottomPen lineWidth="0.5" lineColor="#CCCCCC"/></box>%s</element></band></detail>
        <pageFooter height="20"><element kind="textField" x="0" y="4" width="300" height="14" fontSize="8"><expression>"Source: register, page " + $V{PAGE_NUMBER}</expression></element></pageFooter>
        <summary height="120">%s</summary>
        """
        .formatted(
            Prints.text(0, 55, 500, 20, "fontSize=\"12\"", "H2", "Prepared for the City Council"),
            tiles,
            head,
            cells,
            Prints.text(0, 10, 500, 100, "", "P", paragraph.repeat(4)));
  }
}
