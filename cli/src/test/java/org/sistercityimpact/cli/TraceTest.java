package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.sistercityimpact.cli.Shell.Said;

/** Figures of the sample, from the printed page down to the lines of the cities' files. */
class TraceTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void everyFigureOfEveryMetricAtEveryLevelKeyAndYearIsExactlyItsRows() {
    Said said = Shell.run("trace", "--check", "--warehouse", Demo.WAREHOUSE).good();
    assertTrue(
        said.out()
            .matches(
                "1\\d\\d,\\d{3} figures of 69 metrics added up anew from their rows: all agree\n"),
        said.out());
  }

  @Test
  void aTextIsPrintedForEachUnit() throws IOException {
    JsonNode metrics =
        JSON.readTree(
            Shell.run(
                    "sql",
                    "--json",
                    "--warehouse",
                    Demo.WAREHOUSE,
                    "SELECT unit, MIN(metric_id) AS metric_id FROM metric_definitions WHERE levels LIKE 'network%' GROUP BY unit ORDER BY unit")
                .good()
                .out());
    assertTrue(metrics.size() > 10, metrics.toString());
    for (JsonNode metric : metrics) {
      Said said =
          Shell.run("trace", metric.get("metric_id").asText(), "--warehouse", Demo.WAREHOUSE);
      assertEquals(0, said.code(), metric + said.err());
    }
  }

  @Test
  void aRowLeadsToTheFiguresInWhichItCounts() throws IOException {
    JsonNode row =
        JSON.readTree(
                Shell.run("trace", "people_in", "--json", "--warehouse", Demo.WAREHOUSE)
                    .good()
                    .out())
            .get("rows")
            .get(0);
    JsonNode use =
        JSON.readTree(
            Shell.run(
                    "trace",
                    "--file",
                    row.get("file").asText(),
                    "--row",
                    row.get("source_row").asText(),
                    "--json",
                    "--warehouse",
                    Demo.WAREHOUSE)
                .good()
                .out());
    JsonNode people = null;
    for (JsonNode each : use.get("uses")) {
      people = each.get("metric").asText().equals("people_in") ? each : people;
    }
    assertEquals(
        new BigDecimal(row.get("central").asText()).stripTrailingZeros(),
        new BigDecimal(people.get("central").asText()).stripTrailingZeros());
    assertEquals("", people.get("figures").get("network").asText());
    // Each figure that it is said to count in has the row among its own.
    for (Map.Entry<String, JsonNode> figure : people.get("figures").properties()) {
      if (figure.getKey().equals("network")) {
        continue; // It came from there.
      }
      String rows =
          Shell.run(
                  "trace",
                  "people_in",
                  "--level",
                  figure.getKey(),
                  "--key",
                  figure.getValue().asText(),
                  "--year",
                  use.get("data_year").asText(),
                  "--format",
                  "csv",
                  "--warehouse",
                  Demo.WAREHOUSE)
              .good()
              .out();
      assertTrue(rows.contains(row.get("file").asText()), figure + "\n" + rows);
    }
    // By the member's own id it is the same row.
    assertEquals(
        use,
        JSON.readTree(
            Shell.run(
                    "trace",
                    "--member",
                    use.get("member_id").asText(),
                    "--id",
                    use.get("id").asText(),
                    "--year",
                    use.get("data_year").asText(),
                    "--json",
                    "--warehouse",
                    Demo.WAREHOUSE)
                .good()
                .out()));
  }

  @Test
  void aRowThatCountsNowhereSaysWhy() throws IOException {
    JsonNode rejected =
        JSON.readTree(
                Shell.run(
                        "sql",
                        "--json",
                        "--warehouse",
                        Demo.WAREHOUSE,
                        "SELECT p.file, p.source_row, p.message FROM problems AS p JOIN submissions AS s USING (submission_id) WHERE s.status = 'in_force' AND p.severity = 'error' AND p.source_row IS NOT NULL ORDER BY p.file, p.source_row LIMIT 1")
                    .good()
                    .out())
            .get(0);
    String said =
        Shell.run(
                "trace",
                "--file",
                rejected.get("file").asText(),
                "--row",
                rejected.get("source_row").asText(),
                "--warehouse",
                Demo.WAREHOUSE)
            .good()
            .out();
    assertTrue(said.contains("Counts in no figure: the row was not accepted: "), said);
    assertTrue(said.contains(rejected.get("message").asText()), said);
    assertEquals(
        "Cannot trace row 3 of 'nothing.csv': no file of that name was received (SELECT file FROM submissions lists all)\n",
        Shell.run("trace", "--file", "nothing.csv", "--row", 3, "--warehouse", Demo.WAREHOUSE)
            .err());
    assertEquals(
        "Cannot trace metric 'people_in' for key 'CA': more than one level has it (say which with --level: partner_country, state)\n",
        Shell.run("trace", "people_in", "--key", "CA", "--warehouse", Demo.WAREHOUSE).err());
  }

  @Test
  void oneFigureOfEachKindOnThePagesLeadsToTheLinesThatTheCitiesSent() throws IOException {
    // The first printed of each metric, in the national report and then in the briefs.
    Map<String, JsonNode> picked = new LinkedHashMap<>();
    for (JsonNode figure : JSON.readTree(Demo.REPORTS.resolve("figures.json").toFile())) {
      String metric = figure.get("metric_id").asText();
      String definition =
          Files.readString(ImpactCommand.home().resolve("sql/metrics/" + metric + ".sql"));
      // A plain metric's trace is made from what its header says of its figures.
      if (definition.contains("-- trace:") || definition.contains("-- figures:")) {
        picked.putIfAbsent(metric + " " + figure.get("level").asText(), figure);
      }
    }
    int sums = 0;
    Map<String, String> pages = new HashMap<>();
    for (JsonNode figure : picked.values()) {
      String page =
          pages.computeIfAbsent(
              figure.get("pdf").asText() + "#" + figure.get("page").asInt(),
              place ->
                  text(
                      Demo.REPORTS.resolve(figure.get("pdf").asText()),
                      figure.get("page").asInt()));
      String printed = figure.get("text").asText();
      assertTrue(page.contains(printed), figure + " does not stand on its page");
      JsonNode trace = trace(figure.get("figure_id").asText());
      assertTrue(trace.get("rows_add_up").asBoolean(), trace::toString);
      for (String field : List.of("metric_id", "level", "key", "data_year")) {
        assertEquals(figure.get(field), trace.get(field), figure::toString);
      }
      if (printed.equals("withheld")) {
        assertEquals("withheld", trace.get("printed_status").asText(), figure::toString);
      } else if (trace.get("terms").size() == 1
          && trace.get("status").asText().equals("value")
          && !trace.get("level").asText().equals("peer")) {
        String bound = figure.get("figure_id").asText().replaceAll(".*/(low|high)(#\\d+)?$", "$1");
        if (!List.of("low", "high").contains(bound)) {
          bound = "central";
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode row : trace.get("rows")) {
          sum = sum.add(new BigDecimal(row.get(bound).asText()));
          assertStands(row);
        }
        assertEquals(0, sum.compareTo(new BigDecimal(trace.get(bound).asText())), trace::toString);
        BigDecimal exact = new BigDecimal(figure.get("value").asText());
        assertEquals(
            0,
            sum.setScale(exact.scale(), RoundingMode.HALF_UP).compareTo(exact),
            figure::toString);
        sums++;
      }
    }
    assertTrue(picked.size() >= 40, picked.keySet().toString());
    assertTrue(sums >= 20, sums + " sums");
  }

  @Test
  void everyPrintedAmountOfTheSensitivityIsTheSumOfItsRows() throws IOException {
    int moved = 0;
    for (JsonNode figure : JSON.readTree(Demo.REPORTS.resolve("figures.json").toFile())) {
      if (figure.get("level").asText().equals("assumption")) {
        String id = figure.get("figure_id").asText();
        JsonNode trace = trace(id);
        assertTrue(trace.get("rows_add_up").asBoolean(), id);
        BigDecimal low = new BigDecimal(trace.get("low").asText());
        BigDecimal high = new BigDecimal(trace.get("high").asText());
        BigDecimal printed = new BigDecimal(figure.get("value").asText());
        BigDecimal traced =
            id.contains("/low") ? low : id.contains("/high") ? high : high.subtract(low).abs();
        assertEquals(printed, traced.setScale(printed.scale(), RoundingMode.HALF_UP), id);
        moved++;
      }
    }
    assertTrue(moved >= 20, moved + " amounts with an assumption moved");
  }

  /** The line that a row names is in the file, and is neither the header nor beyond the end. */
  private static void assertStands(JsonNode row) throws IOException {
    Path file = Shell.sample().resolve(row.get("file").asText());
    assertTrue(Files.isRegularFile(file), row::toString);
    if (!row.get("source_row").isNull()) {
      String[] lines =
          new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
              .split("\r\n|\n|\r", -1);
      int line = row.get("source_row").asInt();
      assertTrue(line > 1 && line <= lines.length && !lines[line - 1].isBlank(), row::toString);
    }
  }

  @Test
  void theJsonHoldsAllRowsAndDecimalsAsStrings() throws IOException {
    JsonNode trace =
        trace(
            "visitor_spend_direct",
            "--level",
            "member",
            "--key",
            "US-TX-fort-worth",
            "--year",
            "2025");

    List<String> names = new ArrayList<>();
    trace.fieldNames().forEachRemaining(names::add);
    assertTrue(
        names.containsAll(
            List.of(
                "metric_id",
                "level",
                "key",
                "data_year",
                "low",
                "central",
                "high",
                "parameters",
                "rows")),
        names.toString());
    assertTrue(trace.get("central").isTextual());
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (JsonNode row : trace.get("rows")) {
      for (String bound : List.of("low", "central", "high")) {
        sums.merge(bound, new BigDecimal(row.get(bound).textValue()), BigDecimal::add);
      }
      assertEquals("2025/US-TX-fort-worth/exchanges.csv", row.get("file").asText());
    }
    sums.forEach((bound, sum) -> assertEquals(trace.get(bound).textValue(), sum.toPlainString()));
    for (JsonNode parameter : trace.get("parameters")) {
      assertTrue(
          parameter.get("central").isTextual() && !parameter.get("source").asText().isBlank(),
          parameter::toString);
    }
  }

  @Test
  void theTextSaysThatAFigureIsWithheldInPrint() {
    String text =
        Shell.run(
                "trace",
                "trade_value_reported",
                "--key",
                "US-NE-omaha",
                "--year",
                2025,
                "--warehouse",
                Demo.WAREHOUSE)
            .good()
            .out();
    assertTrue(
        text.replaceAll("\\s+", " ")
            .contains(
                "in print withheld: answers of few people or dollars of few firms, or what would give them away; what stands here must not leave the office"),
        text);
  }

  @Test
  void theTextSaysTheFigureThenHowItCameAboutThenItsRows() {
    assertEquals(
        """
        Share of officials, Nashville (US-TN-nashville), 2022: 0.1111 (11.1%)

          formula      officials ÷ people, over the exchanges where officials is filled; n = these people
          n            27
          in numbers   3 ÷ 27 = 0.1111
                       that is officials ÷ people
          reported by  exchanges: 1 of 1 expected member

        officials: 2 rows, together 3
          amount  row  file
          RULE
               3    5  2022/US-TN-nashville/exchanges.csv
               0    6  2022/US-TN-nashville/exchanges.csv

        people: 2 rows, together 27
          amount  row  file
          RULE
               5    5  2022/US-TN-nashville/exchanges.csv
              22    6  2022/US-TN-nashville/exchanges.csv

        Added up anew: the rows give exactly this figure, low, central and high.
        """
            .replace("RULE", "─".repeat(49)),
        Shell.run(
                "trace",
                "officials_share",
                "--key",
                "US-TN-nashville",
                "--year",
                2022,
                "--warehouse",
                Demo.WAREHOUSE)
            .good()
            .out());
  }

  @Test
  void theRowsAloneAreACsv() {
    List<String> lines =
        Shell.run(
                "trace",
                "people_in",
                "--key",
                "TX",
                "--format",
                "csv",
                "--warehouse",
                Demo.WAREHOUSE)
            .good()
            .out()
            .lines()
            .toList();
    assertEquals("term,file,sheet,source_row,item,times,low,central,high,in_numbers", lines.get(0));
    assertEquals(6, lines.size(), lines::toString);
  }

  @Test
  void aQuestionThatCannotBeAnsweredIsOneLine() {
    assertRefused(
        "Cannot trace figure '': none is named (give a figure's id of figures.json, or a metric such as people_in)");
    assertRefused(
        "Cannot check figure 'people_in' alone: --check adds up all of them (leave out one of the two)",
        "people_in",
        "--check");
    assertRefused(
        "Cannot trace figure 'national:people_in/network/2025' with --level, --key or --year: its id says all three (leave them out, or give a metric's id)",
        "national:people_in/network/2025",
        "--year",
        "2024");
    assertRefused(
        "Cannot trace metric 'people_in' of the network in year '1999': there is no such figure (years: 2021, 2022, 2023, 2024, 2025)",
        "people_in",
        "--year",
        "1999");
  }

  private static void assertRefused(String message, String... arguments) {
    List<Object> words = new ArrayList<>(List.of("trace"));
    words.addAll(List.of(arguments));
    words.addAll(List.of("--warehouse", Demo.WAREHOUSE));
    Said said = Shell.run(words.toArray());
    assertEquals(message + "\n", said.err());
    assertEquals(2, said.code());
    assertEquals("", said.out());
  }

  private static JsonNode trace(String... arguments) throws IOException {
    List<Object> words = new ArrayList<>(List.of("trace", "--json", "--warehouse", Demo.WAREHOUSE));
    words.addAll(List.of(arguments));
    return JSON.readTree(Shell.run(words.toArray()).good().out());
  }

  private static String text(Path file, int page) {
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      return stripper.getText(pdf);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
