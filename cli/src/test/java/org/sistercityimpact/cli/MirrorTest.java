package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A network whose activity has the counts of the study <i>Measures That Matter</i>, through ingest
 * and transform. What the counts do not say is invented and said so in docs/method.md: seven nights
 * a visitor, a third each in hotels, homes and both, twenty hours a volunteer, events without a
 * word on guests from outside, no population figures.
 */
class MirrorTest {
  private static final int MEMBERS = 545;
  private static final int TIES = 2_121;
  private static final int COUNTRIES = 145;
  private static final int INBOUND = 1_123;
  private static final int VISITORS = 14_153;
  private static final int OUTBOUND = 944;
  private static final int TRAVELLERS = 9_899;
  private static final int VOLUNTEERS = 33_000;
  private static final int EVENTS = 2_300;
  private static final int ATTENDANCE = 1_130_000;
  private static final List<String> STATES = List.of("CA", "FL", "NY", "OH", "TX", "WA");
  private static final List<String> LODGINGS = List.of("hotel", "homestay", "mixed");

  @TempDir static Path folder;
  private static Path warehouse;

  @BeforeAll
  static void runTheMirrorThrough() throws IOException {
    Path inbox = folder.resolve("inbox");
    registry(inbox);
    for (int m = 0; m < MEMBERS; m++) {
      String place = "2025/" + member(m) + "/";
      write(inbox, place + "exchanges.csv", Shell.EXCHANGES, exchanges(m));
      write(
          inbox,
          place + "events.csv",
          "event_id,date,title,purpose,attendance,method",
          rows(
              m,
              EVENTS,
              e ->
                  "V%d,2025-07-04,Festival,cultural,%d,count"
                      .formatted(e, share(ATTENDANCE, EVENTS, e))));
      int volunteers = share(VOLUNTEERS, MEMBERS, m);
      write(
          inbox,
          place + "volunteer_hours.csv",
          "volunteers,month,activity,hours",
          List.of("%d,2025,hosting,%d".formatted(volunteers, 20 * volunteers)));
    }
    warehouse = folder.resolve("warehouse");
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
    Shell.run("transform", "--warehouse", warehouse).good();
  }

  private static void registry(Path inbox) throws IOException {
    List<String> members = new ArrayList<>();
    for (int m = 0; m < MEMBERS; m++) {
      members.add(
          "%s,Mirror %d,%s,city,2000".formatted(member(m), m, STATES.get(m % STATES.size())));
    }
    write(
        inbox,
        "registry/members.csv",
        "member_id,name,state,jurisdiction_type,member_since",
        members);
    List<String> countries =
        Files.readAllLines(ImpactCommand.home().resolve("sql/reference/countries.csv")).stream()
            .skip(1)
            .map(line -> line.substring(0, 2))
            .filter(code -> !code.equals("US"))
            .limit(COUNTRIES)
            .toList();
    List<String> ties = new ArrayList<>();
    for (int t = 0; t < TIES; t++) {
      ties.add(
          "%s,%s,Partner %d,%s,1990,active"
              .formatted(tie(t), member(t % MEMBERS), t, countries.get(t % COUNTRIES)));
    }
    write(
        inbox,
        "registry/partnerships.csv",
        "partnership_id,member_id,partner_name,partner_country,established,status",
        ties);
  }

  /** The exchanges of a member, each with one of its own ties: all counters go by the member. */
  private static List<String> exchanges(int member) {
    List<String> rows =
        new ArrayList<>(
            rows(
                member,
                INBOUND,
                e ->
                    "I%d,%s,inbound,cultural,,2025-05-01,,%d,,,,7,%s,,,,"
                        .formatted(
                            e,
                            tie(e % MEMBERS),
                            share(VISITORS, INBOUND, e),
                            LODGINGS.get(e % LODGINGS.size()))));
    rows.addAll(
        rows(
            member,
            OUTBOUND,
            e ->
                "O%d,%s,outbound,educational,,2025-06-01,,%d,,,,7,,,,,"
                    .formatted(e, tie(e % MEMBERS), share(TRAVELLERS, OUTBOUND, e))));
    return rows;
  }

  private static List<String> rows(
      int member, int total, java.util.function.IntFunction<String> row) {
    List<String> rows = new ArrayList<>();
    for (int i = member; i < total; i += MEMBERS) {
      rows.add(row.apply(i));
    }
    return rows;
  }

  /** The part of {@code total} that the i-th of {@code parts} gets; all parts add up to it. */
  private static int share(int total, int parts, int i) {
    return total / parts + (i < total % parts ? 1 : 0);
  }

  private static String member(int m) {
    return "US-%s-mirror-%03d".formatted(STATES.get(m % STATES.size()), m);
  }

  private static String tie(int t) {
    return member(t % MEMBERS) + "~partner-" + t;
  }

  private static void write(Path inbox, String file, String header, List<String> rows) {
    List<String> lines = new ArrayList<>(List.of(header));
    lines.addAll(rows);
    Shell.write(inbox, file, lines.toArray(String[]::new));
  }

  private static List<String> network(String metric) {
    String line =
        Shell.run(
                "sql",
                "--format",
                "csv",
                "--warehouse",
                warehouse,
                "SELECT low, central, high, status FROM metrics WHERE level = 'network' AND data_year = 2025 AND metric_id = '"
                    + metric
                    + "'")
            .good()
            .out()
            .lines()
            .skip(1)
            .findFirst()
            .orElseThrow();
    return List.of(line.split(",", -1));
  }

  private static String count(String metric) {
    return new BigDecimal(network(metric).get(1)).stripTrailingZeros().toPlainString();
  }

  @Test
  void countsComeOutExact() {
    assertEquals("2121", count("partnerships_active"));
    assertEquals("145", count("countries"));
    assertEquals("1123", count("exchanges_in"));
    assertEquals("14153", count("people_in"));
    assertEquals("944", count("exchanges_out"));
    assertEquals("9899", count("people_out"));
    assertEquals("33000", count("volunteers"));
    assertEquals("2300", count("events"));
    assertEquals("1130000", count("attendance"));
    assertEquals("1", count("coverage_exchanges"));
    assertEquals(
        "members\n545\n",
        Shell.run(
                "sql",
                "--format",
                "csv",
                "--warehouse",
                warehouse,
                "SELECT COUNT(*) AS members FROM member_years WHERE expected")
            .good()
            .out());
  }

  @Test
  void eventsThatSayNothingOfGuestsFromOutsideReportNoSpending() {
    assertEquals(List.of("", "", "", "not_reported"), network("event_spend_direct"));
    assertEquals("value", network("economic_output").get(3));
  }

  @Test
  void theMethodPageSaysWhatTheMirrorGives() throws IOException {
    String page = Files.readString(ImpactCommand.home().resolve("docs/method.md"));
    for (String metric :
        List.of(
            "person_nights_in",
            "visitor_spend_gross",
            "visitor_spend_new",
            "visitor_spend_direct",
            "visitor_spend_indirect",
            "visitor_spend_induced",
            "economic_output",
            "local_tax",
            "event_spend_direct",
            "volunteer_hours",
            "volunteer_value")) {
      List<String> cells = network(metric);
      String line =
          "| `%s` | %s | %s | %s |"
              .formatted(metric, whole(cells.get(0)), whole(cells.get(1)), whole(cells.get(2)));
      assertTrue(page.contains(line), "docs/method.md lacks the line " + line);
    }
  }

  private static String whole(String amount) {
    return amount.isEmpty()
        ? "not reported"
        : new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT))
            .format(new BigDecimal(amount).setScale(0, RoundingMode.HALF_UP));
  }
}
