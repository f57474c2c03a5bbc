package org.sistercityimpact.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.sistercityimpact.check.Fold;
import org.sistercityimpact.warehouse.Warehouse;

/** Names made from content. */
final class Sha256 {
  private static final int ID_CHARACTERS = 20;

  private Sha256() {}

  static String of(MessageDigest digest, byte[] bytes) {
    return HexFormat.of().formatHex(digest.digest(bytes));
  }

  static String of(String text) {
    return of(Warehouse.sha256(), text.getBytes(StandardCharsets.UTF_8));
  }

  /** The id of a submission: the same bytes for the same member, year and dataset, always. */
  static String submissionId(
      MessageDigest digest, String sha256, String member, Integer year, String dataset) {
    String parts =
        sha256
            + "|"
            + (member == null ? "" : Fold.text(member))
            + "|"
            + (year == null ? "" : year)
            + "|"
            + (dataset == null ? "" : dataset)
            + "|";
    return of(digest, parts.getBytes(StandardCharsets.UTF_8)).substring(0, ID_CHARACTERS);
  }
}
