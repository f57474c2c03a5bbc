import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One faulty cell in every fiftieth row of an inbox, of another kind in each dataset. */
final class Faults {
  private record Fault(String column, String cell) {}

  private static final Map<String, Fault> FAULTS =
      Map.of(
          "exchanges.csv", new Fault("people", "many"),
          "events.csv", new Fault("method", "guess"),
          "trade_contacts.csv", new Fault("date", "2025-02-30"),
          "volunteer_hours.csv", new Fault("hours", "-3"),
          "budgets.csv", new Fault("amount_usd", ""),
          "surveys.csv", new Fault("q1", "9"));

  private Faults() {}

  /** Spoils the submitted files; returns how many rows they hold. */
  static long spoil(Path inbox) throws IOException {
    try (Stream<Path> tree = Files.walk(inbox)) {
      return tree.filter(file -> FAULTS.containsKey(file.getFileName().toString()))
          .toList()
          .parallelStream()
          .mapToLong(Faults::spoilFile)
          .sum();
    }
  }

  private static long spoilFile(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      Fault fault = FAULTS.get(file.getFileName().toString());
      int column = List.of(lines.get(0).split(",")).indexOf(fault.column());
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        if (i % 50 == 10 && !line.contains("\"")) {
          String[] cells = line.split(",", -1);
          cells[column] = fault.cell();
          line = String.join(",", cells);
        }
        text.append(line).append('\n');
      }
      Files.writeString(file, text);
      return lines.size() - 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
