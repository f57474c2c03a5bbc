package org.sistercityimpact.ingest;

import java.util.List;
import org.sistercityimpact.check.Outcome;
import org.sistercityimpact.check.Problem;

/**
 * What a city hears about one file before it sends it.
 *
 * @param file as given
 * @param sheet of a workbook; null: the whole file
 * @param dataset what it was checked as; null: not known
 * @param memberId whose it was taken for; null: not known
 * @param dataYear the reporting year it was taken for; null: not known
 * @param outcome what the file turned out to be
 * @param read rows read
 * @param accepted rows that would count
 * @param rejected rows with an error
 * @param duplicate rows that repeat another
 * @param problems in the order of the file
 */
public record FileCheck(
    String file,
    String sheet,
    String dataset,
    String memberId,
    Integer dataYear,
    Outcome outcome,
    int read,
    int accepted,
    int rejected,
    int duplicate,
    List<Problem> problems) {

  public FileCheck {
    problems = List.copyOf(problems);
  }
}
