package org.sistercityimpact.warehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement as DuckDB's own parser understands it. Nothing is run, and no table need be there.
 *
 * @param tree what {@code json_serialize_sql} gives; of a statement that is no SELECT, only that
 */
public record ParsedSql(JsonNode tree) {
  static final String TOO_DEEP = "Max expression depth limit";

  /**
   * EXPLAIN is followed by a SELECT, of which the parser tells all. No comments: what is one to
   * this pattern may be none to DuckDB.
   */
  static final Pattern EXPLAIN =
      Pattern.compile(
          "\\s*EXPLAIN\\b\\s*(?:ANALYZE\\b\\s*)?(?:\\(\\s*(?:ANALYZE|FORMAT)\\b[\\w\\s,]*\\))?",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> METRICS = Set.of("metrics", "published_metrics");
  private static final Set<String> SUMS = Set.of("sum", "avg", "fsum", "mean");
  private static final Set<String> LEVEL = Set.of("level");

  private static final ObjectMapper JSON = new ObjectMapper();

  /** DuckDB's parser. What asks it is prepared once: that takes two thirds of the time. */
  static final class Parser {
    private final PreparedStatement serializing;

    /** By way of an engine whose settings are made. */
    Parser(DuckDb engine) {
      try {
        // What is left out is most of it.
        serializing =
            engine
                .connection()
                .prepareStatement(
                    "SELECT CAST(json_serialize_sql(CAST(? AS VARCHAR), skip_null := true, skip_empty := true, skip_default := true) AS VARCHAR)");
      } catch (SQLException e) {
        throw DuckDb.failed(e);
      }
    }

    private synchronized String serialized(String text) {
      try {
        serializing.setString(1, text);
        try (ResultSet rows = serializing.executeQuery()) {
          rows.next();
          return rows.getString(1);
        }
      } catch (SQLException e) {
        throw DuckDb.failed(e);
      }
    }
  }

  /** The one that parses for whoever has no engine; it holds no table. */
  private static final class Alone {
    static final Parser PARSER = open();

    private static Parser open() {
      DuckDb engine = DuckDb.openPool(null, "100MB", 1);
      engine.execute(DuckDb.SHALLOW);
      return new Parser(engine);
    }
  }

  /**
   * Parses a text, of EXPLAIN what follows it; a fault in it is told by {@link #error}.
   *
   * @throws ConfigurationException if it is nested too deep
   */
  public static ParsedSql of(String text) {
    return of(text, Alone.PARSER);
  }

  static ParsedSql of(String text, Parser parser) {
    ParsedSql parsed = parse(text, parser);
    Matcher explain = EXPLAIN.matcher(text);
    return parsed.isOther() && explain.lookingAt()
        ? parse(text.substring(explain.end()), parser)
        : parsed;
  }

  private static ParsedSql parse(String text, Parser parser) {
    try {
      return new ParsedSql(JSON.readTree(parser.serialized(text)));
    } catch (JsonProcessingException e) {
      // Jackson reads a thousand levels.
      throw new ConfigurationException(TOO_DEEP, e);
    }
  }

  /** Whether the parser understood it, but not as a SELECT (or as what it takes for one). */
  public boolean isOther() {
    return tree.path("error_type").asText().equals("not implemented");
  }

  /** What is wrong with it, in DuckDB's words; null: it is one SELECT, or several. */
  public String error() {
    return tree.path("error").asBoolean() ? tree.path("error_message").asText() : null;
  }

  /**
   * The tables and views that it reads, in lower case and without their schema: not what its own
   * WITH names, but a table of such a name where the WITH itself reads it. Empty when there is an
   * {@link #error}.
   */
  public Set<String> tables() {
    Set<String> tables = new TreeSet<>();
    collect(tree, Set.of(), tables);
    return tables;
  }

  private static void collect(JsonNode node, Set<String> own, Set<String> tables) {
    Set<String> known = own;
    for (JsonNode with : node.path("cte_map").path("map")) {
      String name = with.path("key").asText().toLowerCase(Locale.ROOT);
      JsonNode value = with.path("value");
      Set<String> and = new HashSet<>(known);
      and.add(name);
      boolean recursive =
          value.path("query").path("node").path("type").asText().equals("RECURSIVE_CTE_NODE");
      collect(value, recursive ? and : known, tables);
      known = and;
    }
    if (node.path("type").asText().equals("BASE_TABLE")) {
      String name = node.path("table_name").asText().toLowerCase(Locale.ROOT);
      if (!known.contains(name)) {
        tables.add(name);
      }
    }
    for (JsonNode child : node) {
      if (child != node.get("cte_map")) {
        collect(child, known, tables);
      }
    }
  }

  /**
   * Whether it adds up figures of the table of metrics without a word about their level: each
   * counts at several, and the sum counts it as often.
   */
  public boolean addsUpLevels() {
    return addsUpLevels(tree);
  }

  private static boolean addsUpLevels(JsonNode node) {
    if (node.path("type").asText().equals("SELECT_NODE")
        && has(node.path("from_table"), "table_name", METRICS)
        && has(node.path("select_list"), "function_name", SUMS)
        && !has(node, "column_names", LEVEL)) {
      return true;
    }
    for (JsonNode child : node) {
      if (addsUpLevels(child)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a field of that name, anywhere below, has one of these values or holds one. */
  private static boolean has(JsonNode node, String field, Set<String> values) {
    JsonNode value = node.path(field);
    if (values.contains(value.asText().toLowerCase(Locale.ROOT))) {
      return true;
    }
    for (JsonNode one : value) {
      if (values.contains(one.asText().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    for (JsonNode child : node) {
      if (has(child, field, values)) {
        return true;
      }
    }
    return false;
  }
}
