package org.sistercityimpact.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form of SQL that sql/README.md agrees on. */
class SqlFormTest {
  /** Of a line without its texts: a text cannot be broken. */
  private static final int LONGEST = 180;

  private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");
  private static final Map<String, Pattern> REFUSED = new LinkedHashMap<>();

  static {
    REFUSED.put("a blank at the end", Pattern.compile("\\s$"));
    REFUSED.put("a tab", Pattern.compile("\t"));
    REFUSED.put("not indented by twos", Pattern.compile("^(?:  )* \\S"));
    REFUSED.put(
        "a keyword in small letters",
        Pattern.compile(
            "\\b(?:select|from|where|join|group|order|by|having|union|with|case|when|then|else|end|and|or|not|null|as|on|in|over|cast)\\b"));
    REFUSED.put("!= for <>", Pattern.compile("!="));
    REFUSED.put("tables joined by a comma", Pattern.compile("\\b(?:FROM|JOIN) \\w+(?: AS \\w+)?,"));
    REFUSED.put("a table's short name without AS", Pattern.compile("\\b(?:FROM|JOIN) \\w+ [a-z]"));
    REFUSED.put("a comment behind code", Pattern.compile("--"));
    REFUSED.put("several statements", Pattern.compile(";$"));
  }

  @Test
  void everyFileKeepsToIt() throws IOException {
    List<String> faults = new ArrayList<>();
    int files = 0;
    try (Stream<Path> tree = Files.walk(RawNetwork.SQL)) {
      for (Path file : tree.filter(path -> path.toString().endsWith(".sql")).sorted().toList()) {
        String name = RawNetwork.SQL.relativize(file).toString();
        faults(Files.readString(file)).forEach(fault -> faults.add(name + ": " + fault));
        files++;
      }
    }
    assertEquals(List.of(), faults);
    assertTrue(files > 150, files + " files");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "a blank at the end|\"SELECT a FROM t \"",
        "a tab|\"SELECT\ta FROM t\"",
        "not indented by twos|\" SELECT a FROM t\"",
        "a keyword in small letters|SELECT a from t",
        "!= for <>|SELECT a FROM t WHERE a != 1",
        "tables joined by a comma|\"SELECT a FROM t AS x, u\"",
        "a table's short name without AS|SELECT a FROM t x",
        "a comment behind code|SELECT a -- of t",
        "several statements|SELECT a FROM t;",
      })
  void eachFaultIsFound(String fault, String line) {
    assertEquals(List.of("line 2: " + fault), faults("-- title: A\n" + line + "\n"));
  }

  @Test
  void textsAndCommentsMaySayWhatTheyWant() {
    assertEquals(
        List.of(),
        faults("-- title: from here, and not\n  -- as\nSELECT 'from a; it''s  -- x' FROM t\n"));
    assertEquals(
        List.of("line 1: longer than 180"), faults("SELECT " + "a + ".repeat(50) + "b FROM t\n"));
    assertEquals(List.of("no line break at the end"), faults("SELECT a FROM t"));
  }

  private static List<String> faults(String file) {
    List<String> faults = new ArrayList<>();
    int number = 0;
    for (String line : file.lines().toList()) {
      number++;
      if (line.strip().startsWith("--")) {
        continue;
      }
      String code = TEXT.matcher(line).replaceAll("''");
      for (Map.Entry<String, Pattern> refused : REFUSED.entrySet()) {
        if (refused.getValue().matcher(code).find()) {
          faults.add("line " + number + ": " + refused.getKey());
        }
      }
      if (code.length() > LONGEST) {
        faults.add("line " + number + ": longer than " + LONGEST);
      }
    }
    if (!file.endsWith("\n")) {
      faults.add("no line break at the end");
    }
    return faults;
  }
}
