import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.warehouse.EngineOptions;
import org.sistercityimpact.warehouse.Rows;
import org.sistercityimpact.warehouse.SqlEngine;
import org.sistercityimpact.warehouse.SqlEngineProvider;

/** Asks a release's worked queries of Spark over its Parquet files, and compares with the results that it ships. */
final class SparkReads {
  public static void main(String[] arguments) throws IOException {
    Path release = Path.of(arguments[0]);
    List<String> different = new ArrayList<>();
    List<Path> queries = files(release.resolve("queries"), ".sql");
    try (SqlEngine engine = SqlEngineProvider.open("spark", new EngineOptions("local[2]", null, "1GB"))) {
      for (Path table : files(release.resolve("parquet"), ".parquet")) {
        engine.expose(table.getFileName().toString().replace(".parquet", ""), List.of(table));
      }
      for (Path query : queries) {
        Path result = query.resolveSibling(query.getFileName().toString().replace(".sql", ".csv"));
        try {
          if (!csv(engine.read(Files.readString(query))).equals(Files.readString(result))) {
            different.add(query.getFileName().toString());
          }
        } catch (RuntimeException e) {
          different.add(query.getFileName() + " (" + e.getMessage() + ")");
        }
      }
    }
    System.out.printf(
        "Spark over the same Parquet files: %d of %d worked queries give the results that the release ships%s%n",
        queries.size() - different.size(),
        queries.size(),
        different.isEmpty() ? "" : "; others: " + different);
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static String csv(Rows rows) {
    String header = rows.columns().stream().map(SqlEngine.Column::name).collect(Collectors.joining(",", "", "\n"));
    return header
        + rows.values().stream()
            .map(row -> Stream.of(row).map(SparkReads::cell).collect(Collectors.joining(",", "", "\n")))
            .collect(Collectors.joining());
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    String text = value instanceof java.math.BigDecimal number ? number.toPlainString() : value.toString();
    return text.isEmpty() || text.matches("(?s).*[\",\\n\\r].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
