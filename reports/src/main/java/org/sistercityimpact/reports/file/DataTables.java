package org.sistercityimpact.reports.file;

import static org.sistercityimpact.reports.file.Table.row;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sistercityimpact.reports.data.Definition;
import org.sistercityimpact.reports.data.Member;
import org.sistercityimpact.reports.data.Metric;
import org.sistercityimpact.reports.data.MetricStatus;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.transform.Level;

/** The reports' tables as data: from the models, not from the pages, and in full precision. */
public final class DataTables {
  private static final List<String> METRICS =
      List.of(
          "metric_id",
          "title",
          "unit",
          "data_year",
          "key",
          "name",
          "low",
          "central",
          "high",
          "n",
          "status",
          "rows_not_computed");

  private final ReportData data;
  private final RegistryTables registry;

  public DataTables(ReportData data) {
    this.data = data;
    this.registry = new RegistryTables(data);
  }

  /** Those behind the national report. */
  public List<Table> national() {
    return List.of(
        metrics("network", Level.NETWORK, m -> true),
        metrics("states", Level.STATE, m -> m.year() == data.year()),
        metrics("countries", Level.PARTNER_COUNTRY, m -> true),
        metrics("purposes", Level.PURPOSE, m -> true),
        registry.partnerships(),
        slices("costs", "cost", "funder", "category", "amount_usd"),
        slices("trade", "trade_stage", "stage", "evidence", "contacts"),
        slices("volunteers", "volunteer_hours", "activity", "detail", "hours"),
        registry.members(),
        registry.coverage(),
        registry.findings(),
        registry.awards(),
        registry.highlights(),
        sensitivity(),
        parameters(),
        missing(),
        definitions());
  }

  /** The one behind the briefs: every member's metrics of the year. */
  public Table members(List<Member> reporting) {
    Set<String> ids = reporting.stream().map(Member::id).collect(Collectors.toSet());
    return metrics(
        "member_metrics", Level.MEMBER, m -> m.year() == data.year() && ids.contains(m.key()));
  }

  private Table metrics(String file, Level level, Predicate<Metric> wanted) {
    Map<String, String> names = names(level);
    List<List<Object>> rows =
        data.metrics(level).values().stream()
            .filter(wanted)
            .sorted(
                Comparator.comparing(Metric::id)
                    .thenComparing(Metric::year)
                    .thenComparing(Metric::key))
            .map(
                m -> {
                  Definition d = data.definition(m.id());
                  List<Object> row =
                      row(
                          m.id(),
                          d.english().title(),
                          d.unit(),
                          m.year(),
                          m.key(),
                          names.getOrDefault(m.key(), m.key()),
                          d.exact(m.low()),
                          d.exact(m.central()),
                          d.exact(m.high()),
                          m.status() == MetricStatus.WITHHELD && m.n() == 0 ? null : m.n(),
                          m.status().name().toLowerCase(Locale.ROOT),
                          m.status() == MetricStatus.WITHHELD && m.n() == 0
                              ? null
                              : m.notComputed());
                  return data.reporting().heldBack().isEmpty() ? row : withHeldBack(row, m);
                })
            .toList();
    List<String> columns = new ArrayList<>(METRICS);
    data.reporting().heldBack().ifPresent(held -> columns.add("rows_held_back"));
    return new Table("tables/" + file, columns, rows);
  }

  private Map<String, String> names(Level level) {
    return switch (level) {
      case MEMBER ->
          data.network().members().stream()
              .collect(Collectors.toMap(Member::id, Member::name, (a, b) -> a));
      case STATE -> data.network().states();
      case PARTNER_COUNTRY -> data.network().countries();
      default -> Map.of();
    };
  }

  private List<Object> withHeldBack(List<Object> row, Metric m) {
    List<Object> cells = new ArrayList<>(row);
    cells.add(m.year() == data.year() ? data.heldBack(m.level(), m.key()).rows() : null);
    return cells;
  }

  /** Of the network: what stands in the national report. */
  private Table slices(String file, String metric, String category, String detail, String amount) {
    List<List<Object>> rows =
        data.results().slices().stream()
            .filter(s -> s.memberId().isEmpty() && s.metric().equals(metric))
            .map(
                s ->
                    row(
                        s.category(),
                        s.detail(),
                        s.isWithheld() ? null : s.rows(),
                        s.central(),
                        s.status().name().toLowerCase(Locale.ROOT)))
            .toList();
    return new Table("tables/" + file, List.of(category, detail, "rows", amount, "status"), rows);
  }

  private Table sensitivity() {
    return new Table(
        "tables/sensitivity",
        List.of("metric_id", "assumption", "at_low", "central", "at_high"),
        data.results().sensitivity().stream()
            .map(s -> row(s.id(), s.key(), s.low(), s.central(), s.high()))
            .toList());
  }

  private Table parameters() {
    return new Table(
        "tables/parameters",
        List.of("name", "key", "low", "central", "high", "unit", "source", "confidence"),
        data.method().parameters().stream()
            .map(
                p ->
                    row(
                        p.name(),
                        p.key(),
                        p.low(),
                        p.central(),
                        p.high(),
                        p.unit(),
                        p.source(),
                        p.confidence()))
            .toList());
  }

  private Table missing() {
    return new Table(
        "tables/missing_parameters",
        List.of("parameter", "key", "dataset", "rows"),
        data.method().missing().stream()
            .map(m -> row(m.parameter(), m.key(), m.dataset(), m.rows()))
            .toList());
  }

  private Table definitions() {
    return new Table(
        "tables/definitions",
        List.of("metric_id", "title", "unit", "goal", "formula", "sources"),
        data.method().definitions().values().stream()
            .map(
                d ->
                    row(
                        d.id(),
                        d.english().title(),
                        d.unit(),
                        d.goal(),
                        d.english().formula(),
                        d.sources()))
            .toList());
  }
}
