package org.sistercityimpact.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sistercityimpact.transform.RawNetwork.row;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whether all printed figures together give back an answer of few people or the dollars of few
 * firms; and whether all else is open.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisclosureTest {
  private static final int FIRST = 1986;
  private static final int LAST = 2025;
  private static final int MEMBERS = 7;
  private static final String[] STATES = {"TX", "TX", "TX", "OK", "OK", "CA", "CA"};

  @TempDir static Path folder;

  /** Every year is a network of its own, for nothing in confidence looks back. */
  private final Network network = new Network(11);

  private RawNetwork.Transformed done;

  @BeforeAll
  void transform() throws IOException {
    done = network.raw(folder.resolve("sound")).transform();
  }

  @Test
  void printedSumsGiveNothingBackThatIsInConfidence() {
    assertEquals(List.of(), done.report().failed());
    assertEquals(List.of(), network.givenBack(done));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nobody joins what is withheld     | withheld_members | NOT COALESCE(a.publishable, TRUE) AS needs_company      | FALSE AS needs_company
          one firm may have nearly all      | confidential_sums | CAST(s.usd AS DECIMAL(28,2)) * l.largest_firm_share    | CAST(s.usd AS DECIMAL(28,2))
          """)
  void aDamagedRuleIsFoundOut(String what, String model, String sound, String damaged)
      throws IOException {
    damage(what, model, sound, damaged);
  }

  @Tag("slow")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no state joins                    | withheld_figures | NOT COALESCE(a.publishable, TRUE) AS needs_company      | FALSE AS needs_company
          a state joins without its member  | withheld_figures | (withheld OR (needs_company AND goes_along))            | withheld
          company is always enough          | withheld_members | COALESCE(j.publishable, TRUE) AS company_is_enough      | TRUE AS company_is_enough
          rows held back are forgotten      | confidential_sums | FROM confidential_shares AS s                         | FROM (SELECT * FROM confidential_shares WHERE member_id <> '') AS s
          people may answer alike           | confidential_sums | AND s.least < s.most                                   | AND TRUE
          """)
  void eachOtherDamageIsFoundOut(String what, String model, String sound, String damaged)
      throws IOException {
    damage(what, model, sound, damaged);
  }

  private void damage(String what, String model, String sound, String damaged) throws IOException {
    Path sql = copyOfTheSql(folder.resolve(what));
    replace(sql.resolve("models/60_disclosure/" + model + ".sql"), sound, damaged);
    if (what.equals("people may answer alike")) {
      replace(sql.resolve("models/45_totals/survey_changes.sql"), "AND s.least < s.most", "");
    }

    RawNetwork.Transformed damage = network.raw(folder.resolve(what + " warehouse")).transform(sql);

    assertFalse(network.givenBack(damage).isEmpty(), "the attack finds it");
    assertEquals(
        List.of("left_over_is_publishable"),
        damage.report().failed().stream().map(TransformReport.FailedCheck::name).toList());
  }

  @Test
  void someAreWithheldForOthersSakeAndFewerThanForTheirOwn() {
    int own = network.withheld(done, true).size();
    int company = network.withheld(done, false).size();
    assertTrue(company > 0, "some are withheld for the sake of others");
    assertTrue(company < own, company + " for the sake of " + own);
  }

  @Test
  void tiesCountriesAndPurposesPrintNothingInConfidence() {
    assertEquals(
        "",
        done.read(
            """
            SELECT metric_id, data_year, level, key, n
            FROM published_metrics
            WHERE (metric_id LIKE 'survey_change%' OR metric_id LIKE 'trade_value%')
              AND level IN ('partnership', 'partner_country', 'purpose')
              AND status = 'value' AND n > 0"""));
  }

  @Test
  void howManyAnsweredAndHowManyDealsThereWereIsOpen() {
    assertEquals(
        "0",
        done.read(
            """
            SELECT COUNT(*)
            FROM metrics AS m
            JOIN published_metrics AS p USING (metric_id, data_year, level, key)
            WHERE p.n IS DISTINCT FROM m.n"""));
    assertTrue(
        Long.parseLong(
                done.read(
                    "SELECT COUNT(*) FROM published_metrics WHERE status = 'withheld' AND n > 0"))
            > 100);
  }

  @Test
  void allElseIsPrintedAsItIs() {
    assertEquals(
        "",
        done.read(
            """
            SELECT DISTINCT m.metric_id
            FROM metrics AS m
            JOIN published_metrics AS p USING (metric_id, data_year, level, key)
            WHERE m.metric_id NOT LIKE 'survey_change%' AND m.metric_id NOT LIKE 'trade_value%'
              AND (p.status <> m.status OR p.central IS DISTINCT FROM m.central)"""));
  }

  @Test
  void aDelegationOfFourIsPrintedAsFour(@TempDir Path own) throws IOException {
    RawNetwork.Transformed one =
        new RawNetwork(own)
            .member("m", "TX", 120_000)
            .tie("m~1", "m", "DE")
            .submit("m", LAST, "exchanges", exchange("x1", "m~1", 4, null))
            .transform();

    assertEquals(List.of(), one.report().failed());
    assertEquals(
        """
        member m 4.0000 value
        network  4.0000 value
        partner_country DE 4.0000 value
        partnership m~1 4.0000 value
        purpose municipal 4.0000 value
        state TX 4.0000 value\
        """,
        one.read(
            "SELECT level, key, central, status FROM published_metrics WHERE metric_id ="
                + " 'people_in' AND central > 0 ORDER BY level"));
  }

  @Test
  void aRowHeldBackCountsInStateAndNetworkAlone(@TempDir Path own) throws IOException {
    RawNetwork.Transformed held =
        new RawNetwork(own)
            .member("m", "TX", 120_000)
            .tie("m~1", "m", "DE")
            .registry(
                "partnerships",
                row(
                    "partnership_id",
                    "m~2",
                    "member_id",
                    "m",
                    "partner_name",
                    "Quiet",
                    "partner_country",
                    "FR",
                    "status",
                    "active",
                    "public",
                    false))
            .submit(
                "m",
                LAST,
                "exchanges",
                exchange("x1", "m~1", 4, null),
                exchange("x2", "m~1", 30, false),
                exchange("x3", "m~2", 500, true))
            .transform();

    assertEquals(List.of(), held.report().failed());
    assertEquals(
        """
        member m 4.0000
        network  534.0000
        partner_country DE 4.0000
        partnership m~1 4.0000
        purpose municipal 4.0000
        state TX 534.0000\
        """,
        held.read(
            "SELECT level, key, central FROM published_metrics WHERE metric_id = 'people_in' AND"
                + " central > 0 ORDER BY level"));
    assertEquals(
        """
        member m 1.0000
        network  2.0000
        partner_country DE 1.0000
        partnership m~1 1.0000
        state TX 2.0000\
        """,
        held.read(
            "SELECT level, key, central FROM published_metrics WHERE metric_id ="
                + " 'partnerships_active' ORDER BY level"));
    assertEquals(
        """
        member m 2 1
        partner_country DE 1 0
        partnership m~1 1 0
        purpose municipal 2 0\
        """,
        held.read("SELECT level, key, rows, ties FROM held_back ORDER BY level"));
  }

  @Test
  void aLimitThatIsMissingWithholdsWhatNeedsIt(@TempDir Path own) throws IOException {
    Path sql = copyOfTheSql(own.resolve("sql"));
    replace(sql.resolve("parameters/disclosure.csv"), "disclosure,firms,", "disclosure,other,");

    RawNetwork.Transformed none = network.raw(own.resolve("warehouse")).transform(sql);

    assertEquals(
        "withheld",
        none.read(
            "SELECT DISTINCT status FROM published_metrics WHERE metric_id ="
                + " 'trade_value_reported' AND n > 0"));
  }

  private static Map<String, Object> exchange(String id, String tie, int people, Boolean shown) {
    return row(
        "exchange_id",
        id,
        "partnership_id",
        tie,
        "direction",
        "inbound",
        "purpose",
        "municipal",
        "start_date",
        "2025-05-01",
        "end_date",
        "2025-05-06",
        "people",
        people,
        "lodging",
        "homestay",
        "public",
        shown);
  }

  private static Path copyOfTheSql(Path to) throws IOException {
    try (Stream<Path> files = Files.walk(RawNetwork.SQL)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(RawNetwork.SQL.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return to;
  }

  private static void replace(Path file, String sound, String damaged) throws IOException {
    String text = Files.readString(file);
    assertTrue(text.contains(sound), file + " holds " + sound);
    Files.writeString(file, text.replace(sound, damaged));
  }

  /** What one contributor adds to one part: a firm's dollars, or one respondent's change. */
  private record Share(String contributor, BigDecimal usd, Integer change) {}

  /** A member's rows that may be shown, or those that it holds back. */
  private record Part(int member, boolean held) {
    String state() {
      return STATES[member];
    }
  }

  /** Surveys and deals of members, most of them few; each year, which stands for a network. */
  private static final class Network {
    private final long seed;

    /** By metric and year: who stands behind each part. */
    private final Map<String, Map<Part, List<Share>>> shares = new TreeMap<>();

    Network(long seed) {
      this.seed = seed;
    }

    RawNetwork raw(Path folder) {
      shares.clear();
      Random dice = new Random(seed);
      RawNetwork network = new RawNetwork(folder);
      for (int m = 0; m < MEMBERS; m++) {
        network.member("m" + m, STATES[m], 20_000, FIRST);
        network.tie("m" + m + "~shown", "m" + m, "DE");
        network.registry(
            "partnerships",
            row(
                "partnership_id",
                "m" + m + "~held",
                "member_id",
                "m" + m,
                "partner_name",
                "Quiet",
                "partner_country",
                "FR",
                "status",
                "active",
                "public",
                false));
      }
      for (int year = FIRST; year <= LAST; year++) {
        for (int m = 0; m < MEMBERS; m++) {
          member(network, dice, year, m);
        }
      }
      return network;
    }

    private void member(RawNetwork network, Random dice, int year, int m) {
      List<Map<String, Object>> exchanges = new ArrayList<>();
      List<Map<String, Object>> surveys = new ArrayList<>();
      List<Map<String, Object>> deals = new ArrayList<>();
      for (boolean held : new boolean[] {false, true}) {
        if (held && dice.nextInt(4) > 0) {
          continue;
        }
        Part part = new Part(m, held);
        // Held back by its own word, or by its tie's.
        String tie = "m" + m + (held && dice.nextBoolean() ? "~held" : "~shown");
        String exchange = held ? "quiet" : "open";
        Map<String, Object> row = exchange(exchange, tie, 20, held ? Boolean.FALSE : null);
        row.put("start_date", year + "-05-01");
        row.put("end_date", year + "-05-04");
        exchanges.add(row);
        int people = dice.nextInt(3) == 0 ? 0 : dice.nextInt(held ? 6 : 24);
        boolean alike = dice.nextInt(6) == 0;
        for (int person = 0; person < people; person++) {
          int change = alike ? 1 : dice.nextInt(3);
          surveys.add(answer(exchange, person, "pre", 1));
          surveys.add(answer(exchange, person, "post", 1 + change));
          share("survey_change_q1", year, part, new Share("r" + m + held + person, null, change));
        }
        int count = dice.nextInt(3) == 0 ? 0 : dice.nextInt(held ? 3 : 8);
        for (int deal = 0; deal < count; deal++) {
          String firm = "firm" + dice.nextInt(9);
          BigDecimal usd = BigDecimal.valueOf(dice.nextInt(5) == 0 ? 0 : 1L << dice.nextInt(12), 2);
          deals.add(
              row(
                  "contact_id",
                  "c" + held + deal,
                  "partnership_id",
                  held ? "m" + m + "~held" : tie,
                  "date",
                  year + "-06-01",
                  "company",
                  firm,
                  "stage",
                  "deal",
                  "value",
                  usd.toPlainString(),
                  "currency",
                  "USD"));
          share("trade_value_reported", year, part, new Share(firm, usd, null));
        }
      }
      submit(network, m, year, "exchanges", exchanges);
      submit(network, m, year, "surveys", surveys);
      submit(network, m, year, "trade_contacts", deals);
    }

    private static Map<String, Object> answer(String exchange, int person, String wave, int q1) {
      return row("exchange_id", exchange, "respondent", "r" + person, "wave", wave, "q1", q1);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void submit(
        RawNetwork network, int m, int year, String dataset, List<Map<String, Object>> rows) {
      network.submit("m" + m, year, dataset, rows.toArray(new Map[0]));
    }

    private void share(String metric, int year, Part part, Share share) {
      shares
          .computeIfAbsent(metric + " " + year, k -> new HashMap<>())
          .computeIfAbsent(part, k -> new ArrayList<>())
          .add(share);
    }

    /** Sets of parts in confidence whose sum the printed figures tell, in words. */
    List<String> givenBack(RawNetwork.Transformed done) {
      TreeSet<String> printed =
          done.read(
                  "SELECT CONCAT(metric_id, ' ', data_year, ' ', level, ' ', key) FROM"
                      + " published_metrics WHERE status = 'value'")
              .lines()
              .collect(Collectors.toCollection(TreeSet::new));
      List<String> found = new ArrayList<>();
      shares.forEach(
          (metricYear, byPart) -> {
            List<Part> parts = List.copyOf(byPart.keySet());
            List<Integer> sums = new ArrayList<>();
            Map<String, Predicate<Part>> keys = new TreeMap<>();
            keys.put("network ", part -> true);
            for (Part part : parts) {
              keys.put("state " + part.state(), p -> p.state().equals(part.state()));
              keys.put("member m" + part.member(), p -> p.member() == part.member() && !p.held());
            }
            keys.forEach(
                (key, covers) -> {
                  if (printed.contains(metricYear + " " + key)) {
                    sums.add(set(parts, covers));
                  }
                });
            for (int told : Attack.told(parts.size(), sums)) {
              List<Part> some = parts.stream().filter(p -> holds(told, parts.indexOf(p))).toList();
              if (!publishable(some.stream().flatMap(p -> byPart.get(p).stream()).toList())) {
                found.add(metricYear + " tells " + some);
              }
            }
          });
      return found;
    }

    /** Members withheld, those that must not stand for themselves or those that could. */
    List<String> withheld(RawNetwork.Transformed done, boolean inConfidence) {
      return done.read(
              "SELECT metric_id, data_year, key FROM published_metrics WHERE level = 'member' AND"
                  + " status = 'withheld' AND metric_id IN ('survey_change_q1',"
                  + " 'trade_value_reported')")
          .lines()
          .filter(
              line -> {
                String[] words = line.split(" ");
                Part part = new Part(words[2].charAt(1) - '0', false);
                return publishable(shares.get(words[0] + " " + words[1]).get(part)) != inConfidence;
              })
          .toList();
    }

    private static int set(List<Part> parts, Predicate<Part> covers) {
      return IntStream.range(0, parts.size())
          .filter(i -> covers.test(parts.get(i)))
          .map(i -> 1 << i)
          .sum();
    }

    private static boolean holds(int set, int part) {
      return (set >> part & 1) == 1;
    }

    private static boolean publishable(List<Share> shares) {
      if (shares.get(0).usd() == null) {
        return shares.size() >= 10 && shares.stream().map(Share::change).distinct().count() > 1;
      }
      Map<String, BigDecimal> firms = new HashMap<>();
      shares.stream()
          .filter(share -> share.usd().signum() > 0)
          .forEach(share -> firms.merge(share.contributor(), share.usd(), BigDecimal::add));
      BigDecimal all = firms.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      return firms.size() >= 3
          && firms.values().stream().allMatch(usd -> usd.add(usd).compareTo(all) <= 0);
    }
  }
}
