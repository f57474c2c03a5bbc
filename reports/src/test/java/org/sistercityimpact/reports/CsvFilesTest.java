package org.sistercityimpact.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvFilesTest {
  @Test
  void takesTheSparkFromEveryFormula() {
    for (String payload :
        List.of(
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\tx",
            "\rx",
            "  =1",
            "\ufeff=1",
            "\u200b=1",
            "\u00a0+1",
            "\uff1d1",
            "\uff0b1",
            "\uff0d1",
            "\uff20x",
            "=1\n=2")) {
      assertEquals("'" + payload, CsvText.harmless(payload));
    }
    for (String text : List.of("Trier", "1 = 1", "", "a\t=1", "’quote")) {
      assertEquals(text, CsvText.harmless(text));
    }
  }

  @Test
  void writesNumbersInFullPrecisionAndNothingForNull() throws Exception {
    try (var engine = SmallNetwork.of(3)) {
      Map<String, byte[]> files = new CsvFiles(ReportData.read(engine, 2025)).all();
      List<String> missing = lines(files, "tables/missing_parameters.csv");
      assertEquals(
          List.of("parameter,key,dataset,rows", "fx_lcu_per_usd,VES:2025,trade_contacts,3"),
          missing);
      List<String> network = lines(files, "tables/network.csv");
      assertEquals(
          "metric_id,title,unit,data_year,key,name,low,central,high,n,status,rows_not_computed",
          network.get(0));
      assertTrue(
          network.stream().anyMatch(l -> l.matches("youth_share,.*,2025,,,0\\.\\d{4},.*,value,0")),
          "a share keeps four decimals");
      assertTrue(
          lines(files, "tables/partnerships.csv").stream().anyMatch(l -> l.contains(",,")),
          "an unknown is an empty cell");
    }
  }

  private static List<String> lines(Map<String, byte[]> files, String name) {
    return new String(files.get(name), StandardCharsets.UTF_8).lines().toList();
  }
}
