import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.sistercityimpact.reports.file.XlsxFile;
import org.sistercityimpact.warehouse.Rows;
import org.sistercityimpact.warehouse.SqlEngine.Column;

/**
 * A small generated inbox of CSV files and, from one of its members, workbooks; and the command
 * over it.
 *
 * @param scratch where checks put their folders
 * @param temporary the commands' folder for temporary files
 */
record Network(Path scratch, Path inbox, Path temporary) {
  static final Path HOME = Path.of(System.getProperty("impact.home"));

  /** When all files arrive, in seconds since 1970: a warehouse says it of each. */
  static final String ARRIVAL = "1767225600";

  private static final long MINUTES = 10;

  static Network generate(Path scratch) throws IOException, InterruptedException {
    Path inbox = scratch.resolve("inbox");
    Process generated =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HOME.resolve("sample-data/GenerateNetwork.java").toString(),
                "--source",
                HOME.resolve("sample-data/source").toString(),
                "--members",
                "3",
                "--years",
                "1",
                "--rows",
                "20",
                "--out",
                inbox.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (generated.waitFor() != 0) {
      throw new IOException("Cannot generate a network");
    }
    sendWorkbooks(inbox);
    return new Network(scratch, inbox, Files.createDirectory(scratch.resolve("temporary")));
  }

  /** One of the members sends workbooks. */
  private static void sendWorkbooks(Path inbox) throws IOException {
    Path member = null;
    for (Path file : Trees.files(inbox)) {
      boolean isCitys = inbox.relativize(file).getNameCount() == 3;
      member = member == null && isCitys ? file.getParent() : member;
      if (file.startsWith(inbox.resolve("registry")) || !file.getParent().equals(member)) {
        continue;
      }
      String dataset = file.getFileName().toString().replace(".csv", "");
      try (CSVParser rows = CSVParser.parse(file, UTF_8, CSVFormat.RFC4180)) {
        List<Object[]> read =
            rows.stream().map(row -> (Object[]) row.values()).collect(Collectors.toList());
        List<Column> header =
            Stream.of(read.remove(0)).map(name -> new Column((String) name, "VARCHAR")).toList();
        XlsxFile.write(file.resolveSibling(dataset + ".xlsx"), dataset, new Rows(header, read));
      }
      Files.delete(file);
    }
  }

  /** A folder of a check's own. */
  Path folder(String name) throws IOException {
    return Files.createDirectories(scratch.resolve(name));
  }

  ProcessBuilder command(Map<String, String> environment, Object... words) {
    List<String> line = new ArrayList<>(List.of(HOME.resolve("impact").toString()));
    for (Object word : words) {
      line.add(word.toString());
    }
    ProcessBuilder command = new ProcessBuilder(line);
    command.environment().put("TMPDIR", temporary.toString());
    command.environment().putAll(environment);
    return command;
  }

  Said run(Object... words) throws IOException, InterruptedException {
    return run(new HashMap<>(), "", words);
  }

  Said run(Map<String, String> environment, String input, Object... words)
      throws IOException, InterruptedException {
    return run(command(environment, words), input);
  }

  /** Runs a command to its end; one that takes ten minutes is killed, which no check forgives. */
  Said run(ProcessBuilder command, String input) throws IOException, InterruptedException {
    Path in = Files.writeString(Files.createTempFile(scratch, "in", ""), input);
    Path out = Files.createTempFile(scratch, "out", "");
    Path err = Files.createTempFile(scratch, "err", "");
    long began = System.nanoTime();
    Process process =
        command
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly().waitFor();
    }
    Said said =
        new Said(
            process.exitValue(),
            Files.readString(out),
            Files.readString(err),
            (System.nanoTime() - began) / 1e9);
    for (Path file : List.of(in, out, err)) {
      Files.delete(file);
    }
    return said;
  }

  /** The whole way once, which others are compared with. */
  Said wholeRun(Path warehouse, Path out) throws IOException, InterruptedException {
    return run(
        Map.of("SOURCE_DATE_EPOCH", ARRIVAL),
        "",
        "run",
        inbox,
        "--warehouse",
        warehouse,
        "--year",
        2025,
        "--out",
        out);
  }

  /** Every metric and every printed figure. */
  String figures(Path warehouse, Path out) throws IOException, InterruptedException {
    Said metrics =
        run("sql", "--warehouse", warehouse, "--format", "csv", "FROM metrics ORDER BY ALL");
    return metrics.code() + metrics.out() + Trees.hash(out.resolve("figures.json"));
  }
}
