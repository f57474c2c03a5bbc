package org.sistercityimpact.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sistercityimpact.check.DateText.Form;
import org.sistercityimpact.check.DateText.Reading;
import org.sistercityimpact.check.contract.Field;

/**
 * Months as YYYY-MM, or years. Spreadsheets turn a month into a day or a name, and a log has a row
 * a day, so any form is read of which one month only lies in the reporting year.
 */
final class MonthColumn extends TextColumn {
  private static final int LENGTH = "2025-05".length();
  private static final Pattern WHOLE_YEAR =
      Pattern.compile(
          "(?:(?:FY|CY|year|año) ?['’]?)((?:19|20)?[0-9]{2})|((?:19|20)[0-9]{2})\\.0+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ALL_YEAR =
      Pattern.compile(
          "(?:all|whole|full|entire|throughout the) ?-?year|year[- ]?round|annual(?:ly)?|yearly|todo el año|anual",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern A_YEAR = Pattern.compile("[0-9]{4}|[0-9]{2}");
  private static final Pattern NUMBERS =
      Pattern.compile(
          "((?:19|20)[0-9]{2}) ?[-/. ]? ?([0-9]{1,2})|([0-9]{1,2}) ?[-/. ] ?((?:19|20)[0-9]{2})");
  private static final Pattern SHORT =
      Pattern.compile("([0-9]{1,2})(?:\\.0| ?[-/.] ?([0-9]{1,2}))?");
  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{M}0-9]+");
  private static final Pattern DAY_NAMED = Pattern.compile("([0-9]{1,2})[-. /]*(\\p{L}+)\\.?");

  private static final Pattern DASH = Pattern.compile("[‐‑–—−]");
  private static final Pattern EASTERN =
      Pattern.compile("(?:([0-9]{4}) ?[年년] ?)?([0-9]{1,2}) ?[月월][分份]?");

  private DayOrder order;

  MonthColumn(Field field) {
    super(field);
  }

  @Override
  void begin() {
    super.begin();
    order = null;
  }

  /** Whether a slot holds a month, not a whole year. */
  boolean isOneMonth(int slot) {
    return !isEmpty(slot) && text(slot).length() == LENGTH;
  }

  @Override
  boolean takes(String cell, int slot, CellContext file) {
    Integer year = file.year();
    Matcher whole = WHOLE_YEAR.matcher(cell);
    if (whole.matches()) {
      String ofYear = whole.group(whole.group(1) == null ? 2 : 1);
      return take(ofYear.length() == 2 ? "20" + ofYear : ofYear, "", cell, slot, file);
    }
    if (year != null && ALL_YEAR.matcher(cell).matches()) {
      return take(year.toString(), "", cell, slot, file);
    }
    List<Reading> days = DateText.readings(cell);
    SortedSet<String> months = months(days, cell, year);
    String proof = "";
    if (months.size() > 1 && days.stream().anyMatch(day -> day.form() == Form.DAY_FIRST)) {
      order = order == null ? order(file) : order;
      if (order.form() != null) {
        months =
            months(days.stream().filter(day -> day.form() == order.form()).toList(), cell, year);
        proof = order.proof();
      }
    }
    if (months.size() == 2) {
      file.report(
          this,
          ProblemCode.WRONG_FORM,
          cell,
          Map.of("hint", String.join(" or ", months) + ", whichever is meant"));
      return true;
    }
    return months.size() == 1 && take(months.first(), proof, cell, slot, file);
  }

  /**
   * Day or month first, as other cells prove. Where none does and each day is the first of a month
   * if the month stands first, spreadsheets made days of months.
   */
  private DayOrder order(CellContext file) {
    DayOrder proved = DayOrder.of(this, file);
    boolean[] others = new boolean[1];
    file.eachCell(
        this,
        (cell, row) ->
            others[0] |=
                DateText.readings(cell).stream()
                    .anyMatch(r -> r.form() == Form.MONTH_FIRST && r.date().getDayOfMonth() > 1));
    return proved.form() == null && !others[0] ? new DayOrder(Form.MONTH_FIRST, "") : proved;
  }

  private boolean take(String month, String proof, String cell, int slot, CellContext file) {
    set(slot, month);
    file.report(this, ProblemCode.MONTH_READ, cell, Map.of("read", month, "proof", proof));
    return true;
  }

  /** Each month of the reporting year that a text may mean. */
  private static SortedSet<String> months(List<Reading> days, String cell, Integer year) {
    TreeSet<String> months = new TreeSet<>();
    List<LocalDate> meant =
        days.isEmpty() ? readings(cell, year) : days.stream().map(Reading::date).toList();
    for (LocalDate day : meant) {
      if (year == null || day.getYear() == year) {
        months.add(day.toString().substring(0, LENGTH));
      }
    }
    return months;
  }

  /** What a text that is no day may mean, as some day of each month. */
  private static List<LocalDate> readings(String cell, Integer year) {
    List<LocalDate> months = new ArrayList<>();
    Matcher eastern = EASTERN.matcher(NumberText.plainSigns(cell));
    if (eastern.matches()) {
      String known = year == null ? null : year.toString();
      String ofYear = eastern.group(1) == null ? known : eastern.group(1);
      if (ofYear != null) {
        add(months, ofYear, eastern.group(2), "1");
      }
      return months;
    }
    String plain = DASH.matcher(NumberText.plainSigns(cell)).replaceAll("-");
    Matcher numbers = NUMBERS.matcher(plain);
    if (numbers.matches()) {
      boolean yearFirst = numbers.group(1) != null;
      add(months, numbers.group(yearFirst ? 1 : 4), numbers.group(yearFirst ? 2 : 3), "1");
      return months;
    }
    if (year == null) {
      addNamed(months, cell, null);
      return months;
    }
    Matcher parts = SHORT.matcher(plain);
    Matcher named = DAY_NAMED.matcher(cell);
    if (parts.matches() && parts.group(2) == null) {
      add(months, year.toString(), parts.group(1), "1");
    } else if (parts.matches()) {
      add(months, "20" + parts.group(2), parts.group(1), "1");
      add(months, "20" + parts.group(1), parts.group(2), "1");
      add(months, year.toString(), parts.group(1), parts.group(2));
      add(months, year.toString(), parts.group(2), parts.group(1));
    } else if (named.matches() && DateText.month(named.group(2)) > 0) {
      String month = String.valueOf(DateText.month(named.group(2)));
      add(months, "20" + named.group(1), month, "1");
      add(months, year.toString(), month, named.group(1));
    } else {
      addNamed(months, cell, year);
    }
    return months;
  }

  /** "May 2025", "May-25", "mayo de 2025"; "May" alone where the year is known. */
  private static void addNamed(List<LocalDate> months, String cell, Integer year) {
    int month = 0;
    String ofYear = year == null ? null : year.toString();
    boolean hasYear = false;
    for (String word : WORDS.split(Fold.text(cell))) {
      if (DateText.month(word) > 0 && month == 0) {
        month = DateText.month(word);
      } else if (A_YEAR.matcher(word).matches() && !hasYear) {
        hasYear = true;
        ofYear = word.length() == 4 ? word : "20" + word;
      } else if (!word.equals("de") && !word.equals("of") && !word.equals("del")) {
        return;
      }
    }
    if (month > 0 && ofYear != null) {
      add(months, ofYear, String.valueOf(month), "1");
    }
  }

  private static void add(List<LocalDate> months, String year, String month, String day) {
    try {
      String ofYear = year.length() == 3 ? "200" + year.charAt(2) : year;
      months.add(
          LocalDate.of(Integer.parseInt(ofYear), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException noSuchDay) {
      // Then it does not mean that.
    }
  }
}
