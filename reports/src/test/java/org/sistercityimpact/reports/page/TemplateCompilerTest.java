package org.sistercityimpact.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateCompilerTest {
  private static final Path TEMPLATES = Path.of("src/main/templates");

  @TempDir Path folder;

  @Test
  void makesTheSameBytesOfTheSameTemplates() throws Exception {
    Path sources = Files.createDirectory(folder.resolve("sources"));
    for (String file : List.of("brief.jrxml", "foot.jrxml", "styles.jrtx")) {
      Files.copy(TEMPLATES.resolve(file), sources.resolve(file));
    }
    Path once = compiled(sources, "once");
    Path again = compiled(sources, "again");

    for (String file : List.of("brief.jasper", "foot.jasper", "styles.jasper")) {
      assertTrue(Files.size(once.resolve(file)) > 1000, file);
      assertEquals(-1, Files.mismatch(once.resolve(file), again.resolve(file)), file);
    }
  }

  private Path compiled(Path sources, String target) throws Exception {
    TemplateCompiler.main(new String[] {sources.toString(), folder.resolve(target).toString()});
    return folder.resolve(target);
  }
}
