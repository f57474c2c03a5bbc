package org.sistercityimpact.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sistercityimpact.check.Problem;
import org.sistercityimpact.check.ProblemCode;
import org.sistercityimpact.reports.data.Finding;

/** A letter tells everything that ingest can find in the language of the letter. */
class FindingWordsTest {
  private static final FindingWords SPANISH = FindingWords.of("es").orElseThrow();
  private static final Pattern FILLED = Pattern.compile("x-[a-z_]+");
  private static final Pattern HOLE = Pattern.compile("\\{(\\w+)}");

  /** Fills each hole with its own name. */
  private static final Map<String, String> EXAMPLES =
      new AbstractMap<>() {
        @Override
        public String get(Object hole) {
          return "x-" + hole;
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
          return Set.of();
        }
      };

  private static Finding finding(String code, String message, String fix) {
    return new Finding(
        new Finding.Cell("f.csv", null, 2L, "A", "c", "v"), code, "error", message, fix, 1);
  }

  private static Set<String> filled(String text) {
    return FILLED.matcher(text).results().map(f -> f.group()).collect(Collectors.toSet());
  }

  /** Says it in Spanish, with all that was filled in. */
  private static void assertSaid(Finding finding) {
    String message = SPANISH.message(finding).orElse("");
    String fix = SPANISH.fix(finding).orElse("");
    assertEquals(filled(finding.message()), filled(message), finding.code());
    assertEquals(filled(finding.fix()), filled(fix), finding.code());
    assertTrue(!message.isEmpty() && !fix.isEmpty(), finding::toString);
  }

  @Test
  void saysWhateverTheCheckerFinds() {
    for (ProblemCode code : ProblemCode.values()) {
      Problem problem = code.ofFile(EXAMPLES);
      // What to write for a date is worded where it is read.
      String fix = problem.fix().equals("x-advice") ? "Write x-day" : problem.fix();
      assertSaid(finding(problem.code(), problem.message(), fix));
    }
    assertEquals(
        "Escriban 2025-03-04 o 2025-04-03, la que corresponda",
        SPANISH
            .fix(finding("not-a-date", "", "Write 2025-03-04 or 2025-04-03, whichever is meant"))
            .orElseThrow());
    assertEquals(
        "Escríbanla como AAAA-MM-DD, por ejemplo 2025-05-13",
        SPANISH
            .fix(finding("not-a-date", "", "Write it as YYYY-MM-DD, such as 2025-05-13"))
            .orElseThrow());
  }

  @Test
  void saysWhateverBreaksARuleOfAContract() throws IOException {
    List<Finding> found = new ArrayList<>();
    try (Stream<Path> contracts = Files.list(Path.of("../sql/contracts"))) {
      for (Path file : contracts.filter(f -> f.toString().endsWith(".json")).toList()) {
        for (JsonNode rule : new ObjectMapper().readTree(file.toFile()).get("rules")) {
          for (String prefix : List.of("", "none_")) {
            if (rule.has(prefix + "message")) {
              found.add(
                  finding(
                      rule.get(prefix + "code").asText(),
                      example(rule.get(prefix + "message")),
                      example(rule.get(prefix + "fix"))));
            }
          }
        }
      }
    }
    assertTrue(found.size() > 10, found::toString);
    found.forEach(FindingWordsTest::assertSaid);
  }

  private static String example(JsonNode template) {
    return HOLE.matcher(template.asText()).replaceAll("x-$1");
  }

  @Test
  void keepsWhatWasReadAsItWasWritten() {
    assertEquals(
        "purpose dice «a or b», que no es una de sus palabras",
        SPANISH
            .message(
                finding("not-in-list", "purpose is 'a or b', which is not one of its words", ""))
            .orElseThrow());
    assertEquals(
        "Escriban hotel, homestay o none",
        SPANISH.fix(finding("not-in-list", "", "Write hotel, homestay or none")).orElseThrow());
    assertEquals(
        "Las filas 4, 5 y otras 7 tienen el mismo event_id y otros valores, así que ninguna cuenta",
        SPANISH
            .message(
                finding(
                    "conflicting-rows",
                    "Rows 4, 5 and 7 more have the same event_id and other values, so none of them counts",
                    ""))
            .orElseThrow());
  }

  @Test
  void saysWhatStandsBesideAMessage() {
    assertEquals(
        "people dice «x», que no es un número entero (línea 9 de un editor de texto)",
        SPANISH
            .message(
                finding(
                    "not-a-whole-number",
                    "people is 'x', which is not a whole number (line 9 of a text editor)",
                    ""))
            .orElseThrow());
    assertEquals(
        "youth dice «x»; se leyó como yes (igual en las filas 3, 4 y otras 7)",
        SPANISH
            .message(
                finding(
                    "spelling-read",
                    "youth is 'x'; it was read as yes (likewise in rows 3, 4 and 7 more)",
                    ""))
            .orElseThrow());
  }

  @Test
  void leavesToItsEnglishWhatOnlyExpertsKnow() {
    assertTrue(SPANISH.message(finding("own-rule", "A rule of our own", "")).isEmpty());
    assertTrue(FindingWords.of("en").isEmpty());
  }
}
