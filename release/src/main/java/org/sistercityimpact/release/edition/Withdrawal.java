package org.sistercityimpact.release.edition;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.sistercityimpact.warehouse.Access;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.Disk;

/**
 * Why an edition should no longer be used: {@code editions/2025.1.withdrawn.json}, beside the
 * folder of the edition, in which nothing changes.
 *
 * @param edition its name
 * @param editionSha256 what it is known by
 * @param reason in the words of who withdrew it
 * @param withdrawnBy who did
 * @param withdrawnAt when, UTC
 */
public record Withdrawal(
    String edition, String editionSha256, String reason, String withdrawnBy, String withdrawnAt) {
  private static final String ENDING = ".withdrawn.json";

  /** The withdrawal of the edition in a folder; empty: it stands. */
  static Optional<Withdrawal> of(Path edition) {
    Path file = file(edition);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(EditionRecord.JSON.readValue(file.toFile(), Withdrawal.class));
    } catch (JsonProcessingException e) {
      throw unreadable(file, e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw unreadable(file, e.getMessage(), e);
    }
  }

  private static ConfigurationException unreadable(Path file, String why, IOException e) {
    return new ConfigurationException(
        "Cannot read why an edition was withdrawn in '%s': %s (restore the file from a copy)"
            .formatted(file, why),
        e);
  }

  static Path file(Path edition) {
    return edition.resolveSibling(edition.getFileName() + ENDING);
  }

  /** Writes it beside the edition, whole or not at all. */
  public void write(Path edition) throws IOException {
    Path file = file(edition);
    Path aside = file.resolveSibling("." + file.getFileName() + ".part");
    Files.deleteIfExists(aside);
    Access.SHARED.write(aside, EditionRecord.JSON.writeValueAsBytes(this));
    Disk.force(aside);
    Disk.moveAtomically(aside, file);
    Disk.forceFolder(file.getParent());
  }

  /** In one sentence, without the edition's name: "withdrawn on … by …: reason". */
  public String sentence() {
    return "withdrawn on %s by %s: %s".formatted(withdrawnAt.substring(0, 10), withdrawnBy, reason);
  }
}
