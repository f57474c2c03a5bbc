package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The demo, and what it must say: a change in an expected file is reviewed like code. */
class SampleTest {
  @Test
  void theDemoEndsWellAndSaysWhatToOpen() throws IOException {
    assertEquals(0, Demo.SAID.code(), Demo.SAID.err());
    Path national = Demo.REPORTS.resolve("national-2025.pdf");
    assertTrue(Demo.SAID.out().contains("Open     " + national), Demo.SAID.out());
    assertTrue(Files.exists(national));
    Path annex = Demo.REPORTS.resolve("national-annex-2025.pdf");
    assertTrue(Demo.SAID.out().contains(annex + "  (its tables, "), Demo.SAID.out());
    assertTrue(Files.exists(annex));
    try (var briefs = Files.list(Demo.REPORTS.resolve("briefs"))) {
      assertEquals(36, briefs.count());
    }
  }

  @Test
  void everyDeliberateFaultIsFoundInItsCell() throws IOException {
    assertEquals(
        expected("expected-problems.csv"),
        csv(
            "SELECT file, source_row, column_letter, column_name, value, code, severity, message, fix FROM problems"
                + " ORDER BY file, source_row NULLS FIRST, column_letter NULLS FIRST, code, message"));
  }

  @Test
  void everyFileIsAccountedFor() throws IOException {
    List<String> all =
        csv(
            "SELECT file, status, rows_read, rows_accepted, rows_rejected, rows_duplicate FROM submissions"
                + " WHERE file NOT LIKE 'registry/%' ORDER BY file");
    assertEquals(expected("expected-submissions.csv"), all);
  }

  @Test
  void theNetworksMetricsAreThoseExpected() throws IOException {
    assertEquals(
        expected("expected-network.csv"),
        csv(
            "SELECT metric_id, data_year, low, central, high, n, status, rows_not_computed FROM metrics"
                + " WHERE level = 'network' ORDER BY metric_id, data_year"));
  }

  @Test
  void itIsAsSparseAsANetworkIs() throws IOException {
    assertEquals(
        List.of("visits,hosts", "true,true"),
        csv(
            "SELECT avg(central) BETWEEN 1.5 AND 2.5 AS visits,"
                + " avg(CASE WHEN central > 0 THEN 1 ELSE 0 END) BETWEEN 0.7 AND 0.85 AS hosts"
                + " FROM metrics WHERE metric_id = 'exchanges_in' AND level = 'member'"
                + " AND data_year = 2025 AND status = 'value'"));
  }

  @Test
  void itHasAMemberOfEachKindThatReportsAreMadeFor() throws IOException {
    assertEquals(
        List.of(
            "key,jurisdiction_type,size,came",
            "US-AK-sitka,city,small,some",
            "US-CA-san-diego,city,large,some",
            "US-FL-miami-dade-county,county,large,some",
            "US-MD-annapolis,city,small,none",
            "US-MD-maryland,state,not known,some"),
        csv(
            "SELECT m.key, r.jurisdiction_type, CASE WHEN p.population > 500000 THEN 'large' WHEN"
                + " p.population < 50000 THEN 'small' ELSE 'not known' END AS size,"
                + " CASE WHEN sum(m.central) > 0 THEN 'some' ELSE 'none' END AS came"
                + " FROM metrics AS m JOIN members AS r ON r.member_id = m.key"
                + " LEFT JOIN populations AS p ON p.member_id = m.key AND p.data_year = 2020"
                + " WHERE m.metric_id IN ('exchanges_in', 'exchanges_out', 'exchanges_virtual')"
                + " AND m.level = 'member' AND m.data_year = 2025 AND m.status = 'value'"
                + " AND m.key IN ('US-AK-sitka', 'US-CA-san-diego', 'US-FL-miami-dade-county',"
                + " 'US-MD-annapolis', 'US-MD-maryland') GROUP BY ALL ORDER BY m.key"));
  }

  @Test
  void parametersOfARowAreSetApartAndNeverBeginOrEndWithNothing() throws IOException {
    assertEquals(
        List.of("all,some", "0,true"),
        csv(
            "SELECT count(*) FILTER (parameters LIKE ';%' OR parameters LIKE '%;' OR parameters LIKE '%;;%') AS \"all\","
                + " count(*) FILTER (parameters LIKE '%;%') > 1000 AS some FROM contributions"));
  }

  @Test
  void sumsAgreeWithThoseThatTheGeneratorAddedUpByItself() throws IOException {
    List<String> sums = new ArrayList<>();
    sums.add("metric_id,data_year,level,key,value");
    List<String> wanted = expected("expected-metrics.csv");
    List<String> got =
        csv(
            "SELECT CONCAT(metric_id, ',', data_year, ',', level, ',', key), central FROM metrics WHERE central IS NOT NULL");
    java.util.Map<String, String> central = new java.util.HashMap<>();
    for (String line : got) {
      int comma = line.lastIndexOf(',');
      central.put(line.substring(0, comma).replace("\"", ""), line.substring(comma + 1));
    }
    for (String line : wanted.subList(1, wanted.size())) {
      int comma = line.lastIndexOf(',');
      String key = line.substring(0, comma);
      String value = central.get(key);
      boolean same =
          value != null
              && new java.math.BigDecimal(value)
                      .compareTo(new java.math.BigDecimal(line.substring(comma + 1)))
                  == 0;
      sums.add(same ? line : key + "," + value);
    }
    assertEquals(wanted, sums);
  }

  private static List<String> expected(String file) throws IOException {
    return Files.readAllLines(ImpactCommand.home().resolve("sample-data").resolve(file));
  }

  private static List<String> csv(String sql) {
    return Shell.run("sql", "--warehouse", Demo.WAREHOUSE, "--format", "csv", sql)
        .good()
        .out()
        .lines()
        .toList();
  }
}
