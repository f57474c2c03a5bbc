package org.sistercityimpact.transform.trace;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sistercityimpact.transform.SqlFile;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.SqlEngine.Column;

/**
 * What a trace can read rows from: the stored models, and the files of {@code sql/trace}, made of
 * models, stored or not.
 */
final class Sources {

  /**
   * A table.
   *
   * @param name the model's or the file's
   * @param from what stands after FROM
   * @param columns the names of its columns
   * @param select what makes it
   */
  record Source(String name, String from, Set<String> columns, String select) {

    /** Whether it can hold rows of a measure: it has none of one that its SELECT never names. */
    boolean names(String measure) {
      return select.contains(DuckDb.literal(measure));
    }
  }

  private final Map<String, SqlFile> models = new HashMap<>();
  private final Map<String, SqlFile> views = new HashMap<>();

  Sources(SqlFolder sql) {
    sql.models().forEach(model -> models.put(model.name(), model));
    sql.traces().forEach(file -> views.put(file.name(), file));
  }

  /** The table of that name; null when there is none. */
  Source find(String name) {
    SqlFile file = views.getOrDefault(name, models.get(name));
    if (file == null) {
      return null;
    }
    boolean held = !views.containsKey(name) && file.stored();
    return source(file, held ? name : "(" + made(file) + ") AS " + name);
  }

  /** Computed where it is asked for, so that the engine reads no more than is asked. */
  private String made(SqlFile view) {
    String with =
        view.reads().stream()
            .map(models::get)
            .filter(model -> model != null && !model.stored())
            .map(model -> model.name() + " AS (" + made(model) + ")")
            .collect(Collectors.joining(", "));
    return (with.isEmpty() ? "" : "WITH " + with + "\n") + view.typedSelect();
  }

  private static Source source(SqlFile file, String from) {
    return new Source(
        file.name(),
        from,
        file.columns().stream().map(Column::name).collect(Collectors.toSet()),
        file.select());
  }
}
