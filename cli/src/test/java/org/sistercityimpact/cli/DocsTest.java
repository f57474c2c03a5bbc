package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the documentation names is there: files, commands and their options. */
class DocsTest {
  private static final Path HOME = ImpactCommand.home();
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
  private static final Pattern CODE = Pattern.compile("```.*?```|`[^`\n]+`", Pattern.DOTALL);
  private static final Pattern COMMAND =
      Pattern.compile("(?:^|[\\s`/])impact ([a-z][a-z-]*)([^|;`\n]*)");
  private static final Pattern OPTION = Pattern.compile("(?<=\\s)--[a-z][a-z-]*");
  private static final Pattern PATH = Pattern.compile("`([A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)+/?)`");

  private static List<Path> pages() throws IOException {
    return Repository.files().stream()
        .filter(file -> file.toString().endsWith(".md"))
        .filter(file -> !HOME.relativize(file).startsWith("sample-data/inbox"))
        .toList();
  }

  /** Decisions and changes tell of what was, too. */
  private static boolean isHistory(Path page) {
    return page.getParent().endsWith("decisions") || page.endsWith("CHANGELOG.md");
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (Path page : pages()) {
      Matcher link = LINK.matcher(CODE.matcher(Files.readString(page)).replaceAll("code"));
      while (link.find()) {
        if (!link.group(1).matches("[a-z]+:.*")) {
          links++;
          if (!Files.exists(page.resolveSibling(link.group(1)))) {
            broken.add(HOME.relativize(page) + ": " + link.group(1));
          }
        }
      }
    }
    assertEquals(List.of(), broken);
    assertTrue(links > 100, links + " links");
  }

  @Test
  void everyPathOfTheRepositoryThatIsNamedIsThere() throws IOException {
    List<String> missing = new ArrayList<>();
    int paths = 0;
    for (Path page : pages()) {
      Matcher path = PATH.matcher(Files.readString(page));
      while (!isHistory(page) && path.find()) {
        String named = path.group(1);
        if (Files.exists(HOME.resolve(named.substring(0, named.indexOf('/'))))) {
          paths++;
          if (!Files.exists(HOME.resolve(named)) && !Files.exists(page.resolveSibling(named))) {
            missing.add(HOME.relativize(page) + ": " + named);
          }
        }
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(paths > 10, paths + " paths");
  }

  @Test
  void everyCommandAndOptionThatIsNamedIsThere() throws IOException {
    Map<String, Shell.Said> helps = new HashMap<>();
    List<String> unknown = new ArrayList<>();
    int named = 0;
    for (Path page : pages()) {
      Matcher code = CODE.matcher(Files.readString(page));
      while (!isHistory(page) && code.find()) {
        Matcher command = COMMAND.matcher(code.group());
        while (command.find()) {
          named++;
          Shell.Said help =
              helps.computeIfAbsent(command.group(1), name -> Shell.run(name, "--help"));
          String told = HOME.relativize(page) + ": impact " + command.group(1);
          if (help.code() != ExitCode.GOOD) {
            unknown.add(told);
            continue;
          }
          Matcher option = OPTION.matcher(command.group(2).replaceAll("\"[^\"]*\"", ""));
          while (option.find()) {
            if (!help.out().matches("(?s).*[\\s\\[]" + option.group() + "[\\s=,\\]].*")) {
              unknown.add(told + " " + option.group());
            }
          }
        }
      }
    }
    assertEquals(List.of(), unknown);
    assertTrue(named > 50, named + " commands");
  }
}
