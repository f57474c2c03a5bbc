package org.sistercityimpact.ingest.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sistercityimpact.warehouse.contract.Field;
import org.sistercityimpact.warehouse.contract.Field.Type;

/** Integers, years and decimals, kept as whole numbers of their last decimal. */
class NumberColumn extends Column {
  static final long NONE = Long.MIN_VALUE;

  private static final Pattern PLAIN = Pattern.compile("([+-]?)([0-9]*)(?:\\.([0-9]+))?");
  // Grouping must be exact and its first group not 0: "0,250" is a European decimal.
  private static final Pattern GROUPED =
      Pattern.compile("\\$?[1-9][0-9]{0,2}(,[0-9]{3})+(\\.[0-9]+)?|\\$[0-9]+(\\.[0-9]+)?");
  private static final Pattern NEGATIVE =
      Pattern.compile(
          "[-\\u2212\\u2013]\\s?\\$?[0-9.,]*[0-9][0-9.,]*|\\$[-\\u2212\\u2013][0-9.,]*[0-9][0-9.,]*|\\(\\$?[0-9.,]*[0-9][0-9.,]*\\)");
  private static final Pattern FRACTION = Pattern.compile("\\$?[0-9,]*\\.[0-9]+");
  private static final int MOST_DIGITS = 400;

  private final int decimals;
  private final long lowest;
  private final long highest;
  private final boolean mayBeNegative;
  long[] values = new long[256];

  NumberColumn(Field field) {
    super(field);
    decimals = field.type() == Type.NUMBER ? field.decimals() : 0;
    lowest = unscaled(field.minimum(), RoundingMode.CEILING) + (field.minimumExcluded() ? 1 : 0);
    highest = unscaled(field.maximum(), RoundingMode.FLOOR);
    mayBeNegative = lowest < 0;
  }

  private long unscaled(BigDecimal number, RoundingMode rounding) {
    return number.setScale(decimals, rounding).unscaledValue().longValueExact();
  }

  @Override
  void read(String cell, int slot, CellFaults faults) {
    values[slot] = NONE;
    long quick = quick(cell);
    if (quick != NONE && field.type() != Type.YEAR) {
      limit(cell, quick, slot, faults);
    } else if (field.type() == Type.YEAR) {
      readYear(cell, slot, faults);
    } else {
      readCarefully(cell, slot, faults);
    }
  }

  /** The plain case, digits and perhaps a point: nearly every cell. */
  private long quick(String cell) {
    int length = cell.length();
    if (length > 12) {
      return NONE;
    }
    long value = 0;
    int point = -1;
    for (int i = 0; i < length; i++) {
      char c = cell.charAt(i);
      if (c >= '0' && c <= '9') {
        value = value * 10 + (c - '0');
      } else if (c == '.' && point < 0 && decimals > 0 && i < length - 1) {
        point = i;
      } else {
        return NONE;
      }
    }
    int given = point < 0 ? 0 : length - 1 - point;
    if (given > decimals) {
      return NONE;
    }
    for (int i = given; i < decimals; i++) {
      value *= 10;
    }
    return value;
  }

  private void readYear(String cell, int slot, CellFaults faults) {
    long quick = quick(cell);
    if (cell.length() != 4 || quick == NONE) {
      faults.report(this, ProblemCode.NOT_A_YEAR, cell, Map.of());
    } else {
      limit(cell, quick, slot, faults);
    }
  }

  private void readCarefully(String cell, int slot, CellFaults faults) {
    boolean whole = field.type() == Type.INTEGER;
    ProblemCode notOne = whole ? ProblemCode.NOT_A_WHOLE_NUMBER : ProblemCode.NOT_A_NUMBER;
    Matcher plain = PLAIN.matcher(cell);
    boolean isPlain =
        cell.length() <= MOST_DIGITS
            && plain.matches()
            && (!plain.group(2).isEmpty() || plain.group(3) != null);
    boolean negative = isPlain ? cell.startsWith("-") : NEGATIVE.matcher(cell).matches();
    if (negative && !mayBeNegative) {
      faults.report(this, ProblemCode.NEGATIVE_NUMBER, cell, Map.of("from", from()));
      return;
    }
    boolean grouped = cell.length() <= MOST_DIGITS && GROUPED.matcher(cell).matches();
    if (!isPlain && !grouped || whole && FRACTION.matcher(cell).matches()) {
      faults.report(this, notOne, cell, Map.of());
      return;
    }
    BigDecimal number = new BigDecimal(cell.replace("$", "").replace(",", ""));
    if (number.scale() > decimals && !field.rounded()) {
      faults.report(
          this, ProblemCode.TOO_MANY_DECIMALS, cell, Map.of("decimals", String.valueOf(decimals)));
      return;
    }
    number = number.setScale(decimals, RoundingMode.HALF_UP);
    boolean fits = number.precision() <= 18;
    limit(
        cell,
        fits ? number.unscaledValue().longValueExact() : number.signum() * Long.MAX_VALUE,
        slot,
        faults);
    if (!bad && grouped) {
      faults.report(
          this,
          ProblemCode.NUMBER_READ,
          cell,
          Map.of("read", new BigDecimal(cell.replace("$", "").replace(",", "")).toPlainString()));
    }
  }

  private void limit(String cell, long value, int slot, CellFaults faults) {
    if (value < lowest) {
      faults.report(this, ProblemCode.BELOW_MINIMUM, cell, Map.of("least", least()));
    } else if (value > highest) {
      faults.report(
          this,
          ProblemCode.ABOVE_MAXIMUM,
          cell,
          Map.of("maximum", field.maximum().toPlainString()));
    } else {
      values[slot] = value;
    }
  }

  private String from() {
    String minimum = field.minimum().toPlainString();
    return field.minimumExcluded() ? "above " + minimum : "from " + minimum + " up";
  }

  private String least() {
    String minimum = field.minimum().toPlainString();
    return field.minimumExcluded() ? "more than " + minimum : "at least " + minimum;
  }

  @Override
  void clear(int slot) {
    values[slot] = NONE;
  }

  @Override
  void copy(Column from, int slot) {
    values[slot] = from.number(slot);
  }

  @Override
  void grow(int slots) {
    if (values.length < slots) {
      values = Arrays.copyOf(values, slots);
    }
  }

  @Override
  int hash(int slot) {
    return Long.hashCode(values[slot]);
  }

  @Override
  boolean same(int a, int b) {
    return values[a] == values[b];
  }

  @Override
  public boolean isEmpty(int slot) {
    return values[slot] == NONE;
  }

  @Override
  public long number(int slot) {
    return values[slot];
  }

  @Override
  String shown(int slot) {
    return isEmpty(slot) ? "" : BigDecimal.valueOf(values[slot], decimals).toPlainString();
  }
}
