package org.sistercityimpact.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.sistercityimpact.release.edition.Edition;
import org.sistercityimpact.release.edition.EditionName;
import org.sistercityimpact.release.edition.Editions;
import picocli.CommandLine.Option;

/** {@code --edition}: figures as they were published, instead of those of today. */
final class EditionOption {
  @Option(
      names = "--edition",
      paramLabel = "EDITION",
      description = "A published edition, by name or folder (default: the warehouse as it is now).")
  private String edition;

  boolean isGiven() {
    return edition != null;
  }

  /** The edition asked for; empty: the warehouse as it is now. */
  Optional<Edition> in(Path warehouse, Console console) {
    return Optional.ofNullable(edition).map(text -> find(text, warehouse, console));
  }

  /**
   * The edition in a folder that is named, or of that name in a warehouse. Whoever uses one that
   * was withdrawn hears why it should not be used.
   */
  static Edition find(String text, Path warehouse, Console console) {
    Path folder = Path.of(text);
    Edition found =
        Files.isDirectory(folder)
            ? Edition.open(folder)
            : Editions.of(warehouse).open(EditionName.parse(text));
    found
        .withdrawal()
        .ifPresent(w -> console.say("Edition %s was %s".formatted(found.name(), w.sentence())));
    return found;
  }
}
