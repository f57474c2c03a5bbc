package org.sistercityimpact.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Field;
import org.sistercityimpact.check.contract.Field.Type;
import org.sistercityimpact.check.contract.Translation;

/**
 * Which column of a file holds which field.
 *
 * @param width columns up to the last named one
 * @param columns for each field of the contract its column, from 0; -1: not there
 * @param further for each field the columns that are it together with the one in {@code columns};
 *     mostly none
 * @param unknown columns that are no field
 * @param unnamed columns before the last named one that have no name
 * @param twice the first two columns that mean one field; null: none
 * @param names the header cells, trimmed
 * @param missing fields whose column has to be there and is not
 */
record Header(
    int width,
    int[] columns,
    int[][] further,
    List<Integer> unknown,
    List<Integer> unnamed,
    int[] twice,
    List<String> names,
    List<String> missing) {

  /** How many fields were recognised. */
  int known() {
    return (int) Arrays.stream(columns).filter(column -> column >= 0).count();
  }

  /** Whether all columns that every row needs are there. */
  boolean isComplete() {
    return missing.isEmpty() && twice == null;
  }

  /** The field of a column, else null. */
  String nameOf(int column, Contract contract) {
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] == column || contains(further[i], column)) {
        return contract.fields().get(i).name();
      }
    }
    return null;
  }

  /** The cells of some columns as one text, trimmed, with a space between those that are filled. */
  static String joined(String[] cells, int first, int[] further) {
    String joined = first < 0 || first >= cells.length ? "" : Fold.trim(cells[first]);
    for (int column : further) {
      String next = column < cells.length ? Fold.trim(cells[column]) : "";
      joined = joined.isEmpty() ? next : next.isEmpty() ? joined : joined + ' ' + next;
    }
    return joined;
  }

  private static boolean contains(int[] columns, int column) {
    for (int each : columns) {
      if (each == column) {
        return true;
      }
    }
    return false;
  }

  /** Recognises headers by the names, titles and aliases of one contract. */
  static final class Names {
    private static final int[] NONE = {};
    private static final Pattern HOW_MANY = Pattern.compile("^(?:#|no\\.?|nr\\.?|num\\.?) ?of ");
    // The same before a column of numbers: "how many people", "número de personas", "No. people".
    private static final Pattern COUNT =
        Pattern.compile(
            "^(?:#|(?:no|nº|n°|nr|nbr|num|number|count|how many|n[uú]mero|cantidad)(?![\\p{L}0-9])\\.?) ?(?:(?:of|de) )?");
    // What forms say of how a column is filled; never a currency or a unit that is not ours.
    private static final Pattern HINT =
        Pattern.compile(
            "[(\\[] ?(?:required|mandatory|optional|if any|if known|if applicable|text|list|date|numbers?|#|\\*|yes/no|y/n|yes or no"
                + "|in/out|in or out|inbound/outbound(?:/virtual)?|drop-?down|select|choose(?: one)?|per person"
                + "|[ymd]{1,4}(?:[-/. ][ymd]{1,4}){1,2}) ?[)\\]]");

    private final Map<String, Integer> exact = new HashMap<>();
    private final Map<String, Integer> own = new HashMap<>();
    private final Map<String, Integer> aliases = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<String> parts = new HashSet<>();
    private final List<Field> fields;
    private String[] last;
    private Header ofLast;

    Names(Contract contract) {
      fields = contract.fields();
      for (int i = 0; i < fields.size(); i++) {
        Field field = fields.get(i);
        exact.put(field.name(), i);
        own.put(Fold.letters(field.name()), i);
        aliases.putIfAbsent(Fold.letters(field.names().title()), i);
        for (Translation translation : field.names().translations().values()) {
          aliases.putIfAbsent(Fold.letters(translation.title()), i);
        }
        for (String alias : field.names().aliases()) {
          aliases.putIfAbsent(Fold.letters(alias), i);
        }
        if (isNumber(field)) {
          numbers.put(Fold.letters(field.name()), i);
        }
        for (List<String> part : field.names().parts()) {
          part.forEach(header -> parts.add(Fold.letters(header)));
        }
      }
      aliases.forEach(
          (alias, i) -> {
            if (isNumber(fields.get(i))) {
              numbers.putIfAbsent(alias, i);
            }
          });
    }

    /** What the cells of a header mean; most files of a dataset have the same. */
    Header recognise(String[] cells) {
      if (!Arrays.equals(cells, last)) {
        ofLast = header(cells);
        last = cells;
      }
      return ofLast;
    }

    /** Whether a cell names a column of the contract. */
    boolean isName(String cell) {
      return means(Fold.letters(cell)) || means(withoutHint(cell));
    }

    private boolean means(String letters) {
      return own.containsKey(letters) || aliases.containsKey(letters) || parts.contains(letters);
    }

    /** "Start date" of "Start date (YYYY-MM-DD)", "number of people" of "# of people". */
    private static String withoutHint(String cell) {
      String name = HOW_MANY.matcher(Fold.text(cell)).replaceFirst("number of ");
      return Fold.letters(HINT.matcher(name).replaceAll(""));
    }

    /** "people" of "How many people?"; empty: the name does not say that it counts. */
    private static String counted(String cell) {
      Matcher count = COUNT.matcher(Fold.text(cell));
      return count.find() ? Fold.letters(count.replaceFirst("")) : "";
    }

    /**
     * A field's own name wins over an alias of it, and over the same name in other letters,
     * wherever they stand.
     */
    private Header header(String[] cells) {
      int[] columns = new int[fields.size()];
      Arrays.fill(columns, -1);
      List<String> names = Arrays.stream(cells).map(Fold::trim).toList();
      int[] twice = take(exact, names, columns, null, Function.identity());
      twice = take(own, names, columns, twice, Fold::letters);
      twice = take(aliases, names, columns, twice, Fold::letters);
      twice = take(own, names, columns, twice, Names::withoutHint);
      twice = take(aliases, names, columns, twice, Names::withoutHint);
      twice = take(numbers, names, columns, twice, Names::counted);
      int[][] further = new int[fields.size()][];
      for (int i = 0; i < further.length; i++) {
        int[] joined = columns[i] < 0 ? joined(fields.get(i), names, columns) : NONE;
        if (joined.length > 0) {
          columns[i] = joined[0];
        }
        further[i] = joined.length > 0 ? Arrays.copyOfRange(joined, 1, joined.length) : NONE;
      }
      int width = 0;
      List<Integer> unknown = new ArrayList<>();
      List<Integer> unnamed = new ArrayList<>();
      for (int column = 0; column < names.size(); column++) {
        if (!names.get(column).isEmpty()) {
          width = column + 1;
          int at = column;
          if (!contains(columns, at)
              && Arrays.stream(further).noneMatch(each -> contains(each, at))) {
            unknown.add(column);
          }
        }
      }
      for (int column = 0; column < width; column++) {
        if (names.get(column).isEmpty()) {
          unnamed.add(column);
        }
      }
      List<String> missing = new ArrayList<>();
      for (int i = 0; i < columns.length; i++) {
        if (fields.get(i).limits().required() && columns[i] < 0) {
          missing.add(fields.get(i).name());
        }
      }
      if (twice != null) {
        unknown.remove((Integer) twice[1]);
      }
      return new Header(width, columns, further, unknown, unnamed, twice, names, missing);
    }

    /** Gives each field that has no column yet the one that {@code meanings} know. */
    private int[] take(
        Map<String, Integer> meanings,
        List<String> names,
        int[] columns,
        int[] alreadyTwice,
        Function<String, String> form) {
      int[] twice = alreadyTwice;
      int[] taken = new int[columns.length];
      Arrays.fill(taken, -1);
      for (int column = 0; column < names.size(); column++) {
        Integer field = meanings.get(form.apply(names.get(column)));
        if (names.get(column).isEmpty() || field == null || columns[field] >= 0) {
          continue;
        }
        if (contains(columns, column) || isOfOtherUnit(names.get(column), fields.get(field))) {
          continue;
        }
        if (taken[field] < 0) {
          taken[field] = column;
        } else if (twice == null) {
          twice = new int[] {taken[field], column, field};
        }
      }
      for (int i = 0; i < taken.length; i++) {
        columns[i] = columns[i] >= 0 ? columns[i] : taken[i];
      }
      return twice;
    }

    private static boolean isNumber(Field field) {
      return field.type() == Type.INTEGER || field.type() == Type.NUMBER;
    }

    /** "Amount €" holds no dollars, and "Youth %" does not count anybody. */
    private static boolean isOfOtherUnit(String name, Field field) {
      boolean percent = isNumber(field) && !NumberText.isShare(field);
      boolean currency = field.name().endsWith("_usd");
      for (int i = 0; i < name.length(); i++) {
        char c = name.charAt(i);
        if (percent && (c == '%' || c == '٪') || currency && NumberText.isForeign(c)) {
          return true;
        }
      }
      return false;
    }

    /**
     * The columns of a field's parts, in the parts' order; none where one is missing or doubled.
     */
    private static int[] joined(Field field, List<String> names, int[] taken) {
      int[] columns = new int[field.names().parts().size()];
      for (int part = 0; part < columns.length; part++) {
        List<String> headers = field.names().parts().get(part).stream().map(Fold::letters).toList();
        columns[part] = -1;
        for (int column = 0; column < names.size(); column++) {
          if (!contains(taken, column) && headers.contains(Fold.letters(names.get(column)))) {
            if (columns[part] >= 0) {
              return NONE;
            }
            columns[part] = column;
          }
        }
        if (columns[part] < 0) {
          return NONE;
        }
      }
      return columns;
    }
  }
}
