package org.sistercityimpact.transform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.ParsedSql;
import org.sistercityimpact.warehouse.SqlEngine.Column;
import org.sistercityimpact.warehouse.Zone;

/**
 * One file under {@code sql/}: a header of {@code -- key: value} comments, then one SELECT. Of a
 * metric that takes rows of a model as they are, {@code -- figures: TABLE WHERE …} says which, and
 * no SELECT follows.
 *
 * <p>{@code -- columns:} is followed by one line a column, {@code -- name TYPE: what it is}. A
 * value may go on in the next comment line when that line is indented by three spaces or more.
 *
 * <p>It is read when something but its name is first asked for; every method but {@link #path} and
 * {@link #name} throws {@link ConfigurationException} that names the line when it is malformed.
 */
public final class SqlFile {

  private static final Pattern KEY = Pattern.compile("--\\s?([a-z_]+):\\s*(.*)");
  private static final Pattern CONTINUED = Pattern.compile("--\\s{3,}(.*)");
  private static final Pattern COLUMN =
      Pattern.compile("([a-z_0-9]+)\\s+([A-Z]+(?:\\(\\d+, ?\\d+\\))?)(?::\\s*(.*))?");
  private static final String FIGURES = "figures";
  private static final Pattern FIGURES_FORM = Pattern.compile("([a-z_0-9]+) WHERE (.+)");
  private static final Set<String> TYPES =
      Set.of("VARCHAR", "INTEGER", "BIGINT", "DATE", "TIMESTAMP", "BOOLEAN", "DOUBLE");

  private record Content(
      Map<String, String> header,
      List<Column> columns,
      Map<String, String> descriptions,
      String select) {}

  private final Path path;
  private final String name;
  private Content content;
  private Set<String> reads;

  /** The file of that path, not read yet. */
  SqlFile(Path path) {
    String file = path.getFileName().toString();
    this.path = path;
    this.name = file.substring(0, file.length() - ".sql".length());
  }

  /** The file. */
  public Path path() {
    return path;
  }

  /** The file's name without {@code .sql}; the table or metric it makes. */
  public String name() {
    return name;
  }

  /** The header's values by key, in order. */
  public Map<String, String> header() {
    return content().header();
  }

  /** The columns it promises, in order (empty for checks). */
  public List<Column> columns() {
    return content().columns();
  }

  /** What each column is, by its name. */
  public Map<String, String> descriptions() {
    return content().descriptions();
  }

  /** The SELECT, without a final semicolon. */
  public String select() {
    return content().select();
  }

  private synchronized Content content() {
    if (content == null) {
      content = read(path);
    }
    return content;
  }

  private static Content read(Path path) {
    List<String> lines;
    try {
      lines = Files.readAllLines(path);
    } catch (IOException e) {
      throw new ConfigurationException(
          "Cannot read SQL file '%s': %s (it must be readable UTF-8 text)"
              .formatted(path, e.getMessage()),
          e);
    }
    Map<String, String> header = new LinkedHashMap<>();
    List<Column> columns = new ArrayList<>();
    Map<String, String> descriptions = new LinkedHashMap<>();
    String key = null;
    String column = null;
    int row = 0;
    for (; row < lines.size() && lines.get(row).startsWith("--"); row++) {
      String line = lines.get(row);
      Matcher named = KEY.matcher(line);
      Matcher continued = CONTINUED.matcher(line);
      if (!continued.matches() && named.matches()) {
        key = named.group(1);
        header.put(key, named.group(2).strip());
      } else if (continued.matches() && "columns".equals(key)) {
        column = readColumn(path, row + 1, continued.group(1), column, columns, descriptions);
      } else if (continued.matches() && key != null) {
        header.merge(key, continued.group(1).strip(), (a, b) -> (a + " " + b).strip());
      } else if (!line.equals("--")) {
        throw new ConfigurationException(
            "Cannot read header line '%s' in %s:%d: it is no 'key: value' (write '-- key: value', or indent a continued line by three spaces)"
                .formatted(line, path, row + 1));
      }
    }
    header.remove("columns");
    String select = String.join("\n", lines.subList(row, lines.size())).strip();
    if (select.endsWith(";")) {
      select = select.substring(0, select.length() - 1);
    }
    if (select.isEmpty() && header.containsKey(FIGURES)) {
      select = figures(path, header.get(FIGURES));
    }
    if (select.isEmpty()) {
      throw new ConfigurationException(
          "Cannot run SQL file '%s': it holds no SELECT (add one below the header)"
              .formatted(path));
    }
    return new Content(header, List.copyOf(columns), descriptions, select);
  }

  private static String figures(Path path, String text) {
    Matcher figures = FIGURES_FORM.matcher(text);
    if (!figures.matches()) {
      throw new ConfigurationException(
          "Cannot read figures '%s' in %s: they are not of the form 'TABLE WHERE …' (docs/adding-things.md shows an example)"
              .formatted(text, path));
    }
    return "SELECT data_year, level, key, low, central, high, n, status, rows_not_computed\nFROM %s\nWHERE %s"
        .formatted(figures.group(1), figures.group(2));
  }

  /** The levels that a metric's header says it has figures for. */
  public List<Level> levels() {
    return Arrays.stream(require("levels").split(",\\s*")).map(Level::of).toList();
  }

  /**
   * The rows of a model that a metric takes as they are.
   *
   * @param table the model
   * @param condition which of its rows
   */
  public record Figures(String table, String condition) {}

  /** The rows that a metric takes as they are; empty where it has a SELECT of its own. */
  public Optional<Figures> figures() {
    return Optional.ofNullable(header().get(FIGURES))
        .map(FIGURES_FORM::matcher)
        .filter(Matcher::matches)
        .map(form -> new Figures(form.group(1), form.group(2)));
  }

  private static String readColumn(
      Path path,
      int row,
      String text,
      String previous,
      List<Column> columns,
      Map<String, String> descriptions) {
    Matcher column = COLUMN.matcher(text.strip());
    if (column.matches()
        && (TYPES.contains(column.group(2)) || column.group(2).startsWith("DECIMAL("))) {
      columns.add(new Column(column.group(1), column.group(2).replace(" ", "")));
      descriptions.put(column.group(1), column.group(3) == null ? "" : column.group(3).strip());
      return column.group(1);
    }
    if (previous == null) {
      throw new ConfigurationException(
          "Cannot read column '%s' in %s:%d: it is no 'name TYPE: description' (types: %s, DECIMAL(p,s))"
              .formatted(text.strip(), path, row, TYPES.stream().sorted().toList()));
    }
    descriptions.merge(previous, text.strip(), (a, b) -> (a + " " + b).strip());
    return previous;
  }

  /** A header value that must be there. */
  public String require(String key) {
    String value = header().get(key);
    if (value == null || value.isBlank()) {
      throw new ConfigurationException(
          "Cannot use SQL file '%s': its header lacks '%s' (add a line '-- %s: …')"
              .formatted(path, key, key));
    }
    return value;
  }

  /** The names of the key columns, which together are unique; empty when the header has no key. */
  public List<String> key() {
    String key = header().getOrDefault("key", "");
    return key.isBlank() ? List.of() : List.of(key.split("\\s*,\\s*"));
  }

  /**
   * The columns that rows are stored by: the key, or none when the header says {@code sorted: no},
   * which spares large tables a sort that costs more than all the rest of the model.
   */
  public List<String> order() {
    return header().getOrDefault("sorted", "yes").equals("no") ? List.of() : key();
  }

  /**
   * Whether a model's rows are kept; {@code stored: no} in the header makes it a view, made anew
   * where a model or a trace reads it.
   */
  public boolean stored() {
    return !header().getOrDefault("stored", "yes").equals("no");
  }

  /** The zone that this model's rows belong to; protected unless the header says tables. */
  public Zone zone() {
    return header().getOrDefault("zone", "protected").equals("tables")
        ? Zone.TABLES
        : Zone.PROTECTED;
  }

  /** The SELECT with each promised column cast to its promised type. */
  public String typedSelect() {
    return columns().stream()
        .map(c -> "CAST(%s AS %s) AS %s".formatted(c.name(), c.type(), c.name()))
        .collect(
            Collectors.joining(",\n  ", "SELECT\n  ", "\nFROM (\n" + select() + "\n) AS model"));
  }

  /** A SELECT of the same columns and types that tells whoever reads it that there are no rows. */
  String columnsOnly() {
    String told = "error('%s is not made yet')".formatted(name());
    return columns().stream()
        .map(c -> "CAST(%s AS %s) AS %s".formatted(told, c.type(), c.name()))
        .collect(Collectors.joining(", ", "SELECT ", " WHERE CAST(%s AS BOOLEAN)".formatted(told)));
  }

  /** The tables and views that the SELECT reads, its own WITH left out; none when it is faulty. */
  public synchronized Set<String> reads() {
    if (reads == null) {
      reads = ParsedSql.of(select()).tables();
    }
    return reads;
  }
}
