import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same input again: elsewhere, at another time, by several at once. */
final class Sameness {
  /** What tells when a state was made, and by whom. */
  private static final String MOMENTS = "runs/.*|manifest\\.json|lock|scratch/.*";

  private final Network network;

  Sameness(Network network) {
    this.network = network;
  }

  Trust.Outcome twice() throws IOException, InterruptedException {
    Path folder = network.folder("twice");
    Path first = folder.resolve("first");
    network.wholeRun(first, folder.resolve("out"));
    Path manifest = first.resolve("manifest.json");
    String before = Trees.hash(manifest);
    Said again = network.run("ingest", network.inbox(), "--warehouse", first);
    boolean nothingNew = again.out().contains("nothing new") && before.equals(Trees.hash(manifest));

    // Written in another order, read in another language and zone, by one thread.
    Path inbox = folder.resolve("inbox");
    List<Path> files = new ArrayList<>(Trees.files(network.inbox()));
    Collections.reverse(files);
    for (Path file : files) {
      Path copy = inbox.resolve(network.inbox().relativize(file));
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
    Path second = folder.resolve("second");
    network.run(
        Map.of(
            "SOURCE_DATE_EPOCH",
            Network.ARRIVAL,
            "IMPACT_JAVA_OPTS",
            "-Duser.language=tr -Duser.timezone=Pacific/Kiritimati -XX:ActiveProcessorCount=1"),
        "",
        "run",
        inbox,
        "--warehouse",
        second,
        "--year",
        2025,
        "--out",
        folder.resolve("out2"));
    int reports = different(folder.resolve("out"), folder.resolve("out2"), "");
    int tables = different(first, second, MOMENTS);
    return Trust.Outcome.of(
        nothingNew && reports == 0 && tables == 0,
        "a second ingest %s; shuffled, in Turkish, on one thread: %d of %d files of the warehouse"
            + " and %d of %d of the reports differ",
        nothingNew ? "changes nothing" : "CHANGES SOMETHING",
        tables,
        Trees.hashes(first, MOMENTS).size(),
        reports,
        Trees.files(folder.resolve("out")).size());
  }

  /** Files of either that the other does not have, or has with other bytes. */
  private static int different(Path a, Path b, String without) {
    Map<String, String> left = Trees.hashes(a, without);
    Map<String, String> right = Trees.hashes(b, without);
    int different = 0;
    for (Map.Entry<String, String> file : left.entrySet()) {
      different += file.getValue().equals(right.get(file.getKey())) ? 0 : 1;
    }
    return different
        + (int) right.keySet().stream().filter(file -> !left.containsKey(file)).count();
  }

  Trust.Outcome atOnce() throws Exception {
    Path folder = network.folder("at-once");
    Path warehouse = folder.resolve("warehouse");
    network.wholeRun(warehouse, folder.resolve("out"));
    Path inbox = folder.resolve("inbox");
    Trees.copy(network.inbox(), inbox);
    Path changed =
        Trees.files(inbox).stream()
            .filter(f -> f.endsWith("exchanges.csv"))
            .findFirst()
            .orElseThrow();
    Files.writeString(changed, "\n", StandardOpenOption.APPEND);
    ExecutorService pool = Executors.newFixedThreadPool(14);
    List<Callable<Said>> writers = new ArrayList<>();
    List<Callable<Said>> readers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      writers.add(() -> network.run("ingest", inbox, "--warehouse", warehouse));
    }
    for (int i = 0; i < 4; i++) {
      readers.add(
          () -> network.run("sql", "--warehouse", warehouse, "SELECT COUNT(*) FROM metrics"));
    }
    List<Future<Said>> reading = readers.stream().map(pool::submit).toList();
    int wrote = 0;
    int locked = 0;
    int other = 0;
    double slowest = 0;
    for (Future<Said> writer : writers.stream().map(pool::submit).toList()) {
      Said said = writer.get();
      boolean wasLocked = said.code() == 2 && said.err().contains("it is locked by");
      locked += wasLocked ? 1 : 0;
      wrote += said.code() <= 1 ? 1 : 0;
      other += !wasLocked && said.code() > 1 ? 1 : 0;
      slowest = Math.max(slowest, wasLocked ? said.seconds() : 0);
    }
    int harmed = 0;
    for (Future<Said> reader : reading) {
      harmed += reader.get().code() == 0 ? 0 : 1;
    }
    pool.shutdown();
    Said doctor = network.run("doctor", "--warehouse", warehouse);
    boolean sound = doctor.out().lines().noneMatch(l -> l.matches("BAD +(Warehouse|Edition).*"));
    return Trust.Outcome.of(
        wrote >= 1 && other == 0 && harmed == 0 && sound,
        "10 writers: %d one after the other, %d told that it is locked (the slowest after %.1f s"
            + " with Java's start), %d ended otherwise; %d of 4 readers harmed; doctor finds the"
            + " warehouse %s",
        wrote,
        locked,
        slowest,
        other,
        harmed,
        sound ? "sound" : "DAMAGED");
  }
}
