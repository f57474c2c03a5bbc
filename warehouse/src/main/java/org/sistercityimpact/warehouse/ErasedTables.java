package org.sistercityimpact.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBLogicalType;
import org.sistercityimpact.warehouse.SqlEngine.Column;

/**
 * Rewrites the Parquet files that hold a person, row by row: the same rows in the same order, with
 * other words in some cells. Nothing is computed, so that no figure can change.
 */
public final class ErasedTables implements AutoCloseable {
  private static final String ANYWHERE = "without_person";
  private static final String PERSONAL = "without_person_in";

  private final DuckDb engine;
  private final Set<String> personal;
  private final Of of;

  /**
   * Whose rows are looked through: those of one member, where a table says whose its rows are.
   *
   * @param member their id; null: everybody's
   * @param submissions ids of what they sent
   */
  public record Of(String member, Set<String> submissions) {
    /** Everybody's. */
    public static final Of ALL = new Of(null, Set.of());

    /** The condition for a row of a table with these columns. */
    private String condition(Set<String> columns) {
      if (member == null) {
        return "TRUE";
      }
      if (columns.contains("submission_id")) {
        // The same bytes may have been sent by two members: one original, erased for both.
        return Stream.concat(Stream.of(""), submissions.stream())
            .map(DuckDb::literal)
            .collect(Collectors.joining(", ", "submission_id IN (", ")"));
      }
      return columns.contains("member_id") ? "member_id = " + DuckDb.literal(member) : "TRUE";
    }
  }

  /**
   * What became of the tables of a manifest.
   *
   * @param manifest that names the new files
   * @param cells of each table how many were changed
   * @param removed paths of files that it no longer names, relative to the warehouse
   */
  public record Left(Manifest manifest, Map<String, Long> cells, List<String> removed) {
    /** Whether the person was in any table. */
    public boolean isChanged() {
      return !cells.isEmpty();
    }
  }

  /**
   * Over an engine of its own.
   *
   * @param of whose rows
   * @param personal names of columns whose cells are people
   * @param anywhere gives a text without the person
   * @param inPersonal the same for a cell of such a column
   */
  public ErasedTables(
      Of of,
      Set<String> personal,
      UnaryOperator<String> anywhere,
      UnaryOperator<String> inPersonal) {
    this.of = of;
    this.personal = Set.copyOf(personal);
    engine = DuckDb.open(null, "1GB");
    register(ANYWHERE, anywhere);
    register(PERSONAL, inPersonal);
  }

  private void register(String name, UnaryOperator<String> erasing) {
    try (DuckDBLogicalType text = DuckDBLogicalType.of(DuckDBColumnType.VARCHAR);
        var builder = DuckDBFunctions.scalarFunction()) {
      builder
          .withName(name)
          .withParameter(text)
          .withReturnType(text)
          .withVectorizedFunction(
              (in, out) -> {
                for (long row = 0; row < in.rowCount(); row++) {
                  if (in.vector(0).isNull(row)) {
                    out.setNull(row);
                  } else {
                    out.setString(row, erasing.apply(in.vector(0).getString(row)));
                  }
                }
              })
          .register(engine.connection());
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot hand a function to DuckDB", e);
    }
  }

  /**
   * Looks through the tables of a zone.
   *
   * @param warehouse whose files they are, or the one inside an edition
   * @param rewrite takes the new files
   */
  public Left without(Path warehouse, Manifest manifest, Zone zone, Rewrite rewrite)
      throws IOException {
    Manifest next = manifest;
    Map<String, Long> cells = new TreeMap<>();
    List<String> removed = new ArrayList<>();
    for (String table : manifest.tables().keySet()) {
      List<DataFile> files = new ArrayList<>();
      long changed = 0;
      for (DataFile file : manifest.files(table)) {
        Found found =
            file.path().startsWith(zone.folder() + "/")
                ? look(warehouse.resolve(file.path()))
                : Found.NOTHING;
        changed += found.cells;
        if (found.cells == 0) {
          files.add(file);
        } else {
          files.add(rewritten(warehouse, file, found, rewrite));
          removed.add(file.path());
        }
      }
      if (changed > 0) {
        cells.put(table, changed);
        next = next.withTable(table, files);
      }
    }
    return new Left(next, cells, removed);
  }

  /** Whether any cell of a zone's tables names the person. */
  public boolean holds(Path warehouse, Manifest manifest, Zone zone) {
    return manifest.tables().values().stream()
        .flatMap(List::stream)
        .filter(file -> file.path().startsWith(zone.folder() + "/"))
        .anyMatch(file -> look(warehouse.resolve(file.path())).cells > 0);
  }

  /** Columns to be changed, each with what stands there instead. */
  private record Found(long cells, Map<String, String> columns) {
    static final Found NOTHING = new Found(0, Map.of());
  }

  private Found look(Path parquet) {
    engine.expose("person", List.of(parquet));
    Map<String, String> columns = new LinkedHashMap<>();
    List<Column> all = engine.describe("SELECT * FROM person");
    String condition = of.condition(all.stream().map(Column::name).collect(Collectors.toSet()));
    for (Column column : all) {
      if (column.type().equals("VARCHAR")) {
        String function = personal.contains(column.name()) ? PERSONAL : ANYWHERE;
        columns.put(
            column.name(),
            "CASE WHEN %1$s THEN %2$s(\"%3$s\") ELSE \"%3$s\" END"
                .formatted(condition, function, column.name()));
      }
    }
    if (columns.isEmpty()) {
      return Found.NOTHING;
    }
    List<String> counts = new ArrayList<>();
    columns.forEach(
        (name, changed) ->
            counts.add("COUNT(*) FILTER (%s IS DISTINCT FROM \"%s\")".formatted(changed, name)));
    Object[] row =
        engine.read("SELECT " + String.join(", ", counts) + " FROM person").values().get(0);
    long cells = 0;
    int i = 0;
    for (String name : List.copyOf(columns.keySet())) {
      long changed = (Long) row[i++];
      cells += changed;
      if (changed == 0) {
        columns.remove(name);
      }
    }
    return new Found(cells, columns);
  }

  private DataFile rewritten(Path warehouse, DataFile file, Found found, Rewrite rewrite)
      throws IOException {
    Path aside = rewrite.aside();
    List<String> replaced = new ArrayList<>();
    found.columns.forEach((name, changed) -> replaced.add(changed + " AS \"" + name + "\""));
    engine.execute("SET threads = 1");
    long rows =
        engine.save(
            "SELECT * REPLACE (" + String.join(", ", replaced) + ") FROM person",
            aside,
            engine.about(warehouse.resolve(file.path())));
    Access access =
        file.path().startsWith(Zone.PROTECTED.folder() + "/") ? Access.PRIVATE : Access.SHARED;
    access.give(aside);
    String sha256 = Warehouse.sha256(aside);
    String path =
        file.path().substring(0, file.path().lastIndexOf('/') + 1)
            + sha256.substring(0, 20)
            + ".parquet";
    long bytes = Files.size(aside);
    rewrite.put(aside, warehouse.resolve(path));
    return new DataFile(path, rows, bytes, sha256);
  }

  @Override
  public void close() {
    engine.close();
  }
}
