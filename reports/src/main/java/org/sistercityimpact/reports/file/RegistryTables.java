package org.sistercityimpact.reports.file;

import static org.sistercityimpact.reports.file.Table.row;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sistercityimpact.reports.data.Dataset;
import org.sistercityimpact.reports.data.Intake;
import org.sistercityimpact.reports.data.Member;
import org.sistercityimpact.reports.data.Metric;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.data.Tie;
import org.sistercityimpact.transform.Level;

/** The tables of members: their partnerships, what they reported, what was found in it. */
final class RegistryTables {
  private final ReportData data;

  RegistryTables(ReportData data) {
    this.data = data;
  }

  Table partnerships() {
    List<List<Object>> rows =
        data.network().ties().values().stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparing(Tie::id))
            .map(
                t -> {
                  Metric active =
                      data.metrics(Level.PARTNERSHIP)
                          .get(
                              new Metric.Key(
                                  "years_active_of_5", data.year(), Level.PARTNERSHIP, t.id()));
                  return row(
                      t.id(),
                      t.memberId(),
                      t.partner().name(),
                      t.partner().localName(),
                      t.partner().country(),
                      data.network()
                          .countries()
                          .getOrDefault(t.partner().country(), t.partner().country()),
                      t.established(),
                      t.status(),
                      t.ended(),
                      t.lastExchange(),
                      active == null || active.central() == null
                          ? null
                          : active.central().longValue());
                })
            .toList();
    return new Table(
        "tables/partnerships",
        List.of(
            "partnership_id",
            "member_id",
            "partner_name",
            "partner_local_name",
            "partner_country",
            "country_name",
            "established",
            "status",
            "ended",
            "last_exchange_date",
            "years_active_of_5"),
        rows);
  }

  Table members() {
    List<String> columns =
        new ArrayList<>(
            List.of("member_id", "name", "state", "population", "member_since", "expected"));
    Dataset.ALL.forEach(d -> columns.add(d.id() + "_status"));
    List<List<Object>> rows = new ArrayList<>();
    for (Member m : data.network().members()) {
      List<Object> row =
          row(
              m.id(),
              m.name(),
              m.state(),
              m.population(),
              m.membership().since(),
              m.expected() ? "yes" : "no");
      Dataset.ALL.forEach(d -> row.add(m.reporting().getOrDefault(d.id(), "silent")));
      rows.add(row);
    }
    return new Table("tables/members", columns, rows);
  }

  Table coverage() {
    List<Member> expected = data.network().members().stream().filter(Member::expected).toList();
    List<List<Object>> rows = new ArrayList<>();
    for (Dataset dataset : Dataset.ALL) {
      Intake sum =
          data.reporting().intakes().values().stream()
              .flatMap(List::stream)
              .filter(i -> i.dataset().equals(dataset.id()))
              .reduce(new Intake("", dataset.id(), 0, 0, 0, 0), Intake::plus);
      rows.add(
          row(
              dataset.id(),
              expected.size(),
              expected.stream().filter(m -> m.reported(dataset.id())).count(),
              sum.read(),
              sum.accepted(),
              sum.rejected(),
              sum.duplicate()));
    }
    return new Table(
        "tables/coverage",
        List.of(
            "dataset",
            "members_expected",
            "members_reported",
            "rows_read",
            "rows_accepted",
            "rows_rejected",
            "rows_duplicate"),
        rows);
  }

  Table findings() {
    Map<List<String>, Long> counts = new TreeMap<>(Comparator.comparing(List::toString));
    data.reporting().problems().values().stream()
        .flatMap(List::stream)
        .forEach(p -> counts.merge(List.of(p.code(), p.severity()), p.count(), Long::sum));
    List<List<Object>> rows = new ArrayList<>();
    counts.forEach((kind, count) -> rows.add(row(kind.get(0), kind.get(1), count)));
    return new Table("tables/findings", List.of("code", "severity", "times_found"), rows);
  }

  /** Stories as they are printed, of which a spreadsheet can hold no photo. */
  Table highlights() {
    return new Table(
        "tables/highlights",
        List.of("date", "sent_by", "member_id", "partner_name", "title", "text"),
        data.network().stories().stream()
            .map(
                s ->
                    row(
                        s.date(),
                        s.ofStaff() ? "network" : "member",
                        s.memberId(),
                        s.partner(),
                        s.title(),
                        s.text()))
            .toList());
  }

  Table awards() {
    return new Table(
        "tables/awards",
        List.of("award", "member_id", "citation"),
        data.network().awards().stream()
            .map(a -> row(a.award(), a.memberId(), a.citation()))
            .toList());
  }
}
