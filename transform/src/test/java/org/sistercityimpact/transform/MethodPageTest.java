package org.sistercityimpact.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** {@code docs/method.md} says what the headers of the metrics and the parameter tables say. */
class MethodPageTest {
  private static final Path PAGE = RawNetwork.SQL.resolveSibling("docs/method.md");
  private static final Path CURRENT = Path.of("target", "method.md");

  /** Longer tables are told in one line, and read in their file. */
  private static final int LISTED = 20;

  private static final List<String> GOALS =
      List.of(
          "develop municipal partnerships",
          "let officials and citizens explore other cultures",
          "economic and community development",
          "creative exchange",
          "two-way, mutually beneficial",
          "volunteer action",
          "collaborate with organizations that share the goals",
          "cost and trust");

  @Test
  void theGeneratedTablesAreUpToDate() throws IOException {
    String page = Files.readString(PAGE);
    String current = with("parameters", parameters(), with("metrics", metrics(), page));
    Files.createDirectories(CURRENT.getParent());
    Files.writeString(CURRENT, current);
    assertTrue(
        current.equals(page),
        "docs/method.md is out of date: copy transform/target/method.md over it and look at the difference");
  }

  @Test
  void everyCheckAndTestThatTheRulesNameIsThere() throws IOException {
    String rules = Files.readString(PAGE).split("## From a row")[0];
    List<String> checks =
        SqlFolder.read(RawNetwork.SQL).checks().stream().map(SqlFile::name).toList();
    Matcher named = Pattern.compile("`([a-z_]+)`").matcher(rules);
    while (named.find()) {
      assertTrue(
          checks.contains(named.group(1))
              || List.of("contributions", "metric_definitions").contains(named.group(1)),
          "the rules name the check " + named.group(1));
    }
  }

  private static String with(String name, String table, String page) {
    String begin = "<!-- generated: " + name + " -->\n";
    int from = page.indexOf(begin) + begin.length();
    int to = page.indexOf("<!-- end -->", from);
    assertTrue(from >= begin.length() && to >= from, "docs/method.md has no place for " + name);
    return page.substring(0, from) + table + page.substring(to);
  }

  private static String metrics() {
    List<SqlFile> metrics = SqlFolder.read(RawNetwork.SQL).metrics();
    metrics.forEach(metric -> assertFalse(metric.require("counts").isBlank(), metric.name()));
    assertEquals(
        List.of(),
        metrics.stream()
            .filter(m -> !GOALS.contains(m.require("goal")))
            .map(SqlFile::name)
            .toList(),
        "each metric serves a goal of the method");
    StringBuilder text = new StringBuilder();
    for (String goal : GOALS) {
      text.append("\n**").append(goal.substring(0, 1).toUpperCase()).append(goal.substring(1));
      text.append("**\n\n| metric | unit | levels | formula |\n|---|---|---|---|\n");
      for (SqlFile metric : metrics) {
        if (metric.require("goal").equals(goal)) {
          text.append(
              "| %s `%s` | %s | %s | %s |\n"
                  .formatted(
                      metric.require("title"),
                      metric.name(),
                      metric.require("unit"),
                      levels(metric.require("levels")),
                      metric.require("formula")));
        }
      }
    }
    return text.append('\n').toString();
  }

  private static String levels(String levels) {
    return switch (levels) {
      case "network, state, member, partnership, partner_country, purpose" -> "all";
      case "network, state, member, partnership, partner_country" -> "all but purpose";
      default -> levels;
    };
  }

  private static String parameters() throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("| parameter | key | low | central | high | unit | confidence |\n");
    text.append("|---|---|---|---|---|---|---|\n");
    for (Map.Entry<String, List<CSVRecord>> table : tables().entrySet()) {
      List<CSVRecord> rows = table.getValue();
      if (rows.size() > LISTED) {
        text.append(
            "| [`%1$s`](../sql/parameters/%1$s.csv) | %2$d rows, `%3$s` to `%4$s` | | | | %5$s | %6$s |\n"
                .formatted(
                    table.getKey(),
                    rows.size(),
                    rows.get(0).get("key"),
                    rows.get(rows.size() - 1).get("key"),
                    rows.get(0).get("unit"),
                    distinct(rows, "confidence")));
        continue;
      }
      for (CSVRecord row : rows) {
        text.append(
            Stream.of("key", "low", "central", "high", "unit", "confidence")
                .map(row::get)
                .collect(
                    Collectors.joining(
                        " | ",
                        "| [`%1$s`](../sql/parameters/%1$s.csv) | ".formatted(table.getKey()),
                        " |\n")));
      }
    }
    text.append("\nSources, as the tables have them:\n\n");
    for (Map.Entry<String, List<CSVRecord>> table : tables().entrySet()) {
      List<String> sources =
          table.getValue().stream()
              .map(row -> row.get("source").split("; as reported by")[0])
              .distinct()
              .limit(3)
              .toList();
      text.append("- `%s`: %s\n".formatted(table.getKey(), String.join("; ", sources)));
    }
    return text.toString();
  }

  private static String distinct(List<CSVRecord> rows, String column) {
    return rows.stream().map(row -> row.get(column)).distinct().collect(Collectors.joining(", "));
  }

  private static Map<String, List<CSVRecord>> tables() throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    Map<String, List<CSVRecord>> tables = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(RawNetwork.SQL.resolve("parameters"))) {
      for (Path file :
          files
              .filter(f -> f.toString().endsWith(".csv") && !f.endsWith("plausible.csv"))
              .sorted()
              .toList()) {
        String name = file.getFileName().toString().replace(".csv", "");
        try (var reader = Files.newBufferedReader(file)) {
          tables.put(name, format.parse(reader).getRecords());
        }
      }
    }
    return tables;
  }
}
