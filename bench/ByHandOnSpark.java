import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.sistercityimpact.spark.SparkEngine;
import org.sistercityimpact.warehouse.EngineOptions;

/** What one would write for Spark without this project: its own readers and writers, and SQL. */
final class ByHandOnSpark {
  private ByHandOnSpark() {}

  /** Arguments: {@code ingest INBOX OUT}, or {@code transform TABLES OUT}. */
  public static void main(String[] arguments) throws Exception {
    try (SparkEngine engine = SparkEngine.open(new EngineOptions("local[2]", null, "1GB"))) {
      SparkSession session = engine.session();
      if (arguments[0].equals("ingest")) {
        new ValidationSql(session, arguments[1], arguments[2]).run();
      } else {
        transform(session, ByHand.inputs(arguments[1]), arguments[2]);
      }
    }
  }

  private static void transform(SparkSession session, Map<String, List<Path>> inputs, String out) {
    inputs.forEach(
        (table, files) ->
            session
                .read()
                .parquet(files.stream().map(Path::toString).toArray(String[]::new))
                .createOrReplaceTempView(table));
    ByHand.statements()
        .forEach(
            (table, select) -> {
              if (ByHand.isView(table)) {
                session.sql(spelled(select)).createOrReplaceTempView(table);
                return;
              }
              session.sql(spelled(select)).write().parquet(out + "/" + table);
              session.read().parquet(out + "/" + table).createOrReplaceTempView(table);
            });
    ByHand.checks().forEach(check -> session.sql(spelled(check)).collectAsList());
  }

  /** Spark has no VARCHAR without a length. */
  private static String spelled(String select) {
    return select.replaceAll("\\bVARCHAR\\b(?!\\()", "STRING");
  }
}
