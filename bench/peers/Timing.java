import java.lang.management.ManagementFactory;

/** Makes one brief after another on this thread, and tells what one costs once Java is warm. */
final class Timing {
  /** Makes a part of the brief of a number from what came before it. */
  interface Step<A, B> {
    B make(A before) throws Exception;
  }

  /** So many briefs go before, that Java has compiled what it will compile. */
  private static final int WARM_UP = 1000;

  private Timing() {}

  /**
   * Prints a line for the whole and one for its second part: {@code <name> <CPU ms> <briefs a
   * second> <largest in bytes>}.
   */
  static <F> void print(String name, int count, Step<Integer, F> fill, Step<F, byte[]> export)
      throws Exception {
    for (int warm = 0; warm < WARM_UP; warm += count) {
      measure("", count, fill, export);
    }
    measure(name, count, fill, export);
  }

  private static <F> void measure(
      String name, int count, Step<Integer, F> fill, Step<F, byte[]> export) throws Exception {
    var threads = ManagementFactory.getThreadMXBean();
    long all = 0;
    long last = 0;
    long largest = 0;
    long began = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long start = threads.getCurrentThreadCpuTime();
      F filled = fill.make(i);
      long half = threads.getCurrentThreadCpuTime();
      largest = Math.max(largest, export.make(filled).length);
      long end = threads.getCurrentThreadCpuTime();
      all += end - start;
      last += end - half;
    }
    double rate = count / ((System.nanoTime() - began) / 1e9);
    if (!name.isEmpty()) {
      System.out.printf("%s %.2f %.0f %d%n", name, all / 1e6 / count, rate, largest);
      System.out.printf("%s-export %.2f %.0f %d%n", name, last / 1e6 / count, rate, largest);
    }
  }
}
