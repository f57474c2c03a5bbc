package org.sistercityimpact.spark;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Here and not beside {@code bench/}, for some of the benchmarks measure Spark. */
class BenchTest {
  /** What is run by hand is compiled in each build, so that a change elsewhere cannot break it. */
  @Test
  void benchmarksCompile(@TempDir Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    List<String> options =
        List.of(
            "-nowarn",
            "-proc:none",
            "-d",
            classes.toString(),
            "-cp",
            System.getProperty("java.class.path"));
    List<Path> sources;
    try (Stream<Path> bench = Files.list(Path.of("..", "bench"))) {
      // The page's browser is a class of that module's tests.
      sources =
          bench
              .filter(file -> file.toString().endsWith(".java") && !file.endsWith("Page.java"))
              .toList();
    }
    assertTrue(sources.size() > 5, "benchmarks found: " + sources);
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      var units = files.getJavaFileObjectsFromPaths(sources);
      assertTrue(compiler.getTask(said, files, null, options, null, units).call(), said.toString());
    }
  }
}
