package org.sistercityimpact.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sistercityimpact.check.contract.Wording;

/** Each kind of problem is explained on a page of its own; see sql/codes/README.md. */
class CodesTest {
  private static final Path SQL = Path.of(System.getProperty("impact.home")).resolve("sql");

  @Test
  void everyCodeHasAPageAndEveryPageACode() throws IOException {
    TreeSet<String> codes = new TreeSet<>();
    for (ProblemCode code : ProblemCode.values()) {
      codes.add(code.code());
    }
    Submission.CONTRACTS.all().stream()
        .flatMap(contract -> contract.rules().stream())
        .flatMap(rule -> rule.wordings().stream())
        .map(Wording::code)
        .forEach(codes::add);
    codes.addAll(codesOfModels());
    assertEquals(codes, pages());
  }

  private static TreeSet<String> codesOfModels() throws IOException {
    TreeSet<String> codes = new TreeSet<>();
    Pattern column = Pattern.compile("'([a-z-]+)' AS code\\b");
    try (Stream<Path> files = Files.walk(SQL.resolve("models"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".sql")).toList()) {
        Matcher code = column.matcher(Files.readString(file));
        while (code.find()) {
          codes.add(code.group(1));
        }
      }
    }
    return codes;
  }

  private static TreeSet<String> pages() throws IOException {
    try (Stream<Path> files = Files.list(SQL.resolve("codes"))) {
      TreeSet<String> pages = new TreeSet<>();
      files
          .map(file -> file.getFileName().toString().replaceFirst("\\.md$", ""))
          .filter(name -> !name.equals("README"))
          .forEach(pages::add);
      return pages;
    }
  }

  @Test
  void everyPageSaysWhatItIsHowMuchItMattersAndWhatToDo() throws IOException {
    for (String code : pages()) {
      List<String> lines = Files.readAllLines(SQL.resolve("codes").resolve(code + ".md"));
      assertTrue(lines.get(0).startsWith("# "), code);
      assertTrue(lines.get(2).matches("`" + code + "` · (error|warning|assumed): .+"), code);
      assertTrue(lines.get(lines.size() - 1).startsWith("**What to do:** "), code);
    }
  }

  @Test
  void aPageTellsTheSeverityThatTheCheckerUses() throws IOException {
    for (ProblemCode code : ProblemCode.values()) {
      String page = Files.readString(SQL.resolve("codes").resolve(code.code() + ".md"));
      assertTrue(page.contains("` · " + code.severity().word() + ": "), code.code());
    }
  }
}
