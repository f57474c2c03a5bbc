import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.SparkSession;

/**
 * Spark's CSV reader and the contracts' rules as SQL: one pass over each dataset writes its rows
 * with a list of their problems, a second reads that and writes the problems alone.
 */
final class ValidationSql {
  private static final Path SQL = Path.of(System.getProperty("impact.home"), "sql");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SparkSession session;
  private final String inbox;
  private final String out;

  ValidationSql(SparkSession session, String inbox, String out) {
    this.session = session;
    this.inbox = inbox;
    this.out = out;
  }

  void run() throws Exception {
    session
        .read()
        .option("header", "true")
        .csv(inbox + "/registry/partnerships.csv")
        .createOrReplaceTempView("ties");
    try (Stream<Path> contracts = Files.list(SQL.resolve("contracts"))) {
      for (Path file : contracts.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        JsonNode contract = JSON.readTree(file.toFile());
        if (contract.path("impact").path("kind").asText().equals("submitted") && isSent(contract)) {
          take(contract);
        }
      }
    }
  }

  /** Whether any member has sent the dataset: the generator makes no stories, for one. */
  private boolean isSent(JsonNode contract) throws Exception {
    String file = contract.get("name").asText() + ".csv";
    try (Stream<Path> tree = Files.walk(Path.of(inbox), 3)) {
      return tree.anyMatch(path -> path.getFileName().toString().equals(file));
    }
  }

  private void take(JsonNode contract) throws Exception {
    String name = contract.get("name").asText();
    String schema =
        fields(contract).map(f -> f.get("name").asText() + " STRING").collect(Collectors.joining(", "));
    session
        .read()
        .schema(schema)
        .option("header", "true")
        .option("multiLine", "true")
        .option("escape", "\"")
        .csv(inbox + "/[12]*/*/" + name + ".csv")
        // A view hides where its rows come from, unless they say so themselves.
        .selectExpr("*", "_metadata")
        .createOrReplaceTempView("text");
    session.sql(checked(contract)).write().parquet(out + "/rows/" + name);
    session
        .read()
        .parquet(out + "/rows/" + name)
        .selectExpr("file", "source_row", "inline(problems)")
        .write()
        .parquet(out + "/problems/" + name);
  }

  private static Stream<JsonNode> fields(JsonNode contract) {
    return StreamSupport.stream(contract.get("fields").spliterator(), false);
  }

  private String checked(JsonNode contract) throws Exception {
    List<String> cells = new ArrayList<>();
    List<String> values = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (JsonNode field : (Iterable<JsonNode>) fields(contract)::iterator) {
      String column = field.get("name").asText();
      cells.add("NULLIF(TRIM(%1$s), '') AS %1$s".formatted(column));
      values.add(value(field) + " AS " + column + "_value");
      faults.addAll(faults(field));
    }
    String key =
        StreamSupport.stream(contract.get("primaryKey").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining(", "));
    if (!key.isEmpty()) {
      faults.add(fault("same_key > 1", contract.get("primaryKey").get(0).asText(), "conflicting-rows"));
    }
    for (JsonNode rule : contract.get("rules")) {
      faults.addAll(rule(rule));
    }
    return """
        SELECT *, ARRAY_COMPACT(ARRAY(%s)) AS problems
        FROM (
          SELECT t.*, %s, %s AS same_key, tie.tie_id
          FROM (
            SELECT %s,
              REPLACE(SUBSTRING_INDEX(_metadata.file_path, '/', -3), '%%20', ' ') AS file,
              CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(_metadata.file_path, '/', -3), '/', 1) AS INT) AS year,
              SUBSTRING_INDEX(SUBSTRING_INDEX(_metadata.file_path, '/', -2), '/', 1) AS member,
              CAST(1 + ROW_NUMBER() OVER (PARTITION BY _metadata.file_path ORDER BY MONOTONICALLY_INCREASING_ID()) AS INT) AS source_row
            FROM text
          ) AS t
          LEFT JOIN (SELECT partnership_id AS tie_id, member_id AS tie_member FROM ties) AS tie
            ON tie.tie_id = %s AND tie.tie_member = t.member
        ) AS v"""
        .formatted(
            String.join(",\n", faults),
            String.join(", ", values),
            key.isEmpty() ? "1" : "COUNT(*) OVER (PARTITION BY file, " + key + ")",
            String.join(", ", cells),
            cells.stream().anyMatch(c -> c.endsWith("AS partnership_id")) ? "t.partnership_id" : "NULL");
  }

  private static String value(JsonNode field) {
    String column = field.get("name").asText();
    return switch (field.get("type").asText()) {
      case "integer", "year" -> "TRY_CAST(%s AS INT)".formatted(column);
      case "number" -> "TRY_CAST(%s AS DECIMAL(18,4))".formatted(column);
      case "date" -> "TRY_CAST(%s AS DATE)".formatted(column);
      default -> column;
    };
  }

  private static List<String> faults(JsonNode field) throws Exception {
    String column = field.get("name").asText();
    String value = column + "_value";
    JsonNode limits = field.path("constraints");
    List<String> faults = new ArrayList<>();
    if (limits.path("required").asBoolean()) {
      faults.add(fault(column + " IS NULL", column, "value-missing"));
    }
    switch (field.get("type").asText()) {
      case "integer" -> {
        faults.add(fault(not(column, "[+-]?[0-9]+"), column, "not-a-whole-number"));
        range(faults, column, value, limits);
      }
      case "number" -> {
        int decimals = field.path("impact").path("decimals").asInt(2);
        faults.add(fault(not(column, "[+-]?[0-9]+([.][0-9]+)?"), column, "not-a-number"));
        faults.add(
            fault(column + " RLIKE '[.][0-9]{" + (decimals + 1) + ",}$'", column, "too-many-decimals"));
        range(faults, column, value, limits);
      }
      case "date" -> {
        faults.add(fault(not(column, "[0-9]{4}-[0-9]{2}-[0-9]{2}"), column, "not-a-date"));
        faults.add(
            fault(
                "%s RLIKE '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' AND %s IS NULL".formatted(column, value),
                column,
                "no-such-date"));
      }
      case "boolean" ->
          faults.add(fault(not(column, "(?i)(yes|no|y|n|true|false|1|0)"), column, "not-yes-or-no"));
      default -> {
        if (limits.has("pattern")) {
          faults.add(fault(not(column, limits.get("pattern").asText()), column, "wrong-form"));
        }
      }
    }
    if (limits.has("enum")) {
      faults.add(fault(column + " NOT IN (" + list(limits.get("enum")) + ")", column, "not-in-list"));
    }
    if (field.path("impact").has("reference")) {
      Path codes = SQL.resolve("reference/" + field.path("impact").get("reference").asText() + ".csv");
      String known =
          Files.readAllLines(codes).stream()
              .skip(1)
              .map(line -> "'" + line.split(",")[0] + "'")
              .collect(Collectors.joining(", "));
      faults.add(fault(column + " NOT IN (" + known + ")", column, "unknown-code"));
    }
    return faults;
  }

  private static void range(List<String> faults, String column, String value, JsonNode limits) {
    faults.add(fault(value + " < 0", column, "negative-number"));
    if (limits.has("minimum")) {
      faults.add(
          fault(value + " >= 0 AND " + value + " < " + limits.get("minimum"), column, "below-minimum"));
    }
    if (limits.has("exclusiveMinimum")) {
      faults.add(fault(value + " = " + limits.get("exclusiveMinimum"), column, "below-minimum"));
    }
    if (limits.has("maximum")) {
      faults.add(fault(value + " > " + limits.get("maximum"), column, "above-maximum"));
    }
  }

  private static List<String> rule(JsonNode rule) {
    String field = rule.path("field").asText();
    String code = rule.path("code").asText();
    String when = conditions(rule.path("when"), true);
    return switch (rule.get("rule").asText()) {
      case "own_partnership" ->
          List.of(fault(field + " IS NOT NULL AND tie_id IS NULL", field, "unknown-partnership"));
      case "not_before" ->
          List.of(fault("%s_value < %s_value".formatted(field, rule.get("other").asText()), field, code));
      case "in_reporting_year" ->
          List.of(fault("TRY_CAST(SUBSTRING(%s_value, 1, 4) AS INT) <> year".formatted(field), field, code));
      case "at_most" -> atMost(rule, code);
      case "at_most_days_between" ->
          List.of(
              fault(
                  "%s_value > DATEDIFF(%s_value, %s_value)"
                      .formatted(field, rule.get("to").asText(), rule.get("from").asText()),
                  field,
                  code));
      case "needs_value" -> List.of(fault(field + " IS NULL AND " + when, field, code));
      case "needs_one_of" ->
          List.of(
              fault(
                  all(rule, " IS NULL", " AND ")
                      + " AND " + when
                      + " AND NOT COALESCE(" + conditions(rule.path("unless"), false) + ", FALSE)",
                  rule.get("fields").get(0).asText(),
                  code));
      case "exactly_one_of" ->
          List.of(
              fault(all(rule, " IS NOT NULL", " AND "), rule.get("fields").get(0).asText(), code),
              fault(
                  all(rule, " IS NULL", " AND "),
                  rule.get("fields").get(0).asText(),
                  rule.get("none_code").asText()));
      case "maximum_when" ->
          List.of(
              fault(field + "_value > " + rule.get("maximum") + " AND " + when, field, code));
      default -> List.of();
    };
  }

  private static List<String> atMost(JsonNode rule, String code) {
    List<String> faults = new ArrayList<>();
    JsonNode fields = rule.get("fields");
    for (int i = 0; i + 1 < fields.size(); i++) {
      String low = fields.get(i).asText();
      String high = fields.get(i + 1).asText();
      faults.add(fault("%s_value > %s_value".formatted(low, high), low, code));
    }
    return faults;
  }

  private static String all(JsonNode rule, String test, String and) {
    return StreamSupport.stream(rule.get("fields").spliterator(), false)
        .map(f -> f.asText() + test)
        .collect(Collectors.joining(and));
  }

  private static String conditions(JsonNode when, boolean ifNone) {
    List<String> all = new ArrayList<>();
    when.properties()
        .forEach(
            c ->
                all.add(
                    c.getValue().has("in")
                        ? c.getKey() + " IN (" + list(c.getValue().get("in")) + ")"
                        : c.getValue().has("matches")
                            ? c.getKey() + " RLIKE '^" + c.getValue().get("matches").asText() + "$'"
                            : c.getKey() + " IS NOT NULL"));
    return all.isEmpty() ? String.valueOf(ifNone).toUpperCase() : String.join(" AND ", all);
  }

  private static String not(String column, String pattern) {
    return "NOT %s RLIKE '^(%s)$'".formatted(column, pattern);
  }

  private static String fault(String condition, String column, String code) {
    return "CASE WHEN %s THEN NAMED_STRUCT('column_name', '%s', 'code', '%s') END"
        .formatted(condition, column, code);
  }

  private static String list(JsonNode words) {
    return StreamSupport.stream(words.spliterator(), false)
        .map(word -> "'" + word.asText() + "'")
        .collect(Collectors.joining(", "));
  }
}
