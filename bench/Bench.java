import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Times ingest against a bare DuckDB read of the same files, and the stages of a whole run.
 *
 * <p>Every run is a process of its own; its peak memory is the kernel's own count (VmHWM).
 */
final class Bench {
  private static final Path HOME = Path.of(System.getProperty("impact.home"));
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Timed(double seconds, double peakMegabytes) {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0 && arguments[0].equals("raw")) {
      raw(Path.of(arguments[1]), Path.of(arguments[2]));
      return;
    }
    Map<String, String> options = new LinkedHashMap<>();
    options.put("--members", "500");
    options.put("--years", "5");
    options.put("--rows", "200");
    options.put("--pairs", "3");
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      if (!options.containsKey(arguments[i])) {
        System.err.println("Cannot run benchmark: unknown option " + arguments[i] + " (known: " + options.keySet() + ")");
        System.exit(2);
      }
      options.put(arguments[i], arguments[i + 1]);
    }
    Path scratch = Files.createTempDirectory("impact-bench");
    try {
      Path inbox = scratch.resolve("inbox");
      time(
          "generate",
          java(),
          HOME.resolve("sample-data/GenerateNetwork.java").toString(),
          "--source",
          HOME.resolve("sample-data/source").toString(),
          "--members",
          options.get("--members"),
          "--years",
          options.get("--years"),
          "--rows",
          options.get("--rows"),
          "--out",
          inbox.toString());
      describe(inbox);
      ingestAgainstRaw(scratch, inbox, Integer.parseInt(options.get("--pairs")));
      wholeRun(scratch, inbox);
    } finally {
      delete(scratch);
    }
  }

  private static void describe(Path inbox) throws IOException {
    long[] files = {0};
    long[] bytes = {0};
    long[] lines = {0};
    try (Stream<Path> tree = Files.walk(inbox)) {
      for (Path file : tree.filter(f -> f.toString().endsWith(".csv")).toList()) {
        files[0]++;
        bytes[0] += Files.size(file);
        try (Stream<String> text = Files.lines(file)) {
          lines[0] += text.count();
        }
      }
    }
    System.out.printf(
        "network: %,d files, %,d lines, %,.1f MB%n", files[0], lines[0], bytes[0] / 1e6);
  }

  private static void ingestAgainstRaw(Path scratch, Path inbox, int pairs) throws Exception {
    List<Timed> ours = new ArrayList<>();
    List<Timed> raws = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      Path rawOut = Files.createDirectory(scratch.resolve("raw" + i));
      raws.add(
          time(
              "raw read_csv",
              java(),
              "-Xmx256m",
              "-Dimpact.home=" + HOME,
              "-XX:+UseSerialGC",
              "-cp",
              System.getProperty("bench.classes")
                  + ":"
                  + HOME.resolve("cli/target/impact/impact.jar"),
              "Bench",
              "raw",
              inbox.toString(),
              rawOut.toString()));
      Path warehouse = scratch.resolve("warehouse" + i);
      ours.add(
          time(
              "impact ingest",
              HOME.resolve("impact").toString(),
              "ingest",
              inbox.toString(),
              "--warehouse",
              warehouse.toString()));
    }
    System.out.printf(
        "ingest: median %.2f s, peak %.0f MB; raw read_csv: median %.2f s, peak %.0f MB; ratio %.2f%n",
        median(ours),
        ours.stream().mapToDouble(Timed::peakMegabytes).max().orElse(0),
        median(raws),
        raws.stream().mapToDouble(Timed::peakMegabytes).max().orElse(0),
        median(ours) / median(raws));
  }

  private static void wholeRun(Path scratch, Path inbox) throws Exception {
    Path warehouse = scratch.resolve("whole");
    time(
        "impact run",
        HOME.resolve("impact").toString(),
        "run",
        inbox.toString(),
        "--warehouse",
        warehouse.toString(),
        "--out",
        scratch.resolve("out").toString());
    try (Stream<Path> runs = Files.list(warehouse.resolve("runs"))) {
      Path record = runs.max(Comparator.naturalOrder()).orElseThrow();
      JsonNode seconds = JSON.readTree(record.toFile()).get("seconds");
      seconds.properties().forEach(e -> System.out.printf("  %-12s %6.2f s%n", e.getKey(), e.getValue().asDouble()));
    }
    transformParts(warehouse);
    try (Stream<Path> briefs = Files.list(scratch.resolve("out/briefs"))) {
      System.out.printf("  briefs: %,d%n", briefs.count());
    }
  }

  /** Where a transform's time went, by the moments at which its files were whole. */
  private static void transformParts(Path warehouse) throws IOException {
    JsonNode tables = JSON.readTree(warehouse.resolve("manifest.json").toFile()).get("tables");
    // Ingest's last file: which table a transform begins with depends on which others wait for it.
    double began = 0;
    for (String table : (Iterable<String>) tables::fieldNames) {
      began = table.startsWith("raw_") ? Math.max(began, written(warehouse, tables, table)) : began;
    }
    for (String part :
        List.of("staging to contributions", "totals and metrics", "disclosure and published")) {
      String last =
          switch (part) {
            case "staging to contributions" -> "contributions";
            case "totals and metrics" -> "metrics";
            default -> "published_metrics";
          };
      double ended = written(warehouse, tables, last);
      System.out.printf("    %-26s %6.2f s%n", part, ended - began);
      began = ended;
    }
  }

  /** Seconds since 1970 at which the last file of a table was written. */
  private static double written(Path warehouse, JsonNode tables, String table) throws IOException {
    double last = 0;
    for (JsonNode file : tables.get(table)) {
      Path path = warehouse.resolve(file.get("path").asText());
      last = Math.max(last, Files.getLastModifiedTime(path).toMillis() / 1e3);
    }
    return last;
  }

  /** The limit: DuckDB's own reader, columns given, nothing checked. */
  private static void raw(Path inbox, Path out) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        Stream<Path> contracts = Files.list(HOME.resolve("sql/contracts"))) {
      for (Path contract : contracts.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        JsonNode schema = JSON.readTree(contract.toFile());
        if (!schema.path("impact").path("kind").asText().equals("submitted")) {
          continue;
        }
        String name = schema.get("name").asText();
        Map<String, String> types = new LinkedHashMap<>();
        for (JsonNode field : schema.get("fields")) {
          String type =
              switch (field.get("type").asText()) {
                case "integer", "year" -> "INTEGER";
                case "number" -> "DECIMAL(18," + field.path("impact").path("decimals").asInt(2) + ")";
                case "date" -> "DATE";
                default -> "VARCHAR";
              };
          types.put(field.get("name").asText(), type);
        }
        List<Path> files;
        try (Stream<Path> tree = Files.walk(inbox)) {
          files = tree.filter(f -> f.getFileName().toString().equals(name + ".csv")).sorted().toList();
        }
        if (files.isEmpty()) {
          // The generator makes no stories.
          continue;
        }
        List<String> columns = new ArrayList<>();
        // The generated files have the columns that they need, and not each that a contract allows.
        try (Stream<String> lines = Files.lines(files.get(0))) {
          for (String column : lines.findFirst().orElseThrow().split(",")) {
            columns.add("'" + column + "': '" + types.get(column) + "'");
          }
        }
        statement.execute(
            "COPY (SELECT * FROM read_csv(%s, header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', columns = {%s}, filename = true)) TO '%s' (FORMAT parquet)"
                .formatted(
                    files.stream().map(f -> "'" + f + "'").collect(Collectors.joining(", ", "[", "]")),
                    String.join(", ", columns),
                    out.resolve(name + ".parquet")));
      }
    }
  }

  private static Timed time(String name, String... command) throws Exception {
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    double peak = 0;
    while (process.isAlive()) {
      peak = Math.max(peak, peakMegabytes(process.pid()));
      Thread.sleep(20);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    if (process.exitValue() != 0) {
      System.err.printf("%s ended with %d%n", Arrays.toString(command), process.exitValue());
      System.exit(1);
    }
    System.out.printf("%-14s %6.2f s  %5.0f MB%n", name, seconds, peak);
    return new Timed(seconds, peak);
  }

  private static double peakMegabytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(l -> l.startsWith("VmHWM:"))
          .mapToDouble(l -> Double.parseDouble(l.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException gone) {
      return 0;
    }
  }

  private static double median(List<Timed> runs) {
    double[] sorted = runs.stream().mapToDouble(Timed::seconds).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static void delete(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
