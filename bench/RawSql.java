import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;

/**
 * What one would write by hand to ask a release: DuckDB over its Parquet files, and each statement of
 * standard input printed as CSV. Nothing is checked, and nothing is limited.
 */
final class RawSql {
  public static void main(String[] arguments) throws IOException, SQLException {
    String statements = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), false, StandardCharsets.UTF_8);
    try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new java.util.Properties());
        Statement statement = connection.createStatement();
        Stream<Path> files = Files.list(Path.of(arguments[0], "parquet"))) {
      for (Path file : files.toList()) {
        String table = file.getFileName().toString().replace(".parquet", "");
        statement.execute("CREATE VIEW \"%s\" AS FROM read_parquet('%s')".formatted(table, file));
      }
      for (String asked : List.of(statements.split(";\\s*(\n|$)"))) {
        if (!asked.isBlank()) {
          print(statement, asked, out);
        }
      }
    }
    out.flush();
  }

  private static void print(Statement statement, String asked, PrintStream out) throws SQLException {
    try (ResultSet rows = statement.executeQuery(asked)) {
      int width = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        StringBuilder line = new StringBuilder();
        for (int c = 1; c <= width; c++) {
          Object value = rows.getObject(c);
          line.append(c == 1 ? "" : ",").append(value == null ? "" : value);
        }
        out.println(line);
      }
    }
  }
}
