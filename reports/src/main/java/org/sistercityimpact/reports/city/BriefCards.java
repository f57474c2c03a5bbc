package org.sistercityimpact.reports.city;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sistercityimpact.reports.data.Member;
import org.sistercityimpact.reports.data.MetricStatus;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.text.Breakdown;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.PlaceFigures;
import org.sistercityimpact.reports.text.Printed;
import org.sistercityimpact.reports.text.Spending;
import org.sistercityimpact.reports.text.TableRow;
import org.sistercityimpact.reports.text.Words;

/**
 * What a brief sets side by side: what the member itself paid, and what people from outside spent.
 * What is nothing, missing or withheld is no headline: the next best takes its place.
 */
final class BriefCards {
  /** After the spending, what else may stand large, the best first. */
  private static final List<String> INSTEAD =
      List.of("people_in", "people_out", "attendance", "volunteer_hours", "people_virtual");

  private static final int ROWS = 7;

  private final ReportData data;
  private final Words words;
  private final Member member;
  private final PlaceFigures scope;
  private final Breakdown breakdown;
  private final Spending spending;

  BriefCards(Figures figures, Member member, PlaceFigures scope, Breakdown breakdown) {
    this.data = figures.data();
    this.words = figures.words();
    this.member = member;
    this.scope = scope;
    this.breakdown = breakdown;
    this.spending = new Spending(figures, scope);
  }

  BriefCard cost() {
    List<TableRow> rows = new ArrayList<>();
    if (!scope.some("cost_total")) {
      if (scope.has("cost_total")) {
        return card("brief.cost", "", words.say("brief.no_cost"), rows, "");
      }
      Printed why =
          member.reported("budgets")
              ? words.say("brief.paid.unknown", scope.central("cost_total"))
              : words.say("brief.no_budget", member.jurisdiction());
      return scope.some("volunteer_hours") && spending.isSome()
          ? card(
              "brief.gave",
              scope.headline("volunteer_hours"),
              words.say("brief.gave_hours"),
              rows,
              why.text())
          : card("brief.cost", "", why, rows, "");
    }
    boolean paid = scope.some("cost_city");
    if (paid) {
      row(rows, "brief.total", "cost_total");
    } else {
      row(rows, "brief.own_part", "cost_city");
    }
    row(rows, "label.private_gifts", "cost_private");
    row(rows, "label.grants", "cost_grant");
    row(rows, "label.in_kind", "cost_in_kind");
    row(rows, "brief.per_participant", "cost_per_participant");
    return paid
        ? new BriefCard(
            words.say("brief.paid_by", member.jurisdiction()).text(),
            scope.headline("cost_city"),
            Printed.plain(
                budgetYear(
                    "brief.own_caption", "brief.own_caption_ending", "brief.own_caption_several")),
            rows,
            forWhat())
        : card(
            "brief.cost",
            scope.headline("cost_total"),
            Printed.plain(
                budgetYear(
                    "brief.cost_caption",
                    "brief.cost_caption_ending",
                    "brief.cost_caption_several")),
            rows,
            forWhat());
  }

  /** Of which budget year it is, where that is not the calendar year. */
  private String budgetYear(String caption, String ending, String several) {
    List<LocalDate> ends = data.reporting().budgetYears().getOrDefault(member.id(), List.of());
    return switch (ends.size()) {
      case 0 -> words.text(caption);
      case 1 -> words.say(ending, words.numbers().month(ends.get(0))).text();
      default -> words.text(several);
    };
  }

  private String forWhat() {
    List<Map.Entry<String, BigDecimal>> costs = breakdown.costs();
    return words
        .when(
            !costs.isEmpty(),
            "brief.for_costs",
            costs.stream()
                .map(
                    e ->
                        words.name("cost.category", e.getKey())
                            + " "
                            + words.numbers().dollars(e.getValue(), 0))
                .collect(Collectors.joining(", ")))
        .text();
  }

  BriefCard gain() {
    List<TableRow> rows = new ArrayList<>();
    String title = "brief.spent_here";
    Printed number = Printed.plain("");
    Printed caption = Printed.plain("");
    String large = "";
    if (spending.isSome()) {
      number = spending.central();
      caption = words.say("brief.spent_caption", spending.whose(), spending.range());
      if (spending.whose().equals("both")) {
        range(rows, "brief.of_visitors", "visitor_spend_direct");
        range(rows, "brief.of_guests", "event_spend_direct");
      }
    } else {
      title = "brief.brought";
      large = INSTEAD.stream().filter(scope::some).findFirst().orElse("");
      if (large.isEmpty()) {
        caption = words.say("brief.nothing_counted");
      } else {
        number = scope.headline(large);
        caption = Printed.plain(words.name("brief.large", large));
      }
    }
    for (String metric :
        List.of("people_in", "people_out", "people_virtual", "attendance", "volunteer_hours")) {
      boolean virtual = metric.equals("people_virtual") && !scope.some(metric);
      if (!metric.equals(large) && !virtual && rows.size() < ROWS) {
        row(rows, Printed.plain(words.name("brief.row", metric)), metric);
      }
    }
    return new BriefCard(words.text(title), number, caption, rows, "");
  }

  private BriefCard card(
      String title, Object number, Printed caption, List<TableRow> rows, String note) {
    Printed large = number instanceof Printed printed ? printed : Printed.plain("");
    return new BriefCard(words.text(title), large, caption, rows, note);
  }

  /** What nobody reported leaves no row: the sentences and the data quality say so once. */
  private boolean isTold(String metric) {
    MetricStatus status = scope.cell(metric).status();
    return status == MetricStatus.VALUE
        || status == MetricStatus.WITHHELD
        || status == MetricStatus.NOT_COMPUTED;
  }

  private void row(List<TableRow> rows, String label, String metric) {
    row(rows, words.say(label), metric);
  }

  private void row(List<TableRow> rows, Printed label, String metric) {
    if (isTold(metric)) {
      rows.add(TableRow.of(label, scope.headline(metric)));
    }
  }

  private void range(List<TableRow> rows, String label, String metric) {
    rows.add(
        TableRow.of(
            words.text(label), Printed.of(scope.headline(metric), " ", scope.bracketed(metric))));
  }
}
