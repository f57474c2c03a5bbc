package org.sistercityimpact.check;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Years as people write them, and what to write instead of those in doubt. */
final class YearText {
  private static final String USUAL = "Write the year with four digits, such as 1985";

  // "c. 1985", "1985?", "FY1985", "since 1985": one year, and at most how sure its writer is.
  private static final Pattern ONE_YEAR =
      Pattern.compile(
          "(?:(?:c|ca|circa|cca|about|around|approx|approximately|est|estd|established|since|in|from|year|fy|cy|desde|hacia|aprox|alrededor de|año|~|≈|\\()[ .:]*){0,2}"
              + "((?:1[89]|20)[0-9]{2})(?:\\.0+)?"
              + " ?(?:\\(?(?:\\?|\\*|~|approx(?:imately)?|est|estimated|circa|ca|aprox)\\.?\\)?|\\))?[ .]?");
  private static final Pattern GROUPED = Pattern.compile("([12]),([0-9]{3})");
  private static final Pattern OF_MONTH = Pattern.compile("[0-9]{1,2} ?[-/.] ?([0-9]{4})");
  private static final Pattern OF_NAMED_MONTH =
      Pattern.compile("(\\p{L}{3,10})\\.?,? (?:de )?([0-9]{4})");
  private static final Pattern A_YEAR =
      Pattern.compile("(?<![0-9])((?:1[89]|20)[0-9]{2})(?![0-9])");

  private static final Set<String> STILL =
      Set.of(
          "present",
          "to present",
          "current",
          "currently",
          "still",
          "still active",
          "active",
          "ongoing",
          "on-going",
          "to date",
          "today",
          "now",
          "vigente",
          "actual",
          "actualidad",
          "presente",
          "activo",
          "activa",
          "no");

  private YearText() {}

  /** Whether it says in words that no year has come yet, where one may be missing. */
  static boolean isStill(String cell) {
    return STILL.contains(Fold.text(cell));
  }

  /** The one year that a text means; null: it is none, or may be another. */
  static String of(String written) {
    String cell = Fold.text(NumberText.plainSigns(written));
    Matcher one = ONE_YEAR.matcher(cell);
    if (one.matches()) {
      return one.group(1);
    }
    Matcher grouped = GROUPED.matcher(cell);
    if (grouped.matches()) {
      return grouped.group(1) + grouped.group(2);
    }
    Matcher month = OF_NAMED_MONTH.matcher(cell);
    if (month.matches()) {
      return DateText.month(month.group(1)) > 0 ? month.group(2) : null;
    }
    Matcher ofMonth = OF_MONTH.matcher(cell);
    if (ofMonth.matches()) {
      return ofMonth.group(1);
    }
    List<Integer> years =
        DateText.readings(written).stream()
            .filter(day -> !day.isShort() && day.form() != DateText.Form.SERIAL)
            .map(day -> day.date().getYear())
            .distinct()
            .toList();
    return years.size() == 1 ? years.get(0).toString() : null;
  }

  /** What to write instead of a text that means no one year. */
  static String advice(String cell, boolean required) {
    Matcher year = A_YEAR.matcher(cell);
    if (year.find()) {
      String first = year.group(1);
      return year.find() && !year.group(1).equals(first)
          ? "Write %s or %s, whichever is meant".formatted(first, year.group(1))
          : "Write %s, if that is meant".formatted(first);
    }
    return required ? USUAL : USUAL + "; leave it empty if it is not known";
  }
}
