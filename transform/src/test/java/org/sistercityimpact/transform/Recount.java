package org.sistercityimpact.transform;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The method once more, in plain Java loops over the rows, written from its text and not from the
 * SQL: what every metric of every key must say.
 */
final class Recount {
  record Member(String id, String state, int since, Integer until, Integer population) {
    /** The registry's one figure holds from this year on. */
    static final int COUNTED_IN = 2019;

    Integer populationIn(int year) {
      return year < COUNTED_IN ? null : population;
    }

    boolean expected(int year) {
      return since <= year && (until == null || until >= year);
    }
  }

  record Tie(
      String id,
      String member,
      String country,
      Integer established,
      Integer ended,
      String status,
      boolean shown) {
    boolean active(int year) {
      return (established == null || established <= year)
          && (ended == null || ended > year)
          && Set.of("active", "friendship").contains(status);
    }
  }

  /** A file of one member, year and dataset; without rows: nothing to report. */
  record Report(Member member, int year, String dataset, List<Map<String, Object>> rows) {}

  /** One contribution; amounts null = not computed. */
  private record Part(
      String metric,
      int year,
      Member member,
      Tie tie,
      String purpose,
      String direction,
      boolean shown,
      BigDecimal[] amounts) {}

  private static final List<String> PURPOSES =
      List.of(
          "cultural",
          "educational",
          "municipal",
          "business",
          "professional",
          "technical",
          "youth",
          "humanitarian",
          "sports");
  private static final List<String> DATASETS =
      List.of("exchanges", "events", "trade_contacts", "volunteer_hours", "budgets", "surveys");

  private final List<Member> members;
  private final Map<String, Tie> ties = new LinkedHashMap<>();
  private final Map<String, Report> reports = new HashMap<>();
  private final Map<String, List<CSVRecord>> parameters = new HashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private final Map<String, String> metrics = new TreeMap<>();
  private final int first;
  private final int last;

  /** Whether the row at hand may be shown. */
  private boolean showing;

  /** An assumption and its end, {@code capture_rate low}, with all others central; null = none. */
  private final String moved;

  Recount(List<Member> members, List<Tie> ties, List<Report> reports) throws IOException {
    this(members, ties, reports, null);
    for (int year = first; year <= last; year++) {
      count(year);
    }
  }

  private Recount(List<Member> members, List<Tie> ties, List<Report> reports, String moved)
      throws IOException {
    this.members = members;
    this.moved = moved;
    ties.forEach(tie -> this.ties.put(tie.id(), tie));
    reports.forEach(r -> this.reports.put(key(r.member(), r.year(), r.dataset()), r));
    first = reports.stream().mapToInt(Report::year).min().orElseThrow();
    last = reports.stream().mapToInt(Report::year).max().orElseThrow();
    try (var files = Files.list(RawNetwork.SQL.resolve("parameters"))) {
      for (Path file :
          files
              .filter(f -> f.toString().endsWith(".csv") && !f.endsWith("plausible.csv"))
              .toList()) {
        try (Reader reader = Files.newBufferedReader(file)) {
          parameters.put(
              file.getFileName().toString().replace(".csv", ""),
              CSVFormat.RFC4180
                  .builder()
                  .setHeader()
                  .setSkipHeaderRecord(true)
                  .get()
                  .parse(reader)
                  .getRecords());
        }
      }
    }
    reports.forEach(this::contribute);
  }

  /** "metric year level key" → "low central high n status rows_not_computed". */
  Map<String, String> metrics() {
    return metrics;
  }

  private static final Map<String, List<String>> ASSUMPTIONS =
      Map.of(
          "visitor_spend_direct",
          List.of("capture_rate", "primary_purpose_share", "stay_lodging_share", "stay_mie_share"),
          "event_spend_direct",
          List.of("capture_rate", "estimated_attendance", "event_primary_share", "event_spend_usd"),
          "economic_output",
          List.of(
              "capture_rate",
              "estimated_attendance",
              "event_primary_share",
              "event_spend_usd",
              "primary_purpose_share",
              "stay_lodging_share",
              "stay_mie_share",
              "type1_multiplier",
              "type2_multiplier"),
          "local_tax",
          List.of(
              "capture_rate",
              "estimated_attendance",
              "event_primary_share",
              "event_spend_usd",
              "local_tax_rate",
              "primary_purpose_share",
              "stay_lodging_share",
              "stay_mie_share"),
          "volunteer_value",
          List.of("volunteer_hour_usd"));

  /**
   * Every headline of the network with one assumption moved at a time: "year metric place
   * assumption at_low central at_high swing", from the method run again for each case.
   */
  static List<String> sensitivity(List<Member> members, List<Tie> ties, List<Report> reports)
      throws IOException {
    Map<String, Recount> runs = new HashMap<>();
    runs.put("none", new Recount(members, ties, reports, "none"));
    for (String assumption :
        new TreeSet<>(ASSUMPTIONS.values().stream().flatMap(List::stream).toList())) {
      for (String end : List.of(" low", " high")) {
        runs.put(assumption + end, new Recount(members, ties, reports, assumption + end));
      }
    }
    Recount base = runs.get("none");
    List<String> lines = new ArrayList<>();
    for (int year = base.first; year <= base.last; year++) {
      for (String metric : new TreeSet<>(ASSUMPTIONS.keySet())) {
        BigDecimal central = base.headline(metric, year);
        if (central == null) {
          continue;
        }
        record Bar(String assumption, BigDecimal low, BigDecimal high) {
          BigDecimal swing() {
            return high.subtract(low).abs();
          }
        }
        List<Bar> bars = new ArrayList<>();
        for (String assumption : ASSUMPTIONS.get(metric)) {
          bars.add(
              new Bar(
                  assumption,
                  runs.get(assumption + " low").headline(metric, year),
                  runs.get(assumption + " high").headline(metric, year)));
        }
        bars.sort(Comparator.comparing(Bar::swing).reversed().thenComparing(Bar::assumption));
        for (Bar bar : bars) {
          lines.add(
              "%d %s %d %s %s %s %s %s"
                  .formatted(
                      year,
                      metric,
                      bars.indexOf(bar) + 1,
                      bar.assumption(),
                      bar.low(),
                      central,
                      bar.high(),
                      bar.swing()));
        }
      }
    }
    return lines;
  }

  private BigDecimal headline(String metric, int year) {
    return partsOf(metric, year, year, p -> p.amounts() != null).stream()
        .map(p -> p.amounts()[1].setScale(2))
        .reduce(BigDecimal::add)
        .orElse(null);
  }

  private BigDecimal[] bounds(String name, CSVRecord row) {
    if (moved == null) {
      return new BigDecimal[] {
        new BigDecimal(row.get("low")),
        new BigDecimal(row.get("central")),
        new BigDecimal(row.get("high"))
      };
    }
    return same(
        new BigDecimal(
            row.get(
                moved.equals(name + " low")
                    ? "low"
                    : moved.equals(name + " high") ? "high" : "central")));
  }

  private static String key(Member member, int year, String dataset) {
    return member.id() + "/" + year + "/" + dataset;
  }

  // --- rows to contributions -----------------------------------------------------------------

  private BigDecimal[] parameter(String name, Predicate<CSVRecord> which) {
    return parameters.get(name).stream()
        .filter(which)
        .findFirst()
        .map(row -> bounds(name, row))
        .orElse(null);
  }

  private BigDecimal[] keyed(String name, String key) {
    return parameter(name, row -> row.get("key").equals(key));
  }

  private BigDecimal[] inForce(String name, LocalDate day) {
    return parameter(
        name,
        row ->
            !day.isBefore(LocalDate.parse(row.get("valid_from")))
                && !day.isAfter(LocalDate.parse(row.get("valid_to"))));
  }

  private BigDecimal[] band(String name, Integer population) {
    int people = population == null ? 0 : population;
    return parameter(
        name,
        row ->
            people >= Integer.parseInt(row.get("band_from"))
                && (row.get("band_to").isEmpty() || people < Integer.parseInt(row.get("band_to"))));
  }

  private static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }

  private static Integer number(Map<String, Object> row, String column) {
    return (Integer) row.get(column);
  }

  private static BigDecimal decimal(Map<String, Object> row, String column) {
    return row.get(column) == null ? null : new BigDecimal((String) row.get(column));
  }

  private static BigDecimal[] same(BigDecimal amount) {
    return new BigDecimal[] {amount, amount, amount};
  }

  private static BigDecimal[] same(long amount) {
    return same(BigDecimal.valueOf(amount));
  }

  /** Whether a row may be shown below the state: it is not held back, nor is its tie. */
  private boolean shown(Report report, Map<String, Object> row) {
    Tie tie =
        switch (report.dataset()) {
          case "exchanges", "trade_contacts" -> ties.get(row.get("partnership_id"));
          case "events" -> eventTie(report, row);
          default -> null;
        };
    return !Boolean.FALSE.equals(row.get("public")) && (tie == null || tie.shown());
  }

  private void contribute(Report report) {
    for (Map<String, Object> row : report.rows()) {
      showing = shown(report, row);
      switch (report.dataset()) {
        case "exchanges" -> exchange(report, row);
        case "events" -> event(report, row);
        case "volunteer_hours" -> {
          BigDecimal hours = decimal(row, "hours");
          BigDecimal[] rate = keyed("volunteer_hour_usd", "" + report.year());
          add(report, "volunteer_hours", null, null, null, same(hours));
          add(
              report,
              "volunteer_value",
              null,
              null,
              null,
              each(rate, r -> cents(hours.multiply(r))));
        }
        case "trade_contacts" -> trade(report, row);
        case "budgets" -> {
          add(report, "cost_total", null, null, null, same(decimal(row, "amount_usd")));
          add(
              report,
              "cost_" + row.get("funded_by"),
              null,
              null,
              null,
              same(decimal(row, "amount_usd")));
        }
        default -> {}
      }
    }
  }

  private interface Step {
    BigDecimal of(BigDecimal amount);
  }

  private static BigDecimal[] each(BigDecimal[] amounts, Step step) {
    return amounts == null ? null : Arrays.stream(amounts).map(step::of).toArray(BigDecimal[]::new);
  }

  private interface Step2 {
    BigDecimal of(BigDecimal a, BigDecimal b, int bound);
  }

  private static BigDecimal[] each(BigDecimal[] a, BigDecimal[] b, Step2 step) {
    if (a == null || b == null) {
      return null;
    }
    return new BigDecimal[] {
      step.of(a[0], b[0], 0), step.of(a[1], b[1], 1), step.of(a[2], b[2], 2)
    };
  }

  private void add(
      Report report,
      String metric,
      Tie tie,
      String purpose,
      String direction,
      BigDecimal[] amounts) {
    parts.add(
        new Part(
            metric, report.year(), report.member(), tie, purpose, direction, showing, amounts));
  }

  private static String suffix(String direction) {
    return switch (direction) {
      case "inbound" -> "_in";
      case "outbound" -> "_out";
      default -> "_virtual";
    };
  }

  private static long nights(Map<String, Object> row) {
    if ("none".equals(row.get("lodging"))) {
      return 0;
    }
    return number(row, "nights") != null ? number(row, "nights") : days(row);
  }

  private static long days(Map<String, Object> row) {
    return LocalDate.parse((String) row.get("end_date")).toEpochDay()
        - LocalDate.parse((String) row.get("start_date")).toEpochDay();
  }

  private void exchange(Report report, Map<String, Object> row) {
    Tie tie = ties.get(row.get("partnership_id"));
    String purpose = (String) row.get("purpose");
    String direction = (String) row.get("direction");
    int people = number(row, "people");
    add(report, "exchanges" + suffix(direction), tie, purpose, direction, same(1));
    add(report, "people" + suffix(direction), tie, purpose, direction, same(people));
    for (String some : List.of("youth", "officials", "first_time")) {
      if (row.get(some) != null) {
        add(report, some, tie, purpose, direction, same(number(row, some)));
      }
    }
    if (direction.equals("virtual")) {
      return;
    }
    add(
        report,
        "person_nights" + suffix(direction),
        tie,
        purpose,
        direction,
        same(people * nights(row)));
    if (!direction.equals("inbound")) {
      return;
    }
    String lodging = (String) row.get("lodging");
    BigDecimal units =
        BigDecimal.valueOf(
            lodging.equals("none") ? people * (days(row) + 1) : people * nights(row));
    LocalDate start = LocalDate.parse((String) row.get("start_date"));
    BigDecimal[] bed =
        each(
            inForce("gsa_lodging_usd", start),
            keyed("stay_lodging_share", lodging),
            (a, b, c) -> a.multiply(b));
    BigDecimal[] food =
        each(
            inForce("gsa_mie_usd", start),
            keyed("stay_mie_share", lodging),
            (a, b, c) -> a.multiply(b));
    BigDecimal reported = decimal(row, "spend_usd");
    BigDecimal[] gross =
        reported != null
            ? same(reported)
            : each(bed, food, (a, b, c) -> cents(units.multiply(a.add(b))));
    BigDecimal primary =
        row.get("primary_purpose_share") == null
            ? BigDecimal.ONE
            : decimal(row, "primary_purpose_share");
    BigDecimal paid =
        row.get("paid_from_here_share") == null
            ? BigDecimal.ZERO
            : decimal(row, "paid_from_here_share");
    BigDecimal[] shares =
        moved == null
            ? new BigDecimal[] {primary, primary, BigDecimal.ONE}
            : same(moved.equals("primary_purpose_share high") ? BigDecimal.ONE : primary);
    BigDecimal[] fresh =
        each(
            gross,
            shares,
            (a, b, c) -> cents(a.multiply(b).multiply(BigDecimal.ONE.subtract(paid))));
    add(report, "visitor_spend_gross", tie, purpose, direction, gross);
    add(report, "visitor_spend_new", tie, purpose, direction, fresh);
    effects(
        report,
        "visitor_spend",
        tie,
        purpose,
        direction,
        each(fresh, keyed("capture_rate", "all"), (a, b, c) -> cents(a.multiply(b))));
  }

  private void effects(
      Report report, String name, Tie tie, String purpose, String direction, BigDecimal[] direct) {
    BigDecimal[] one = band("type1_multiplier", report.member().populationIn(report.year()));
    BigDecimal[] two = band("type2_multiplier", report.member().populationIn(report.year()));
    BigDecimal[] indirect =
        each(direct, one, (a, b, c) -> cents(a.multiply(b.subtract(BigDecimal.ONE))));
    BigDecimal[] induced =
        each(direct, each(two, one, (a, b, c) -> a.subtract(b)), (a, b, c) -> cents(a.multiply(b)));
    add(report, name + "_direct", tie, purpose, direction, direct);
    add(report, name + "_indirect", tie, purpose, direction, indirect);
    add(report, name + "_induced", tie, purpose, direction, induced);
    for (BigDecimal[] output : Arrays.asList(direct, indirect, induced)) {
      add(report, "economic_output", tie, purpose, direction, output);
    }
    add(report, "direct", tie, purpose, direction, direct);
    add(
        report,
        "local_tax",
        tie,
        purpose,
        direction,
        each(direct, keyed("local_tax_rate", "all"), (a, b, c) -> cents(a.multiply(b))));
  }

  private Map<String, Object> exchangeOf(Report report, Map<String, Object> event) {
    for (int year = report.year(); year >= first && event.get("exchange_id") != null; year--) {
      Report other = reports.get(key(report.member(), year, "exchanges"));
      for (Map<String, Object> row :
          other == null ? List.<Map<String, Object>>of() : other.rows()) {
        if (((String) row.get("exchange_id")).equalsIgnoreCase((String) event.get("exchange_id"))) {
          return row;
        }
      }
    }
    return null;
  }

  private void event(Report report, Map<String, Object> row) {
    Map<String, Object> exchange = exchangeOf(report, row);
    Tie tie = eventTie(report, row);
    String purpose = (String) row.get("purpose");
    add(report, "events", tie, purpose, null, same(1));
    add(report, "attendance", tie, purpose, null, same(number(row, "attendance")));
    Integer nonlocal = number(row, "nonlocal_attendance");
    if (nonlocal == null) {
      return;
    }
    int delegates =
        row.get("delegates") != null
            ? number(row, "delegates")
            : exchange == null ? 0 : Math.min(number(exchange, "people"), nonlocal);
    BigDecimal guests = BigDecimal.valueOf(nonlocal - delegates);
    BigDecimal[] now = keyed("cpi_u", "" + report.year());
    BigDecimal[] then = keyed("cpi_u", "2022");
    BigDecimal[] spend = null;
    if (now != null) {
      BigDecimal central =
          new BigDecimal("60.57").multiply(now[1]).divide(then[1], 2, RoundingMode.HALF_UP);
      BigDecimal half = central.divide(BigDecimal.valueOf(2), 2, RoundingMode.HALF_UP);
      spend =
          moved == null
              ? new BigDecimal[] {half, central, central}
              : same(moved.equals("event_spend_usd low") ? half : central);
    }
    boolean estimate = row.get("method").equals("estimate");
    BigDecimal[] kept =
        each(
            keyed("event_primary_share", "all"),
            keyed("capture_rate", "all"),
            (a, b, c) -> a.multiply(b));
    effects(
        report,
        "event_spend",
        tie,
        purpose,
        null,
        each(
            spend,
            kept,
            (a, b, bound) ->
                estimate && (moved == null ? bound < 2 : !moved.equals("estimated_attendance high"))
                    ? cents(BigDecimal.ZERO)
                    : cents(guests.multiply(a).multiply(b))));
  }

  private Tie eventTie(Report report, Map<String, Object> row) {
    Map<String, Object> exchange = exchangeOf(report, row);
    Object id =
        row.get("partnership_id") != null
            ? row.get("partnership_id")
            : exchange == null ? null : exchange.get("partnership_id");
    return id == null ? null : ties.get(id);
  }

  private void trade(Report report, Map<String, Object> row) {
    Tie tie = ties.get(row.get("partnership_id"));
    add(report, "trade_" + row.get("stage") + "s", tie, null, null, same(1));
    if (!row.get("stage").equals("deal") || row.get("value") == null) {
      return;
    }
    BigDecimal[] rate =
        row.get("currency").equals("USD")
            ? same(1)
            : keyed("fx_lcu_per_usd", row.get("currency") + ":" + report.year());
    BigDecimal value = decimal(row, "value");
    BigDecimal[] reported = each(rate, r -> value.divide(r, 2, RoundingMode.HALF_UP));
    add(report, "trade_value_reported", tie, null, null, reported);
    if (row.get("contribution_share") != null) {
      BigDecimal share = decimal(row, "contribution_share");
      add(
          report,
          "trade_value_attributed",
          tie,
          null,
          null,
          each(reported, r -> cents(r.multiply(share))));
    }
  }

  // --- contributions to metrics ----------------------------------------------------------------

  private boolean reported(Member member, int year, String... datasets) {
    return Arrays.stream(datasets).anyMatch(d -> reports.containsKey(key(member, year, d)));
  }

  private boolean hasRows(Member member, int year) {
    return DATASETS.stream()
        .map(d -> reports.get(key(member, year, d)))
        .anyMatch(r -> r != null && !r.rows().isEmpty());
  }

  private List<Member> membersOf(int year) {
    return members.stream().filter(m -> m.expected(year) || hasRows(m, year)).toList();
  }

  private Member member(Tie tie) {
    return members.stream().filter(m -> m.id().equals(tie.member())).findFirst().orElseThrow();
  }

  private List<Map<String, Object>> rows(Member member, int year, String dataset) {
    Report report = reports.get(key(member, year, dataset));
    return report == null ? List.of() : report.rows();
  }

  /** Exchanges, events and trade contacts; without those held back unless {@code whole}. */
  private List<Map<String, Object>> acts(Member m, int year, String dataset, boolean whole) {
    Report report = reports.get(key(m, year, dataset));
    return report == null
        ? List.of()
        : report.rows().stream().filter(row -> whole || shown(report, row)).toList();
  }

  private boolean acted(Tie tie, int year, boolean whole) {
    Member m = member(tie);
    Report events = reports.get(key(m, year, "events"));
    return acts(m, year, "exchanges", whole).stream()
            .anyMatch(r -> tie.id().equals(r.get("partnership_id")))
        || acts(m, year, "trade_contacts", whole).stream()
            .anyMatch(r -> tie.id().equals(r.get("partnership_id")))
        || acts(m, year, "events", whole).stream().anyMatch(r -> tie.equals(eventTie(events, r)));
  }

  private boolean actedInSight(Member m, int year) {
    return List.of("exchanges", "events", "trade_contacts").stream()
        .anyMatch(dataset -> !acts(m, year, dataset, false).isEmpty());
  }

  private boolean full(Member m, int year, int width) {
    for (int y = year - width + 1; y <= year; y++) {
      if (!reported(m, y, "exchanges")) {
        return false;
      }
    }
    return true;
  }

  private List<Tie> tiesOf(int year) {
    return ties.values().stream()
        .filter(Tie::shown)
        .filter(t -> member(t).expected(year) || acted(t, year, false))
        .toList();
  }

  /** A key of a level: the members it covers, and whether a contribution or tie belongs to it. */
  private record Place(
      String level, String key, List<Member> members, Predicate<Part> holds, Predicate<Tie> ties) {

    /** Whether it counts what is held back. */
    boolean whole() {
      return level.equals("network") || level.equals("state");
    }

    Place {
      if (!(level.equals("network") || level.equals("state"))) {
        holds = holds.and(Part::shown);
        ties = ties.and(Tie::shown);
      }
    }
  }

  private List<Place> places(int year) {
    List<Place> places = new ArrayList<>();
    List<Member> all = membersOf(year);
    places.add(new Place("network", "", all, p -> true, t -> true));
    for (String state : new TreeSet<>(all.stream().map(Member::state).toList())) {
      places.add(
          new Place(
              "state",
              state,
              all.stream().filter(m -> m.state().equals(state)).toList(),
              p -> p.member().state().equals(state),
              t -> member(t).state().equals(state)));
    }
    for (Member m : all) {
      places.add(
          new Place(
              "member", m.id(), List.of(m), p -> p.member().equals(m), t -> member(t).equals(m)));
    }
    for (Tie tie : tiesOf(year)) {
      places.add(
          new Place(
              "partnership",
              tie.id(),
              List.of(member(tie)),
              p -> tie.equals(p.tie()),
              tie::equals));
    }
    for (String country : new TreeSet<>(tiesOf(year).stream().map(Tie::country).toList())) {
      List<Member> there =
          tiesOf(year).stream()
              .filter(t -> t.country().equals(country))
              .map(this::member)
              .distinct()
              .toList();
      places.add(
          new Place(
              "partner_country",
              country,
              there,
              p -> p.tie() != null && p.tie().country().equals(country),
              t -> t.country().equals(country)));
    }
    for (String purpose : PURPOSES) {
      places.add(new Place("purpose", purpose, all, p -> purpose.equals(p.purpose()), t -> false));
    }
    return places;
  }

  private void put(
      String metric, int year, Place place, BigDecimal[] amounts, long n, String status, long gap) {
    String values =
        amounts == null
            ? "- - -"
            : Arrays.stream(amounts)
                .map(a -> a.setScale(4, RoundingMode.HALF_UP).toPlainString())
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
    metrics.put(
        metric + " " + year + " " + place.level() + " " + place.key(),
        values + " " + n + " " + status + " " + gap);
  }

  private static BigDecimal[] plus(BigDecimal[] a, BigDecimal[] b) {
    return each(a, b, (x, y, bound) -> x.add(y));
  }

  private BigDecimal[] sum(List<Part> some) {
    return some.stream().map(Part::amounts).filter(Objects::nonNull).reduce(same(0), Recount::plus);
  }

  private List<Part> partsOf(String metric, int from, int to, Predicate<Part> holds) {
    return parts.stream()
        .filter(p -> p.metric().equals(metric) && p.year() >= from && p.year() <= to)
        .filter(holds)
        .toList();
  }

  private void count(int year) {
    for (Place place : places(year)) {
      boolean ofMembers = List.of("network", "state", "member").contains(place.level());
      boolean ofTies = !place.level().equals("purpose");
      for (String d : List.of("in", "out", "virtual")) {
        sum("exchanges_" + d, year, place, "exchanges");
        sum("people_" + d, year, place, "exchanges");
      }
      for (String metric :
          List.of(
              "person_nights_in",
              "person_nights_out",
              "youth",
              "officials",
              "first_time",
              "visitor_spend_gross",
              "visitor_spend_new",
              "visitor_spend_direct",
              "visitor_spend_indirect",
              "visitor_spend_induced")) {
        sum(metric, year, place, "exchanges");
      }
      for (String metric :
          List.of(
              "events",
              "attendance",
              "event_spend_direct",
              "event_spend_indirect",
              "event_spend_induced")) {
        sum(metric, year, place, "events");
      }
      sum("local_tax", year, place, "exchanges", "events");
      sum("economic_output", year, place, "exchanges", "events");
      for (int question = 1; question <= 5; question++) {
        surveys("q" + question, year, place);
      }
      shares(year, place);
      for (String side : List.of("people", "person_nights")) {
        reciprocity(side, year, place);
      }
      if (ofTies) {
        for (String metric :
            List.of(
                "trade_leads",
                "trade_meetings",
                "trade_agreements",
                "trade_deals",
                "trade_value_reported",
                "trade_value_attributed")) {
          sum(metric, year, place, "trade_contacts");
        }
        ties(year, place);
      }
      if (ofMembers) {
        sum("volunteer_hours", year, place, "volunteer_hours");
        sum("volunteer_value", year, place, "volunteer_hours");
        for (String funder : List.of("total", "city", "private", "grant", "in_kind")) {
          sum("cost_" + funder, year, place, "budgets");
        }
        people(year, place);
        costs(year, place);
        coverage(year, place);
      }
    }
  }

  private void sum(String metric, int year, Place place, String... datasets) {
    List<Part> some = partsOf(metric, year, year, place.holds());
    long computed = some.stream().filter(p -> p.amounts() != null).count();
    long gap = some.size() - computed;
    // What a row may leave empty is not reported where rows are there and none has it.
    boolean left =
        optionalIn(metric).stream()
            .anyMatch(rows -> !partsOf(rows, year, year, place.holds()).isEmpty());
    boolean known =
        Arrays.stream(datasets)
            .filter(d -> !left || datasets.length > 1 && d.equals("exchanges"))
            .anyMatch(d -> place.members().stream().anyMatch(m -> reported(m, year, d)));
    if (computed == 0 && gap > 0) {
      put(metric, year, place, null, 0, "not_computed", gap);
    } else if (computed == 0 && !known) {
      put(metric, year, place, null, 0, "not_reported", 0);
    } else {
      // The three effects of a row are one row.
      long rows =
          metric.equals("economic_output")
              ? partsOf("direct", year, year, place.holds()).stream()
                  .filter(p -> p.amounts() != null)
                  .count()
              : computed;
      put(metric, year, place, sum(some), rows, "value", gap);
    }
  }

  /** The rows that may leave a measure empty. */
  private static List<String> optionalIn(String metric) {
    if (metric.matches("youth|officials|first_time")) {
      return List.of("people_in", "people_out", "people_virtual");
    }
    if (metric.startsWith("trade_value")) {
      return List.of("trade_deals");
    }
    boolean ofGuests = metric.startsWith("event_spend");
    return ofGuests || metric.matches("local_tax|economic_output") ? List.of("events") : List.of();
  }

  private void count(String metric, int year, Place place, long count, long n) {
    put(metric, year, place, same(count), n, "value", 0);
  }

  private void ratio(
      String metric,
      int year,
      Place place,
      boolean known,
      BigDecimal[] above,
      BigDecimal below,
      long n,
      long gap) {
    if (!known) {
      put(metric, year, place, null, n, "not_reported", gap);
    } else if (below.signum() == 0) {
      put(metric, year, place, null, n, "not_applicable", gap);
    } else {
      put(
          metric,
          year,
          place,
          each(above, a -> a.divide(below, 4, RoundingMode.HALF_UP)),
          n,
          "value",
          gap);
    }
  }

  private void shares(int year, Place place) {
    boolean known = place.members().stream().anyMatch(m -> reported(m, year, "exchanges"));
    Map<String, long[]> sides = new HashMap<>();
    for (String some : List.of("youth", "officials", "first_time", "homestay_night")) {
      sides.put(some, new long[3]);
    }
    for (Member m : members) {
      for (Map<String, Object> row : rows(m, year, "exchanges")) {
        Part as =
            new Part(
                "",
                year,
                m,
                ties.get(row.get("partnership_id")),
                (String) row.get("purpose"),
                null,
                shown(reports.get(key(m, year, "exchanges")), row),
                null);
        if (!place.holds().test(as)) {
          continue;
        }
        int people = number(row, "people");
        for (String some : List.of("youth", "officials", "first_time")) {
          if (row.get(some) != null) {
            sides.get(some)[0] += number(row, some);
            sides.get(some)[1] += people;
            sides.get(some)[2] += people;
          }
        }
        Object lodging = row.get("direction").equals("inbound") ? row.get("lodging") : "mixed";
        if (!lodging.equals("mixed") && !lodging.equals("none")) {
          long[] side = sides.get("homestay_night");
          side[0] += lodging.equals("homestay") ? people * nights(row) : 0;
          side[1] += people * nights(row);
          side[2] += people;
        }
      }
    }
    sides.forEach(
        (some, side) ->
            ratio(
                some + "_share",
                year,
                place,
                known,
                same(side[0]),
                BigDecimal.valueOf(side[1]),
                side[2],
                0));
  }

  private void surveys(String question, int year, Place place) {
    List<Integer> changes = new ArrayList<>();
    for (Member m : members) {
      Map<String, Integer> before = new HashMap<>();
      for (String wave : List.of("pre", "post")) {
        for (Map<String, Object> row : rows(m, year, "surveys")) {
          Map<String, Object> exchange = exchangeOf(reports.get(key(m, year, "surveys")), row);
          Tie tie = exchange == null ? null : ties.get(exchange.get("partnership_id"));
          String purpose = exchange == null ? null : (String) exchange.get("purpose");
          boolean seen =
              exchange == null
                  || !Boolean.FALSE.equals(exchange.get("public")) && tie != null && tie.shown();
          if (!row.get("wave").equals(wave)
              || row.get(question) == null
              || !place.holds().test(new Part("", year, m, tie, purpose, null, seen, null))) {
            continue;
          }
          String person = row.get("exchange_id") + "/" + row.get("respondent");
          person = person.toLowerCase(Locale.ROOT);
          if (wave.equals("pre")) {
            before.put(person, number(row, question));
          } else if (before.containsKey(person)) {
            changes.add(number(row, question) - before.get(person));
          }
        }
      }
    }
    String metric = "survey_change_" + question;
    int n = changes.size();
    if (n == 0 && place.members().stream().noneMatch(m -> reported(m, year, "surveys"))) {
      put(metric, year, place, null, 0, "not_reported", 0);
    } else if (n < 10 || changes.stream().distinct().count() == 1) {
      put(metric, year, place, null, n, n == 0 ? "not_applicable" : "withheld", 0);
    } else {
      double mean = changes.stream().mapToInt(c -> c).average().orElseThrow();
      double squares = changes.stream().mapToDouble(c -> (c - mean) * (c - mean)).sum();
      double reach = studentT(n - 1) * Math.sqrt(squares / (n - 1)) / Math.sqrt(n);
      put(
          metric,
          year,
          place,
          new BigDecimal[] {
            new BigDecimal(mean - reach), new BigDecimal(mean), new BigDecimal(mean + reach)
          },
          n,
          "value",
          0);
    }
  }

  /** The t that 95% lie within, by halving, from the finite series of the distribution. */
  private static double studentT(int degrees) {
    double low = 1.9;
    double high = 13;
    for (int i = 0; i < 100; i++) {
      double t = (low + high) / 2;
      double angle = Math.atan(t / Math.sqrt(degrees));
      double cosine = Math.cos(angle);
      boolean odd = degrees % 2 == 1;
      double term = odd ? cosine : 1;
      double series = degrees == 1 ? 0 : term;
      for (int k = odd ? 3 : 2; k <= degrees - 2; k += 2) {
        term *= cosine * cosine * (k - 1) / k;
        series += term;
      }
      double within =
          odd ? 2 / Math.PI * (angle + Math.sin(angle) * series) : Math.sin(angle) * series;
      if (within < 0.95) {
        low = t;
      } else {
        high = t;
      }
    }
    return low;
  }

  private void reciprocity(String side, int year, Place place) {
    String metric = "reciprocity_" + (side.equals("people") ? "people" : "nights");
    long full = place.members().stream().filter(m -> full(m, year, 3)).count();
    BigDecimal in = sum(partsOf(side + "_in", year - 2, year, place.holds()))[0];
    BigDecimal out = sum(partsOf(side + "_out", year - 2, year, place.holds()))[0];
    BigDecimal all = in.add(out);
    if (own(place) && full == 0) {
      put(metric, year, place, null, 0, "not_known", 0);
    } else if (all.intValueExact() >= 10) {
      BigDecimal lost = in.subtract(out).abs();
      put(
          metric,
          year,
          place,
          same(all.subtract(lost).divide(all, 4, RoundingMode.HALF_UP)),
          full,
          "value",
          0);
    } else {
      put(
          metric,
          year,
          place,
          null,
          full,
          windowReported(place, year) ? "not_applicable" : "not_reported",
          0);
    }
  }

  private static boolean own(Place place) {
    return place.level().equals("member") || place.level().equals("partnership");
  }

  private boolean windowReported(Place place, int year) {
    return place.members().stream()
        .anyMatch(
            m ->
                reported(m, year, "exchanges")
                    || reported(m, year - 1, "exchanges")
                    || reported(m, year - 2, "exchanges"));
  }

  private void ties(int year, Place place) {
    List<Tie> here =
        ties.values().stream().filter(place.ties()).filter(t -> member(t).expected(year)).toList();
    List<Tie> active = here.stream().filter(t -> t.active(year)).toList();
    long fresh = here.stream().filter(t -> Objects.equals(t.established(), year)).count();
    long ended = here.stream().filter(t -> Objects.equals(t.ended(), year)).count();
    count("partnerships_active", year, place, active.size(), active.size());
    count("partnerships_new", year, place, fresh, fresh);
    count("partnerships_ended", year, place, ended, ended);
    long countries = active.stream().map(Tie::country).distinct().count();
    count("countries", year, place, countries, countries);
    for (int width : new int[] {2, 5}) {
      long full = place.members().stream().filter(m -> full(m, year, width)).count();
      long dormant =
          active.stream()
              .filter(t -> full(member(t), year, width))
              .filter(t -> t.established() == null || t.established() < year - width + 1)
              .filter(t -> active(y -> acted(t, y, place.whole()) ? 1 : 0, year, width) == 0)
              .count();
      String metric = "dormant_" + width * 12;
      if (full == 0) {
        put(metric, year, place, null, 0, "not_known", 0);
      } else {
        count(metric, year, place, dormant, full);
      }
    }
    long full = place.members().stream().filter(m -> full(m, year, 3)).count();
    long mutual =
        here.stream()
            .filter(
                t ->
                    !sumOf("people_in", t, year, place).equals(BigDecimal.ZERO)
                        && !sumOf("people_out", t, year, place).equals(BigDecimal.ZERO))
            .count();
    Set<String> purposes = new HashSet<>();
    for (String d : List.of("in", "out", "virtual")) {
      partsOf("exchanges_" + d, year - 2, year, place.holds())
          .forEach(p -> purposes.add(p.purpose()));
    }
    window("mutual_partnerships", year, place, mutual, full);
    window("breadth", year, place, purposes.size(), full);
    if (own(place)) {
      long years =
          place.level().equals("member")
              ? active(y -> actedInSight(place.members().get(0), y) ? 1 : 0, year, 5)
              : active(y -> acted(ties.get(place.key()), y, false) ? 1 : 0, year, 5);
      if (full(place.members().get(0), year, 5)) {
        count("years_active_of_5", year, place, years, 1);
      } else {
        put("years_active_of_5", year, place, null, 0, "not_known", 0);
      }
    }
  }

  private BigDecimal sumOf(String metric, Tie tie, int year, Place place) {
    return sum(partsOf(metric, year - 2, year, place.holds().and(p -> tie.equals(p.tie()))))[0];
  }

  private void window(String metric, int year, Place place, long count, long full) {
    if (own(place) && full == 0) {
      put(metric, year, place, null, 0, "not_known", 0);
    } else if (count == 0 && !windowReported(place, year)) {
      put(metric, year, place, null, full, "not_reported", 0);
    } else {
      count(metric, year, place, count, full);
    }
  }

  private static long active(ToIntFunction<Integer> acted, int year, int width) {
    long years = 0;
    for (int y = year - width + 1; y <= year; y++) {
      years += acted.applyAsInt(y);
    }
    return years;
  }

  private void people(int year, Place place) {
    long volunteers = 0;
    Set<String> organizations = new HashSet<>();
    for (Member m : place.members()) {
      Set<String> named = new HashSet<>();
      Map<Object, Integer> groups = new HashMap<>();
      for (Map<String, Object> row : rows(m, year, "volunteer_hours")) {
        if (row.get("volunteer") != null) {
          named.add(((String) row.get("volunteer")).toLowerCase(Locale.ROOT));
        } else {
          groups.merge(row.get("activity"), number(row, "volunteers"), Math::max);
        }
      }
      volunteers += named.size() + groups.values().stream().mapToInt(i -> i).sum();
      for (String dataset : List.of("exchanges", "events")) {
        for (Map<String, Object> row : acts(m, year, dataset, place.whole())) {
          if (row.get("co_organizers") != null) {
            organizations.addAll(
                List.of(((String) row.get("co_organizers")).toLowerCase(Locale.ROOT).split(";")));
          }
        }
      }
    }
    if (place.members().stream().anyMatch(m -> reported(m, year, "volunteer_hours"))) {
      count("volunteers", year, place, volunteers, volunteers);
    } else {
      put("volunteers", year, place, null, 0, "not_reported", 0);
    }
    if (place.members().stream().anyMatch(m -> reported(m, year, "exchanges", "events"))) {
      count("collaborating_organizations", year, place, organizations.size(), organizations.size());
    } else {
      put("collaborating_organizations", year, place, null, 0, "not_reported", 0);
    }
  }

  private void costs(int year, Place place) {
    List<Member> both =
        place.members().stream()
            .filter(m -> reported(m, year, "budgets") && reported(m, year, "exchanges"))
            .toList();
    Predicate<Part> theirs = place.holds().and(p -> both.contains(p.member()));
    BigDecimal cash =
        sum(partsOf("cost_total", year, year, theirs))[0].subtract(
            sum(partsOf("cost_in_kind", year, year, theirs))[0]);
    BigDecimal city = sum(partsOf("cost_city", year, year, theirs))[0];
    BigDecimal other =
        sum(partsOf("cost_private", year, year, theirs))[0].add(
            sum(partsOf("cost_grant", year, year, theirs))[0]);
    List<Part> people = new ArrayList<>();
    for (String d : List.of("in", "out", "virtual")) {
      people.addAll(partsOf("people_" + d, year, year, theirs));
    }
    List<Part> direct = partsOf("direct", year, year, theirs);
    long cityLines = partsOf("cost_city", year, year, theirs).size();
    long otherLines =
        partsOf("cost_private", year, year, theirs).size()
            + partsOf("cost_grant", year, year, theirs).size();
    long computed = direct.stream().filter(p -> p.amounts() != null).count();
    long gap = direct.size() - computed;
    boolean own = place.level().equals("member");
    boolean known = !both.isEmpty();
    ratio(
        "cost_per_participant",
        year,
        place,
        known,
        same(cash),
        sum(people)[0],
        own ? cityLines + otherLines + people.size() : both.size(),
        0);
    ratio(
        "other_funds_per_city_dollar",
        year,
        place,
        known,
        same(other),
        city,
        own ? cityLines + otherLines : both.size(),
        0);
    long n = own ? cityLines + computed : both.size();
    boolean none = computed == 0 && gap > 0;
    if (none && city.signum() != 0) {
      put("visitor_dollars_per_city_dollar", year, place, null, n, "not_computed", gap);
    } else {
      ratio("visitor_dollars_per_city_dollar", year, place, known, sum(direct), city, n, gap);
    }
    if (none) {
      put("net_direct", year, place, null, n, "not_computed", gap);
    } else if (known) {
      put("net_direct", year, place, each(sum(direct), d -> d.subtract(city)), n, "value", gap);
    } else {
      put("net_direct", year, place, null, 0, "not_reported", 0);
    }
  }

  private void coverage(int year, Place place) {
    List<Member> expected = place.members().stream().filter(m -> m.expected(year)).toList();
    for (String dataset : DATASETS) {
      long reported = expected.stream().filter(m -> reported(m, year, dataset)).count();
      ratio(
          "coverage_" + dataset,
          year,
          place,
          true,
          same(reported),
          BigDecimal.valueOf(expected.size()),
          expected.size(),
          0);
    }
    long read = 0;
    boolean files = false;
    for (Member m : place.members()) {
      for (String dataset : DATASETS) {
        read += rows(m, year, dataset).size();
        files |= reports.containsKey(key(m, year, dataset));
      }
    }
    ratio("rejected_share", year, place, files, same(0), BigDecimal.valueOf(read), read, 0);
  }
}
