package generator;

import java.io.IOException;
import java.util.Locale;

/**
 * Writes the inbox of an invented year after year of activity on real city pairs.
 *
 * <p>Takes {@code --members N --years N --out DIR} and optionally {@code --last-year 2025 --rows
 * 200 --seed 1 --faults none|sample --source DIR}; gives {@code DIR/registry/} and one CSV file per
 * member, year and dataset. {@code --rows} is the mean number of rows per file. The same arguments
 * give the same bytes on every machine. With {@code --faults sample} it spoils some files on
 * purpose and writes beside DIR what a checker has to find: {@code faults.csv}, {@code
 * expected-submissions.csv} and {@code expected-metrics.csv}.
 */
public final class Generator {

  public static void main(String[] args) throws IOException {
    Options options = Options.parse(args);
    Network network = Network.draw(options);
    long files = options.faulty() ? new Sample(network).write() : writeAll(network);
    network.writeRegistry(options.out().resolve("registry"));
    System.out.printf(
        Locale.ROOT, "%d members, %d files in %s%n", network.members.size(), files, options.out());
  }

  private static long writeAll(Network network) {
    return network.members.parallelStream()
        .mapToLong(
            member -> {
              long files = 0;
              for (int year : network.years()) {
                for (Sheet sheet : new Activity(network, member, year).sheets()) {
                  sheet.write(network.options.out());
                  files++;
                }
              }
              return files;
            })
        .sum();
  }

  private Generator() {}
}
