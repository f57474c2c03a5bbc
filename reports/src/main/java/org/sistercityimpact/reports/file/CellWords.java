package org.sistercityimpact.reports.file;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sistercityimpact.reports.data.Definition;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.text.Words;

/**
 * What a workbook's cells say in the report's language where a CSV file has a code or the
 * warehouse's English: people read the one, programs the other.
 */
final class CellWords {
  /** The list of words in which a column's values are, where the same for all tables. */
  private static final Map<String, String> LISTS =
      Map.ofEntries(
          entry("status", "status"),
          entry("unit", "unit"),
          entry("goal", "goal"),
          entry("funder", "funder"),
          entry("category", "cost.category"),
          entry("stage", "stage"),
          entry("activity", "activity"),
          entry("dataset", "dataset"),
          entry("code", "finding"),
          entry("severity", "severity"),
          entry("confidence", "confidence"),
          entry("assumption", "parameter"),
          entry("parameter", "parameter"),
          entry("sent_by", "sender"),
          entry("expected", "answer"),
          entry("exchanges_status", "reporting"),
          entry("events_status", "reporting"),
          entry("trade_contacts_status", "reporting"),
          entry("volunteer_hours_status", "reporting"),
          entry("budgets_status", "reporting"),
          entry("surveys_status", "reporting"));

  /** The same where it depends on the table. */
  private static final Map<String, String> OF_TABLE =
      Map.of(
          "partnerships.status", "tie",
          "purposes.name", "purpose",
          "parameters.name", "parameter",
          "parameters.key", "parameter.key",
          "missing_parameters.key", "parameter.key");

  private static final String WIDE = "_wide";

  private final ReportData data;
  private final Words words;

  /** Words that were looked up: a table says the same few again and again. */
  private final Map<String, String> known = new HashMap<>();

  CellWords(ReportData data, Words words) {
    this.data = data;
    this.words = words;
  }

  Words words() {
    return words;
  }

  /** What a row's cells say. */
  List<Object> said(Table table, List<Object> row) {
    List<Object> said = new ArrayList<>(row.size());
    for (int column = 0; column < row.size(); column++) {
      said.add(said(table, column, row));
    }
    return said;
  }

  /** What a cell says; a text that is in no list stays as it is. */
  Object said(Table table, int column, List<Object> row) {
    if (!(row.get(column) instanceof String text)) {
      return row.get(column);
    }
    String name = table.columns().get(column);
    return switch (name) {
      case "title" -> definition(table, row, text).title();
      case "formula" -> definition(table, row, text).formula();
      case "country_name" -> words.country(other(table, "partner_country", row), text);
      case "name" ->
          switch (whole(table)) {
            case "states" -> words.state(other(table, "key", row), text);
            case "countries" -> words.country(other(table, "key", row), text);
            default -> listed(table, name, text);
          };
      default -> listed(table, name, text);
    };
  }

  private static String whole(Table table) {
    String name = table.name();
    return name.endsWith(WIDE) ? name.substring(0, name.length() - WIDE.length()) : name;
  }

  private String listed(Table table, String column, String text) {
    String list =
        OF_TABLE.getOrDefault(whole(table) + "." + column, LISTS.getOrDefault(column, ""));
    return list.isEmpty()
        ? text
        : known.computeIfAbsent(
            list + "." + text, key -> words.knows(list, text) ? words.name(list, text) : text);
  }

  /** Title and formula of a row's metric; of a row without one, such as a story, its own text. */
  private Definition.Wording definition(Table table, List<Object> row, String text) {
    return table.columns().contains("metric_id")
        ? data.definition(other(table, "metric_id", row)).in(words.language())
        : new Definition.Wording(text, text);
  }

  private static String other(Table table, String column, List<Object> row) {
    return (String) row.get(table.columns().indexOf(column));
  }
}
