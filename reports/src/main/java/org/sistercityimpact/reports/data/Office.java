package org.sistercityimpact.reports.data;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Who writes the letters, of {@code registry/office.csv}; all but the name may be null.
 *
 * @param name stands under each letter
 * @param contact whom to ask
 * @param address street and city in a line
 * @param letterDate the letters' date
 * @param answerBy the day by which an answer is asked for
 */
public record Office(
    String name,
    String contact,
    String phone,
    String email,
    String address,
    LocalDate letterDate,
    LocalDate answerBy) {

  /** That of a year's row, else of the row without a year. */
  public static Optional<Office> read(TableReader tables, int year) {
    // Warehouses of earlier versions have none.
    if (!tables.has("office", "answer_by")) {
      return Optional.empty();
    }
    Typography typography = new Typography();
    return tables
        .list(
            """
            SELECT name, contact, phone, email, address, letter_date, answer_by
            FROM office
            WHERE data_year IS NULL OR data_year = %s
            ORDER BY data_year NULLS LAST, name"""
                .formatted(year),
            r ->
                new Office(
                    typography.legible(r.text(0)),
                    typography.legible(r.text(1)),
                    typography.legible(r.text(2)),
                    typography.legible(r.text(3)),
                    typography.legible(r.text(4)),
                    r.date(5),
                    r.date(6)))
        .stream()
        .findFirst();
  }
}
