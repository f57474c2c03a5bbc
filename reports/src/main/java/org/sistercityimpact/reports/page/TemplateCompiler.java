package org.sistercityimpact.reports.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRElement;
import net.sf.jasperreports.engine.JRElementGroup;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.design.JRDesignDataset;
import net.sf.jasperreports.engine.design.JRDesignElement;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.util.JRElementsVisitor;
import net.sf.jasperreports.engine.util.JRSaver;
import net.sf.jasperreports.engine.util.UniformElementVisitor;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import net.sf.jasperreports.engine.xml.JRXmlTemplateLoader;

/**
 * Compiles the templates while the module is built. A compiled template is Java serialization, tied
 * to one JasperReports version, so none is ever loaded from outside the program.
 */
final class TemplateCompiler {
  private TemplateCompiler() {}

  /**
   * Takes the folder of {@code *.jrxml} and {@code styles.jrtx} and the folder that gets one {@code
   * .jasper} for each.
   */
  public static void main(String[] folders) throws IOException, JRException {
    Path target = Files.createDirectories(Path.of(folders[1]));
    try (Stream<Path> files = Files.list(Path.of(folders[0]))) {
      List<Path> templates =
          files.filter(file -> file.toString().endsWith(".jrxml")).sorted().toList();
      for (Path template : templates) {
        String name = template.getFileName().toString().replace(".jrxml", ".jasper");
        try {
          JasperDesign design = JRXmlLoader.load(template.toString());
          number(design);
          JasperCompileManager.compileReportToFile(design, target.resolve(name).toString());
        } catch (JRException e) {
          throw new JRException("Cannot compile template " + template.getFileName(), e);
        }
      }
    }
    // Styles in the same form: to read them from XML was a twentieth of a national report.
    JRSaver.saveObject(
        JRXmlTemplateLoader.load(Path.of(folders[0], "styles.jrtx").toString()),
        target.resolve("styles.jasper").toString());
  }

  /**
   * Ids in the order of the page instead of random ones, so that two builds give the same bytes.
   */
  private static void number(JasperDesign design) {
    ((JRDesignDataset) design.getMainDataset()).setUUID(new UUID(0, 0));
    JRElementsVisitor.visitReport(
        design,
        new UniformElementVisitor() {
          private long count;

          @Override
          protected void visitElement(JRElement element) {
            ((JRDesignElement) element).setUUID(new UUID(0, ++count));
          }

          @Override
          public void visitElementGroup(JRElementGroup group) {
            // Its elements are visited one by one.
          }
        });
  }
}
