package org.sistercityimpact.transform.trace;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sistercityimpact.transform.SqlFile;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.warehouse.SqlEngine.Column;

/** What a trace can read rows from: the stored models, and the files of {@code sql/trace}. */
final class Sources {

  /**
   * A table.
   *
   * @param from what stands after FROM
   * @param columns the names of its columns
   */
  record Source(String from, Set<String> columns) {}

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
    return new Source(from, file.columns().stream().map(Column::name).collect(Collectors.toSet()));
  }

  /** The table of that name; null when there is none. */
  Source find(String name) {
    return sources.get(name);
  }

  /** What stands after FROM for a table that must be there. */
  String from(String name) {
    return sources.get(name).from();
  }
}
