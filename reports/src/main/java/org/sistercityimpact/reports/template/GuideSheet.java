package org.sistercityimpact.reports.template;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Worksheet;
import org.sistercityimpact.check.CellText;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.TemplateMark;
import org.sistercityimpact.reports.data.Office;
import org.sistercityimpact.reports.text.Words;

/** The first sheet of a template: what is due when, whom to ask, how to fill it in. */
final class GuideSheet {
  private static final int WIDE = 110;

  /** Points of a line, and how many letters of the text's size it holds at least. */
  private static final double LINE = 15;

  private static final int LINE_LETTERS = 100;

  private final Worksheet sheet;
  private final Words words;
  private int row;

  GuideSheet(Worksheet sheet, Words words) {
    this.sheet = sheet;
    this.words = words;
  }

  void write(
      TemplateMark mark,
      String member,
      int year,
      Optional<LocalDate> due,
      Optional<Office> office,
      List<Contract> datasets,
      List<TemplateTie> ties)
      throws IOException {
    sheet.value(row, 0, mark.text());
    sheet.style(row++, 0).fontColor("8795A3").fontSize(8).set();
    String of = String.valueOf(year);
    sheet.value(row, 0, words.say("form.title", member, of).text());
    sheet.style(row++, 0).bold().fontSize(18).fontColor("14375E").set();
    row++;
    line(
        words.text("form.due"),
        due.map(day -> words.numbers().day(day)).orElseGet(() -> words.text("form.due_unknown")));
    line(
        words.text("form.ask"),
        office.map(GuideSheet::whom).orElseGet(() -> words.text("form.ask_office")));
    heading("form.how");
    for (String step :
        List.of(
            words.text("form.how_rows"),
            words.text("form.how_headers"),
            words.say("form.how_cells", of).text(),
            words.say("form.how_nothing", words.text("form.nothing")).text(),
            words.text("form.how_empty"),
            words.text("form.how_paste"),
            words.text("form.how_again"))) {
      line("", step);
    }
    heading("form.datasets");
    for (Contract contract : datasets) {
      line(contract.title(words.language()), contract.description(words.language()));
    }
    heading("form.ties");
    for (TemplateTie tie : ties) {
      String partner =
          words
              .say(
                  tie.lastYear() ? "form.tie_last_year" : "form.tie",
                  tie.partner(),
                  tie.country(),
                  words.name("tie", tie.status()))
              .text();
      line(tie.id(), partner);
    }
    if (ties.isEmpty()) {
      line("", words.text("form.no_ties"));
    }
    heading("form.published");
    for (String part :
        List.of(
            words.text("form.published_open"),
            words.text("form.published_never"),
            words.text("form.published_confidence"),
            words.text("form.published_wish"),
            words.text("form.published_late"))) {
      line("", part);
    }
    heading("form.version");
    for (Contract contract : datasets) {
      line(contract.title(words.language()), TemplateMark.version(contract));
    }
    sheet.width(0, 38);
    sheet.width(1, WIDE);
    sheet.hideGridLines();
    sheet.fitToWidth((short) 1);
    sheet.finish();
  }

  private static String whom(Office office) {
    return String.join(
        " · ",
        Stream.of(office.contact(), office.name(), office.phone(), office.email(), office.address())
            .filter(text -> text != null && !text.isEmpty())
            .toList());
  }

  private void heading(String key) {
    row++;
    sheet.value(row, 0, words.text(key));
    sheet.style(row++, 0).bold().fontSize(13).fontColor("14375E").set();
  }

  private void line(String name, String text) {
    if (!name.isEmpty()) {
      sheet.value(row, 0, CellText.harmless(name));
      sheet.style(row, 0).bold().verticalAlignment("top").set();
    }
    sheet.value(row, 1, CellText.harmless(text));
    // No spreadsheet makes a wrapped row higher by itself when it opens a file.
    sheet.rowHeight(row, LINE * (1 + text.length() / LINE_LETTERS));
    sheet.style(row++, 1).wrapText(true).verticalAlignment("top").set();
  }
}
