package generator;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was asked for on the command line. */
record Options(
    int members,
    int years,
    int lastYear,
    int rows,
    long seed,
    boolean faulty,
    Path out,
    Path source) {

  private static final List<String> NAMES =
      List.of("members", "years", "last-year", "rows", "seed", "faults", "out", "source");

  static Options parse(String[] args) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      if (!args[i].startsWith("--") || i + 1 == args.length) {
        throw new IllegalArgumentException(
            "Cannot read argument '" + args[i] + "' (give names with values, of " + NAMES + ")");
      }
      given.put(args[i].substring(2), args[i + 1]);
    }
    Options options =
        new Options(
            Integer.parseInt(given.getOrDefault("members", "40")),
            Integer.parseInt(given.getOrDefault("years", "5")),
            Integer.parseInt(given.getOrDefault("last-year", "2025")),
            Integer.parseInt(given.getOrDefault("rows", "200")),
            Long.parseLong(given.getOrDefault("seed", "1")),
            given.getOrDefault("faults", "none").equals("sample"),
            Path.of(given.getOrDefault("out", "inbox")),
            Path.of(given.getOrDefault("source", "sample-data/source")));
    given.keySet().removeAll(NAMES);
    if (!given.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot use arguments " + given.keySet() + " (there are " + NAMES + ")");
    }
    if (options.faulty
        && (options.members != 40 || options.years != 5 || options.lastYear != 2025)) {
      throw new IllegalArgumentException("--faults sample is made for 40 members, 2021 to 2025");
    }
    return options;
  }
}
