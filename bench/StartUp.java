import org.sistercityimpact.warehouse.EngineOptions;
import org.sistercityimpact.warehouse.SqlEngine;
import org.sistercityimpact.warehouse.SqlEngineProvider;

/** Opens Spark and asks it one question. */
final class StartUp {
  public static void main(String[] arguments) {
    try (SqlEngine engine =
        SqlEngineProvider.open("spark", new EngineOptions(arguments[0], null, "1GB"))) {
      engine.read("SELECT 1 AS one");
    }
  }
}
