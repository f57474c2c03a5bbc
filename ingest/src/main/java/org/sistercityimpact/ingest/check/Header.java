package org.sistercityimpact.ingest.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sistercityimpact.warehouse.contract.Contract;
import org.sistercityimpact.warehouse.contract.Field;

/**
 * Which column of a file holds which field.
 *
 * @param width columns up to the last named one
 * @param columns for each field of the contract its column, from 0; -1: not there
 * @param unknown columns that are no field
 * @param unnamed columns before the last named one that have no name
 * @param twice the first two columns that mean one field; null: none
 * @param names the header cells, trimmed
 */
record Header(
    int width,
    int[] columns,
    List<Integer> unknown,
    List<Integer> unnamed,
    int[] twice,
    List<String> names) {

  /** How many fields were recognised. */
  int known() {
    return (int) Arrays.stream(columns).filter(column -> column >= 0).count();
  }

  /** The field of a column, else null. */
  String nameOf(int column, Contract contract) {
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] == column) {
        return contract.fields().get(i).name();
      }
    }
    return null;
  }

  /** Recognises headers by the names, titles and aliases of one contract. */
  static final class Names {
    private final Map<String, Integer> fields = new HashMap<>();
    private final int count;
    private String[] last;
    private Header ofLast;

    Names(Contract contract) {
      count = contract.fields().size();
      for (int i = 0; i < count; i++) {
        fields.put(Fold.letters(contract.fields().get(i).name()), i);
      }
      // A field's own name always wins over another's alias.
      for (int i = 0; i < count; i++) {
        Field field = contract.fields().get(i);
        fields.putIfAbsent(Fold.letters(field.title()), i);
        for (String alias : field.aliases()) {
          fields.putIfAbsent(Fold.letters(alias), i);
        }
      }
    }

    /** What the cells of a header mean; most files of a dataset have the same. */
    Header recognise(String[] cells) {
      if (!Arrays.equals(cells, last)) {
        ofLast = header(cells);
        last = cells;
      }
      return ofLast;
    }

    private Header header(String[] cells) {
      int[] columns = new int[count];
      Arrays.fill(columns, -1);
      List<Integer> unknown = new ArrayList<>();
      List<String> names = new ArrayList<>(cells.length);
      int[] twice = null;
      int width = 0;
      for (int column = 0; column < cells.length; column++) {
        String name = Fold.trim(cells[column]);
        names.add(name);
        if (name.isEmpty()) {
          continue;
        }
        width = column + 1;
        Integer field = fields.get(Fold.letters(name));
        if (field == null) {
          unknown.add(column);
        } else if (columns[field] < 0) {
          columns[field] = column;
        } else if (twice == null) {
          twice = new int[] {columns[field], column, field};
        }
      }
      List<Integer> unnamed = new ArrayList<>();
      for (int column = 0; column < width; column++) {
        if (names.get(column).isEmpty()) {
          unnamed.add(column);
        }
      }
      return new Header(width, columns, unknown, unnamed, twice, names);
    }
  }
}
