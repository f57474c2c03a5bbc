package org.sistercityimpact.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sistercityimpact.check.contract.Contract;

/** Thousands of damaged files: nothing throws, nothing hangs, and every row is accounted for. */
class MutationsTest {
  private static final String[] SCRAPS = {
    "\"",
    "\"\"",
    ",",
    ",,",
    ";",
    "\t",
    "\r",
    "\n",
    "\r\n",
    "\0",
    "\ufeff",
    "\u00a0",
    "-",
    "$",
    "1,200",
    "1e9",
    "9".repeat(40),
    ".",
    "2025-02-30",
    "99999-01-01",
    "nothing to report",
    "é",
    "\ud83d\ude00",
    "{value}",
    "{",
    "}",
    "=1+1",
    "\nTotal,,,7\n",
    "\nV-1 total,,,7",
    "N/A",
    "#REF!",
    "$1.200",
    "1.200,50",
    "1/5/2025",
    "May-25",
    "sep=;\n",
    "7:30",
    "Trier",
    "inbound",
    "none",
    "\u0007",
    "%s",
    "%n",
    "\\",
    "NULL",
    "exchange_id",
    "Start",
  };

  @Test
  void everyRowIsAccountedForWhateverTheDamage() {
    damage(1_000);
  }

  @Test
  @Tag("slow")
  void everyRowOfSixTimesAsManyIsAccountedFor() {
    // By hand: -Dfiles.mutations=50000.
    damage(Integer.getInteger("files.mutations", 6_000));
  }

  private static void damage(int rounds) {
    Random random = new Random(20251123);
    List<Contract> contracts = Submission.CONTRACTS.all();
    int outcomes = 0;
    for (int round = 0; round < rounds; round++) {
      Contract contract = contracts.get(random.nextInt(contracts.size()));
      byte[] bytes = damaged(text(contract, random), random);
      String seed = "round " + round + " of " + contract.name();
      Submission file =
          Assertions.assertTimeoutPreemptively(
              Duration.ofSeconds(20),
              () -> Submission.of(contract, bytes, Submission.FORT_WORTH_2025),
              seed);
      Checked account = file.account();
      outcomes |= 1 << account.outcome().ordinal();
      assertEquals(
          account.read(), account.accepted() + account.rejected() + account.duplicate(), seed);
      assertEquals(account.accepted(), file.rows().size(), seed);
      assertEquals(account.outcome() == Outcome.ROWS, account.accepted() > 0, seed);
      long rejectedRows =
          file.details().stream()
              .filter(p -> p.severity() == Severity.ERROR && p.sourceRow() > 0)
              .mapToInt(Problem::sourceRow)
              .distinct()
              .count();
      assertEquals(account.rejected(), rejectedRows, seed);
      if (account.outcome() == Outcome.UNUSABLE && account.read() == 0) {
        assertEquals(1, file.problems().size(), seed);
      }
      for (Problem problem : file.details()) {
        assertTrue(problem.code().matches("[a-z0-9-]+"), seed);
        assertTrue(problem.value() == null || problem.value().length() <= 500, seed);
        assertEquals(-1, problem.message().indexOf('\0'), seed);
      }
    }
    assertEquals(15, outcomes, "the damage must lead to every outcome");
  }

  private static String text(Contract contract, Random random) {
    StringBuilder text = new StringBuilder();
    List<String> names = contract.fields().stream().map(field -> field.name()).toList();
    text.append(String.join(",", names)).append('\n');
    int rows = random.nextInt(6);
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < contract.fields().size(); i++) {
        text.append(i == 0 ? "" : ",").append(cell(contract, i, random));
      }
      text.append('\n');
    }
    return random.nextInt(20) == 0 ? "Nothing to report" : text.toString();
  }

  private static String cell(Contract contract, int index, Random random) {
    var field = contract.fields().get(index);
    if (!field.limits().allowed().isEmpty()) {
      return field.limits().allowed().get(random.nextInt(field.limits().allowed().size()));
    }
    if (field.name().equals("partnership_id")) {
      return "Trier";
    }
    return switch (field.type()) {
      case DATE -> "2025-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10);
      case INTEGER -> String.valueOf(1 + random.nextInt(5));
      case NUMBER -> field.range().maximum().intValue() == 1 ? ".5" : random.nextInt(50) + ".5";
      case YEAR -> "2020";
      case BOOLEAN -> "yes";
      case STRING ->
          field.limits().pattern() != null && field.name().equals("month")
              ? "2025-03"
              : field.limits().reference() != null ? "US" : "x" + random.nextInt(4);
    };
  }

  private static byte[] damaged(String text, Random random) {
    StringBuilder out = new StringBuilder(text);
    int wounds = random.nextInt(4);
    for (int i = 0; i < wounds && out.length() > 0; i++) {
      int at = random.nextInt(out.length());
      switch (random.nextInt(5)) {
        case 0 -> out.insert(at, SCRAPS[random.nextInt(SCRAPS.length)]);
        case 1 -> out.deleteCharAt(at);
        case 2 -> out.setCharAt(at, (char) random.nextInt(0x3000));
        case 3 -> out.delete(at, Math.min(out.length(), at + random.nextInt(40)));
        default -> out.append(out, at, Math.min(out.length(), at + random.nextInt(80)));
      }
    }
    byte[] bytes = out.toString().getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(8) == 0 && bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    if (random.nextInt(30) == 0) {
      random.nextBytes(bytes);
    }
    return bytes;
  }
}
