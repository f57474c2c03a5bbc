package org.sistercityimpact.ingest;

import java.time.LocalDateTime;
import java.util.Optional;
import org.sistercityimpact.check.Checked;
import org.sistercityimpact.check.Fold;
import org.sistercityimpact.check.Outcome;
import org.sistercityimpact.check.YearPart;

/**
 * One content for one member, year and dataset.
 *
 * @param id made from the content, the member, the year and the dataset
 * @param file where it lies in the inbox, or lay last
 * @param sheet of a workbook; null: the whole file
 * @param memberId as the registry spells it, or as the folder did; null: registry
 * @param dataYear null: registry table
 * @param dataset null: not known
 * @param sha256 of the bytes; null: they could not be read
 * @param checked the account of its rows
 * @param receivedAt when it first arrived, UTC
 */
record Submission(
    String id,
    String file,
    String sheet,
    String memberId,
    Integer dataYear,
    String dataset,
    String sha256,
    Checked checked,
    LocalDateTime receivedAt) {

  static Submission of(
      String id,
      Arrival arrival,
      String memberId,
      String sha256,
      Checked checked,
      LocalDateTime at) {
    return new Submission(
        id,
        arrival.file(),
        arrival.sheet(),
        memberId,
        arrival.dataYear(),
        arrival.dataset(),
        sha256,
        checked,
        at);
  }

  /** What the file turned out to be. */
  Outcome outcome() {
    return checked.outcome();
  }

  /** How many of its rows count. */
  int accepted() {
    return checked.accepted();
  }

  /** What only one submission can be in force for. A file of no known dataset stands alone. */
  String slot() {
    return dataset == null
        ? "file|" + file
        : folder() + "|" + dataset + (isPhoto() ? "|" + PhotoNames.key(file) : "");
  }

  /** Whether it is a picture that rows name, of which a member may send many. */
  boolean isPhoto() {
    return PhotoNames.DATASET.equals(dataset);
  }

  /** The file, and which sheet of it. */
  String label() {
    return sheet == null ? file : file + ", sheet " + sheet;
  }

  /** The part of a year that the name of the sheet or the file speaks of; empty: none. */
  Optional<String> part() {
    return part(file, sheet);
  }

  static Optional<String> part(String file, String sheet) {
    Optional<String> ofSheet = sheet == null ? Optional.empty() : YearPart.of(sheet);
    return ofSheet.isPresent() ? ofSheet : YearPart.of(file.substring(file.lastIndexOf('/') + 1));
  }

  /** Whether another has the same name, or one for the same part of a year. */
  boolean isCalledAs(Submission other) {
    return label().equalsIgnoreCase(other.label())
        || part().isPresent() && part().equals(other.part());
  }

  /** Member and year, whatever the spelling. */
  String folder() {
    return (memberId == null ? "" : Fold.text(memberId)) + "|" + (dataYear == null ? "" : dataYear);
  }

  /** The same content, which now lies in the inbox under another name. */
  Submission in(String newFile) {
    return new Submission(
        id, newFile, sheet, memberId, dataYear, dataset, sha256, checked, receivedAt);
  }
}
