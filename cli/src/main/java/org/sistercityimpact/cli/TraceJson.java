package org.sistercityimpact.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sistercityimpact.transform.Amount;
import org.sistercityimpact.transform.trace.RowUse;
import org.sistercityimpact.transform.trace.Traced;
import org.sistercityimpact.transform.trace.Traced.Row;
import org.sistercityimpact.warehouse.Rows;
import org.sistercityimpact.warehouse.SqlEngine.Column;

/** A trace for programs: every decimal a string, so that none is rounded on its way. */
final class TraceJson {
  private TraceJson() {}

  /**
   * The whole trace, its rows last.
   *
   * @param whatIf the words that mark figures of a what-if, or null for the published method
   */
  static Map<String, Object> document(Traced traced, String whatIf) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("what_if", whatIf);
    document.put("metric_id", traced.asked().metric());
    document.put("level", traced.asked().level().id());
    document.put("key", traced.asked().key());
    document.put("data_year", traced.asked().year());
    document.put("title", traced.about().title());
    document.put("unit", traced.about().unit());
    document.put("place", traced.about().place());
    document.put("status", traced.value().status());
    document.put("printed_status", traced.value().printed());
    put(document, traced.value().amount());
    document.put("n", traced.value().n());
    document.put("reason", traced.value().reason());
    document.put("formula", traced.about().formula());
    document.put("sources", traced.about().sources());
    document.put("equation", traced.behind().equation().text());
    document.put("terms", traced.behind().terms().stream().map(TraceJson::term).toList());
    document.put("rows_add_up", traced.value().readds());
    document.put(
        "parameters", traced.behind().parameters().stream().map(TraceJson::parameter).toList());
    document.put(
        "settled_names", traced.behind().settled().stream().map(TraceJson::settled).toList());
    document.put("gaps", traced.behind().gaps().stream().map(TraceJson::gap).toList());
    document.put("coverage", traced.behind().coverage());
    document.put("rows", traced.behind().rows().stream().map(TraceJson::row).toList());
    return document;
  }

  /** In which figures a row counts, or why in none. */
  static Map<String, Object> document(RowUse use) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", use.place().file());
    document.put("sheet", use.place().sheet());
    document.put("source_row", use.place().sourceRow());
    document.put("member_id", use.place().memberId());
    document.put("dataset", use.place().dataset());
    document.put("data_year", use.place().dataYear());
    document.put("id", use.told().id());
    document.put("date", use.told().date());
    document.put("partnership_id", use.told().partnershipId());
    document.put("why", use.why());
    document.put("settled_names", use.settled().stream().map(TraceJson::settled).toList());
    document.put("uses", use.uses().stream().map(TraceJson::use).toList());
    return document;
  }

  private static Map<String, Object> use(RowUse.Use use) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("metric", use.metric());
    object.put("title", use.title());
    object.put("unit", use.unit());
    object.put("term", use.term());
    object.put("counted", use.counted());
    put(object, use.amount());
    object.put("figures", use.figures());
    object.put("years", use.years());
    return object;
  }

  private static Map<String, Object> term(Traced.TermSum term) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("term", term.name());
    put(object, term.amount());
    object.put("rows", term.rows());
    return object;
  }

  private static Map<String, Object> parameter(Traced.Parameter parameter) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", parameter.name());
    object.put("key", parameter.key());
    put(object, parameter.amount());
    object.put("unit", parameter.unit());
    object.put("source", parameter.source());
    object.put("confidence", parameter.confidence());
    object.put("note", parameter.note());
    object.put("release_year", parameter.releaseYear());
    object.put("amounts", parameter.amounts());
    return object;
  }

  private static Map<String, Object> settled(Traced.Settled name) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", name.file());
    object.put("sheet", name.sheet());
    object.put("source_row", name.sourceRow());
    object.put("column", name.column());
    object.put("written", name.written());
    object.put("read", name.read());
    object.put("answered_by", name.answeredBy());
    return object;
  }

  private static Map<String, Object> gap(Traced.Gap gap) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("parameter", gap.parameter());
    object.put("key", gap.key());
    object.put("rows", gap.rows().stream().map(TraceJson::place).toList());
    return object;
  }

  private static Map<String, Object> row(Row row) {
    Map<String, Object> object = place(row);
    put(object, row.amount());
    object.put("term", row.term());
    object.put("item", row.item());
    object.put("times", row.times());
    object.put("in_numbers", row.inNumbers());
    return object;
  }

  private static Map<String, Object> place(Row row) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", row.file());
    object.put("sheet", row.sheet());
    object.put("source_row", row.sourceRow());
    return object;
  }

  private static void put(Map<String, Object> object, Amount amount) {
    object.put("low", text(amount.low()));
    object.put("central", text(amount.central()));
    object.put("high", text(amount.high()));
  }

  private static String text(BigDecimal value) {
    return value == null ? null : value.toPlainString();
  }

  /** The rows as a table. */
  static Rows rows(Traced traced) {
    List<Column> columns = new ArrayList<>();
    for (String name :
        List.of(
            "term",
            "file",
            "sheet",
            "source_row",
            "item",
            "times",
            "low",
            "central",
            "high",
            "in_numbers")) {
      columns.add(new Column(name, "VARCHAR"));
    }
    return new Rows(
        columns,
        traced.behind().rows().stream()
            .map(
                row ->
                    new Object[] {
                      row.term(),
                      row.file(),
                      row.sheet(),
                      row.sourceRow(),
                      row.item(),
                      row.times(),
                      row.amount().low(),
                      row.amount().central(),
                      row.amount().high(),
                      row.inNumbers()
                    })
            .toList());
  }
}
