package org.sistercityimpact.release.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FigureValueTest {
  private static FigureValue value(String low, String central, String high, long gap) {
    return new FigureValue(
        new BigDecimal(low), new BigDecimal(central), new BigDecimal(high), 3L, "value", gap);
  }

  @Test
  void saysARangeOnlyWhereThereIsOne() {
    assertEquals("1,234", value("1234.0000", "1234.0000", "1234.0000", 0).words());
    assertEquals("0", value("0.0000", "0.0000", "0.0000", 0).words());
    assertEquals("0.1234", value("0.1234", "0.1234", "0.1234", 0).words());
    assertEquals(
        "1,234.5 (1,000 to 2,000.25)", value("1000.0000", "1234.5000", "2000.2500", 0).words());
  }

  @Test
  void saysWhatHasNoValueAndWhatIsLeftOut() {
    assertEquals("not reported", new FigureValue(null, null, null, 0L, "not_reported", 0).words());
    assertEquals("5, 1 rows not computed", value("5.0000", "5.0000", "5.0000", 1).words());
  }
}
