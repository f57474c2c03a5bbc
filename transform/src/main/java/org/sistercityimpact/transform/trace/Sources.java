package org.sistercityimpact.transform.trace;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sistercityimpact.transform.SqlFile;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.SqlEngine.Column;

/** What a trace can read rows from: the stored models, and the files of {@code sql/trace}. */
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

  private final Map<String, Source> sources = new HashMap<>();

  Sources(SqlFolder sql) {
    sql.layers()
        .forEach(
            layer ->
                layer
                    .models()
                    .forEach(model -> sources.put(model.name(), source(model, model.name()))));
    // Not stored: computed where it is asked for, so that the engine reads no more than is asked.
    sql.traces()
        .forEach(
            file ->
                sources.put(
                    file.name(), source(file, "(" + file.typedSelect() + ") AS " + file.name())));
  }

  private static Source source(SqlFile file, String from) {
    return new Source(
        file.name(),
        from,
        file.columns().stream().map(Column::name).collect(Collectors.toSet()),
        file.select());
  }

  /** The table of that name; null when there is none. */
  Source find(String name) {
    return sources.get(name);
  }
}
