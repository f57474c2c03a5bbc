package org.sistercityimpact.check;

import java.util.Optional;
import org.sistercityimpact.check.Sheet.BrokenSheet;
import org.sistercityimpact.check.contract.Contract;

/** The cells of a file as the checker tells them apart: what a person looks at to fix it. */
public final class SheetCells {
  private final Opened opened;

  private SheetCells(Opened opened) {
    this.opened = opened;
  }

  /**
   * The cells of a file, or of one sheet of a workbook; empty where nobody can tell them apart.
   *
   * @param sheet as in {@link Checker#check(Content, String, Context, Problems)}
   */
  public static Optional<SheetCells> of(Content content, String sheet, Contract contract) {
    if (content.size() == 0) {
      return Optional.empty();
    }
    Opened opened = Opened.of(content, sheet, new Header.Names(contract));
    return opened.refusal() == null ? Optional.of(new SheetCells(opened)) : Optional.empty();
  }

  /** The row of the header, or of what comes next to one; 0: the sheet is empty. */
  public int headerRow() {
    Sheet sheet = opened.sheet();
    try {
      for (int i = 0; i <= opened.above(); i++) {
        if (!sheet.nextFilled()) {
          return 0;
        }
      }
      return sheet.row();
    } catch (BrokenSheet e) {
      return 0;
    }
  }

  /** Takes rows, each with its number. */
  public interface Taker {
    /** Takes a row; false: no more of them. */
    boolean take(int row, String[] cells);
  }

  /**
   * Gives the rows from the first on, up to where they can no longer be told apart; false: there is
   * such a place.
   */
  public boolean each(Taker taker) {
    Sheet sheet = opened.sheet();
    try {
      boolean more = true;
      while (more && sheet.next()) {
        more = taker.take(sheet.row(), sheet.cells());
      }
      return true;
    } catch (BrokenSheet e) {
      // What comes behind is told as a problem of the file.
      return false;
    }
  }
}
