import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether a command calls anybody. */
final class Connections {
  private static final Pattern OUTWARD =
      Pattern.compile("connect\\(.*sa_family=AF_INET6?\\b(?!.*htons\\(0\\)).*");

  private final Network network;

  Connections(Network network) {
    this.network = network;
  }

  /**
   * Every system call that connects, where strace is there; else what the kernel lists meanwhile.
   */
  Trust.Outcome none() throws IOException, InterruptedException {
    Path folder = network.folder("connections");
    Path trace = folder.resolve("trace");
    List<Object> words =
        List.of(
            "run",
            network.inbox(),
            "--warehouse",
            folder.resolve("warehouse"),
            "--year",
            2025,
            "--out",
            folder.resolve("out"));
    ProcessBuilder command = network.command(Map.of(), words.toArray());
    if (isThere("strace")) {
      List<String> line =
          new ArrayList<>(
              List.of(
                  "strace",
                  "-f",
                  "-qq",
                  "-e",
                  "trace=connect,sendto,sendmsg",
                  "-o",
                  trace.toString()));
      line.addAll(command.command());
      Said said = network.run(command.command(line), "");
      if (Files.exists(trace) && said.code() <= 1) {
        try (Stream<String> calls = Files.lines(trace)) {
          List<String> outward = calls.filter(call -> OUTWARD.matcher(call).find()).toList();
          return Trust.Outcome.of(
              outward.isEmpty(),
              "a whole run under strace: %d calls that connect to an address%s",
              outward.size(),
              outward.isEmpty() ? "" : ", such as " + outward.get(0));
        }
      }
      Trees.delete(folder.resolve("warehouse"));
      command = network.command(Map.of(), words.toArray());
    }
    if (!Files.isDirectory(Path.of("/proc/self/fd"))) {
      return Trust.Outcome.notTried("there is neither strace nor /proc");
    }
    Process process =
        command
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int looks = 0;
    Set<String> seen = new HashSet<>();
    while (process.isAlive()) {
      looks++;
      seen.addAll(addresses(process.pid()));
      Thread.sleep(2);
    }
    return Trust.Outcome.of(
        seen.isEmpty(),
        "a whole run, looked at %,d times (no strace here): %d sockets with an address",
        looks,
        seen.size());
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** The lines of the kernel's tables of connections that belong to a process. */
  private static Set<String> addresses(long pid) {
    Set<String> inodes = new HashSet<>();
    Set<String> found = new HashSet<>();
    try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      for (Path each : open.toList()) {
        Matcher socket = Pattern.compile("socket:\\[([0-9]+)]").matcher(link(each));
        if (socket.matches()) {
          inodes.add(socket.group(1));
        }
      }
      for (String table :
          inodes.isEmpty() ? List.<String>of() : List.of("tcp", "tcp6", "udp", "udp6")) {
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/net/" + table))) {
          String[] fields = line.strip().split("\\s+");
          if (fields.length > 9 && inodes.contains(fields[9])) {
            found.add(table + " " + fields[2]);
          }
        }
      }
    } catch (IOException ended) {
      return found;
    }
    return found;
  }

  private static String link(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }
}
