package org.sistercityimpact.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sistercityimpact.transform.RawNetwork.row;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Warehouse;

/** Each check finds the fault it is there for, and nothing else does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChecksTest {
  private static final List<SqlFile> CHECKS = SqlFolder.read(RawNetwork.SQL).checks();

  private Warehouse warehouse;
  private DuckDb engine;

  @BeforeAll
  void transformANetworkWithoutFault(@TempDir Path folder) throws IOException {
    RawNetwork.Transformed done =
        new RawNetwork(folder)
            .member("a", "TX", 120_000)
            .member("b", "OK", 30_000)
            .tie("a~DE", "a", "DE")
            .tie("b~FR", "b", "FR")
            .submit(
                "a",
                2024,
                "exchanges",
                row(
                    "exchange_id",
                    "1",
                    "partnership_id",
                    "a~DE",
                    "direction",
                    "inbound",
                    "purpose",
                    "cultural",
                    "start_date",
                    "2024-05-01",
                    "end_date",
                    "2024-05-06",
                    "people",
                    12,
                    "youth",
                    3,
                    "lodging",
                    "hotel"))
            .submit(
                "b",
                2024,
                "events",
                row(
                    "event_id",
                    "1",
                    "date",
                    "2024-07-04",
                    "title",
                    "Fair",
                    "purpose",
                    "sports",
                    "attendance",
                    90,
                    "nonlocal_attendance",
                    40,
                    "method",
                    "count"))
            .submit(
                "a",
                2024,
                "budgets",
                row("line_id", "1", "category", "staff", "funded_by", "city", "amount_usd", "10"))
            .submit(
                "b",
                2024,
                "volunteer_hours",
                row("volunteers", 3, "month", "2024", "activity", "other", "hours", "4"))
            .submit(
                "b",
                2024,
                "trade_contacts",
                row(
                    "contact_id",
                    "1",
                    "partnership_id",
                    "b~FR",
                    "date",
                    "2024-02-02",
                    "company",
                    "C",
                    "stage",
                    "deal",
                    "value",
                    "5",
                    "currency",
                    "USD"))
            .transform();
    assertEquals(List.of(), done.report().failed());
    warehouse = done.warehouse();
    engine = warehouse.openTables();
  }

  @AfterAll
  void closeEngine() {
    engine.close();
  }

  /** The fault, as what replaces a table; {@code @} stands for the sound table. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          accepted_rows_are_stored       | budgets       | SELECT * FROM @ WHERE 1 = 0
          assumptions_are_complete       | parameters    | SELECT * FROM @ WHERE NOT (name = 'stay_mie_share' AND key = 'student')
          assumptions_are_complete       | parameters    | SELECT * FROM @ WHERE NOT (name = 'type2_multiplier' AND band_from = 50000)
          assumptions_are_complete       | parameters    | SELECT * REPLACE (CASE WHEN name = 'type1_multiplier' AND band_from = 500000 THEN 900000 ELSE band_to END AS band_to) FROM @
          contributions_in_force         | submissions   | SELECT * REPLACE (CASE WHEN dataset = 'exchanges' AND member_id IS NOT NULL THEN 'superseded' ELSE status END AS status) FROM @
          counts_have_no_range           | metrics       | SELECT * REPLACE (CASE WHEN metric_id = 'volunteers' THEN high + 1 ELSE high END AS high) FROM @
          economic_output_is_its_parts   | metrics       | SELECT * REPLACE (CASE WHEN metric_id = 'economic_output' AND level = 'partnership' THEN high + 1 ELSE high END AS high) FROM @
          every_key_has_its_row          | metrics       | SELECT * FROM @ WHERE NOT (metric_id = 'breadth' AND key = 'a')
          files_account_for_every_row    | submissions   | SELECT * REPLACE (rows_read + 1 AS rows_read) FROM @
          gaps_are_listed                | missing_parameters | SELECT 2024 AS data_year, 'cpi_u' AS parameter, '2024' AS key, 'events' AS dataset, 1 AS rows
          left_over_is_publishable       | published_metrics | SELECT * REPLACE (CASE WHEN metric_id = 'trade_value_reported' AND key = 'b' THEN 5 ELSE low END AS low, CASE WHEN metric_id = 'trade_value_reported' AND key = 'b' THEN 5 ELSE central END AS central, CASE WHEN metric_id = 'trade_value_reported' AND key = 'b' THEN 5 ELSE high END AS high, CASE WHEN metric_id = 'trade_value_reported' AND key = 'b' THEN 'value' ELSE status END AS status) FROM @
          left_over_is_publishable       | published_metrics | SELECT * REPLACE (CASE WHEN metric_id = 'trade_value_reported' AND key = 'b~FR' THEN 5 ELSE low END AS low, CASE WHEN metric_id = 'trade_value_reported' AND key = 'b~FR' THEN 5 ELSE central END AS central, CASE WHEN metric_id = 'trade_value_reported' AND key = 'b~FR' THEN 5 ELSE high END AS high, CASE WHEN metric_id = 'trade_value_reported' AND key = 'b~FR' THEN 'value' ELSE status END AS status) FROM @
          levels_reconcile               | held_back_sums | SELECT 'people_in' AS metric_id, 2024 AS data_year, 'a' AS member_id, 'TX' AS state, 1 AS low, 1 AS central, 1 AS high, 1 AS n, 0 AS rows_not_computed
          levels_reconcile               | metrics       | SELECT * REPLACE (CASE WHEN metric_id = 'partnerships_active' AND level = 'state' THEN low + 1 ELSE low END AS low, CASE WHEN metric_id = 'partnerships_active' AND level = 'state' THEN central + 1 ELSE central END AS central, CASE WHEN metric_id = 'partnerships_active' AND level = 'state' THEN high + 1 ELSE high END AS high) FROM @
          no_forbidden_measure           | metric_definitions | SELECT * REPLACE (CASE WHEN metric_id = 'people_out' THEN 'Deals that led to jobs' ELSE title END AS title) FROM @
          no_forbidden_measure           | metric_definitions | SELECT * REPLACE (CASE WHEN metric_id = 'volunteer_value' THEN 'volunteer_hours, exchanges' ELSE datasets END AS datasets) FROM @
          nothing_is_negative            | metrics       | SELECT * REPLACE (CASE WHEN metric_id = 'cost_per_participant' THEN -low ELSE low END AS low, CASE WHEN metric_id = 'cost_per_participant' THEN -central ELSE central END AS central, CASE WHEN metric_id = 'cost_per_participant' THEN -high ELSE high END AS high) FROM @
          outbound_is_no_impact          | contributions | SELECT * REPLACE (CASE WHEN metric_id = 'local_tax' THEN 'trade' ELSE category END AS category) FROM @
          parameters_keep_their_decimals | parameters    | SELECT * REPLACE (CASE WHEN name = 'local_tax_rate' THEN 0.010001 ELSE low END AS low) FROM @
          published_is_exact_or_withheld | published_metrics | SELECT * REPLACE (CASE WHEN metric_id = 'events' THEN n + 1 ELSE n END AS n) FROM @
          ranges_in_order                | metrics       | SELECT * REPLACE (CASE WHEN metric_id = 'net_direct' THEN high + 1 ELSE low END AS low) FROM @
          sensitivity_starts_from_the_headline | sensitivity | SELECT * REPLACE (central + 1 AS central) FROM @
          shares_within_bounds           | metrics       | SELECT * REPLACE (CASE WHEN metric_id = 'youth_share' THEN 1.0001 ELSE low END AS low, CASE WHEN metric_id = 'youth_share' THEN 1.0001 ELSE central END AS central, CASE WHEN metric_id = 'youth_share' THEN 1.0001 ELSE high END AS high, CASE WHEN metric_id = 'youth_share' THEN 'value' ELSE status END AS status) FROM @
          statuses_say_what_values_are   | metrics       | SELECT * REPLACE (CASE WHEN metric_id = 'youth' AND central = 0 THEN 'not_reported' ELSE status END AS status) FROM @
          totals_readd                   | metrics       | SELECT * REPLACE (CASE WHEN metric_id = 'events' THEN n + 1 ELSE n END AS n) FROM @
          """)
  void findsItsFault(String check, String table, String fault) {
    List<Path> sound = warehouse.paths(warehouse.manifest(), table);
    engine.expose("sound", sound);
    engine.execute("CREATE OR REPLACE VIEW " + table + " AS " + fault.replace("@", "sound"));

    List<String> found = new ArrayList<>();
    for (SqlFile file : CHECKS) {
      if (engine.read(file.select()).size() > 0) {
        found.add(file.name());
      }
    }
    engine.expose(table, sound);

    if (table.equals("metrics")) {
      // What was published before the fault is not the faulty figure.
      found.remove("published_is_exact_or_withheld");
    }
    assertEquals(List.of(check), found);
  }

  @Test
  void everyCheckHasAFaultHere() throws NoSuchMethodException {
    String faults =
        getClass()
            .getDeclaredMethod("findsItsFault", String.class, String.class, String.class)
            .getAnnotation(CsvSource.class)
            .textBlock();
    Set<String> tried =
        faults
            .lines()
            .map(line -> line.split("\\|")[0].strip())
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(
        CHECKS.stream().map(SqlFile::name).collect(Collectors.toCollection(TreeSet::new)), tried);
  }
}
