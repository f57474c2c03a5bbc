package org.sistercityimpact.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sistercityimpact.check.contract.Field;
import org.sistercityimpact.check.contract.Field.Type;

/** Integers, years and decimals, kept as whole numbers of their last decimal. */
class NumberColumn extends CellColumn {
  static final long NONE = Long.MIN_VALUE;

  private static final Pattern PLAIN = Pattern.compile("([+-]?)([0-9]*)(?:\\.([0-9]+))?");
  // Grouping must be exact and its first group not 0: "0,250" is a European decimal.
  private static final Pattern ONE_COMMA = Pattern.compile("[1-9][0-9]{0,2},[0-9]{3}");
  private static final Pattern BETWEEN_THOUSANDS = Pattern.compile("[, '’]");
  private static final Pattern GROUPED =
      Pattern.compile("[1-9][0-9]{0,2}([, '’])[0-9]{3}(?:\\1[0-9]{3})*(?:\\.[0-9]+)?");
  private static final Pattern NEGATIVE =
      Pattern.compile(
          "[-\u2212\u2013]\\s?\\$?\\s?[0-9.,]*[0-9][0-9.,]*|\\$\\s?[-\u2212\u2013][0-9.,]*[0-9][0-9.,]*|\\$?\\(\\s?\\$?\\s?[0-9.,]*[0-9][0-9.,]*\\s?\\)|[0-9.,]*[0-9][0-9.,]*\\s?[-\u2212]");
  private static final Pattern DOLLARS =
      Pattern.compile(
          NumberText.DOLLAR + "?\\s*([0-9][0-9.,' ’]*?)\\s*" + NumberText.DOLLAR + "?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]+)?) ?%");
  private static final Pattern PERCENT_ALONE =
      Pattern.compile("(?:[2-9]|[1-9][0-9])(?:\\.[0-9]+)?|1\\.[0-9]*[1-9][0-9]*|100(?:\\.0+)?");
  private static final Pattern PART_OF_ONE = Pattern.compile("0?\\.[0-9]*[1-9][0-9]*");
  // What settles that commas are decimal in a column: no grouping looks like it.
  private static final Pattern DECIMAL_COMMA =
      Pattern.compile(
          "-?[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})|-?0,[0-9]+|[0-9]{1,3}(?:[. '’][0-9]{3})+,[0-9]+");
  private static final Pattern DECIMAL_POINT =
      Pattern.compile("-?[0-9]+\\.[0-9]{1,2}|[0-9]{1,3}(?:,[0-9]{3})+\\.[0-9]+");
  private static final Pattern BY_DECIMAL_COMMA =
      Pattern.compile("([0-9]+|[0-9]{1,3}(?:\\.[0-9]{3})+)(?:,([0-9]+))?");
  // A sign between thousands and a comma, or two points, leave one reading, whatever the rest of
  // the column says.
  private static final Pattern EUROPEAN =
      Pattern.compile(
          "[1-9][0-9]{0,2}(?:([. '’])[0-9]{3}(?:\\1[0-9]{3})*,[0-9]{1,2}|(?:\\.[0-9]{3}){2,})");
  private static final Pattern BETWEEN_EUROPEAN = Pattern.compile("[. '’]");
  private static final int MOST_DIGITS = 400;

  private final int decimals;
  private final long lowest;
  private final long highest;
  private final boolean mayBeNegative;

  /** A whole, in a column of shares: beside 80 and 75 it may be one percent. */
  private final long one;

  private boolean takesSigns;
  long[] values = new long[256];
  private String decimalCommas;
  private boolean anyDecimalComma;
  private String percent;

  /** Whether at least as many cells are percentages without their sign as are parts of one. */
  private boolean mostlyPercent;

  NumberColumn(Field field) {
    super(field);
    decimals = decimals();
    lowest =
        unscaled(field.range().minimum(), RoundingMode.CEILING)
            + (field.range().minimumExcluded() ? 1 : 0);
    highest = unscaled(field.range().maximum(), RoundingMode.FLOOR);
    mayBeNegative = lowest < 0;
    one = NumberText.isShare(field) ? highest : NONE;
  }

  @Override
  void begin() {
    super.begin();
    anyDecimalComma = false;
    decimalCommas = null;
    percent = null;
  }

  /** From now on the sign of any currency may stand with a number, for the row says which it is. */
  void takeSigns() {
    takesSigns = true;
  }

  private long unscaled(BigDecimal number, RoundingMode rounding) {
    return number.setScale(decimals, rounding).unscaledValue().longValueExact();
  }

  @Override
  void read(String cell, int slot, CellContext file) {
    values[slot] = NONE;
    long quick = quick(cell);
    if (quick != NONE && field.type() != Type.YEAR) {
      limit(cell, quick, slot, file);
    } else if (field.type() == Type.YEAR) {
      readYear(cell, slot, file);
    } else {
      readCarefully(cell, slot, file);
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

  private void readYear(String cell, int slot, CellContext file) {
    long quick = quick(cell);
    if (cell.length() == 4 && quick != NONE) {
      limit(cell, quick, slot, file);
      return;
    }
    if (!field.limits().required() && YearText.isStill(cell)) {
      file.report(this, ProblemCode.PLACEHOLDER_READ, cell, Map.of("kind", "no year"));
      return;
    }
    String year = YearText.of(cell);
    if (year == null) {
      Map<String, String> words =
          Map.of("advice", YearText.advice(cell, field.limits().required()));
      file.report(this, ProblemCode.NOT_A_YEAR, cell, words);
      return;
    }
    limit(cell, Long.parseLong(year), slot, file);
    if (!bad) {
      file.report(this, ProblemCode.NUMBER_READ, cell, Map.of("read", year, "proof", ""));
    }
  }

  private void readCarefully(String written, int slot, CellContext file) {
    String cell = NumberText.withoutNoCents(NumberText.plainSigns(written));
    if (cell.length() > MOST_DIGITS) {
      refuse(written, file);
      return;
    }
    boolean isPlain = PLAIN.matcher(cell).matches() && cell.chars().anyMatch(Character::isDigit);
    boolean negative = isPlain ? cell.startsWith("-") : NEGATIVE.matcher(cell).matches();
    if (negative && !mayBeNegative) {
      file.report(this, ProblemCode.NEGATIVE_NUMBER, written, Map.of("from", from()));
      return;
    }
    boolean mayBeGrouped =
        file.delimiter() != ',' && !file.holdsNumber(this) && NumberText.mayBeGrouped(cell);
    Read read = mayBeGrouped ? read(cell, file) : null;
    if (read == null || read.proof.isEmpty()) {
      String told = cell.equals(written) ? null : "";
      read = isPlain ? new Read(new BigDecimal(cell), told) : read(cell, file);
    }
    if (read == null) {
      refuse(written, file);
      return;
    }
    take(written, read, slot, file);
  }

  /**
   * A number that was not written plainly.
   *
   * @param proof what else in the column settles how it is meant, or nothing; null: it is plain
   */
  private record Read(BigDecimal number, String proof) {}

  /** What a cell means beyond doubt; null: nobody can tell. */
  private Read read(String cell, CellContext file) {
    if (mayBeNegative && cell.startsWith("-")) {
      Read positive = read(cell.substring(1), file);
      return positive == null ? null : new Read(positive.number.negate(), positive.proof);
    }
    Matcher percent = PERCENT.matcher(cell);
    if (percent.matches()) {
      return NumberText.isShare(field)
          ? new Read(new BigDecimal(percent.group(1)).movePointLeft(2), "")
          : null;
    }
    if (isAmountElsewhere(cell)) {
      return null;
    }
    Matcher dollars = DOLLARS.matcher(cell);
    String digits = dollars.matches() ? dollars.group(1) : takesSigns ? withoutSign(cell) : null;
    if (digits == null) {
      return null;
    }
    if (EUROPEAN.matcher(digits).matches()) {
      String whole = BETWEEN_EUROPEAN.matcher(digits).replaceAll("");
      return new Read(new BigDecimal(whole.replace(',', '.')), "");
    }
    boolean mayBeEither = decimals > 0 && decimals < 3 && ONE_COMMA.matcher(digits).matches();
    if (mayBeEither && isDecimalCommaNear(file)) {
      // 1,200 beside 7,5, in its own column or another, whoever wrote which.
      return null;
    }
    if (file.delimiter() != ',' && (digits.indexOf(',') >= 0 || digits.indexOf('.') >= 0)) {
      String proof = decimalCommas(file);
      Matcher european = BY_DECIMAL_COMMA.matcher(digits);
      if (!proof.isEmpty()) {
        return european.matches() ? new Read(european(european), proof) : null;
      }
    }
    if (GROUPED.matcher(digits).matches()) {
      return new Read(new BigDecimal(BETWEEN_THOUSANDS.matcher(digits).replaceAll("")), "");
    }
    return PLAIN.matcher(digits).matches() ? new Read(new BigDecimal(digits), "") : null;
  }

  /** Whether a cell is written as dollars in a column that does not hold any. */
  private boolean isAmountElsewhere(String cell) {
    return !takesSigns && NumberText.hasDollars(cell) && !NumberText.isMoney(field);
  }

  @Override
  void readUnit(String unit, String cell, int slot, CellContext file) {
    if (unit.isEmpty()
        || unit.equals("$") && (takesSigns || NumberText.isMoney(field))
        || unit.equals("%") && NumberText.isShare(field)) {
      return;
    }
    boolean isWord = CodePoints.isLetter(unit.codePointAt(0));
    String shown =
        unit.equals("$")
            ? unit + cell
            : unit.equals("%") ? hundredfold(cell) + unit : cell + (isWord ? " " : "") + unit;
    if (!isWord || !NumberText.isOwnUnit(shown, field)) {
      values[slot] = NONE;
      refuse(shown, file);
    }
  }

  private static String hundredfold(String cell) {
    return new BigDecimal(cell).movePointRight(2).stripTrailingZeros().toPlainString();
  }

  private static String withoutSign(String cell) {
    String digits = NumberText.withoutSign(cell);
    return digits == null ? null : Fold.trim(digits);
  }

  private static BigDecimal european(Matcher digits) {
    String fraction = digits.group(2) == null ? "" : "." + digits.group(2);
    return new BigDecimal(digits.group(1).replace(".", "") + fraction);
  }

  /** Which cell proves that commas are decimal here; empty: none does, or another contradicts. */
  private String decimalCommas(CellContext file) {
    if (decimalCommas == null) {
      String[] proofs = new String[2];
      file.eachCell(
          this,
          (cell, row) -> {
            String digits = NumberText.bare(cell);
            int which =
                DECIMAL_COMMA.matcher(digits).matches()
                    ? 0
                    : DECIMAL_POINT.matcher(digits).matches() ? 1 : -1;
            if (which >= 0 && proofs[which] == null) {
              proofs[which] = Problem.letter(at) + row + " (" + cell + ")";
            }
          });
      boolean settled = proofs[0] != null && proofs[1] == null;
      decimalCommas = settled ? ", for " + proofs[0] + " has a decimal comma" : "";
      anyDecimalComma = proofs[0] != null;
    }
    return decimalCommas;
  }

  /** Whether any cell of the file's numbers has a decimal comma, though others have a point. */
  private boolean isDecimalCommaNear(CellContext file) {
    for (CellColumn each : file.columns()) {
      if (each instanceof NumberColumn column && column.at >= 0 && column.decimals > 0) {
        column.decimalCommas(file);
        if (column.anyDecimalComma) {
          return true;
        }
      }
    }
    return false;
  }

  private void refuse(String cell, CellContext file) {
    boolean whole = field.type() == Type.INTEGER;
    file.report(
        this,
        whole ? ProblemCode.NOT_A_WHOLE_NUMBER : ProblemCode.NOT_A_NUMBER,
        cell,
        Map.of(
            "advice",
            isAmountElsewhere(cell)
                ? NumberText.withoutMoney(cell, field) + ofFormat(file)
                : NumberText.advice(cell, field) + ofFormat(file)));
  }

  /** What to do where the sign is none of the cell, but of its format. */
  private String ofFormat(CellContext file) {
    String unit = file.unit(this);
    return unit.isEmpty() ? "" : ", in cells whose format does not show '" + unit + "'";
  }

  private void take(String cell, Read read, int slot, CellContext file) {
    BigDecimal number = read.number;
    String proof = read.proof;
    if (field.type() == Type.INTEGER && number.scale() > 0) {
      if (number.stripTrailingZeros().scale() > 0 || NumberText.mayBeGrouped(cell)) {
        refuse(cell, file);
        return;
      }
      number = number.setScale(0);
      proof = proof == null ? "" : proof;
    }
    if (number.scale() > decimals && !field.range().rounded()) {
      BigDecimal shorter = number.stripTrailingZeros();
      boolean grouped = !file.holdsNumber(this) && NumberText.mayBeGrouped(cell);
      if (shorter.scale() > decimals || grouped) {
        file.report(
            this,
            ProblemCode.TOO_MANY_DECIMALS,
            cell,
            Map.of(
                "decimals", String.valueOf(decimals),
                "advice", NumberText.shorter(number, grouped ? cell : "", field)));
        return;
      }
    }
    number = number.setScale(decimals, RoundingMode.HALF_UP);
    boolean fits = number.precision() <= 18;
    limit(
        cell,
        fits ? number.unscaledValue().longValueExact() : number.signum() * Long.MAX_VALUE,
        slot,
        file);
    if (!bad && proof != null) {
      String shown = number.stripTrailingZeros().toPlainString();
      file.report(this, ProblemCode.NUMBER_READ, cell, Map.of("read", shown, "proof", proof));
    }
  }

  private void limit(String cell, long value, int slot, CellContext file) {
    if (value < lowest) {
      file.report(this, ProblemCode.BELOW_MINIMUM, cell, Map.of("least", least()));
    } else if (value > highest) {
      file.report(
          this,
          ProblemCode.ABOVE_MAXIMUM,
          cell,
          Map.of("maximum", field.range().maximum().toPlainString(), "advice", lower(cell, value)));
    } else if (one != NONE && value > 0 && mayBePercent(cell, value, file)) {
      String share = BigDecimal.valueOf(value, decimals).stripTrailingZeros().toPlainString();
      String percent = new BigDecimal(share).movePointLeft(2).toPlainString();
      String hint = "%s or %s, whichever is meant, for %s is in percent";
      file.report(
          this,
          ProblemCode.WRONG_FORM,
          cell,
          Map.of("hint", hint.formatted(percent, share, percent(file))));
    } else {
      values[slot] = value;
    }
  }

  /** Whether a share may be meant in percent as others of its column are: 1, or 0.5 beside 80. */
  private boolean mayBePercent(String cell, long value, CellContext file) {
    return !cell.contains("%")
        && !file.unit(this).equals("%")
        && !percent(file).isEmpty()
        && (value == one || mostlyPercent);
  }

  /** The first cell of a column of shares that is a percentage without its sign; empty: none is. */
  private String percent(CellContext file) {
    if (percent == null) {
      String[] first = {""};
      int[] counts = new int[2];
      file.eachCell(
          this,
          (cell, row) -> {
            if (PERCENT_ALONE.matcher(cell).matches()) {
              first[0] =
                  first[0].isEmpty() ? Problem.letter(at) + row + " (" + cell + ")" : first[0];
              // 1.1 may be a slip for 1.
              counts[0] += cell.startsWith("1.") ? 0 : 1;
            } else if (PART_OF_ONE.matcher(cell).matches()) {
              counts[1]++;
            }
          });
      percent = first[0];
      mostlyPercent = counts[0] > 0 && counts[0] >= counts[1];
    }
    return percent;
  }

  /** A share above 1 was probably meant in percent. */
  private String lower(String cell, long value) {
    BigDecimal share = BigDecimal.valueOf(value, decimals).movePointLeft(2).stripTrailingZeros();
    boolean percent = NumberText.isShare(field) && !cell.contains("%") && share.scale() <= decimals;
    return percent && share.compareTo(BigDecimal.ONE) <= 0
        ? "Write %s if %s%% is meant"
            .formatted(share.toPlainString(), share.movePointRight(2).toPlainString())
        : "Correct the number";
  }

  private String from() {
    String minimum = field.range().minimum().toPlainString();
    return field.range().minimumExcluded() ? "above " + minimum : "from " + minimum + " up";
  }

  private String least() {
    String minimum = field.range().minimum().toPlainString();
    return field.range().minimumExcluded() ? "more than " + minimum : "at least " + minimum;
  }

  @Override
  void clear(int slot) {
    values[slot] = NONE;
  }

  @Override
  void copy(CellColumn from, int slot) {
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
  long print(int slot) {
    return values[slot];
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
  BigDecimal decimal(int slot) {
    return BigDecimal.valueOf(values[slot], decimals);
  }

  @Override
  String shown(int slot) {
    return isEmpty(slot) ? "" : decimal(slot).toPlainString();
  }
}
