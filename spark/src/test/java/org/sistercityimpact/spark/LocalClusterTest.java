package org.sistercityimpact.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** {@code local-cluster[…]}: executors as processes of their own, started by the driver itself. */
@Tag("slow")
class LocalClusterTest {
  @TempDir Path folder;

  /** In a process of its own, because Spark reads SPARK_HOME from the environment only. */
  @Test
  void takesAndTransformsTheSampleAsOneMachineDoes() throws Exception {
    assertSameBothWays(Networks.SAMPLE);
  }

  @Test
  @EnabledIfSystemProperty(named = "impact.members", matches = "[0-9]+")
  void takesAndTransformsALargeNetworkAsOneMachineDoes() throws Exception {
    assertSameBothWays(Networks.generated(folder.resolve("inbox"), Networks.members(0), 3, 60));
  }

  private void assertSameBothWays(Path inbox) throws Exception {
    ProcessBuilder driver =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + Networks.HOME.resolve("spark/java-options"),
            "-Xmx1g",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=128m",
            "-Dimpact.home=" + Networks.HOME,
            "-Dimpact.members=" + System.getProperty("impact.members", ""),
            "-Dspark.sql.shuffle.partitions=2",
            "-Dspark.executor.extraJavaOptions=" + StandaloneCluster.SHORT_LIVED,
            "-cp",
            System.getProperty("java.class.path"),
            BothWays.class.getName(),
            "local-cluster[2,1,512]",
            inbox.toString(),
            folder.toString());
    driver.environment().put("SPARK_HOME", StandaloneCluster.home().toString());
    driver.environment().put("SPARK_SCALA_VERSION", "2.13");
    driver.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    driver.directory(folder.toFile());
    Process process = driver.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    process.waitFor(1, TimeUnit.MINUTES);

    assertEquals("no difference", said.lines().reduce((a, b) -> b).orElse(""), said);
    assertEquals(0, process.exitValue());
  }
}
