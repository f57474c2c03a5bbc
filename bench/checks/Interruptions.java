import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Commands that are killed, and disks that are full. */
final class Interruptions {
  private static final int MEGABYTE = 1 << 20;

  /** Beside what is left in the end, a run needs room for what it writes meanwhile. */
  private static final int ROOM = 4;

  /** And Java copies every font that it opens. */
  private static final int FONTS = 16 * MEGABYTE;

  private final Network network;
  private final boolean brief;
  private String undisturbed;
  private double seconds;
  private long needed;

  Interruptions(Network network, boolean brief) {
    this.network = network;
    this.brief = brief;
  }

  private void measure() throws IOException, InterruptedException {
    if (undisturbed == null) {
      Path folder = network.folder("undisturbed");
      seconds = network.wholeRun(folder.resolve("warehouse"), folder.resolve("out")).seconds();
      undisturbed = network.figures(folder.resolve("warehouse"), folder.resolve("out"));
      needed = Trees.bytes(folder);
    }
  }

  /** Kills at random moments; now and then the next run, which must just work. */
  Trust.Outcome kills() throws IOException, InterruptedException {
    measure();
    int kills = brief ? 8 : 200;
    int between = brief ? 4 : 20;
    List<Path> torn = new ArrayList<>();
    int different = 0;
    int early = 0;
    long most = 0;
    Random random = new Random(1);
    Path folder = network.folder("killed");
    Path warehouse = folder.resolve("warehouse");
    Path out = folder.resolve("out");
    for (int kill = 1; kill <= kills; kill++) {
      Process process =
          network
              .command(Map.of(), words(kill, warehouse, out))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      // One of three steps takes about half of what all three take together.
      double longest = 1000 * seconds * (kill % 4 == 3 ? 1 : .5);
      if (process.waitFor(200 + random.nextInt((int) longest), TimeUnit.MILLISECONDS)) {
        early++;
      }
      process.destroyForcibly().waitFor();
      torn.addAll(Trees.torn(folder));
      most = Math.max(most, Trees.bytes(network.temporary()));
      if (kill % between == 0) {
        network.wholeRun(warehouse, out);
        different += network.figures(warehouse, out).equals(undisturbed) ? 0 : 1;
        torn.addAll(Trees.torn(folder));
        Trees.delete(folder);
      }
    }
    network.run("--version");
    long left = Trees.bytes(network.temporary());
    return Trust.Outcome.of(
        torn.isEmpty() && different == 0 && left == 0,
        "%d kills over ingest, transform, report and run (%d of them after its end): %d torn files%s,"
            + " %d of %d next runs differ; temporary files %.1f MB at most, %d bytes after the next"
            + " command",
        kills,
        early,
        torn.size(),
        torn.isEmpty() ? "" : " (such as " + folder.relativize(torn.get(0)) + ")",
        different,
        kills / between,
        most / (double) MEGABYTE,
        left);
  }

  private Object[] words(int kill, Path warehouse, Path out) {
    return switch (kill % 4) {
      case 1 -> new Object[] {"ingest", network.inbox(), "--warehouse", warehouse};
      case 2 -> new Object[] {"transform", "--warehouse", warehouse};
      case 3 ->
          new Object[] {
            "run", network.inbox(), "--warehouse", warehouse, "--year", 2025, "--out", out
          };
      default ->
          new Object[] {"report", "all", "--warehouse", warehouse, "--year", 2025, "--out", out};
    };
  }

  /** A disk of few megabytes holds warehouse, reports and temporary files; then it grows. */
  Trust.Outcome fullDisk() throws IOException, InterruptedException {
    measure();
    Path disk = network.folder("disk");
    if (!mounted("-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString())) {
      return Trust.Outcome.notTried(
          "a disk of a given size is a tmpfs, which only root may mount (run bench/trust as root)");
    }
    int quotas = brief ? 2 : 20;
    int small = 0;
    int unclear = 0;
    int different = 0;
    String worst = "";
    try {
      for (int quota = 1; quota <= quotas; quota++) {
        long size = (ROOM * needed + FONTS) * quota / quotas / 1024;
        mounted("-o", "remount,size=" + size + "k", disk.toString());
        Said said = whole(disk);
        if (said.code() != 0) {
          small++;
          if (!said.isOrderly() || said.refusals().size() != 1) {
            unclear++;
            worst = "; unclear: " + said.err().lines().reduce("", (a, b) -> b);
          }
        }
        mounted("-o", "remount,size=1g", disk.toString());
        whole(disk);
        different +=
            network.figures(disk.resolve("warehouse"), disk.resolve("out")).equals(undisturbed)
                ? 0
                : 1;
        mounted("-o", "remount,ro", disk.toString());
        Said refused =
            network.run(
                "ingest",
                network.inbox().resolve("registry"),
                "--warehouse",
                disk.resolve("warehouse"));
        unclear +=
            refused.code() != 0 && refused.isOrderly() && refused.refusals().size() == 1 ? 0 : 1;
        mounted("-o", "remount,rw", disk.toString());
        for (Path each :
            List.of(disk.resolve("warehouse"), disk.resolve("out"), disk.resolve("tmp"))) {
          Trees.delete(each);
        }
      }
    } finally {
      new ProcessBuilder("umount", disk.toString()).start().waitFor();
    }
    return Trust.Outcome.of(
        unclear == 0 && different == 0,
        "%d quotas, %d of them too small, and %d read-only folders: %d ended in more or less than"
            + " one clear line, %d differ once there is room%s",
        quotas,
        small,
        quotas,
        unclear,
        different,
        worst);
  }

  private Said whole(Path disk) throws IOException, InterruptedException {
    Path temporary = disk.resolve("tmp");
    if (!Files.exists(temporary)) {
      Files.createDirectory(temporary);
    }
    return network.run(
        Map.of("TMPDIR", temporary.toString()),
        "",
        "run",
        network.inbox(),
        "--warehouse",
        disk.resolve("warehouse"),
        "--year",
        2025,
        "--out",
        disk.resolve("out"));
  }

  private static boolean mounted(String... words) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("mount"));
    line.addAll(List.of(words));
    try {
      return new ProcessBuilder(line)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }
}
