import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.warehouse.DuckDb;

/**
 * Networks of a growing number of rows through ingest and transform on both engines, each beside
 * what one would write by hand (see {@code ByHand} and {@code ByHandOnSpark}; the ingest by hand
 * only for the first network, since it takes half an hour for ten million rows). Every run is a
 * process of its own.
 */
final class Scaling {
  private static final Path HOME = Path.of(System.getProperty("impact.home"));
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MASTER = "local[2]";
  private static final int MEMBERS = 500;
  private static final int YEARS = 10;

  private final Path scratch;
  private final Path inbox;
  private final long rows;

  private Scaling(Path scratch, Path inbox, long rows) {
    this.scratch = scratch;
    this.inbox = inbox;
    this.rows = rows;
  }

  /** Arguments: millions of rows, such as {@code 1 10 50}. */
  public static void main(String[] arguments) throws Exception {
    startUp();
    Map<String, Double> first = new LinkedHashMap<>();
    for (String millions : arguments) {
      Path scratch = Files.createTempDirectory("impact-scaling");
      try {
        generated(scratch, Double.parseDouble(millions)).measure(first);
      } finally {
        delete(scratch);
      }
    }
  }

  /** How long until Spark answers its first question, of five tries the middle one. */
  private static void startUp() throws Exception {
    List<Double> walls = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      walls.add(Measured.of("start of --engine spark", java("StartUp", MASTER)).wall());
    }
    System.out.printf("start of --engine spark: median %.1f s%n", walls.stream().sorted().toList().get(2));
  }

  private static Scaling generated(Path scratch, double millions) throws Exception {
    Path inbox = scratch.resolve("inbox");
    long perFile = Math.max(1, Math.round(millions * 1e6 / (MEMBERS * YEARS * 6)));
    List<String> generator = new ArrayList<>();
    generator.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    generator.add(HOME.resolve("sample-data/GenerateNetwork.java").toString());
    generator.addAll(List.of("--source", HOME.resolve("sample-data/source").toString()));
    generator.addAll(List.of("--members", "" + MEMBERS, "--years", "" + YEARS));
    generator.addAll(List.of("--rows", "" + perFile, "--out", inbox.toString()));
    Measured.of("generate", generator);
    return new Scaling(scratch, inbox, Faults.spoil(inbox));
  }

  private void measure(Map<String, Double> first) throws Exception {
    System.out.printf("%n%,d rows in %,d submitted files%n", rows, MEMBERS * YEARS * 6);
    Path duckDb = scratch.resolve("duckdb");
    Path spark = scratch.resolve("spark");
    Map<String, Measured> taken = new LinkedHashMap<>();
    take(taken, "ingest duckdb", impact("ingest", inbox.toString(), duckDb, "duckdb"));
    take(taken, "ingest spark", impact("ingest", inbox.toString(), spark, "spark"));
    if (first.isEmpty()) {
      Path validated = scratch.resolve("validated");
      take(
          taken,
          "ingest by hand on Spark",
          java("ByHandOnSpark", "ingest", inbox.toString(), validated.toString()));
      sameProblems(spark, validated);
      ratio(taken, "ingest by hand on Spark", "ingest spark");
    }
    take(taken, "transform duckdb", impact("transform", null, duckDb, "duckdb"));
    String tables = inputs(duckDb);
    take(
        taken,
        "transform by hand on DuckDB",
        java("ByHand", tables, scratch.resolve("hand-duckdb").toString()));
    take(taken, "transform spark", impact("transform", null, spark, "spark"));
    take(
        taken,
        "transform by hand on Spark",
        java("ByHandOnSpark", "transform", tables, scratch.resolve("hand-spark").toString()));
    ratio(taken, "transform duckdb", "transform by hand on DuckDB");
    ratio(taken, "transform spark", "transform by hand on Spark");
    for (String run : List.of("ingest duckdb", "ingest spark", "transform duckdb", "transform spark")) {
      double each = taken.get(run).cpu() / rows * 1e6;
      double once = first.computeIfAbsent(run, r -> each);
      System.out.printf("%-18s %6.1f CPU s a million rows, %.2f of the first%n", run, each, each / once);
    }
  }

  private static void take(Map<String, Measured> taken, String name, List<String> command)
      throws Exception {
    taken.put(name, Measured.of(name, command));
  }

  private static void ratio(Map<String, Measured> taken, String of, String to) {
    Measured a = taken.get(of);
    Measured b = taken.get(to);
    System.out.printf("%s / %s: wall %.2f, CPU %.2f%n", of, to, a.wall() / b.wall(), a.cpu() / b.cpu());
  }

  private static List<String> impact(String command, String inbox, Path warehouse, String engine) {
    List<String> line = new ArrayList<>(List.of(HOME.resolve("impact").toString(), command));
    if (inbox != null) {
      line.add(inbox);
    }
    line.addAll(List.of("--warehouse", warehouse.toString(), "--engine", engine));
    if (engine.equals("spark")) {
      line.addAll(List.of("--master", MASTER));
    }
    return line;
  }

  /** A process with the launcher's options and Spark beside it. */
  private static List<String> java(String mainClass, String... arguments) {
    Path spark = HOME.resolve("spark/target/spark");
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("@" + HOME.resolve("spark/java-options"), "-XX:+UseSerialGC"));
    line.addAll(List.of("-XX:Tier4InvocationThreshold=20000", "-XX:Tier4MinInvocationThreshold=4000"));
    line.addAll(List.of("-XX:Tier4CompileThreshold=60000", "-XX:Tier4BackEdgeThreshold=200000"));
    line.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr", "-Dimpact.home=" + HOME));
    line.add("-XX:SharedArchiveFile=" + spark.resolve("impact-spark.jsa"));
    line.add("-cp");
    line.add(
        Stream.of(
                HOME.resolve("cli/target/impact/impact.jar"),
                spark.resolve("impact-spark.jar"),
                spark.resolve("jars/*"),
                Path.of(System.getProperty("bench.classes")))
            .map(Path::toString)
            .collect(Collectors.joining(":")));
    line.add(mainClass);
    line.addAll(List.of(arguments));
    return line;
  }

  /** The tables that models are made from, as {@code name=file,file;...}. */
  private static String inputs(Path warehouse) throws IOException {
    JsonNode tables = JSON.readTree(warehouse.resolve("manifest.json").toFile()).get("tables");
    return tables.properties().stream()
        .filter(table -> !ByHand.statements().containsKey(table.getKey()))
        .map(
            table -> {
              List<String> files = new ArrayList<>();
              table.getValue().forEach(f -> files.add(warehouse.resolve(f.get("path").asText()).toString()));
              return table.getKey() + "=" + String.join(",", files);
            })
        .collect(Collectors.joining(";"));
  }

  private static void sameProblems(Path warehouse, Path validated) throws IOException {
    String files = (";" + inputs(warehouse)).replaceAll(".*;raw_problems=([^;]*).*", "$1");
    try (DuckDb reader = DuckDb.open(null, "1GB")) {
      reader.expose("ours", Stream.of(files.split(",")).map(Path::of).toList());
      List<Path> parts;
      try (Stream<Path> tree = Files.walk(validated)) {
        parts = tree.filter(f -> f.toString().matches(".*/problems/[^/]*/[^/]*parquet")).toList();
      }
      reader.expose("theirs", parts);
      String own = "SELECT file, source_row, column_name, code FROM ours WHERE severity = 'error'";
      String other = "SELECT file, source_row, column_name, code FROM theirs";
      Object[] counts =
          reader
              .read(
                  "SELECT (SELECT COUNT(*) FROM (%1$s)), (SELECT COUNT(*) FROM (%1$s EXCEPT ALL %2$s)), (SELECT COUNT(*) FROM (%2$s EXCEPT ALL %1$s))"
                      .formatted(own, other))
              .values()
              .get(0);
      System.out.printf(
          "problems found: %,d; by us only: %,d; by hand only: %,d%n", counts[0], counts[1], counts[2]);
    }
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
