package org.sistercityimpact.check;

/** Rows of text cells, in the order of a file, each with the number that a person sees. */
interface Sheet {
  /**
   * Goes to the next row; false at the end.
   *
   * @throws BrokenSheet when the rest cannot be told apart into cells
   */
  boolean next() throws BrokenSheet;

  /** Goes to the next row that is not blank; false at the end. */
  default boolean nextFilled() throws BrokenSheet {
    while (next()) {
      for (String cell : cells()) {
        if (!cell.isEmpty() && !Fold.trim(cell).isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  /** The cells of the present row as written. */
  String[] cells();

  /** Whether the file lacks what a cell of the present row, from column 0, shows on a screen. */
  default boolean lacksValue(int column) {
    return false;
  }

  /**
   * What a screen shows beside a number of the present row, from column 0, and the cell does not
   * hold: "$", "%", "k" for thousands, "min"; empty: nothing.
   */
  default String unit(int column) {
    return "";
  }

  /** Whether a cell of the present row, from column 0, is a number and no text of digits. */
  default boolean holdsNumber(int column) {
    return false;
  }

  /** The present row as a spreadsheet numbers it: a line break within quotes begins none. */
  int row();

  /** The line of an editor in which the present row begins. */
  int line();

  /** The cells from some row on cannot be told apart. */
  final class BrokenSheet extends Exception {
    private final Problem why;

    BrokenSheet(Problem why) {
      super(why.message(), null, false, false);
      this.why = why;
    }

    /** Where the first row that could not be read begins, and what is wrong with it. */
    Problem why() {
      return why;
    }
  }
}
