package org.sistercityimpact.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.reports.data.Typography;
import org.sistercityimpact.warehouse.ConfigurationException;

class TemporaryFontsTest {
  /** In a process of its own: fonts are opened once. */
  static final class Command {
    private Command() {}

    public static void main(String[] words) {
      try {
        Typography.requireFonts();
      } catch (ConfigurationException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  @Test
  void aReportWithoutAFontIsRefusedAndNamesTheFolder(@TempDir Path folder) throws Exception {
    Path missing = folder.resolve("missing");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + missing,
                "-cp",
                System.getProperty("java.class.path"),
                Command.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertEquals(
        List.of(
            "Cannot open font 'Inter Base': no copy of it could be made in the temporary folder (free 20 MB in '%s' and see that you may write there, or name another folder with TMPDIR)"
                .formatted(missing)),
        process.inputReader().lines().toList());
  }
}
