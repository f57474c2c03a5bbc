package org.sistercityimpact.release.diff;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sistercityimpact.transform.SqlFile;
import org.sistercityimpact.transform.SqlFolder;

/** What the SQL files of two editions make otherwise, and which metrics are made by them. */
final class MethodChange {
  private final SqlFolder before;
  private final SqlFolder after;
  private final Set<String> files;
  private final Map<String, Set<String>> madeFrom = new HashMap<>();

  MethodChange(SqlFolder before, SqlFolder after) {
    this.before = before;
    this.after = after;
    this.files = otherSql();
  }

  /** The files that differ, by path. */
  List<String> files() {
    return List.copyOf(files);
  }

  /** Whether a file that differs has a part in a metric. */
  boolean reaches(String metric) {
    return madeFrom(metric).stream().anyMatch(files::contains);
  }

  /** Whether a metric is made from the rows of a dataset or table of the registry. */
  boolean reads(String metric, String dataset) {
    return madeFrom(metric).contains("raw_" + dataset);
  }

  private Set<String> madeFrom(String metric) {
    return madeFrom.computeIfAbsent(
        metric,
        name ->
            after.metrics().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .map(this::madeFrom)
                .orElse(Set.of()));
  }

  /**
   * What SQL files of the two editions make otherwise, by path; a title or a comment makes none.
   */
  private Set<String> otherSql() {
    // By name, so that a file which only moved to another folder is the same.
    Map<String, SqlFile> was = files(before);
    Map<String, SqlFile> is = files(after);
    Set<String> differing = new TreeSet<>();
    was.forEach(
        (name, file) -> {
          if (!is.containsKey(name)) {
            differing.add(path(before, file));
          }
        });
    is.forEach(
        (name, file) -> {
          if (!was.containsKey(name) || !text(was.get(name)).equals(text(file))) {
            differing.add(path(after, file));
          }
        });
    return differing;
  }

  private static Map<String, SqlFile> files(SqlFolder folder) {
    Map<String, SqlFile> files = new TreeMap<>();
    folder.models().forEach(file -> files.put("model " + file.name(), file));
    folder.metrics().forEach(file -> files.put("metric " + file.name(), file));
    return files;
  }

  private static String text(SqlFile file) {
    return file.columns() + "\n" + file.select();
  }

  private static String path(SqlFolder folder, SqlFile file) {
    return folder.folder().relativize(file.path()).toString().replace('\\', '/');
  }

  /**
   * The paths of the files that make a table or metric, and the names of all tables that they read.
   */
  private Set<String> madeFrom(SqlFile file) {
    Map<String, SqlFile> models = after.models().collect(Collectors.toMap(SqlFile::name, m -> m));
    Set<String> made = new HashSet<>();
    Deque<SqlFile> open = new ArrayDeque<>(List.of(file));
    while (!open.isEmpty()) {
      SqlFile next = open.pop();
      if (made.add(path(after, next))) {
        made.addAll(next.reads());
        next.reads().stream().map(models::get).filter(Objects::nonNull).forEach(open::push);
      }
    }
    return made;
  }
}
