import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Twelve checks of what the command promises when it is killed, short of disk, attacked or fed with
 * rubbish: a line each, with its figures, over the command line that users have. Ends with 1 when
 * one does not hold. {@code --short} tries less of each; numbers after it choose single checks.
 */
final class Trust {
  /** What came of a check, and the figures it stands on. */
  record Outcome(String verdict, String figures) {
    static Outcome of(boolean holds, String figures, Object... values) {
      return new Outcome(holds ? "holds" : "DOES NOT HOLD", figures.formatted(values));
    }

    static Outcome notTried(String why, Object... values) {
      return new Outcome("not tried", why.formatted(values));
    }
  }

  private interface Body {
    Outcome run() throws Exception;
  }

  private record Check(int number, String name, Body body) {}

  private Trust() {}

  public static void main(String[] words) throws Exception {
    Locale.setDefault(Locale.ROOT);
    boolean brief = Arrays.asList(words).contains("--short");
    List<String> chosen = Arrays.stream(words).filter(word -> word.matches("[0-9]+")).toList();
    Path scratch = Files.createTempDirectory("impact-trust").toRealPath();
    boolean all = true;
    try {
      Network network = Network.generate(scratch);
      Interruptions interruptions = new Interruptions(network, brief);
      Sameness sameness = new Sameness(network);
      Rubbish rubbish = new Rubbish(network, brief);
      Attacks attacks = new Attacks(network, brief);
      Connections connections = new Connections(network);
      Leaks leaks = new Leaks(network, brief);
      for (Check check :
          List.of(
              new Check(1, "kills", interruptions::kills),
              new Check(2, "full disk", interruptions::fullDisk),
              new Check(3, "same bytes", sameness::twice),
              new Check(4, "ten at once", sameness::atOnce),
              new Check(5, "mutated files", rubbish::mutations),
              new Check(6, "workbook bombs", rubbish::bombs),
              new Check(7, "attacks on SQL", attacks::attacks),
              new Check(8, "resource bombs", attacks::bombs),
              new Check(9, "formulas", leaks::formulas),
              new Check(10, "canaries", leaks::canaries),
              new Check(11, "edition", leaks::edition),
              new Check(12, "connections", connections::none))) {
        if (chosen.isEmpty() || chosen.contains(String.valueOf(check.number))) {
          all &= told(check);
        }
      }
    } finally {
      Trees.delete(scratch);
    }
    System.exit(all ? 0 : 1);
  }

  private static boolean told(Check check) {
    long began = System.nanoTime();
    Outcome outcome;
    try {
      outcome = check.body.run();
    } catch (Exception | AssertionError fault) {
      outcome = Outcome.of(false, "%s", fault);
    }
    System.out.printf(
        "%2d  %-15s %-14s %s  (%.0f s)%n",
        check.number,
        check.name,
        outcome.verdict,
        outcome.figures,
        (System.nanoTime() - began) / 1e9);
    return !outcome.verdict.equals("DOES NOT HOLD");
  }
}
