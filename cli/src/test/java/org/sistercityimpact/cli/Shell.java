package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the command as a person does, in this process, and keeps what it printed. */
final class Shell {
  /** What one command line did. */
  record Said(int code, String out, String err) {
    /** The same, when it ended well. */
    Said good() {
      assertEquals(0, code, () -> out + err);
      return this;
    }
  }

  private Shell() {}

  static Said run(Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            false);
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int code = Impact.run(console, words);
    console.flush();
    return new Said(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Runs the command in a process of its own, which it may end. */
  static Said runApart(Object... arguments) throws IOException, InterruptedException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dimpact.home=" + System.getProperty("impact.home"),
                "-cp",
                System.getProperty("java.class.path"),
                Impact.class.getName()));
    for (Object argument : arguments) {
      line.add(argument.toString());
    }
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    Process process =
        new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      assertTrue(process.waitFor(5, TimeUnit.MINUTES), line::toString);
      return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      process.destroyForcibly();
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** The inbox of the sample. */
  static Path sample() {
    return ImpactCommand.home().resolve("sample-data/inbox");
  }

  /** Writes a file of an inbox, its folders too. */
  static Path write(Path inbox, String name, String... lines) {
    try {
      Path file = inbox.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies a folder with all that is in it, and who may read what. */
  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path path : tree.toList()) {
        Path copy = to.resolve(from.relativize(path).toString());
        if (!Files.isDirectory(copy)) {
          Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  /** An inbox with two members, three partnerships and nothing sent yet. */
  static Path smallInbox(Path inbox) {
    write(
        inbox,
        "registry/members.csv",
        "member_id,name,state,jurisdiction_type,latitude,longitude,member_since,member_until,inside_member_id",
        "US-TX-fort-worth,Fort Worth,TX,city,32.75,-97.33,1990,,",
        "US-OH-dayton,Dayton,OH,city,39.76,-84.19,1990,,");
    write(
        inbox,
        "registry/populations.csv",
        "member_id,data_year,population,source",
        "US-TX-fort-worth,2020,120000,invented");
    write(
        inbox,
        "registry/partnerships.csv",
        "partnership_id,member_id,partner_name,partner_local_name,partner_country,partner_latitude,partner_longitude,established,status,ended",
        "US-TX-fort-worth~DE-trier,US-TX-fort-worth,Trier,,DE,49.75,6.64,1990,active,",
        "US-TX-fort-worth~JP-nagaoka,US-TX-fort-worth,Nagaoka,長岡市,JP,37.45,138.85,,active,",
        "US-OH-dayton~DE-augsburg,US-OH-dayton,Augsburg,,DE,48.37,10.9,1964,active,");
    return inbox;
  }

  static final String EXCHANGES =
      "exchange_id,partnership_id,direction,purpose,title,start_date,end_date,people,youth,officials,first_time,nights,lodging,primary_purpose_share,paid_from_here_share,spend_usd,co_organizers";
}
