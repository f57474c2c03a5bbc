package org.sistercityimpact.reports.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Worksheet;
import org.sistercityimpact.check.CellText;
import org.sistercityimpact.check.contract.TemplateMark;

/** The hidden sheet of a template from which the drop-downs take their words: a column a list. */
final class ChoiceLists {
  private final Worksheet sheet;
  private final Map<List<String>, Range> ranges = new HashMap<>();

  ChoiceLists(Worksheet sheet, TemplateMark mark) {
    this.sheet = sheet;
    sheet.value(0, 0, mark.text());
  }

  /** Where a list stands; equal lists stand there once. */
  Range range(List<String> words) {
    return ranges.computeIfAbsent(
        words,
        list -> {
          int column = ranges.size() + 1;
          for (int i = 0; i < list.size(); i++) {
            sheet.value(i + 1, column, CellText.harmless(list.get(i)));
            sheet.style(i + 1, column).format("@").set();
          }
          return sheet.range(1, column, list.size(), column);
        });
  }
}
