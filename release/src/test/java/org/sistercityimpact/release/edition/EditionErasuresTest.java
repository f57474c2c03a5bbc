package org.sistercityimpact.release.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sistercityimpact.release.edition.EditionErasures.Changed;
import org.sistercityimpact.release.edition.EditionErasures.Event;

/** What an erasure may change in an edition, and what no list of erasures can excuse. */
class EditionErasuresTest {
  private static final Event FIRST = new Event("2026-05-02T10:00:00Z", "Ben Example");
  private static final Event SECOND = new Event("2026-06-03T10:00:00Z", "Ben Example");
  private static final String OLD = "warehouse/protected/raw_surveys/old.parquet";
  private static final String NEW = "warehouse/protected/raw_surveys/new.parquet";
  private static final String NEWEST = "warehouse/protected/raw_surveys/newest.parquet";
  private static final Map<String, String> PUBLISHED =
      Map.of(OLD, "o", "warehouse/manifest.json", "m", "reports/national-2025.pdf", "r");

  private static Map<String, String> left(EditionErasures erasures) {
    Map<String, String> sha256s = new TreeMap<>(PUBLISHED);
    erasures.applyTo(sha256s);
    return sha256s;
  }

  private static Map<String, String> gone(String path, String added, String sha256) {
    Map<String, String> left = new TreeMap<>();
    left.put(path, null);
    left.put(added, sha256);
    left.put("warehouse/manifest.json", "manifest of " + sha256);
    return left;
  }

  @Test
  void tellsWhatErasuresLeftOfTheProtectedHalf() {
    EditionErasures once = EditionErasures.of(null, FIRST, PUBLISHED, gone(OLD, NEW, "n"));
    EditionErasures twice = EditionErasures.of(once, SECOND, PUBLISHED, gone(NEW, NEWEST, "nn"));

    assertEquals(
        Map.of(
            NEW, "n", "warehouse/manifest.json", "manifest of n", "reports/national-2025.pdf", "r"),
        left(once));
    assertEquals(
        Map.of(
            NEWEST,
            "nn",
            "warehouse/manifest.json",
            "manifest of nn",
            "reports/national-2025.pdf",
            "r"),
        left(twice));
    assertEquals("2026-06-03", twice.day());
  }

  @Test
  void excusesNoChangeOfWhatWasPublished() {
    EditionErasures forged =
        new EditionErasures(
            List.of(FIRST),
            List.of(
                new Changed("reports/national-2025.pdf", "r", "other"),
                new Changed("warehouse/tables/../protected/x", null, "added"),
                new Changed(OLD, "not what was published", "other")));

    assertEquals(PUBLISHED, left(forged));
  }
}
