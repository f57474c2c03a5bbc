package org.sistercityimpact.ingest.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sistercityimpact.ingest.check.DateText.Reading;
import org.sistercityimpact.warehouse.contract.Field;

/**
 * Months as YYYY-MM, or years. Spreadsheets turn a month into a day or a name, so any form is read
 * of which one month only lies in the reporting year.
 */
final class MonthColumn extends TextColumn {
  private static final Pattern NUMBERS =
      Pattern.compile("([0-9]{4}) ?[-/. ]? ?([0-9]{1,2})|([0-9]{1,2}) ?[-/. ] ?([0-9]{4})");
  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{M}0-9]+");

  MonthColumn(Field field) {
    super(field);
  }

  @Override
  boolean takes(String cell, int slot, CellContext file) {
    Integer year = file.year();
    TreeSet<String> months = new TreeSet<>();
    for (LocalDate first : readings(cell, year)) {
      if (year == null || first.getYear() == year) {
        months.add(first.toString().substring(0, 7));
      }
    }
    if (months.size() != 1) {
      return false;
    }
    set(slot, months.first());
    file.report(this, ProblemCode.SPELLING_READ, cell, Map.of("read", months.first()));
    return true;
  }

  /** Each month that a text may mean, as its first day. */
  private static List<LocalDate> readings(String cell, Integer year) {
    List<LocalDate> months = new ArrayList<>();
    Matcher numbers = NUMBERS.matcher(cell);
    if (numbers.matches()) {
      boolean yearFirst = numbers.group(1) != null;
      add(months, numbers.group(yearFirst ? 1 : 4), numbers.group(yearFirst ? 2 : 3));
      return months;
    }
    List<Reading> days = DateText.readings(cell);
    // A month that became a day became its first.
    boolean anyFirst = days.stream().anyMatch(day -> day.date().getDayOfMonth() == 1);
    for (Reading day : days) {
      if (!anyFirst || day.date().getDayOfMonth() == 1) {
        months.add(day.date().withDayOfMonth(1));
      }
    }
    if (days.isEmpty()) {
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
      } else if (word.matches("[0-9]{4}|[0-9]{2}") && !hasYear) {
        hasYear = true;
        ofYear = word.length() == 4 ? word : "20" + word;
      } else if (!word.equals("de") && !word.equals("of") && !word.equals("del")) {
        return;
      }
    }
    if (month > 0 && ofYear != null) {
      add(months, ofYear, String.valueOf(month));
    }
  }

  private static void add(List<LocalDate> months, String year, String month) {
    int number = Integer.parseInt(month);
    if (number > 0 && number < 13) {
      months.add(LocalDate.of(Integer.parseInt(year), number, 1));
    }
  }
}
