package org.sistercityimpact.check;

import java.io.Serializable;

/**
 * The account of one checked file: every row that was read is accepted, rejected or a duplicate.
 *
 * @param outcome what the file turned out to be
 * @param read rows that are neither blank nor the header
 * @param accepted rows that count
 * @param rejected rows with an error
 * @param duplicate rows that repeat an accepted one
 * @param columns where each field stood, such as {@code ;exchange_id=C;date=D;}; empty where no row
 *     was read
 */
public record Checked(
    Outcome outcome, int read, int accepted, int rejected, int duplicate, String columns)
    implements Serializable {
  public Checked {
    if (read != accepted + rejected + duplicate) {
      throw new IllegalStateException(
          "Rows read (%d) are not rows accepted (%d) + rejected (%d) + duplicate (%d)"
              .formatted(read, accepted, rejected, duplicate));
    }
  }

  /** The account of a file without rows. */
  public static Checked without(Outcome outcome) {
    return new Checked(outcome, 0, 0, 0, 0, "");
  }
}
