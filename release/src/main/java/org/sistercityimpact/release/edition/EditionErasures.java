package org.sistercityimpact.release.edition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code erasures.json} in an edition: which of its protected files a person was erased from since
 * it was published. What was published (reports, tables, SQL, the record) can stand in no such
 * list.
 *
 * @param erasures when and by whom, oldest first
 * @param files each that is not, or no longer, as the edition's record has it
 */
public record EditionErasures(List<Event> erasures, List<Changed> files) {
  public static final String FILE = "erasures.json";

  private static final String PROTECTED = Edition.WAREHOUSE + "/protected/";
  private static final String MANIFEST = Edition.WAREHOUSE + "/manifest.json";

  /**
   * One erasure.
   *
   * @param at when, UTC
   * @param by who did it
   */
  public record Event(String at, String by) {}

  /**
   * A file of the edition.
   *
   * @param path relative to the edition, with forward slashes
   * @param was its SHA-256 in the edition's record; null: it is a new file
   * @param now its SHA-256 since; null: it is gone
   */
  public record Changed(String path, String was, String now) {}

  /** The day of the latest. */
  public String day() {
    return erasures.get(erasures.size() - 1).at().substring(0, 10);
  }

  /** Brings hashes by path, as they were published, to what the erasures left. */
  void applyTo(Map<String, String> sha256s) {
    for (Changed file : files) {
      boolean mayChange = file.path().startsWith(PROTECTED) || file.path().equals(MANIFEST);
      if (!mayChange || !java.util.Objects.equals(file.was(), sha256s.get(file.path()))) {
        // No erasure says this: whoever compares will find the file changed.
        continue;
      }
      if (file.now() == null) {
        sha256s.remove(file.path());
      } else {
        sha256s.put(file.path(), file.now());
      }
    }
  }

  /**
   * One more erasure.
   *
   * @param published hashes by path in the edition's record
   * @param left hashes by path of files that it changes, null of those that go
   */
  public static EditionErasures of(
      EditionErasures before,
      Event event,
      Map<String, String> published,
      Map<String, String> left) {
    List<Event> events = new ArrayList<>(before == null ? List.of() : before.erasures());
    events.add(event);
    Map<String, String> now = new HashMap<>();
    if (before != null) {
      before.files().forEach(file -> now.put(file.path(), file.now()));
    }
    now.putAll(left);
    List<Changed> files = new ArrayList<>();
    new TreeMap<>(now)
        .forEach(
            (path, sha256) -> {
              String was = published.get(path);
              // A file of the erasure before that this one replaces.
              if (was != null || sha256 != null) {
                files.add(new Changed(path, was, sha256));
              }
            });
    return new EditionErasures(List.copyOf(events), List.copyOf(files));
  }
}
