package org.sistercityimpact.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sistercityimpact.reports.data.Bound;
import org.sistercityimpact.transform.Level;
import org.sistercityimpact.warehouse.ConfigurationException;

class FigureIdTest {
  @Test
  void readsBackWhatItPrints() {
    for (String id :
        List.of(
            "national:people_in/network/2025",
            "national:local_tax/state/TX/2025/high",
            "US-TX-fort-worth:people_in/member/US-TX-fort-worth/2025#2",
            "US-TX-fort-worth:people_in/peer/US-TX-fort-worth/2025",
            "US-TX-fort-worth:years_active_of_5/partnership/US-TX-fort-worth~DE-trier/2025/low#3",
            "national:economic_output/assumption/capture_rate/2025/spread",
            "m:years_active_of_5/partnership/m~a/b/2024/2025")) {
      assertEquals(id, FigureId.parse(id).toString());
    }
    assertEquals(
        new FigureId("m", "local_tax", Level.PARTNERSHIP, "m~a/b/2024", 2025, Bound.HIGH, 4),
        FigureId.parse("m:local_tax/partnership/m~a/b/2024/2025/high#4"));
  }

  @Test
  void saysWhatAnIdLooksLike() {
    assertEquals(
        "Cannot read figure 'people_in': it is not of the form DOCUMENT:METRIC/LEVEL/KEY/YEAR (copy it from figures.json)",
        assertThrows(ConfigurationException.class, () -> FigureId.parse("people_in")).getMessage());
  }
}
