package org.sistercityimpact.reports.data;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * What a member has its brief say to the council, of {@code registry/briefs.csv}; each may be null.
 *
 * @param ask what is asked of the council for the next year
 * @param contact whom to ask
 * @param issued the brief's date
 * @param words what it says of its year, printed on the page of its state
 */
public record CouncilNote(
    String ask, String contact, String phone, String email, LocalDate issued, String words) {
  public static final CouncilNote NONE = new CouncilNote(null, null, null, null, null, null);

  /** By member: that of a year's row, else of the row without a year. */
  static Map<String, CouncilNote> read(TableReader tables, int year) {
    // Warehouses of earlier versions have none.
    if (!tables.has("briefs", "words")) {
      return Map.of();
    }
    Typography typography = new Typography();
    Map<String, CouncilNote> notes = new HashMap<>();
    tables.each(
        """
        SELECT member_id, ask, contact, phone, email, issued, words
        FROM briefs
        WHERE data_year IS NULL OR data_year = %s
        ORDER BY member_id, data_year NULLS LAST"""
            .formatted(year),
        r ->
            notes.putIfAbsent(
                r.text(0),
                new CouncilNote(
                    typography.legible(r.text(1)),
                    typography.legible(r.text(2)),
                    typography.legible(r.text(3)),
                    typography.legible(r.text(4)),
                    r.date(5),
                    typography.legible(r.text(6)))));
    return notes;
  }
}
