package org.sistercityimpact.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.sistercityimpact.check.Checker;
import org.sistercityimpact.ingest.CheckWorker;
import org.sistercityimpact.spark.hadoop.LocalFiles;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.EngineOptions;
import org.sistercityimpact.warehouse.SharedFunctions;

/**
 * Every setting under which Spark gives the rows that DuckDB gives, and those that keep it lean.
 */
final class SparkSettings {
  /** What decides values and types. Changing one of these is changing the answer. */
  private static final Map<String, String> PARITY = new LinkedHashMap<>();

  /** What decides speed and noise only; {@code spark-submit --conf} may override these. */
  private static final Map<String, String> DEFAULTS = new LinkedHashMap<>();

  static {
    PARITY.put("spark.sql.ansi.enabled", "true");
    PARITY.put("spark.sql.ansi.doubleQuotedIdentifiers", "true");
    PARITY.put("spark.sql.session.timeZone", "UTC");
    PARITY.put("spark.sql.timestampType", "TIMESTAMP_NTZ");
    PARITY.put("spark.sql.datetime.java8API.enabled", "true");
    PARITY.put("spark.sql.caseSensitive", "false");
    PARITY.put("spark.sql.storeAssignmentPolicy", "ANSI");
    PARITY.put("spark.sql.decimalOperations.allowPrecisionLoss", "true");
    PARITY.put("spark.sql.parquet.inferTimestampNTZ.enabled", "true");
    PARITY.put("spark.sql.parquet.writeLegacyFormat", "false");
    PARITY.put("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
    PARITY.put("spark.sql.sources.partitionColumnTypeInference.enabled", "false");

    DEFAULTS.put("spark.ui.enabled", "false");
    DEFAULTS.put("spark.ui.showConsoleProgress", "false");
    // Nobody reads the plans that Spark would draw for each statement otherwise.
    DEFAULTS.put("spark.sql.ui.explainMode", "simple");
    DEFAULTS.put("spark.sql.maxPlanStringLength", "1000");
    DEFAULTS.put("spark.sql.catalogImplementation", "in-memory");
    // Small tables (most of ours) in few partitions; adaptive execution cuts large ones by size.
    DEFAULTS.put("spark.sql.adaptive.coalescePartitions.parallelismFirst", "false");
    DEFAULTS.put("spark.sql.parquet.compression.codec", "zstd");
    DEFAULTS.put("spark.cleaner.referenceTracking.blocking", "false");
  }

  private SparkSettings() {}

  /**
   * A session for {@code options}: the environment's settings (spark-submit, system properties)
   * where they speak, our defaults where they are silent, and the parity settings always.
   */
  static SparkSession session(EngineOptions options) {
    SparkConf conf = new SparkConf();
    conf.setIfMissing("spark.app.name", "Sister City Impact");
    DEFAULTS.forEach(conf::setIfMissing);
    conf.setIfMissing("spark.sql.warehouse.dir", emptyFolder());
    PARITY.forEach(conf::set);
    if (options.master() != null) {
      conf.setMaster(options.master());
    }
    conf.setIfMissing("spark.master", "local[*]");
    // What travels to executors are Java records, which Kryo cannot read back.
    conf.set("spark.serializer", "org.apache.spark.serializer.JavaSerializer");
    String master = conf.get("spark.master");
    if (master.equals("local") || master.startsWith("local[")) {
      oneProcess(conf);
    } else {
      conf.set(
          "spark.jars",
          Stream.of(
                  conf.get("spark.jars", ""),
                  ShippedClasses.jarsOf(
                      SparkEngine.class, SharedFunctions.class, CheckWorker.class, Checker.class))
              .filter(jars -> !jars.isEmpty())
              .collect(Collectors.joining(",")));
    }
    if (master.startsWith("local-cluster[")) {
      // The workers' memory is all for the one executor that each of them runs.
      conf.setIfMissing("spark.executor.memory", master.replaceAll(".*,\\s*|\\s*]", "") + "m");
    }
    try {
      return SparkSession.builder().config(conf).getOrCreate();
    } catch (Exception e) {
      // Spark throws checked exceptions undeclared.
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new ConfigurationException(
          "Cannot start Spark with master '%s': %s (spark://host:port, local[*] or local-cluster[workers,cores,MB])"
              .formatted(master, why.contains("stopped SparkContext") ? "it does not answer" : why),
          e);
    }
  }

  /**
   * For tables of Spark's own, of which there are none; else it makes one where the user stands.
   */
  private static String emptyFolder() {
    try {
      Path folder = Files.createTempDirectory("impact-spark");
      folder.toFile().deleteOnExit();
      return folder.toUri().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void oneProcess(SparkConf conf) {
    conf.setIfMissing("spark.hadoop.fs.file.impl", LocalFiles.class.getName());
    conf.setIfMissing("spark.driver.host", "127.0.0.1");
    conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    conf.setIfMissing(
        "spark.sql.shuffle.partitions",
        String.valueOf(Math.max(2, Runtime.getRuntime().availableProcessors())));
  }
}
