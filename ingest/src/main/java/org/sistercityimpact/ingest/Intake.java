package org.sistercityimpact.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.sistercityimpact.check.Content;
import org.sistercityimpact.warehouse.Originals;
import org.sistercityimpact.warehouse.Warehouse;

/**
 * Takes in the bytes of files, for one thread: they are hashed, kept as originals and handed to the
 * checker. Those of a large file are never held, and the checker reads its original, which nobody
 * changes.
 */
final class Intake {
  private final Originals originals;
  private final MessageDigest digest = Warehouse.sha256();

  Intake(Originals originals) {
    this.originals = originals;
  }

  /**
   * A file that has arrived.
   *
   * @param sha256 of its bytes
   * @param content the bytes
   * @param wasGone whether no original of them lay there
   */
  record Taken(String sha256, Content content, boolean wasGone) {}

  /** Takes the file at {@code path}, which is called {@code file}. */
  Taken arrived(Path path, String file) throws IOException {
    if (Files.size(path) > FileContent.LARGE) {
      String sha256 = Originals.sha256(path);
      boolean wasGone = originals.keep(sha256, path, file);
      return new Taken(sha256, FileContent.of(originals.path(sha256)), wasGone);
    }
    byte[] bytes = Files.readAllBytes(path);
    String sha256 = Sha256.of(digest, bytes);
    // Of one that is known, too: what was damaged since is healed.
    boolean wasGone = originals.keep(sha256, bytes, file);
    // From what is kept a person may have been erased, whom these bytes must not bring back.
    boolean isErased = !wasGone && originals.isErased(sha256);
    byte[] kept = isErased ? originals.read(sha256, file, null, null, null) : bytes;
    return new Taken(sha256, Content.of(kept), wasGone);
  }

  /**
   * The bytes of an original.
   *
   * @param spare where the file as it was sent may still lie
   */
  Content kept(String sha256, String file, String memberId, Integer dataYear, Path spare)
      throws IOException {
    Path original = originals.path(sha256);
    if (Files.exists(original) && Files.size(original) > FileContent.LARGE) {
      return FileContent.of(originals.intact(sha256, file, memberId, dataYear, spare));
    }
    return Content.of(originals.read(sha256, file, memberId, dataYear, spare));
  }

  /** The id of a submission of those bytes, or of a sheet of that workbook. */
  String submissionId(String sha256, String sheet, String member, Integer year, String dataset) {
    String part = sheet == null ? dataset : dataset + "|" + sheet;
    return Sha256.submissionId(digest, sha256, member, year, part);
  }
}
