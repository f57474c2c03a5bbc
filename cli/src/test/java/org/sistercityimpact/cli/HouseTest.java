package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How the house is built: which room may use which, and how long a file may be. */
class HouseTest {
  private static final String HOUSE = "org.sistercityimpact.";
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import (?:static )?(" + Pattern.quote(HOUSE) + "[a-z.]+)\\.[A-Z]");

  /** What a record, constructor or method takes, behind its name. */
  private static final Pattern PARTS =
      Pattern.compile(
          "(\\w+)(?:<[^()]*>)?\\(([^(){};=]*)\\)\\s*(?:(?:throws|implements) [\\w., <>]+)?\\{");

  /** Rooms of a module that others may enter, too; all others are behind its door. */
  private static final Map<String, Set<String>> OPEN =
      Map.of(
          "check", Set.of("contract", "json", "xlsx"),
          "warehouse", Set.of("photo"),
          "transform", Set.of("trace"),
          "pdf", Set.of("lint"),
          "reports", Set.of("data", "text", "file", "template"),
          "release", Set.of("edition", "diff", "research"));

  /** Lines of a file of the product; a reader holds no more in mind. */
  private static final int LONGEST = 500;

  /** Those that are longer all the same, until somebody finds the seam. */
  private static final Set<String> LONGER =
      Set.of("Erasure.java", "NationalTables.java", "Tags.java");

  private static final Set<String> TOO_LONG = new TreeSet<>();

  /** Parts of a record or call, told apart by their place alone; more have groups with a name. */
  private static final int MOST_PARTS = 9;

  private static final Set<String> TOO_WIDE = new TreeSet<>();

  /** By package, without {@link #HOUSE}: the packages that its classes import. */
  private static final Map<String, Set<String>> USES = new TreeMap<>();

  @BeforeAll
  static void readAllSources() throws IOException {
    for (Path file : Repository.files()) {
      if (isSource(file)) {
        read(file);
      }
    }
  }

  private static void read(Path file) throws IOException {
    String source = Files.readString(file);
    String room = PACKAGE.matcher(source).results().findFirst().orElseThrow().group(1);
    Set<String> uses = USES.computeIfAbsent(room.substring(HOUSE.length()), r -> new TreeSet<>());
    for (MatchResult used : IMPORT.matcher(source).results().toList()) {
      uses.add(used.group(1).substring(HOUSE.length()));
    }
    uses.remove(room.substring(HOUSE.length()));
    if (source.lines().count() > LONGEST) {
      TOO_LONG.add(file.getFileName().toString());
    }
    for (MatchResult taking : PARTS.matcher(source).results().toList()) {
      // Commas within <> tell no parts apart.
      String parts = taking.group(2).replaceAll("<[^<>]*>", "").replaceAll("<[^<>]*>", "");
      if (parts.chars().filter(c -> c == ',').count() >= MOST_PARTS) {
        TOO_WIDE.add(file.getFileName() + ": " + taking.group(1));
      }
    }
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".java") && file.toString().contains("src/main/java/");
  }

  @Test
  void keepsOtherModulesOutOfInnerRooms() {
    Set<String> intruders = new TreeSet<>();
    USES.forEach(
        (room, uses) ->
            uses.stream()
                .filter(used -> !module(used).equals(module(room)) && !mayBeEntered(used))
                .forEach(used -> intruders.add(room + " uses " + used)));
    assertEquals(Set.of(), intruders, "(use the module's door, or open the room in this test)");
  }

  @Test
  void hasNoCircle() {
    List<String> circles =
        USES.keySet().stream()
            .filter(room -> reached(room, new HashSet<>()).contains(room))
            .toList();
    assertEquals(List.of(), circles, "(each uses itself by way of others)");
  }

  @Test
  void hasNoFileThatIsTooLong() {
    assertEquals(new TreeSet<>(LONGER), TOO_LONG, "(split it, or take it off the list)");
  }

  @Test
  void takesNoTenPartsByTheirPlace() {
    assertEquals(Set.of(), TOO_WIDE, "(group what belongs together)");
  }

  private static String module(String room) {
    return room.split("\\.")[0];
  }

  private static boolean mayBeEntered(String room) {
    String inner = room.substring(module(room).length());
    return inner.isEmpty()
        || OPEN.getOrDefault(module(room), Set.of()).contains(inner.substring(1));
  }

  private static Set<String> reached(String room, Set<String> known) {
    for (String used : USES.getOrDefault(room, Set.of())) {
      if (known.add(used)) {
        reached(used, known);
      }
    }
    return known;
  }
}
