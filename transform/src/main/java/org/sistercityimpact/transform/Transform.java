package org.sistercityimpact.transform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DataFile;
import org.sistercityimpact.warehouse.Manifest;
import org.sistercityimpact.warehouse.Rows;
import org.sistercityimpact.warehouse.SqlEngine;
import org.sistercityimpact.warehouse.Warehouse;
import org.sistercityimpact.warehouse.WriteLock;
import org.sistercityimpact.warehouse.Zone;

/**
 * Runs {@code sql/} over a warehouse: reference tables and parameters, models layer by layer, the
 * union of all metrics, then the checks; and commits all of it at once. A failed check is reported,
 * and its tables are committed all the same, so that the rows behind it can be looked at.
 */
public final class Transform {
  /** Prefix of the tables that ingest makes; all others are made here, afresh at each run. */
  private static final String RAW = "raw_";

  /**
   * The raw table of what earlier editions published, which only the SQL of editions by the first
   * rule of disclosure reads: it is kept for them, so that they rebuild as they were.
   */
  public static final String PUBLISHED = "raw_published";

  private static final String DATASETS = "datasets";

  private static final String NOTHING_PUBLISHED =
      "SELECT CAST('' AS VARCHAR) AS metric_id, CAST(0 AS INTEGER) AS data_year, CAST('' AS"
          + " VARCHAR) AS level, CAST('' AS VARCHAR) AS key, CAST(0 AS DECIMAL(28,4)) AS central,"
          + " CAST('' AS VARCHAR) AS status WHERE 1 = 0";

  /** The fact that says which raw rows the other tables were made from. */
  private static final String TRANSFORMED = "transformed_from";

  /** The fact that names the checks that failed at the last transform; empty when all passed. */
  private static final String FAILED_CHECKS = "failed_checks";

  /**
   * The fact that tells which parameters were set for a what-if; empty for the published method.
   */
  private static final String WHAT_IF = "what_if";

  private static final String METRICS = "metrics";

  /** The columns that every metric file gives, after which the union adds its metric_id. */
  private static final List<SqlEngine.Column> METRIC_COLUMNS =
      List.of(
          new SqlEngine.Column("data_year", "INTEGER"),
          new SqlEngine.Column("level", "VARCHAR"),
          new SqlEngine.Column("key", "VARCHAR"),
          new SqlEngine.Column("low", "DECIMAL(28,4)"),
          new SqlEngine.Column("central", "DECIMAL(28,4)"),
          new SqlEngine.Column("high", "DECIMAL(28,4)"),
          new SqlEngine.Column("n", "BIGINT"),
          new SqlEngine.Column("status", "VARCHAR"),
          new SqlEngine.Column("rows_not_computed", "BIGINT"));

  private final Warehouse warehouse;
  private final SqlFolder sql;
  private final WhatIf whatIf;
  private final SqlEngine engine;
  private final Consumer<String> progress;

  /** What its files tell of each table. */
  private final Map<String, Map<String, String>> about;

  private Manifest manifest;

  private Transform(
      Warehouse warehouse,
      SqlFolder sql,
      WhatIf whatIf,
      SqlEngine engine,
      Consumer<String> progress) {
    this.warehouse = warehouse;
    this.sql = sql;
    this.whatIf = whatIf;
    this.engine = engine;
    this.progress = progress;
    this.about =
        Dictionary.of(sql).tables().stream()
            .collect(Collectors.toMap(Dictionary.Table::name, Dictionary.Table::about));
    this.manifest = warehouse.manifest();
  }

  /** Runs everything once, by the method as published. */
  public static TransformReport run(
      Warehouse warehouse, SqlFolder sql, SqlEngine engine, Consumer<String> progress)
      throws IOException {
    return run(warehouse, sql, WhatIf.NONE, engine, progress);
  }

  /**
   * Runs everything once.
   *
   * @param whatIf parameters set otherwise; the manifest then says so until the next run
   * @param progress told the name of each step as it begins
   * @return rows by table and the failed checks
   */
  public static TransformReport run(
      Warehouse warehouse,
      SqlFolder sql,
      WhatIf whatIf,
      SqlEngine engine,
      Consumer<String> progress)
      throws IOException {
    try (WriteLock lock = warehouse.lock()) {
      return new Transform(warehouse, sql, whatIf, engine, progress).run();
    }
  }

  private TransformReport run() throws IOException {
    Set<String> raw =
        manifest.tables().keySet().stream()
            .filter(t -> t.startsWith(RAW))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Set<String> stale = new LinkedHashSet<>(manifest.tables().keySet());
    stale.removeAll(raw);
    manifest = manifest.withoutTables(stale);
    raw.forEach(table -> engine.expose(table, warehouse.paths(manifest, table)));
    if (sql.models().noneMatch(model -> model.reads().contains(PUBLISHED))) {
      manifest = manifest.withoutTables(Set.of(PUBLISHED));
    } else if (!raw.contains(PUBLISHED)) {
      save(PUBLISHED, NOTHING_PUBLISHED, Zone.TABLES);
    }
    sql.models().forEach(model -> requireRaw(model, raw));

    List<Steps.Step> steps = new ArrayList<>();
    CsvTables.reference(sql.folder()).forEach((table, select) -> steps.add(given(table, select)));
    steps.add(
        given("parameters", CsvTables.parameters(sql.folder().resolve("parameters"), whatIf)));
    // Editions of before contracts said what is optional are rebuilt without.
    if (sql.models().anyMatch(model -> model.reads().contains(DATASETS))) {
      steps.add(given(DATASETS, CsvTables.datasets(sql.folder())));
    }
    steps.add(given("metric_definitions", Definitions.definitions(sql.metrics())));
    steps.add(given("metric_wordings", Definitions.wordings(sql.metrics())));
    sql.inOrder().forEach(model -> steps.add(step(model)));
    if (!sql.metrics().isEmpty()) {
      steps.add(metrics());
    }
    List<Check> checks = checks();
    Map<String, Rows> findings = new ConcurrentHashMap<>();
    for (Check check : checks) {
      steps.add(
          new Steps.Step(
              "check " + check.name(),
              check.reads(),
              () -> {
                findings.put(check.name(), findings(check));
                return 0;
              }));
    }
    Steps.run(steps, engine.atOnce());
    List<TransformReport.FailedCheck> failed =
        checks.stream()
            .filter(check -> findings.get(check.name()).size() > 0)
            .map(
                check ->
                    new TransformReport.FailedCheck(
                        check.name(), check.title(), findings.get(check.name())))
            .toList();
    manifest =
        manifest
            .withFact("sql_sha256", sql.sha256())
            .withFact(TRANSFORMED, rawFingerprint(manifest))
            .withFact(WHAT_IF, whatIf.text())
            .withFact(
                FAILED_CHECKS,
                failed.stream()
                    .map(TransformReport.FailedCheck::name)
                    .collect(Collectors.joining(", ")));
    warehouse.commit(manifest);
    return new TransformReport(
        manifest.tables().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e -> e.getValue().stream().mapToLong(DataFile::rows).sum(),
                    (a, b) -> a,
                    TreeMap::new)),
        sql.checks().size(),
        failed);
  }

  /** Whether the raw tables have changed since the last transform (or none has run). */
  public static boolean isStale(Manifest manifest) {
    return !rawFingerprint(manifest).equals(manifest.fact(TRANSFORMED));
  }

  /** The names of the checks that failed at the last transform, comma-separated; empty if none. */
  public static String failedChecks(Manifest manifest) {
    return java.util.Objects.requireNonNullElse(manifest.fact(FAILED_CHECKS), "");
  }

  /**
   * The parameters that were set otherwise at the last transform, {@code capture_rate=0.6, …};
   * empty when its figures are those of the published method. What-if figures are never published.
   */
  public static String whatIf(Manifest manifest) {
    return java.util.Objects.requireNonNullElse(manifest.fact(WHAT_IF), "");
  }

  private static String rawFingerprint(Manifest manifest) {
    MessageDigest digest = Warehouse.sha256();
    manifest
        .tables()
        .forEach(
            (table, files) -> {
              if (table.startsWith(RAW) && !table.equals(PUBLISHED)) {
                digest.update(table.getBytes(StandardCharsets.UTF_8));
                files.forEach(f -> digest.update(f.sha256().getBytes(StandardCharsets.UTF_8)));
              }
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A warehouse of an earlier version lacks what only a new ingest can know. */
  private static void requireRaw(SqlFile model, Set<String> raw) {
    for (String table : model.reads()) {
      if (table.startsWith(RAW) && !table.equals(PUBLISHED) && !raw.contains(table)) {
        throw new ConfigurationException(
            "Cannot run model '%s' in %s: the warehouse has no table '%s' (run impact ingest with the same inbox first if an earlier version wrote this warehouse)"
                .formatted(model.name(), model.path(), table));
      }
    }
  }

  /** A table of what is no model: of CSV files, of headers. */
  private Steps.Step given(String table, String select) {
    return new Steps.Step(table, Set.of(), () -> save(table, select, Zone.TABLES));
  }

  private Steps.Step step(SqlFile model) {
    return new Steps.Step(
        model.name(),
        model.reads(),
        () -> {
          try {
            if (model.stored()) {
              return save(model.name(), ordered(model.typedSelect(), model.order()), model.zone());
            }
            tell(model.name());
            engine.exposeSelect(model.name(), model.typedSelect());
            return 0;
          } catch (ConfigurationException e) {
            throw broken("model", model, e);
          }
        });
  }

  /** Makes a table, exposes it, and gives its bytes. */
  private long save(String table, String select, Zone zone) throws IOException {
    tell(table);
    List<DataFile> files = new ArrayList<>();
    try {
      for (SqlEngine.Part part :
          engine.saveInParts(
              select, warehouse.scratchFile(""), about.getOrDefault(table, Map.of()))) {
        files.add(warehouse.adopt(part.file(), zone, table, part.rows()));
      }
    } catch (UncheckedIOException e) {
      throw new UncheckedIOException(
          new IOException("table '%s': %s".formatted(table, e.getCause().getMessage()), e));
    }
    synchronized (this) {
      manifest = manifest.withTable(table, files);
    }
    engine.expose(table, warehouse.paths(files));
    return files.stream().mapToLong(DataFile::bytes).sum();
  }

  /** Several steps may begin at once; who listens hears of one after the other. */
  private synchronized void tell(String step) {
    progress.accept(step);
  }

  private Steps.Step metrics() {
    List<String> selects = new ArrayList<>();
    Map<String, List<SqlFile>> byTable = new TreeMap<>();
    Set<String> reads = new LinkedHashSet<>();
    for (SqlFile metric : sql.metrics()) {
      reads.addAll(metric.reads());
      metric
          .figures()
          .ifPresentOrElse(
              from -> byTable.computeIfAbsent(from.table(), t -> new ArrayList<>()).add(metric),
              () -> selects.add(typed("'" + metric.name() + "'", "(\n" + metric.select() + "\n)")));
    }
    // One scan of a model for all metrics that take rows of it as they are.
    byTable.forEach((table, metrics) -> selects.add(taken(table, metrics)));
    // Cast and named in DESIGN's order; one statement, so that the engine plans all metrics at
    // once.
    String union =
        "SELECT metric_id, data_year, level, key, low, central, high, n, status, rows_not_computed"
            + " FROM (\n"
            + String.join("\nUNION ALL\n", selects)
            + "\n) AS metrics";
    return new Steps.Step(
        METRICS,
        reads,
        () -> {
          try {
            return save(
                METRICS,
                ordered(union, List.of("metric_id", "data_year", "level", "key")),
                Zone.PROTECTED);
          } catch (ConfigurationException e) {
            for (SqlFile metric : sql.metrics()) {
              try {
                engine.describe(typed("'" + metric.name() + "'", "(\n" + metric.select() + "\n)"));
              } catch (ConfigurationException ofThisFile) {
                throw broken("metric", metric, ofThisFile);
              }
            }
            throw e;
          }
        });
  }

  private static String typed(String metricId, String from) {
    return METRIC_COLUMNS.stream()
        .map(c -> "CAST(%s AS %s) AS %s".formatted(c.name(), c.type(), c.name()))
        .collect(
            Collectors.joining(
                ", ",
                "SELECT CAST(" + metricId + " AS VARCHAR) AS metric_id, ",
                " FROM " + from + " AS metric"));
  }

  /** Rows of one model for several metrics, each of which says which are its own. */
  private static String taken(String table, List<SqlFile> metrics) {
    String cases =
        metrics.stream()
            .map(
                m -> "WHEN %s THEN '%s'".formatted(m.figures().orElseThrow().condition(), m.name()))
            .collect(Collectors.joining("\n", "CASE\n", "\nEND"));
    return typed("metric_id", "(\nSELECT %s AS metric_id, * FROM %s\n)".formatted(cases, table))
        + "\nWHERE metric_id IS NOT NULL";
  }

  private static String ordered(String select, List<String> key) {
    // A total order gives the same bytes from run to run.
    return key.isEmpty() ? select : select + "\nORDER BY " + String.join(", ", key);
  }

  private record Check(String name, String title, SqlFile file, String select, Set<String> reads) {}

  private List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    for (SqlFolder.Layer layer : sql.layers()) {
      for (SqlFile model : layer.models()) {
        if (!model.key().isEmpty()) {
          String key = String.join(", ", model.key());
          checks.add(
              new Check(
                  "unique_key_of_" + model.name(),
                  "Each row of " + model.name() + " is the only one with its " + key,
                  model,
                  // Two rows of one key have one hash, and numbers are counted faster than keys.
                  """
                  SELECT %1$s, COUNT(*) AS rows_with_it
                  FROM %2$s
                  WHERE hash(%1$s) IN (SELECT hash(%1$s) AS hashed FROM %2$s GROUP BY hash(%1$s) HAVING COUNT(*) > 1)
                  GROUP BY %1$s
                  HAVING COUNT(*) > 1"""
                      .formatted(key, model.name()),
                  Set.of(model.name())));
        }
      }
    }
    for (SqlFile check : sql.checks()) {
      checks.add(
          new Check(check.name(), check.require("title"), check, check.select(), check.reads()));
    }
    return checks;
  }

  private Rows findings(Check check) {
    tell(check.name());
    try {
      return engine.read("SELECT * FROM (\n" + check.select() + "\n) AS findings LIMIT 20");
    } catch (ConfigurationException e) {
      throw broken("check", check.file(), e);
    }
  }

  private static ConfigurationException broken(
      String kind, SqlFile file, ConfigurationException cause) {
    return new ConfigurationException(
        "Cannot run %s '%s' in %s: %s (mend the SQL; docs/adding-things.md shows an example)"
            .formatted(kind, file.name(), file.path(), cause.getMessage()),
        cause);
  }
}
