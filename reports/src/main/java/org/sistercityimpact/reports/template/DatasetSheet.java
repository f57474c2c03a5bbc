package org.sistercityimpact.reports.template;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Worksheet;
import org.sistercityimpact.check.CellText;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Field;
import org.sistercityimpact.check.contract.Field.Type;
import org.sistercityimpact.check.contract.RowRule;
import org.sistercityimpact.check.contract.TemplateMark;
import org.sistercityimpact.reports.text.Words;

/**
 * The sheet of one dataset in a template. Its rows: what made it, the box for "nothing to report",
 * the word "example", an example, the header; below it a city writes. The example stands above the
 * header, where no row is ever read.
 */
final class DatasetSheet {
  private static final int BOX = 1;
  private static final int EXAMPLE = 3;
  private static final int HEADER = 4;
  private static final int LAST = 5000;

  /** What a spreadsheet shows of a message and of its title. */
  private static final int LONGEST_MESSAGE = 225;

  private static final int LONGEST_TITLE = 32;
  private static final int LONGEST_LIST = 150;
  private static final BigDecimal MILLION = new BigDecimal("1000000");
  private static final int NARROWEST = 12;
  private static final int WIDEST = 34;

  private final Contract contract;
  private final Worksheet sheet;
  private final int year;
  private final Words words;

  DatasetSheet(Contract contract, Worksheet sheet, int year, Words words) {
    this.contract = contract;
    this.sheet = sheet;
    this.year = year;
    this.words = words;
  }

  /**
   * Writes the sheet.
   *
   * @param choices for each field all that a cell may hold; empty: it may hold other things too
   * @param suggestions for each field what it probably holds
   */
  void write(
      TemplateMark mark,
      Map<Field, List<String>> choices,
      Map<Field, List<String>> suggestions,
      ChoiceLists lists)
      throws IOException {
    sheet.value(0, 0, mark.text());
    sheet.style(0, 0).fontColor("8795A3").fontSize(8).set();
    List<String> nothing = List.of(words.text("form.nothing"));
    sheet
        .range(BOX, 0, BOX, 0)
        .validateWithList(lists.range(nothing))
        .showErrorMessage(true)
        .errorStyle(DataValidationErrorStyle.STOP)
        .errorTitle(escaped(nothing.get(0)))
        .error(escaped(words.say("form.one_of", nothing.get(0)).text()));
    sheet
        .style(BOX, 0)
        .fillColor("FFF2B3")
        .borderStyle("thin")
        .borderColor("E0A52A")
        .format("@")
        .set();
    sheet.value(BOX, 1, words.say("form.box", String.valueOf(year), nothing.get(0)).text());
    sheet.value(EXAMPLE - 1, 1, words.text("form.example"));
    sheet.style(EXAMPLE - 1, 1).italic().fontColor("556575").set();
    for (int column = 0; column < contract.fields().size(); column++) {
      Field field = contract.fields().get(column);
      format(field, column);
      example(field, column, choices.get(field));
      header(field, column, choices.get(field), suggestions.get(field));
      validate(field, column, choices.get(field), suggestions.get(field), lists);
    }
    sheet.rowHeight(HEADER, 32);
    sheet.freezePane(1, HEADER + 1);
    sheet.repeatRows(HEADER);
    sheet.pageOrientation("landscape");
    sheet.fitToWidth((short) 1);
    sheet.finish();
  }

  /** So that a program leaves what is written alone: texts stay texts, and days show their year. */
  private void format(Field field, int column) {
    String format = format(field);
    if (format != null) {
      sheet.style(column).format(format).set();
    }
    String longest = field.title(words.language());
    int wide = field.type() == Type.STRING ? longest.length() + 6 : longest.length() / 2 + 6;
    sheet.width(column, isTie(field) ? WIDEST : Math.max(NARROWEST, Math.min(WIDEST, wide)));
  }

  private static String format(Field field) {
    return switch (field.type()) {
      case DATE -> "yyyy-mm-dd";
      case INTEGER, YEAR -> "0";
      case NUMBER -> field.range().decimals() == 2 ? "0.00" : null;
      case STRING, BOOLEAN -> "@";
    };
  }

  private boolean isTie(Field field) {
    return contract.rules().stream()
        .anyMatch(
            rule -> rule instanceof RowRule.OwnPartnership r && r.field().equals(field.name()));
  }

  private void example(Field field, int column, List<String> choices) {
    String text = exampleOf(field, choices);
    if (text == null) {
      return;
    }
    if (field.type() == Type.INTEGER || field.type() == Type.NUMBER) {
      sheet.value(EXAMPLE, column, new BigDecimal(text));
    } else if (field.type() == Type.DATE) {
      sheet.value(EXAMPLE, column, LocalDate.parse(text));
    } else {
      sheet.value(EXAMPLE, column, CellText.harmless(text));
    }
    var style = sheet.style(EXAMPLE, column).italic().fontColor("8795A3").fillColor("F1F5F8");
    String format = format(field);
    (format == null ? style : style.format(format)).set();
  }

  private String exampleOf(Field field, List<String> choices) {
    if (field.names().example() != null) {
      String example = field.names().example().replace("{year}", String.valueOf(year));
      return field.word(example, words.language());
    }
    return choices.isEmpty() ? null : choices.get(0);
  }

  private void header(Field field, int column, List<String> choices, List<String> suggestions) {
    sheet.value(HEADER, column, field.title(words.language()));
    sheet
        .style(HEADER, column)
        .bold()
        .wrapText(true)
        .verticalAlignment("center")
        .fontColor(field.limits().required() ? "FFFFFF" : "14375E")
        .fillColor(field.limits().required() ? "14375E" : "DCE6EF")
        .set();
    sheet.comment(HEADER, column, note(field, choices, suggestions));
  }

  /** What belongs into a column, from its contract. */
  private String note(Field field, List<String> choices, List<String> suggestions) {
    List<String> lines = new ArrayList<>();
    lines.add(field.description(words.language()));
    lines.add(words.text(field.limits().required() ? "form.needed" : "form.optional"));
    lines.add(expected(field, choices));
    if (!suggestions.isEmpty()) {
      lines.add(words.text("form.suggested"));
    }
    if (field.personal()) {
      lines.add(words.text("form.personal"));
    }
    lines.removeIf(String::isEmpty);
    return String.join("\n", lines);
  }

  /** What a cell may hold, in a sentence; empty where it is any text. */
  private String expected(Field field, List<String> choices) {
    if (!choices.isEmpty()) {
      String all = String.join(", ", choices);
      return all.length() > LONGEST_LIST
          ? words.text("form.choose")
          : words.say("form.one_of", all).text();
    }
    return switch (field.type()) {
      case INTEGER ->
          words.say(isOpen(field) ? "form.whole_from" : "form.whole", limits(field)).text();
      case NUMBER ->
          words.say(isOpen(field) ? "form.number_from" : "form.number", limits(field)).text();
      case DATE ->
          MemberTemplate.liesInYear(contract, field)
              ? words.say("form.date_in", String.valueOf(year)).text()
              : words.text("form.date");
      default -> "";
    };
  }

  /** Whether the highest value is no more than what can be stored. */
  private static boolean isOpen(Field field) {
    return field.range().maximum().compareTo(MILLION) > 0;
  }

  private static Object[] limits(Field field) {
    return new Object[] {
      number(field.range().minimum()),
      number(field.range().maximum()),
      Integer.valueOf(field.range().decimals())
    };
  }

  private static String number(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private void validate(
      Field field, int column, List<String> choices, List<String> suggestions, ChoiceLists lists) {
    Range cells = sheet.range(HEADER + 1, column, LAST, column);
    String title = escaped(cut(field.title(words.language()), LONGEST_TITLE));
    String message = escaped(cut(expected(field, choices), LONGEST_MESSAGE));
    if (!choices.isEmpty()) {
      cells
          .validateWithList(lists.range(choices))
          .showErrorMessage(true)
          .errorStyle(DataValidationErrorStyle.STOP)
          .errorTitle(title)
          .error(message);
      return;
    }
    if (!suggestions.isEmpty()) {
      cells.validateWithList(lists.range(suggestions)).errorTitle("").error("");
      return;
    }
    List<String> conditions = conditions(field, cell(column));
    if (!conditions.isEmpty()) {
      cells
          .validateWithFormula(escaped("AND(" + String.join(",", conditions) + ")"))
          .showErrorMessage(true)
          .errorStyle(DataValidationErrorStyle.STOP)
          .errorTitle(title)
          .error(message);
    }
  }

  /** The first cell of a column, without dollar signs: further rows move along. */
  private static String cell(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.append(HEADER + 2).toString();
  }

  private List<String> conditions(Field field, String cell) {
    List<String> conditions = new ArrayList<>();
    switch (field.type()) {
      case INTEGER, YEAR, NUMBER -> {
        conditions.add("ISNUMBER(" + cell + ")");
        conditions.add(
            cell
                + (field.range().minimumExcluded() ? ">" : ">=")
                + number(field.range().minimum()));
        conditions.add(cell + "<=" + number(field.range().maximum()));
        int decimals = field.type() == Type.NUMBER ? field.range().decimals() : 0;
        conditions.add("ROUND(%s,%d)=%s".formatted(cell, decimals, cell));
      }
      case DATE -> {
        conditions.add("ISNUMBER(" + cell + ")");
        boolean within = MemberTemplate.liesInYear(contract, field);
        conditions.add("%s>=DATE(%d,1,1)".formatted(cell, within ? year : year - 1));
        conditions.add("%s<=DATE(%d,12,31)".formatted(cell, within ? year : year + 1));
      }
      default -> {
        if (field.limits().maxLength() > 0) {
          conditions.add("LEN(%s)<=%d".formatted(cell, field.limits().maxLength()));
        }
      }
    }
    for (RowRule rule : contract.rules()) {
      if (rule instanceof RowRule.NotBefore r && r.field().equals(field.name())) {
        String other = cell(contract.index(r.other()));
        conditions.add("OR(ISBLANK(%s),%s>=%s)".formatted(other, cell, other));
      } else if (rule instanceof RowRule.AtMost r
          && r.fields().indexOf(field.name()) >= 0
          && r.fields().indexOf(field.name()) < r.fields().size() - 1) {
        String high = cell(contract.index(r.fields().get(r.fields().indexOf(field.name()) + 1)));
        conditions.add("OR(ISBLANK(%s),%s<=%s)".formatted(high, cell, high));
      }
    }
    return conditions;
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }

  /** The library writes what a validation says as it is. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
