package org.sistercityimpact.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sistercityimpact.transform.RawNetwork.row;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sistercityimpact.transform.Recount.Member;
import org.sistercityimpact.transform.Recount.Report;
import org.sistercityimpact.transform.Recount.Tie;

/** Every metric of every key of random networks, against a recount in plain Java. */
class RecountTest {
  private static final String[] PURPOSES = {
    "cultural",
    "educational",
    "municipal",
    "business",
    "professional",
    "technical",
    "youth",
    "humanitarian",
    "sports"
  };

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void theSqlAndTheRecountAgreeOnEveryNumber(int seed) throws IOException {
    Random dice = new Random(seed);
    List<Member> members = new ArrayList<>();
    List<Tie> ties = new ArrayList<>();
    RawNetwork network = new RawNetwork(folder);
    String[] states = {"TX", "OK", "CA"};
    String[] countries = {"DE", "FR", "JP", "MX"};
    String[] tieStates = {"active", "active", "friendship", "emeritus", "suspended"};
    int[] populations = {
      9, 24_999, 25_000, 49_999, 50_000, 100_000, 299_999, 300_000, 500_000, 9_000_000
    };
    for (int i = 0; i < 9; i++) {
      Member m =
          new Member(
              "m" + i,
              states[dice.nextInt(3)],
              dice.nextInt(3) == 0 ? 2020 + dice.nextInt(4) : 2000,
              dice.nextInt(3) == 0 ? 2021 + dice.nextInt(4) : null,
              dice.nextInt(5) == 0 ? null : populations[dice.nextInt(populations.length)]);
      members.add(m);
      network.registry(
          "members",
          row(
              "member_id",
              m.id(),
              "name",
              m.id(),
              "state",
              m.state(),
              "jurisdiction_type",
              "city",
              "member_since",
              m.since(),
              "member_until",
              m.until()));
      if (m.population() != null) {
        network.registry(
            "populations",
            row(
                "member_id",
                m.id(),
                "data_year",
                2019,
                "population",
                m.population(),
                "source",
                "s"));
      }
      for (int t = dice.nextInt(4); t >= 0; t--) {
        Tie tie =
            new Tie(
                m.id() + "~" + t,
                m.id(),
                countries[dice.nextInt(4)],
                dice.nextInt(3) == 0 ? null : 2014 + dice.nextInt(13),
                dice.nextInt(3) == 0 ? 2019 + dice.nextInt(8) : null,
                tieStates[dice.nextInt(5)],
                dice.nextInt(6) > 0);
        ties.add(tie);
        network.registry(
            "partnerships",
            row(
                "partnership_id",
                tie.id(),
                "member_id",
                m.id(),
                "partner_name",
                tie.id(),
                "partner_country",
                tie.country(),
                "established",
                tie.established(),
                "ended",
                tie.ended(),
                "status",
                tie.status(),
                "public",
                tie.shown() ? null : Boolean.FALSE));
      }
    }
    List<Report> reports = new ArrayList<>();
    for (Member m : members) {
      List<Tie> own = ties.stream().filter(t -> t.member().equals(m.id())).toList();
      int diligence = 1 + dice.nextInt(9);
      for (int year = 2017; year <= 2026; year++) {
        for (String dataset :
            List.of(
                "exchanges", "events", "trade_contacts", "volunteer_hours", "budgets", "surveys")) {
          if (dice.nextInt(10) >= diligence || (!m.expected(year) && dice.nextInt(4) > 0)) {
            continue;
          }
          List<Map<String, Object>> rows = new ArrayList<>();
          for (int i = dice.nextInt(dataset.equals("surveys") ? 56 : 5); i > 0; i--) {
            rows.add(anyRow(dice, dataset, year, i, own));
          }
          reports.add(new Report(m, year, dataset, rows));
          @SuppressWarnings({"unchecked", "rawtypes"})
          Map<String, Object>[] submitted = rows.toArray(new Map[0]);
          network.submit(m.id(), year, dataset, submitted);
        }
      }
    }

    RawNetwork.Transformed done = network.transform();

    assertEquals(List.of(), done.report().failed());
    Map<String, String> counted = new TreeMap<>();
    for (String line :
        done.read(
                "SELECT CONCAT(metric_id, ' ', data_year, ' ', level, ' ', key, '='), low, central, high, n, status, rows_not_computed FROM metrics")
            .split("\n")) {
      counted.put(line.substring(0, line.indexOf("= ")), line.substring(line.indexOf("= ") + 2));
    }
    Map<String, String> recounted = new Recount(members, ties, reports).metrics();
    Set<String> keys = new TreeSet<>(counted.keySet());
    keys.addAll(recounted.keySet());
    assertEquals(
        "",
        keys.stream()
            .filter(key -> !Objects.equals(counted.get(key), recounted.get(key)))
            .map(key -> key + ": " + counted.get(key) + ", recounted " + recounted.get(key))
            .collect(Collectors.joining("\n")));
    assertEquals(
        String.join("\n", Recount.sensitivity(members, ties, reports)),
        done.read(
            "SELECT data_year, metric_id, place, assumption, at_low, central, at_high, swing FROM sensitivity ORDER BY data_year, metric_id, place"));
  }

  private static Map<String, Object> anyRow(
      Random dice, String dataset, int year, int i, List<Tie> own) {
    String tie = own.get(dice.nextInt(own.size())).id();
    LocalDate day = LocalDate.ofYearDay(year, 1 + dice.nextInt(365));
    return switch (dataset) {
      case "exchanges" -> exchange(dice, i, tie, day);
      case "events" -> event(dice, i, tie, day);
      case "trade_contacts" -> {
        boolean valued = dice.nextBoolean();
        yield row(
            "contact_id",
            "c" + i,
            "partnership_id",
            tie,
            "date",
            day,
            "company",
            "Firm " + dice.nextInt(3),
            "stage",
            pick(dice, "lead", "meeting", "agreement", "deal", "deal"),
            "value",
            valued ? BigDecimal.valueOf(dice.nextInt(100_000_000), 2).toPlainString() : null,
            "currency",
            valued ? pick(dice, "USD", "EUR", "JPY", "VES", "MXN") : null,
            "evidence",
            pick(dice, "A", "B", null),
            "contribution_share",
            dice.nextBoolean() ? share(dice) : null);
      }
      case "volunteer_hours" -> {
        boolean named = dice.nextBoolean();
        yield row(
            "volunteer",
            named ? pick(dice, "Ann", "ANN", "Bo") : null,
            "volunteers",
            named ? null : 1 + dice.nextInt(9),
            "month",
            "" + year,
            "activity",
            pick(dice, "hosting", "events", "other"),
            "hours",
            BigDecimal.valueOf(1 + dice.nextInt(99_999), 2).toPlainString());
      }
      case "budgets" ->
          row(
              "line_id",
              "l" + i,
              "category",
              pick(dice, "staff", "travel"),
              "funded_by",
              pick(dice, "city", "private", "grant", "in_kind"),
              "amount_usd",
              BigDecimal.valueOf(dice.nextInt(9_999_999), 2).toPlainString());
      default -> survey(dice, i);
    };
  }

  /**
   * Both waves of person after person; some take part in two exchanges, some exchanges are not
   * known.
   */
  private static Map<String, Object> survey(Random dice, int i) {
    Map<String, Object> answers =
        row(
            "exchange_id",
            pick(dice, "x", "X") + (1 + i / 2 % 4),
            "respondent",
            pick(dice, "r", "R") + i / 2 % 7,
            "wave",
            i % 2 == 0 ? "pre" : "post");
    for (int question = 1; question <= 5; question++) {
      answers.put("q" + question, dice.nextInt(9) == 0 ? null : 1 + dice.nextInt(5));
    }
    return answers;
  }

  private static Map<String, Object> exchange(Random dice, int i, String tie, LocalDate day) {
    String direction = pick(dice, "inbound", "inbound", "outbound", "virtual");
    String lodging =
        direction.equals("inbound")
            ? pick(dice, "hotel", "homestay", "mixed", "student", "none")
            : null;
    int length = dice.nextInt(20);
    boolean given = dice.nextBoolean() && !"none".equals(lodging);
    int people = 1 + dice.nextInt(40);
    return row(
        "exchange_id",
        "x" + i,
        "partnership_id",
        tie,
        "direction",
        direction,
        "purpose",
        PURPOSES[dice.nextInt(9)],
        "start_date",
        day.toString(),
        "end_date",
        direction.equals("virtual") || (given && dice.nextBoolean())
            ? null
            : day.plusDays(length).toString(),
        "people",
        people,
        "youth",
        dice.nextBoolean() ? dice.nextInt(people + 1) : null,
        "officials",
        dice.nextBoolean() ? dice.nextInt(people + 1) : null,
        "first_time",
        dice.nextInt(4) == 0 ? dice.nextInt(people + 1) : null,
        "nights",
        given ? dice.nextInt(length + 1) : null,
        "lodging",
        lodging,
        "primary_purpose_share",
        dice.nextBoolean() ? share(dice) : null,
        "paid_from_here_share",
        dice.nextBoolean() ? share(dice) : null,
        "spend_usd",
        dice.nextInt(5) == 0
            ? BigDecimal.valueOf(dice.nextInt(9_999_999), 2).toPlainString()
            : null,
        "co_organizers",
        pick(dice, "Rotary", "rotary;Choir", "School;Choir", null),
        "public",
        mayBeShown(dice));
  }

  private static Map<String, Object> event(Random dice, int i, String tie, LocalDate day) {
    int attendance = dice.nextInt(500);
    Integer nonlocal = dice.nextInt(4) == 0 ? null : Integer.valueOf(dice.nextInt(attendance + 1));
    return row(
        "event_id",
        "e" + i,
        "partnership_id",
        dice.nextBoolean() ? tie : null,
        "exchange_id",
        pick(dice, "X1", "x2", "x4", "x9", null, null),
        "date",
        day.toString(),
        "title",
        "Fair",
        "purpose",
        PURPOSES[dice.nextInt(9)],
        "attendance",
        attendance,
        "nonlocal_attendance",
        nonlocal,
        "delegates",
        nonlocal != null && dice.nextInt(3) == 0
            ? Integer.valueOf(dice.nextInt(nonlocal + 1))
            : null,
        "method",
        pick(dice, "ticket", "count", "estimate"),
        "co_organizers",
        pick(dice, "Museum;choir", "Museum", null, null),
        "public",
        mayBeShown(dice));
  }

  private static Boolean mayBeShown(Random dice) {
    return dice.nextInt(4) == 0 ? Boolean.valueOf(dice.nextInt(3) == 0) : null;
  }

  private static String share(Random dice) {
    return BigDecimal.valueOf(dice.nextInt(10_001), 4).toPlainString();
  }

  private static String pick(Random dice, String... choices) {
    return choices[dice.nextInt(choices.length)];
  }
}
