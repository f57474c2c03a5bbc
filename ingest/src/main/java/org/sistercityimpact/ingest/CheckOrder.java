package org.sistercityimpact.ingest;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.sistercityimpact.check.Registry;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contracts;

/**
 * What a cluster is asked to do with the files of one contract, in a form that travels.
 *
 * @param contract what the files should hold
 * @param contracts all of them, with their code lists
 * @param registry what files are checked against
 * @param known ids of submissions that need no check
 * @param warehouse folder that keeps the originals; every machine sees it
 * @param groups files that compete for one member and year stand in one group, in their order
 */
public record CheckOrder(
    Contract contract,
    Contracts contracts,
    Registry registry,
    Set<String> known,
    String warehouse,
    List<Group> groups)
    implements Serializable {

  /** Files that one task takes one after the other, so that of two equal ones the first counts. */
  public record Group(List<SentFile> files) implements Serializable {
    /** The length of all files. */
    public long bytes() {
      return files.stream().mapToLong(SentFile::bytes).sum();
    }
  }

  /**
   * One file to check.
   *
   * @param number tells the order's files apart
   * @param path where it lies in the inbox, which every machine sees; of one that is checked
   *     afresh, where it may still lie
   * @param sheet of a workbook; null: the whole file
   * @param bytes about how many
   * @param memberFolder who sends it; null: registry
   * @param dataYear the reporting year; null: registry
   * @param kept the submission whose original is checked afresh; null: the file is in the inbox
   */
  public record SentFile(
      int number,
      String path,
      String sheet,
      long bytes,
      String memberFolder,
      Integer dataYear,
      Kept kept)
      implements Serializable {}

  /**
   * A submission that is known.
   *
   * @param id made from the content, the member, the year and the dataset
   * @param sha256 of its original
   * @param file where it lay in the inbox
   */
  public record Kept(String id, String sha256, String file) implements Serializable {}
}
