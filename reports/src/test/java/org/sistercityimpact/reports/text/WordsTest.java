package org.sistercityimpact.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sistercityimpact.reports.data.Bound;
import org.sistercityimpact.reports.data.Dataset;
import org.sistercityimpact.reports.data.MetricStatus;
import org.sistercityimpact.transform.Level;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.warehouse.ConfigurationException;

/** All words of the reports are in the bundles, in each language, and none is there for nothing. */
class WordsTest {
  private static final Path SQL = Path.of("../sql");
  private static final Path TEMPLATES = Path.of("src/main/templates");
  private static final Path JAVA = Path.of("src/main/java/org/sistercityimpact/reports");

  /** Only states whose name differs from the registry's have a key. */
  private static final String STATES = "state.";

  private static final Words ENGLISH = Words.of("en");
  private static final Words SPANISH = Words.of("es");

  private static Set<String> keys(Words words) {
    return words.bundle().keySet().stream()
        .filter(key -> !key.startsWith(STATES))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void saysTheSameThingsInEveryLanguage() {
    assertEquals(keys(ENGLISH), keys(SPANISH));
    for (String key : keys(ENGLISH)) {
      assertEquals(holes(ENGLISH.text(key)), holes(SPANISH.text(key)), key);
    }
    for (String chapter : List.of("rules", "limits")) {
      assertEquals(
          MethodText.chapter(ENGLISH, chapter).size(), MethodText.chapter(SPANISH, chapter).size());
    }
  }

  private static Set<String> holes(String text) {
    return Pattern.compile("\\{(\\d)")
        .matcher(text)
        .results()
        .map(hole -> hole.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void sentencesRunFromTheLeftThoughANameRunsFromTheRight() {
    assertEquals(
        "\u200Eחיפה  ·  data year 2025  ·  impact method 1.0",
        ENGLISH.say("brief.foot", "חיפה", "2025", "1.0").text());
    assertEquals(
        "Trier  ·  data year 2025  ·  impact method 1.0",
        ENGLISH.say("brief.foot", "Trier", "2025", "1.0").text());
  }

  @Test
  void hasAUseForEachOfItsWords() throws IOException {
    String sources = sources();
    Set<String> named = found("\"([^\"\n]+)(?=\")|\\$R\\{([^}]+)}", sources);
    Set<String> listed = found("(?<=[nN]ame\\(\\s{0,40}|\", )\"([^\"\n]+)(?=\")", sources);
    List<String> unused = new ArrayList<>();
    for (String key : keys(ENGLISH)) {
      String list = key.substring(0, key.lastIndexOf('.'));
      boolean built =
          List.of("state-map", "country-map").contains(list) && key.matches(".*[.](some|every)");
      if (!named.contains(key) && !listed.contains(list) && !built) {
        unused.add(key);
      }
    }
    assertEquals(List.of(), unused);
  }

  /** What stands in the one group of a pattern that matched, each once. */
  private static Set<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(match -> match.group(1) != null ? match.group(1) : match.group(2))
        .collect(Collectors.toSet());
  }

  @Test
  void findsEveryWordThatATemplateAsksFor() throws IOException {
    Matcher asked =
        Pattern.compile(
                "\\$R\\{([^}]+)}|(?:say|when)\\((?:[^\"]*(?:\"[a-z0-9_]+\"\\)), )?\"([a-z_.-]+)\"")
            .matcher(templates());
    Set<String> missing = new TreeSet<>();
    int found = 0;
    while (asked.find()) {
      String key = asked.group(1) != null ? asked.group(1) : asked.group(2);
      found++;
      if (!ENGLISH.bundle().containsKey(key)) {
        missing.add(key);
      }
    }
    assertEquals(Set.of(), missing);
    assertTrue(found > 200, found + " keys");
  }

  @Test
  void findsEveryWordThatTheCodeAsksFor() throws IOException {
    Set<String> missing = new TreeSet<>();
    for (Path file : files(JAVA, ".java")) {
      Pattern.compile("words(?:\\(\\))?\\s*\\.(?:text|say)\\(\\s*\"([a-z_.-]+)\"[,)]")
          .matcher(Files.readString(file))
          .results()
          .map(asked -> asked.group(1))
          .filter(key -> !ENGLISH.bundle().containsKey(key))
          .forEach(missing::add);
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void leavesNoTextInTheTemplates() throws IOException {
    String templates = templates();
    assertTrue(!templates.contains("staticText"), "a text that no bundle holds");
    Matcher texts =
        Pattern.compile("<\\w*[eE]xpression[^>]*><!\\[CDATA\\[(.*?)]]>", Pattern.DOTALL)
            .matcher(templates);
    List<String> literal = new ArrayList<>();
    while (texts.find()) {
      Pattern.compile("\"([^\"]*)\"")
          .matcher(texts.group(1))
          .results()
          .map(text -> text.group(1))
          .filter(text -> !text.matches("[a-z0-9_.-]+|[A-D]"))
          .forEach(literal::add);
    }
    assertEquals(List.of(), literal);
  }

  @Test
  void leavesNoSentenceInTheCode() throws IOException {
    List<String> sentences = new ArrayList<>();
    for (Path file : files(JAVA, ".java")) {
      String code =
          Files.readString(file)
              .replaceAll("(?s)/\\*.*?\\*/|//[^\\n]*", "")
              .replaceAll("(?s)(Exception|SELECT|tables\\s*\\.(list|each))\\(.*?;", "");
      Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"")
          .matcher(code)
          .results()
          .map(text -> text.group(1))
          .filter(text -> text.matches(".*\\p{L}{2,} \\p{L}{2,}.*"))
          .filter(
              text ->
                  !text.matches(
                      "Inter.*|(SELECT|FROM|WHERE|UNION|ORDER) .*|Cannot .*|the fonts of .*"))
          .forEach(text -> sentences.add(file.getFileName() + ": " + text));
    }
    assertEquals(List.of(), sentences);
  }

  /** Words that a reader in the United States would not use, or not so. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "\\b(mend(s|ed|ing)?|ties?|stands?|stood|travell\\w+|labour|programme|whilst|amongst)\\b",
          Pattern.CASE_INSENSITIVE);

  @Test
  void speaksPlainAmericanEnglish() throws IOException {
    List<String> found = new ArrayList<>();
    for (String key : keys(ENGLISH)) {
      if (FOREIGN.matcher(ENGLISH.text(key)).find()) {
        found.add(key + ": " + ENGLISH.text(key));
      }
    }
    for (String chapter : List.of("rules", "limits")) {
      MethodText.chapter(ENGLISH, chapter).stream()
          .map(Object::toString)
          .filter(text -> FOREIGN.matcher(text).find())
          .forEach(found::add);
    }
    assertEquals(List.of(), found);
  }

  @Test
  void namesEveryValueThatAContractAllowsAndEveryFinding() throws IOException {
    List<String> keys = new ArrayList<>();
    keys.addAll(listed("exchanges", "purpose", "purpose"));
    keys.addAll(listed("volunteer_hours", "activity", "activity"));
    keys.addAll(listed("budgets", "category", "cost.category"));
    keys.addAll(listed("partnerships", "status", "tie"));
    keys.addAll(listed("members", "jurisdiction_type", "council"));
    for (Path file : files(SQL.resolve("codes"), ".md")) {
      String code = file.getFileName().toString().replace(".md", "");
      if (!code.equals("README")) {
        keys.add("finding." + code);
      }
    }
    for (Path file : files(SQL.resolve("parameters"), ".csv")) {
      String parameter = file.getFileName().toString().replace(".csv", "");
      if (!parameter.equals("plausible")) {
        keys.add("parameter." + parameter);
      }
    }
    Dataset.ALL.forEach(dataset -> keys.add("dataset." + dataset.id()));
    assertEquals(
        List.of(), keys.stream().filter(key -> !ENGLISH.bundle().containsKey(key)).toList());
  }

  private static List<String> listed(String contract, String field, String list)
      throws IOException {
    JsonNode schema =
        new ObjectMapper().readTree(SQL.resolve("contracts/" + contract + ".schema.json").toFile());
    List<String> keys = new ArrayList<>();
    for (JsonNode column : schema.path("fields")) {
      if (column.path("name").asText().equals(field)) {
        column
            .path("constraints")
            .path("enum")
            .forEach(value -> keys.add(list + "." + value.asText()));
      }
    }
    assertTrue(!keys.isEmpty(), contract + "." + field);
    return keys;
  }

  @Test
  void everyMetricHasItsTitleAndFormulaInSpanish() {
    SqlFolder.read(SQL)
        .metrics()
        .forEach(
            metric -> {
              metric.require("title_es");
              metric.require("formula_es");
              assertTrue(
                  ENGLISH
                      .bundle()
                      .containsKey(
                          "unit." + metric.require("unit").replaceAll("[^A-Za-z0-9-]+", "_")),
                  metric.require("unit"));
            });
  }

  @Test
  void writesNumbersAndDatesAsTheReaderDoes() {
    Numbers english = ENGLISH.numbers();
    Numbers spanish = Words.of("es-ES").numbers();
    BigDecimal loss = new BigDecimal("-12345.675");
    assertEquals("−$12,345.68", english.dollars(loss, 2));
    assertEquals("−12.345,68\u00a0$", spanish.dollars(loss, 2));
    assertEquals("$0.00", english.dollars(new BigDecimal("-0.001"), 2));
    assertEquals("81.6%", english.percent(new BigDecimal("0.8158"), 1));
    assertEquals("82\u00a0%", spanish.percent(new BigDecimal("0.8158")));
    assertEquals("1,234,567", english.count(1234567));
    assertEquals("1.234.567", spanish.count(1234567));
    assertEquals("$2.5M", english.tick(2.5e6, true));
    assertEquals("2,5\u00a0M\u00a0$", spanish.tick(2.5e6, true));
    assertEquals("1,500", english.tick(1500, false));
    assertEquals("Jan 2025", english.month(LocalDate.of(2025, 1, 31)));
    assertEquals("ene 2025", spanish.month(LocalDate.of(2025, 1, 31)));
    assertEquals("$1.2 million", english.millions(new BigDecimal("1200000")));
    assertEquals("1,2 millones\u00a0$", spanish.millions(new BigDecimal("1200000")));
  }

  @Test
  void writesNumbersForReadersInTheUnitedStatesUnlessToldOtherwise() {
    Numbers spanish = SPANISH.numbers();
    assertEquals("$12,345.68", spanish.dollars(new BigDecimal("12345.675"), 2));
    assertEquals("−$1.2 millones", spanish.millions(new BigDecimal("-1200000")));
    assertEquals("1,234,567", spanish.count(1234567));
  }

  @Test
  void writesNumbersOfTheProgramsOwnWordsAsTheRegionDoes() {
    Words spain = Words.of("es-ES");
    assertEquals("Por 100,000\nresidentes", SPANISH.bundle().getString("state.per_100k"));
    assertEquals("Por 100.000\nresidentes", spain.bundle().getString("state.per_100k"));
    assertEquals("50.000 a 100.000", spain.text("parameter.key.50k_100k"));
    String multipliers = "de %s a %s, con un margen";
    for (Words words : List.of(SPANISH, spain)) {
      String said =
          MethodText.chapter(words, "limits").stream()
              .map(row -> row.cell(1).text())
              .filter(text -> text.contains("multiplicadores"))
              .findFirst()
              .orElseThrow();
      String expected =
          words == spain
              ? multipliers.formatted("1,15", "1,62")
              : multipliers.formatted("1.15", "1.62");
      assertTrue(said.contains(expected), said);
    }
  }

  @Test
  void namesPlacesInTheReadersLanguage() {
    assertEquals("Germany", ENGLISH.country("DE", "Germany"));
    assertEquals("Alemania", SPANISH.country("DE", "Germany"));
    assertEquals("Nueva York", SPANISH.state("NY", "New York"));
    assertEquals("Texas", SPANISH.state("TX", "Texas"));
  }

  @Test
  void keepsAFiguresTraceInASentence() {
    Figure figure =
        new Figure(
            "people_in",
            Level.NETWORK,
            "",
            2025,
            Bound.CENTRAL,
            "7",
            BigDecimal.valueOf(7),
            MetricStatus.VALUE);
    Printed said = SPANISH.say("impact.in_inbound", new Printed("7", List.of(figure)));
    assertEquals("en 7 visitas", said.text());
    assertEquals(List.of(figure), said.parts());
    assertEquals("", SPANISH.when(false, "impact.in_inbound", 1).text());
    assertEquals("from the registry of 1 member", ENGLISH.say("coverage.registry", 1).text());
    assertEquals(
        "from the registry of 1,000 members", ENGLISH.say("coverage.registry", 1000).text());
  }

  @Test
  void refusesALanguageThatItDoesNotSpeak() {
    assertEquals(
        "Cannot print language 'fr': the reports speak en, es (write one of them, or one with a"
            + " region, such as es-ES)",
        assertThrows(ConfigurationException.class, () -> Words.of("fr")).getMessage());
  }

  private static String sources() throws IOException {
    StringBuilder all = new StringBuilder(templates());
    for (Path file : files(JAVA, ".java")) {
      all.append(Files.readString(file));
    }
    return all.toString();
  }

  private static String templates() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path file : files(TEMPLATES, ".jrxml")) {
      all.append(Files.readString(file).replaceAll("\"(\\w[\\w.-]*)\" */>\\n", "\"$1\"/>\n"));
    }
    return all.toString();
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    }
  }
}
