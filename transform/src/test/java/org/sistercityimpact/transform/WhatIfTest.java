package org.sistercityimpact.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.sistercityimpact.transform.RawNetwork.row;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sistercityimpact.transform.RawNetwork.Transformed;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Warehouse;

class WhatIfTest {
  @TempDir Path folder;

  @Test
  void figuresFollowTheSettingAndTheWarehouseSaysSoUntilTheNextRun() throws IOException {
    Warehouse warehouse =
        new RawNetwork(folder)
            .member("a", "TX", 120_000)
            .tie("a~DE", "a", "DE")
            .submit(
                "a",
                2025,
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
                    "2025-05-01",
                    "nights",
                    5,
                    "people",
                    12,
                    "lodging",
                    "homestay",
                    "spend_usd",
                    "1000"))
            .write();

    Transformed published = run(warehouse, WhatIf.NONE);
    assertEquals(
        " 700.0000 770.0000 850.0000 1 value",
        published.metric("visitor_spend_direct", 2025, "network"));
    assertEquals("", Transform.whatIf(warehouse.manifest()));

    Transformed whatIf =
        run(
            warehouse,
            WhatIf.of(List.of("local_tax_rate=.01/.04/.05", "capture_rate=.6"), RawNetwork.SQL));
    assertEquals(List.of(), whatIf.report().failed());
    assertEquals(
        " 600.0000 600.0000 600.0000 1 value",
        whatIf.metric("visitor_spend_direct", 2025, "network"));
    assertEquals(" 6.0000 24.0000 30.0000 1 value", whatIf.metric("local_tax", 2025, "network"));
    assertEquals(
        "capture_rate=0.6, local_tax_rate=0.01/0.04/0.05", Transform.whatIf(warehouse.manifest()));
    assertEquals(
        """
        capture_rate 0.600000 0.600000 0.600000 what_if What-if, not the published method, which has 0.70 / 0.77 / 0.85
        local_tax_rate 0.010000 0.040000 0.050000 what_if What-if, not the published method, which has 0.01 / 0.02 / 0.03""",
        whatIf.read(
            "SELECT name, low, central, high, confidence, source FROM parameters WHERE confidence = 'what_if' ORDER BY name"));

    Transformed again = run(warehouse, WhatIf.NONE);
    assertEquals(
        " 700.0000 770.0000 850.0000 1 value",
        again.metric("visitor_spend_direct", 2025, "network"));
    assertEquals("", Transform.whatIf(warehouse.manifest()));
  }

  @Test
  void oneKeyOfAParameterIsSetAndTheOthersStay() throws IOException {
    Transformed done =
        run(
            new RawNetwork(folder).member("a", "TX", 120_000).write(),
            WhatIf.of(List.of("fx_lcu_per_usd:EUR:2025=1"), RawNetwork.SQL));
    assertEquals(
        "1.000000 what_if",
        done.read(
            "SELECT central, confidence FROM parameters WHERE name = 'fx_lcu_per_usd' AND key = 'EUR:2025'"));
    assertEquals("1", done.read("SELECT COUNT(*) FROM parameters WHERE confidence = 'what_if'"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          capture_rate | it is no 'name=value' (write capture_rate=.6, stay_lodging_share:hotel=.5, or low/central/high: capture_rate=.5/.6/.7)
          capture=.6 | there is no parameter 'capture' (there are capture_rate, cpi_u, event_primary_share, event_spend_base_usd, fx_lcu_per_usd, gsa_lodging_usd, gsa_mie_usd, local_tax_rate, stay_lodging_share, stay_mie_share, type1_multiplier, type2_multiplier, volunteer_hour_usd)
          capture_rate= | '' is no number of at most 6 digits and 4 decimals (write digits and a decimal point, such as .6)
          capture_rate=60% | '60%' is no number of at most 6 digits and 4 decimals (write digits and a decimal point, such as .6)
          capture_rate=.6/.7 | there are 2 values (write one, or low/central/high such as .5/.6/.7)
          capture_rate=.7/.6/.8 | low ≤ central ≤ high does not hold (the published values are in sql/parameters)
          capture_rate=1.01 | a share lies between 0 and 1 (the published values are in sql/parameters)
          type1_multiplier:over_500k=.9 | a multiplier is 1 or more, for total sales hold the direct ones (the published values are in sql/parameters)
          volunteer_hour_usd:2025=0 | a rate is greater than 0 (the published values are in sql/parameters)
          stay_lodging_share=.5 | stay_lodging_share has 5 keys (name one, as in stay_lodging_share:hotel=…, of hotel, mixed, homestay, student, none)
          type1_multiplier:tiny=1.1 | type1_multiplier has no key 'tiny' (it has under_25k, 25k_50k, 50k_100k, 100k_300k, 300k_500k, over_500k)
          """)
  void aSettingThatDoesNotFitIsRefused(String setting, String reason) {
    assertEquals(
        "Cannot set parameter '%s': %s".formatted(setting, reason),
        assertThrows(
                ConfigurationException.class, () -> WhatIf.of(List.of(setting), RawNetwork.SQL))
            .getMessage());
  }

  @Test
  void aParameterIsSetOnlyOnce() {
    assertEquals(
        "Cannot set parameter 'capture_rate:all=.5': it is set twice (keep one)",
        assertThrows(
                ConfigurationException.class,
                () -> WhatIf.of(List.of("capture_rate=.6", "capture_rate:all=.5"), RawNetwork.SQL))
            .getMessage());
  }

  private static Transformed run(Warehouse warehouse, WhatIf whatIf) throws IOException {
    try (DuckDb engine = DuckDb.open(null, "1GB")) {
      return new Transformed(
          warehouse,
          Transform.run(warehouse, SqlFolder.read(RawNetwork.SQL), whatIf, engine, step -> {}));
    }
  }
}
