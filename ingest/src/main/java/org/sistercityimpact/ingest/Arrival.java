package org.sistercityimpact.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sistercityimpact.check.Problem;
import org.sistercityimpact.check.ProblemCode;
import org.sistercityimpact.check.Workbooks;

/**
 * One file found in the inbox, and what its place and name say about it.
 *
 * @param path where it lies
 * @param file relative to the inbox, with forward slashes
 * @param sheet of a workbook, as it is called in every answer; null: the whole file
 * @param bytes its length
 * @param place what its place and name make of it
 * @param subject whose and what it is
 * @param refusal why it cannot be a submission, whatever it holds; null: it can
 * @param assumed what its name and folders were taken for; empty: they are as they should be
 */
record Arrival(
    Path path,
    String file,
    String sheet,
    long bytes,
    Place place,
    Subject subject,
    Problem refusal,
    List<Problem> assumed) {

  /**
   * Whose, of which year and what a file is.
   *
   * @param memberFolder the member as the folder spells it; null: registry
   * @param dataYear the folder's year, or a letter's; null: registry table
   * @param dataset name of the contract, {@code letter} or {@code notice}; null: not known
   */
  record Subject(String memberFolder, Integer dataYear, String dataset) {
    private Subject as(String otherDataset) {
      return new Subject(memberFolder, dataYear, otherDataset);
    }
  }

  Arrival {
    assumed = List.copyOf(assumed);
  }

  String memberFolder() {
    return subject.memberFolder();
  }

  Integer dataYear() {
    return subject.dataYear();
  }

  String dataset() {
    return subject.dataset();
  }

  /** The same file, of which nothing can be read. */
  Arrival unreadable(Problem why) {
    return new Arrival(path, file, sheet, 0, Place.UNREADABLE, subject, why, List.of());
  }

  /** The same file, whose columns are those of a dataset. */
  Arrival byColumns(String ofColumns) {
    return new Arrival(
        path,
        file,
        null,
        bytes,
        Place.SUBMISSION,
        subject.as(ofColumns),
        null,
        and(Workbooks.columnsRead(ofColumns)));
  }

  /** The same picture, which a row names. */
  Arrival photo() {
    return new Arrival(
        path, file, null, bytes, place, subject.as(PhotoNames.DATASET), null, List.of());
  }

  /** The same picture, which no row names: told as a file that is no submission. */
  Arrival stray() {
    return new Arrival(path, file, null, bytes, Place.STRAY, subject, refusal, List.of());
  }

  /** What one sheet of this workbook is, or the whole of it. */
  Arrival with(Workbooks.Found found) {
    boolean stray = found.dataset() == null && found.label() != null;
    return new Arrival(
        path,
        file,
        found.label(),
        bytes,
        stray ? Place.STRAY : Place.SUBMISSION,
        subject.as(found.dataset()),
        found.dataset() == null ? found.problem() : null,
        found.dataset() == null ? List.of() : and(found.problem()));
  }

  /** The same file, whose folder means a member of that id. */
  Arrival of(String memberId) {
    return new Arrival(
        path,
        file,
        sheet,
        bytes,
        place,
        new Subject(memberId, dataYear(), dataset()),
        refusal,
        and(ProblemCode.FOLDER_READ.ofFile(Map.of("meant", memberId))));
  }

  private List<Problem> and(Problem more) {
    return Stream.concat(assumed.stream(), Stream.ofNullable(more)).toList();
  }

  /** The file, and which sheet of it. */
  String label() {
    return sheet == null ? file : file + ", sheet " + sheet;
  }

  /** The part of a year that the name of the sheet or the file speaks of; empty: none. */
  Optional<String> part() {
    return Submission.part(file, sheet);
  }

  /** What a place and name make of a file. */
  enum Place {
    /** A member's dataset, or what should have been one. */
    SUBMISSION,
    /** A member's workbook, whose sheets say what they are. */
    WORKBOOK,
    /** A table of the registry, or what should have been one. */
    REGISTRY,
    /** A text that reports print. */
    TEXT,
    /** A picture, which a row of another file may name. */
    PHOTO,
    /** Cannot be read, so nothing of it can be kept. */
    UNREADABLE,
    /** Nothing to do with submissions. */
    STRAY
  }
}
