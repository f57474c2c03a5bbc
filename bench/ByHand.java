import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.transform.SqlFile;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.warehouse.DuckDb;

/**
 * The models, metrics and checks of {@code sql/} as a script of plain statements: no order of rows,
 * no hashes, no manifest. Here for DuckDB, {@code ByHandOnSpark} for Spark.
 */
final class ByHand {
  private static final SqlFolder SQL =
      SqlFolder.read(Path.of(System.getProperty("impact.home"), "sql"));

  private ByHand() {}

  /** Arguments: the tables to begin with, and a new folder for those that are made. */
  public static void main(String[] arguments) throws Exception {
    Path out = Files.createDirectories(Path.of(arguments[1]));
    try (DuckDb engine = DuckDb.open(Files.createDirectory(out.resolve("spill")), "4GB")) {
      inputs(arguments[0]).forEach(engine::expose);
      for (Map.Entry<String, String> table : statements().entrySet()) {
        if (isView(table.getKey())) {
          engine.exposeSelect(table.getKey(), table.getValue());
          continue;
        }
        Path file = out.resolve(table.getKey() + ".parquet");
        engine.save(table.getValue(), file);
        engine.expose(table.getKey(), List.of(file));
      }
      checks().forEach(engine::read);
    }
  }

  /** The tables that {@code name=file,file;...} spells. */
  static Map<String, List<Path>> inputs(String text) {
    return Stream.of(text.split(";"))
        .map(table -> table.split("="))
        .collect(
            Collectors.toMap(
                table -> table[0], table -> Stream.of(table[1].split(",")).map(Path::of).toList()));
  }

  /** Each table's SELECT by its name, in an order in which they can run. */
  static Map<String, String> statements() {
    Map<String, String> statements = new LinkedHashMap<>();
    for (SqlFolder.Layer layer : SQL.layers()) {
      if (layer.number() > 50) {
        statements.computeIfAbsent("metrics", name -> metrics());
      }
      layer.steps().stream()
          .flatMap(List::stream)
          .forEach(model -> statements.put(model.name(), model.typedSelect()));
    }
    statements.computeIfAbsent("metrics", name -> metrics());
    return statements;
  }

  /** Whether a table is made anew where it is read. */
  static boolean isView(String table) {
    return SQL.views().stream().anyMatch(view -> view.name().equals(table));
  }

  private static String metrics() {
    return SQL.metrics().stream()
        .map(
            metric ->
                """
                SELECT CAST('%s' AS VARCHAR) AS metric_id, data_year, level, key,
                  CAST(low AS DECIMAL(28,4)) AS low, CAST(central AS DECIMAL(28,4)) AS central,
                  CAST(high AS DECIMAL(28,4)) AS high, CAST(n AS BIGINT) AS n, status,
                  CAST(rows_not_computed AS BIGINT) AS rows_not_computed
                FROM (%s) AS m"""
                    .formatted(metric.name(), metric.select()))
        .collect(Collectors.joining("\nUNION ALL\n"));
  }

  /** Queries that should give nothing: the checks, and each model's key. */
  static List<String> checks() {
    List<String> checks = new ArrayList<>();
    for (SqlFolder.Layer layer : SQL.layers()) {
      for (SqlFile model : layer.models()) {
        if (!model.key().isEmpty()) {
          String key = String.join(", ", model.key());
          checks.add(
              "SELECT %s FROM %s GROUP BY %s HAVING COUNT(*) > 1".formatted(key, model.name(), key));
        }
      }
    }
    SQL.checks().forEach(check -> checks.add(check.select()));
    return checks.stream().map(c -> "SELECT * FROM (" + c + ") AS found LIMIT 20").toList();
  }
}
