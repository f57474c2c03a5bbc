import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one process took, by the kernel's own count.
 *
 * @param wall seconds from start to end
 * @param cpu seconds of all cores together
 * @param megabytes of memory at its peak (VmHWM)
 */
record Measured(double wall, double cpu, double megabytes) {
  private static final double TICKS = 100;

  /** Runs a command to its end; exit code 0 is good, and of our own command 1 (findings). */
  static Measured of(String name, List<String> command) throws IOException, InterruptedException {
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    double cpu = 0;
    double peak = 0;
    while (process.isAlive()) {
      cpu = Math.max(cpu, cpuSeconds(process.pid()));
      peak = Math.max(peak, peakMegabytes(process.pid()));
      Thread.sleep(10);
    }
    Measured measured = new Measured((System.nanoTime() - began) / 1e9, cpu, peak);
    if (process.exitValue() > (command.get(0).endsWith("/impact") ? 1 : 0)) {
      throw new IllegalStateException(command + " ended with " + process.exitValue());
    }
    System.out.printf(
        "%-34s %8.1f s wall %8.1f s CPU %6.0f MB%n",
        name, measured.wall, measured.cpu, measured.megabytes);
    return measured;
  }

  private static double cpuSeconds(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return Arrays.stream(fields, 11, 15).mapToDouble(Double::parseDouble).sum() / TICKS;
    } catch (IOException gone) {
      return 0;
    }
  }

  private static double peakMegabytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException gone) {
      return 0;
    }
  }
}
