package org.sistercityimpact.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.warehouse.EngineOptions;
import org.sistercityimpact.warehouse.SqlEngine;
import org.sistercityimpact.warehouse.SqlEngineContract;
import org.sistercityimpact.warehouse.SqlEngineProvider;

class SparkEngineTest extends SqlEngineContract {
  @TempDir static Path scratch;
  private static SqlEngine engine;

  @BeforeAll
  static void open() {
    engine = SqlEngineProvider.open("spark", new EngineOptions("local[2]", scratch, "1GB"));
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Override
  protected SqlEngine engine() {
    return engine;
  }

  @Test
  void theLauncherGivesJavaTheOptionsThatSparkAsksFor() throws IOException {
    List<String> asked =
        Arrays.stream(JavaModuleOptions.defaultModuleOptions().split(" "))
            .filter(option -> !option.contains("jdk.incubator.vector"))
            .toList();
    Path file = Path.of(System.getProperty("impact.home")).resolve("spark/java-options");
    assertEquals(
        asked, Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList());
  }
}
