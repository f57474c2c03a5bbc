package org.sistercityimpact.check;

import java.util.Map;
import org.sistercityimpact.check.xlsx.Note;
import org.sistercityimpact.check.xlsx.SheetRows;
import org.sistercityimpact.check.xlsx.Worksheet;

/** Tells what a sheet hides from whoever looks at it, once it has been read. */
final class SheetNotes {
  private SheetNotes() {}

  static void tell(Worksheet worksheet, SheetRows rows, Problems problems) {
    if (worksheet.isWithoutFormats()) {
      problems.add(ProblemCode.NO_FORMATS.ofFile(Map.of()));
    }
    if (worksheet.hidden()) {
      problems.add(ProblemCode.HIDDEN_READ.ofFile(Map.of("what", "The sheet is hidden")));
    }
    for (Note note : rows.notes()) {
      switch (note.what()) {
        case HIDDEN_ROW -> problems.add(hidden("Row %s is hidden", "Rows %s are hidden", note));
        case HIDDEN_COLUMN ->
            problems.add(hidden("Column %s is hidden", "Columns %s are hidden", note));
        case UNDER_MERGED ->
            problems.add(ProblemCode.UNDER_MERGED.ofFile(Map.of("cells", places(note))));
        case MERGED -> {
          if (note.places().stream().anyMatch(SheetNotes::spansRows)) {
            problems.add(ProblemCode.MERGED_CELLS.ofFile(Map.of("cells", places(note))));
          }
        }
        case TEXT_CUT -> problems.add(ProblemCode.TEXT_CUT.ofFile(Map.of("cells", places(note))));
        case ODD_CELL -> problems.add(ProblemCode.ODD_CELLS.ofFile(Map.of("cells", places(note))));
        case ODD_PLACE ->
            problems.add(ProblemCode.ODD_PLACES.ofFile(Map.of("cells", places(note))));
        default -> {
          // Told of the cells themselves, or nothing that a reader can do about.
        }
      }
    }
  }

  private static Problem hidden(String one, String more, Note note) {
    String what = (note.count() == 1 ? one : more).formatted(places(note));
    return ProblemCode.HIDDEN_READ.ofFile(Map.of("what", what));
  }

  /** "B5, B6 and 3 more". */
  private static String places(Note note) {
    String named = String.join(", ", note.places());
    int more = note.count() - note.places().size();
    return more > 0 ? "%s and %d more".formatted(named, more) : named;
  }

  /** A title across columns hides nothing; one value for several rows leaves rows without it. */
  private static boolean spansRows(String range) {
    String[] ends = range.split(":");
    return !ends[0].replaceAll("[A-Z]", "").equals(ends[ends.length - 1].replaceAll("[A-Z]", ""));
  }
}
