package org.sistercityimpact.checkpage.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BrowserFormatterTest {
  private static final Path CHECKER =
      Path.of(System.getProperty("impact.home")).resolve("check/src/main/java");

  /** A place as java.util.Formatter has them, within a text of a program. */
  private static final Pattern PLACE =
      Pattern.compile("%(?:[1-9]\\$)?[-#+0,(]*[0-9]*(?:\\.[0-9]+)?(?:t?[a-zA-Z]|%)");

  private static String formatted(String format, Object... arguments) {
    return new BrowserFormatter().format(format, arguments).toString();
  }

  @Test
  void fillsPlacesAsJavaDoes() {
    Object[] arguments = {"one", 2, null, 4L};
    for (String format :
        new String[] {
          "",
          "no place",
          "%s",
          "%s%d",
          "a %s b %d c %s d %d e",
          "100%% of %s",
          "%2$s %1$s %1$s",
          "%2$d"
        }) {
      assertEquals(String.format(format, arguments), formatted(format, arguments));
    }
    assertEquals(String.format("\\u%04x", (int) '\t'), formatted("\\u%04x", '\t'));
    assertEquals(String.format("%s.%04x", "3", 0xBEEF), formatted("%s.%04x", "3", 0xBEEF));
    assertEquals(String.format("_x%04X_", 0x1F), formatted("_x%04X_", 0x1F));
    assertThrows(IllegalArgumentException.class, () -> formatted("%,d", 1000));
  }

  @Test
  void knowsEachPlaceThatTheCheckerWrites() throws IOException {
    Set<String> places = new TreeSet<>();
    try (Stream<Path> tree = Files.walk(CHECKER)) {
      for (Path file : tree.filter(path -> path.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        if (source.contains(".formatted(") || source.contains("String.format(")) {
          Matcher place = PLACE.matcher(source);
          while (place.find()) {
            places.add(place.group());
          }
        }
      }
    }
    assertTrue(places.size() > 5, places::toString);
    places.forEach(place -> formatted(place, 1, 2, 3, 4, 5, 6, 7, 8, 9));
  }
}
