package org.sistercityimpact.check.xlsx;

import java.util.List;

/** A sheet of cells in a workbook. */
public final class Worksheet {
  private final Workbook workbook;
  private final String name;
  private final boolean hidden;
  private final Zip.Part part;
  private Merged.Ranges merged = Merged.Ranges.NONE;
  private boolean damaged;

  /** A sheet whose cells are in {@code part}; null: the file lacks it. */
  Worksheet(Workbook workbook, String name, boolean hidden, Zip.Part part) {
    this.workbook = workbook;
    this.name = name;
    this.hidden = hidden;
    this.part = part;
  }

  /** Where its cells are; null: the file lacks it. */
  Zip.Part part() {
    return part;
  }

  /** The name on its tab. */
  public String name() {
    return name;
  }

  /** Whether its tab is hidden. */
  public boolean hidden() {
    return hidden;
  }

  /** Whether its workbook has no number formats: dates appear as numbers. */
  public boolean isWithoutFormats() {
    return workbook.styles() == null;
  }

  /** What is to be told of the whole sheet before its rows are read. */
  public List<Note> notes() {
    Notes notes = new Notes();
    if (part == null) {
      notes.add(Note.What.SHEET_MISSING, null);
    }
    return notes.toList();
  }

  /** Its rows from the first on; each call begins anew. */
  public SheetRows rows() {
    try {
      return part == null
          ? new SheetRows(workbook, null, merged, damaged, false)
          : new SheetRows(workbook, workbook.open(part), merged, damaged, part.isSpoiled());
    } catch (Unreadable e) {
      return new SheetRows(workbook, null, merged, true, true);
    }
  }

  /**
   * Goes through the whole part once: its true size, document type, and what stands behind the
   * rows. Damage is left for the rows to tell, for it costs no other sheet.
   */
  void look() throws Unreadable {
    if (part == null) {
      return;
    }
    try {
      Tags tags = new Tags(workbook.open(part));
      if (tags.next() && tags.passBehindEndOf("sheetData")) {
        merged = Merged.Ranges.of(tags);
      }
      tags.drain();
    } catch (Unreadable e) {
      if (e.refusal() != Refusal.DAMAGED) {
        throw e;
      }
      damaged = true;
    }
  }
}
