package org.sistercityimpact.release.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sistercityimpact.warehouse.ConfigurationException;

class EditionNameTest {
  @Test
  void countsNumbersNotDigits() {
    assertEquals(
        "[2024.3, 2025.1, 2025.2, 2025.10]",
        Stream.of("2025.10", "2025.2", "2024.3", "2025.1")
            .map(EditionName::parse)
            .sorted()
            .toList()
            .toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2025", "2025.0", "2025.01", "25.1", "2025.1.2", "../2025.1", "2025.1 "})
  void refusesWhatIsNoName(String text) {
    assertEquals(
        "Cannot use edition '%s': editions are named <year>.<n> (write a name such as 2025.1)"
            .formatted(text),
        assertThrows(ConfigurationException.class, () -> EditionName.parse(text)).getMessage());
  }
}
