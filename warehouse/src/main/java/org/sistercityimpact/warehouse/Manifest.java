package org.sistercityimpact.warehouse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which files make up the warehouse's present state. A file that no manifest names does not exist
 * for a reader, so replacing the manifest is the commit. Immutable: each change gives a new one.
 *
 * @param format version of this layout; readers refuse a newer one
 * @param facts what produced the tables, by name (hashes of contracts, SQL, parameters)
 * @param tables each table's files, in reading order
 */
public record Manifest(
    int format, SortedMap<String, String> facts, SortedMap<String, List<DataFile>> tables) {

  /** The layout that this program writes. */
  public static final int FORMAT = 1;

  /** A warehouse that holds nothing yet. */
  public static final Manifest EMPTY = new Manifest(FORMAT, new TreeMap<>(), new TreeMap<>());

  public Manifest {
    facts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    TreeMap<String, List<DataFile>> copy = new TreeMap<>();
    tables.forEach((name, files) -> copy.put(name, List.copyOf(files)));
    tables = java.util.Collections.unmodifiableSortedMap(copy);
  }

  /** This state with one table's files replaced (or the table added). */
  public Manifest withTable(String table, List<DataFile> files) {
    TreeMap<String, List<DataFile>> next = new TreeMap<>(tables);
    next.put(table, files);
    return new Manifest(format, facts, next);
  }

  /** This state with files added to one table. */
  public Manifest withMoreFiles(String table, List<DataFile> more) {
    List<DataFile> files = new ArrayList<>(files(table));
    files.addAll(more);
    return withTable(table, files);
  }

  /** This state without the named tables. */
  public Manifest withoutTables(Collection<String> names) {
    TreeMap<String, List<DataFile>> next = new TreeMap<>(tables);
    next.keySet().removeAll(names);
    return new Manifest(format, facts, next);
  }

  /** This state with one fact set. */
  public Manifest withFact(String name, String value) {
    TreeMap<String, String> next = new TreeMap<>(facts);
    next.put(name, value);
    return new Manifest(format, next, tables);
  }

  /** This state as the bytes of its file. */
  public byte[] json() throws IOException {
    return ManifestJson.write(this);
  }

  /** The files of a table; empty when the table is not there. */
  public List<DataFile> files(String table) {
    return tables.getOrDefault(table, List.of());
  }

  /** Whether a table is there and all of it lies in that zone. */
  public boolean isIn(Zone zone, String table) {
    return tables.containsKey(table)
        && files(table).stream().allMatch(file -> file.path().startsWith(zone.folder() + "/"));
  }

  /** A fact, or null. */
  public String fact(String name) {
    return facts.get(name);
  }

  /** The paths of all files that count. */
  Set<String> paths() {
    Set<String> paths = new HashSet<>();
    for (Map.Entry<String, List<DataFile>> table : tables.entrySet()) {
      table.getValue().forEach(file -> paths.add(file.path()));
    }
    return paths;
  }
}
