package org.sistercityimpact.ingest;

import java.io.Serializable;
import java.util.List;
import org.sistercityimpact.check.Checked;
import org.sistercityimpact.check.Problem;

/**
 * What a cluster found out about one file.
 *
 * @param number that of the order
 * @param submissionId made from its content; null: it could not be read
 * @param sha256 of its bytes; null: it could not be read
 * @param memberId who sent it, as the registry spells it
 * @param checked its account; null: it is known already, or could not be read
 * @param problems what is wrong with it
 * @param unreadable why it could not be read; null: it was
 * @param damage why its original cannot be used; null: it can
 * @param healed whether its original was damaged and has been written anew
 */
public record CheckedFile(
    int number,
    String submissionId,
    String sha256,
    String memberId,
    Checked checked,
    List<Problem> problems,
    String unreadable,
    String damage,
    boolean healed)
    implements Serializable {

  /** An account without a check. */
  static CheckedFile unchecked(int number, String unreadable, String damage) {
    return new CheckedFile(number, null, null, null, null, List.of(), unreadable, damage, false);
  }
}
