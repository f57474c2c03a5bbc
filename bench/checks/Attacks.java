import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Statements that want more than rows. */
final class Attacks {
  private static final int SECONDS = 2;

  private final Network network;
  private final boolean brief;
  private Path warehouse;

  Attacks(Network network, boolean brief) {
    this.network = network;
    this.brief = brief;
  }

  private Path warehouse() throws IOException, InterruptedException {
    if (warehouse == null) {
      warehouse = network.folder("attacked").resolve("warehouse");
      network.wholeRun(warehouse, network.folder("attacked-out"));
    }
    return warehouse;
  }

  /** The attacks from outside; and questions about the machine. */
  Trust.Outcome attacks() throws IOException, InterruptedException {
    Path warehouse = warehouse();
    Map<String, String> before = Trees.hashes(network.scratch(), "(in|out|err|temporary).*");
    List<String> attacks =
        listed("attacks.sql").stream().map(this::placed).toList();
    StringBuilder shell = new StringBuilder();
    int asked = 0;
    int refused = 0;
    String through = "";
    for (String attack : attacks) {
      if (attack.contains(";") || attack.contains("--") || attack.contains("/*")) {
        Said said = network.run("sql", "--warehouse", warehouse, attack);
        asked++;
        refused += said.code() == 2 && said.out().isEmpty() && said.refusals().size() == 1 ? 1 : 0;
      } else {
        shell.append(attack).append(";\n");
        asked++;
      }
    }
    Said said =
        network.run(Map.of(), shell.toString(), "sql", "--warehouse", warehouse, "--format", "csv");
    refused += said.refusals().size();
    if (!said.out().isEmpty()) {
      through = "; ANSWERED: " + said.out().lines().findFirst().orElse("");
    }
    List<String> questions =
        List.of(
            "FROM information_schema.views",
            "FROM sqlite_master",
            "FROM pg_views",
            "FROM duckdb_views",
            "FROM pg_class",
            "FROM duckdb_databases",
            "FROM duckdb_logs",
            "FROM pragma_database_list",
            "FROM (SHOW ALL TABLES)",
            "EXPLAIN ANALYZE SELECT * FROM metrics",
            "EXPLAIN (FORMAT json) SELECT * FROM metrics",
            "SELECT sql || 1 // 0 FROM sqlite_master WHERE sql::INTEGER = 1");
    Said answers =
        network.run(
            Map.of(),
            String.join(";\n", questions) + ";\n",
            "sql",
            "--warehouse",
            warehouse,
            "--format",
            "csv");
    long told =
        (answers.out() + answers.err())
            .lines()
            .filter(line -> line.contains(network.scratch().toString()))
            .count();
    boolean untouched = before.equals(Trees.hashes(network.scratch(), "(in|out|err|temporary).*"));
    return Trust.Outcome.of(
        refused == asked && through.isEmpty() && told == 0 && untouched,
        "%d of %d attacks refused with one line each%s; %d questions about the machine answered"
            + " with %d paths; the warehouse's files are %s",
        refused,
        asked,
        through,
        questions.size(),
        told,
        untouched ? "as they were" : "CHANGED");
  }

  /** The list of that name which a test of the product reads, too. */
  private static List<String> listed(String name) throws IOException {
    return Files.readAllLines(
        Network.HOME.resolve("cli/src/test/resources/org/sistercityimpact/cli").resolve(name));
  }

  private String placed(String attack) {
    return attack
        .replace("{warehouse}", warehouse.toString())
        .replace("{manifest}", warehouse.resolve("manifest.json").toString())
        .replace(
            "{original}", Trees.files(warehouse.resolve("protected/originals")).get(0).toString())
        .replace("{table}", Trees.files(warehouse.resolve("tables")).get(0).toString())
        .replace("{out}", network.scratch().resolve("written").toString());
  }

  Trust.Outcome bombs() throws IOException, InterruptedException {
    Path warehouse = warehouse();
    List<String> all = listed("bombs.sql");
    List<String> bombs =
        brief ? IntStream.range(0, 4).mapToObj(i -> all.get(i * all.size() / 4)).toList() : all;
    int answered = 0;
    int disorderly = 0;
    double slowest = 0;
    double next = 0;
    for (String bomb : bombs) {
      Said said =
          network.run(
              "sql", "--warehouse", warehouse, "--format", "csv", "--time-limit", SECONDS, bomb);
      answered += said.code() == 0 ? 1 : 0;
      disorderly +=
          said.code() == 0 || said.code() == 2 && said.isOrderly() && said.refusals().size() == 1
              ? 0
              : 1;
      slowest = Math.max(slowest, said.seconds());
      Said after = network.run("sql", "--warehouse", warehouse, "SELECT 1");
      disorderly += after.code() == 0 ? 0 : 1;
      next = Math.max(next, after.seconds());
    }
    return Trust.Outcome.of(
        disorderly == 0,
        "%d bombs with %d s each: %d answered in time, %d ended by one line, %d otherwise; the"
            + " slowest took %.1f s and the next command %.1f s at most, Java's start included",
        bombs.size(),
        SECONDS,
        answered,
        bombs.size() - answered - disorderly,
        disorderly,
        slowest,
        next);
  }
}
