package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConsoleTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Console console =
      new Console(
          new PrintStream(new ByteArrayOutputStream()),
          new PrintStream(err, false, StandardCharsets.UTF_8),
          false);

  @Test
  void aStageIsToldWithItsFirstStep() {
    console.announce("Ingesting");
    assertEquals("", err.toString(StandardCharsets.UTF_8));
    console.progress("Check files", 1, 2);
    console.progress("Check files", 2, 2);
    assertEquals("Ingesting\n", err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aStageThatCannotBeginLeavesItsErrorOnly() {
    console.announce("Ingesting");
    console.fail("Cannot read inbox");
    assertEquals("Cannot read inbox\n", err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aPathWithSpacesOrQuotesIsOneWordOfACommand() {
    assertEquals("my/warehouse-2025", Console.word(Path.of("my/warehouse-2025")));
    assertEquals("'ware house'", Console.word(Path.of("ware house")));
    assertEquals("'Ann'\\''s'", Console.word(Path.of("Ann's")));
  }
}
