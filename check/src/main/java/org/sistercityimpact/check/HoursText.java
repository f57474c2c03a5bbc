package org.sistercityimpact.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sistercityimpact.check.contract.Field;

/** Hours as times, minutes, fractions and shifts say them. */
final class HoursText {
  /** Hours behind their number. */
  static final String UNIT = "h(?:rs?|ours?|oras?)?";

  private static final Pattern CLOCK =
      Pattern.compile(
          "([0-9]{0,4}):([0-5][0-9])(?::[0-5][0-9])?(?: ?" + UNIT + "\\.?)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SPOKEN_CLOCK =
      Pattern.compile(
          "(?:PT)?([0-9]{1,4}) ?"
              + UNIT
              + "\\.?,? ?(?:(?:and|y|&) )?(?:([0-5]?[0-9]) ?m(?:in(?:ute|uto)?s?)?\\.?|([0-5][0-9]))",
          Pattern.CASE_INSENSITIVE);
  // "9:00 AM - 11:30 AM", of which one time at least is none but that of a clock.
  private static final String TIME_OF_DAY = "([0-9]{1,2})(?::([0-5][0-9]))? ?(?:([ap])\\.?m\\.?)?";
  private static final Pattern SHIFT =
      Pattern.compile(
          "(?=.*[:m])" + TIME_OF_DAY + " ?(?:-|–|—|to|until|a) ?" + TIME_OF_DAY,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MINUTES =
      Pattern.compile("([0-9]{1,5}) ?m(?:in(?:ute|uto)?s?)?\\.?", Pattern.CASE_INSENSITIVE);
  private static final Pattern HALVES = Pattern.compile("([0-9]{0,6}) ?([¼½¾])");
  private static final BigDecimal MINUTES_AN_HOUR = BigDecimal.valueOf(60);

  private HoursText() {}

  /** The hours that a time or a fraction says; null: it is neither. */
  static String of(String text, Field field) {
    Matcher clock = CLOCK.matcher(text);
    if (clock.matches()) {
      return clockHours("0" + clock.group(1), clock.group(2));
    }
    Matcher spoken = SPOKEN_CLOCK.matcher(text);
    if (spoken.matches()) {
      return hours(spoken.group(1), spoken.group(spoken.group(2) == null ? 3 : 2));
    }
    Matcher minutes = MINUTES.matcher(text);
    if (field.name().contains("hours") && minutes.matches()) {
      return hours("0", minutes.group(1));
    }
    Matcher shift = SHIFT.matcher(text);
    if (field.name().contains("hours") && shift.matches()) {
      return shiftHours(shift);
    }
    Matcher fraction = NumberText.FRACTION.matcher(text);
    if (field.name().contains("hours") && fraction.matches()) {
      String hours = fraction.group(1) == null ? "0" : fraction.group(1);
      BigDecimal part = NumberText.divided(fraction.group(2), fraction.group(3), 2);
      return new BigDecimal(hours).add(part).stripTrailingZeros().toPlainString();
    }
    Matcher halves = HALVES.matcher(text);
    if (halves.matches()) {
      int quarters = "¼½¾".indexOf(halves.group(2)) + 1;
      return hours("0" + halves.group(1), String.valueOf(15 * quarters));
    }
    return null;
  }

  /** How long a shift from one time of a day to a later one is; null: it may be from another. */
  private static String shiftHours(Matcher shift) {
    boolean twelve = shift.group(3) != null || shift.group(6) != null;
    String half = shift.group(shift.group(3) == null ? 6 : 3);
    int minutes = ofDay(shift, 4, shift.group(6)) - ofDay(shift, 1, twelve ? half : null);
    boolean open = twelve && shift.group(6) == null || minutes <= 0;
    return open ? null : hours("0", String.valueOf(minutes));
  }

  private static int ofDay(Matcher shift, int group, String half) {
    int hour = Integer.parseInt(shift.group(group));
    int minute = shift.group(group + 1) == null ? 0 : Integer.parseInt(shift.group(group + 1));
    boolean later = half != null && "pP".contains(half);
    return (half == null ? hour : hour % 12 + (later ? 12 : 0)) * 60 + minute;
  }

  /** Hours typed into a column of times are days to a spreadsheet: 7.5 became 180:00. */
  private static String clockHours(String whole, String minutes) {
    String hours = hours(whole, minutes);
    if (hours == null) {
      return null;
    }
    BigDecimal days =
        new BigDecimal(hours)
            .divide(NumberText.HOURS_A_DAY, NumberText.SHARE_DECIMALS, RoundingMode.HALF_UP);
    BigDecimal shorter = days.stripTrailingZeros();
    boolean mayBeTyped = days.compareTo(BigDecimal.ONE) >= 0 && shorter.scale() <= 2;
    return mayBeTyped ? hours + " or " + shorter.toPlainString() + ", whichever is meant," : hours;
  }

  /** Null where it is no time at all: no hours are none to write. */
  private static String hours(String whole, String minutes) {
    BigDecimal part = new BigDecimal(minutes).divide(MINUTES_AN_HOUR, 2, RoundingMode.HALF_UP);
    BigDecimal hours = new BigDecimal(whole).add(part).stripTrailingZeros();
    return hours.signum() == 0 ? null : hours.toPlainString();
  }
}
