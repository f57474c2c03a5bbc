package org.sistercityimpact.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.check.Fold;
import org.sistercityimpact.check.OtherKind;
import org.sistercityimpact.check.Problem;
import org.sistercityimpact.check.ProblemCode;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contract.Kind;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.ingest.Arrival.Place;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.Warehouse;

/**
 * The folder in which files arrive: {@code <year>/<member_id>/<dataset>.csv} and {@code
 * registry/<table>.csv}. Says of every file what it is; reads none.
 */
final class Inbox {
  static final String REGISTRY = "registry";
  static final String LETTER = "letter";
  static final String NOTICE = "notice";

  private static final Pattern YEAR = Pattern.compile("(?i)(?:fy|year)?[ _-]?((?:19|20)[0-9]{2})");
  private static final Pattern LETTER_FILE = Pattern.compile("letter-((?:19|20)[0-9]{2})\\.md");
  // A name may hold anything, a line break too.
  private static final Pattern HIDDEN =
      Pattern.compile("(?is)\\..*|~\\$.*|thumbs\\.db|desktop\\.ini");
  private static final Pattern WORKBOOK =
      Pattern.compile("(?is).*\\.(xlsx|xlsm|xlsb|xls|ods|numbers)");
  private static final Pattern TABLE =
      Pattern.compile("(?is)(.*)\\.(?:csv|txt|tsv|tab|xlsx|xlsm|xlsb|xls|ods|numbers)");
  private static final Pattern A_YEAR = Pattern.compile("(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])");
  private static final Pattern NOISE =
      Pattern.compile(
          "(?i)\\([0-9]{1,2}\\)|(?<![0-9])(?:fy ?)?(?:19|20)[0-9]{2}(?:[-_.][0-9]{2}[-_.][0-9]{2})?(?![0-9])|(?<![a-z])(?:copy(?: of)?|copia(?: de)?|final|finished|complete|version|v ?[0-9]{1,2}|rev ?[0-9]*|draft|updated?|latest|new|export(?:ed)?|conflicted)(?![a-z])|(?<=[ _-])(?:[1-9]|1[0-2])$");
  private static final Pattern PACKAGE = Pattern.compile("(?i).*\\.(numbers|pages)");
  private static final Pattern SEGMENTS = Pattern.compile("\\s*[-–—.()]\\s*");
  private static final int MOST_SEGMENTS = 8;
  private static final Pattern CSV = Pattern.compile("(?is)(.*)\\.csv");

  private final Path folder;
  private final Path warehouse;
  private final Map<String, String> submitted;
  private final Map<String, String> registry;

  private Inbox(Path folder, Path warehouse, Contracts contracts) {
    this.folder = folder;
    this.warehouse = warehouse;
    submitted = names(contracts, Kind.SUBMITTED);
    registry = names(contracts, Kind.REGISTRY);
  }

  /** The inbox in {@code folder}, which must be there; a warehouse that lies in it is passed by. */
  static Inbox open(Path folder, Contracts contracts, Path warehouse) {
    require(folder);
    try {
      // A link to an inbox is an inbox; links inside it are another matter.
      return new Inbox(folder.toRealPath(), warehouse.toRealPath(), contracts);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read inbox " + folder, e);
    }
  }

  static void require(Path folder) {
    boolean isFolder;
    try {
      isFolder = Files.readAttributes(folder, BasicFileAttributes.class).isDirectory();
    } catch (NoSuchFileException e) {
      isFolder = false;
    } catch (IOException e) {
      // Storage that does not answer.
      throw new ConfigurationException(
          "Cannot read inbox '%s': %s (check its address and permissions)"
              .formatted(folder, Warehouse.reason(e)),
          e);
    }
    if (!isFolder) {
      throw new ConfigurationException(
          "Cannot read inbox '%s': it is not a folder (give the folder that holds registry/ and one folder a year)"
              .formatted(folder));
    }
  }

  /** Only what names mean, without a folder. */
  static Inbox named(Contracts contracts) {
    return new Inbox(null, null, contracts);
  }

  /** The dataset, or registry table, that a file's name means. */
  Optional<String> dataset(String fileName, boolean ofRegistry) {
    return meant(fileName, null, ofRegistry ? registry : submitted);
  }

  /**
   * The dataset that a name means, what programs and people add to names set aside: copies,
   * versions, the year, a part of it. Another year means none.
   */
  private static Optional<String> meant(String fileName, Integer year, Map<String, String> names) {
    Matcher table = TABLE.matcher(fileName);
    if (!table.matches()) {
      return Optional.empty();
    }
    String stem = table.group(1);
    String exact = names.get(Fold.letters(stem));
    if (exact != null) {
      return Optional.of(exact);
    }
    Matcher named = A_YEAR.matcher(stem);
    while (named.find()) {
      if (year != null && !named.group(1).equals(year.toString())) {
        return Optional.empty();
      }
    }
    String whole = names.get(plain(stem));
    String part = whole != null ? whole : names.get(plain(YearPart.without(stem)));
    return part != null ? Optional.of(part) : amongOthers(stem, names);
  }

  /**
   * The one dataset among the words that programs put beside it: "Fort Worth 2025 - exchanges",
   * "exchanges-LAPTOP-7", "exchanges-Table 1".
   */
  private static Optional<String> amongOthers(String stem, Map<String, String> names) {
    String[] segments = SEGMENTS.split(stem, MOST_SEGMENTS + 1);
    Set<String> meant = new LinkedHashSet<>();
    for (int from = 0; from < segments.length && segments.length <= MOST_SEGMENTS; from++) {
      StringBuilder run = new StringBuilder();
      for (int to = from; to < segments.length; to++) {
        String name =
            names.get(plain(YearPart.without(run.append(segments[to]).append(' ').toString())));
        if (name != null) {
          meant.add(name);
        }
      }
    }
    return meant.size() == 1 ? meant.stream().findFirst() : Optional.empty();
  }

  private static String plain(String stem) {
    return Fold.letters(NOISE.matcher(stem).replaceAll(" "));
  }

  private boolean isName(String letters) {
    return submitted.containsKey(letters) || registry.containsKey(letters);
  }

  private static String stem(String fileName) {
    Matcher table = TABLE.matcher(fileName);
    return table.matches() ? table.group(1) : fileName;
  }

  private static Map<String, String> names(Contracts contracts, Kind kind) {
    Map<String, String> names = new HashMap<>();
    List<Contract> all = contracts.all().stream().filter(c -> c.kind() == kind).toList();
    all.forEach(contract -> names.put(Fold.letters(contract.name()), contract.name()));
    for (Contract contract : all) {
      contract.fileAliases().forEach(a -> names.putIfAbsent(Fold.letters(a), contract.name()));
      contract
          .translations()
          .values()
          .forEach(t -> names.putIfAbsent(Fold.letters(t.title()), contract.name()));
    }
    return names;
  }

  /** All files but hidden ones, in the order of their paths, whatever the file system's order. */
  List<Arrival> arrivals() {
    List<Arrival> arrivals = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
              boolean skip = path.equals(warehouse) || !path.equals(folder) && isHidden(path);
              if (!skip && PACKAGE.matcher(path.getFileName().toString()).matches()) {
                // One document, though a folder of many files.
                arrivals.add(stray(path, ""));
                return FileVisitResult.SKIP_SUBTREE;
              }
              return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
              if (!isHidden(path)) {
                arrivals.add(arrival(path, attributes));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException e) {
              arrivals.add(unreadable(path, reason(e)));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read inbox " + folder, e);
    }
    arrivals.sort(Comparator.comparing(Arrival::file));
    return arrivals;
  }

  private static boolean isHidden(Path path) {
    return HIDDEN.matcher(path.getFileName().toString()).matches();
  }

  static String reason(IOException e) {
    if (e instanceof java.nio.file.NoSuchFileException) {
      return "it was removed meanwhile";
    }
    return Warehouse.reason(e);
  }

  private String relative(Path path) {
    return folder.relativize(path).toString().replace('\\', '/');
  }

  private Arrival unreadable(Path path, String reason) {
    return placed(path, 0).unreadable(ProblemCode.UNREADABLE_FILE.ofFile(Map.of("reason", reason)));
  }

  /** A file that is no submission, whosever it may be. */
  private Arrival stray(Path path, String reason) {
    Path inside = folder.relativize(path);
    Integer year = inside.getNameCount() > 2 ? year(inside.getName(0).toString()) : null;
    String member = year == null ? null : inside.getName(1).toString();
    Optional<String> dataset = member == null ? Optional.empty() : meantAnywhere(inside, year);
    String name = inside.getFileName().toString();
    Optional<OtherKind> kind = member == null ? Optional.empty() : OtherKind.named(name);
    String place =
        dataset
            .map(meant -> "Put it at %s/%s/%s.csv".formatted(inside.getName(0), member, meant))
            .orElse("Put submissions at <year>/<member_id>/<dataset>.csv, and remove the rest");
    Problem problem =
        ProblemCode.STRAY_FILE.ofFile(
            Map.of(
                "reason",
                kind.map(OtherKind::because).orElse(reason),
                "advice",
                kind.map(OtherKind::advice).orElse(Problem.printable(place))));
    return new Arrival(
        path,
        relative(path),
        null,
        0,
        Place.STRAY,
        member,
        year,
        dataset.orElse(null),
        problem,
        List.of());
  }

  /** The one dataset that the name of a file, or of a folder around it, means. */
  private Optional<String> meantAnywhere(Path inside, Integer year) {
    List<String> meant =
        java.util.stream.IntStream.range(2, inside.getNameCount())
            .mapToObj(i -> inside.getName(i).toString())
            .flatMap(
                name ->
                    meant(name, year, submitted)
                        .or(() -> meant(name + ".csv", year, submitted))
                        .stream())
            .distinct()
            .toList();
    return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
  }

  private Arrival arrival(Path path, BasicFileAttributes attributes) {
    long bytes = attributes.size();
    if (attributes.isSymbolicLink()) {
      try {
        Path target = path.toRealPath();
        if (!target.startsWith(folder) || !Files.isRegularFile(target)) {
          return placed(path, 0).unreadable(ProblemCode.OUTSIDE_INBOX.ofFile(Map.of()));
        }
        bytes = Files.size(target);
      } catch (IOException e) {
        return unreadable(path, "the link leads nowhere");
      }
    } else if (!attributes.isRegularFile()) {
      return stray(path, "it is no ordinary file");
    }
    return placed(path, bytes);
  }

  /** The year that a folder's name means: 2025, FY2025; null: none. */
  static Integer year(String folder) {
    Matcher year = YEAR.matcher(folder);
    return year.matches() ? Integer.valueOf(year.group(1)) : null;
  }

  /** What the place and the name of a file make of it. */
  private Arrival placed(Path path, long bytes) {
    Path inside = folder.relativize(path);
    String top = inside.getName(0).toString();
    if (inside.getNameCount() == 2 && top.equalsIgnoreCase(REGISTRY)) {
      return registryFile(path, bytes);
    }
    Integer year = year(top);
    if (inside.getNameCount() == 3 && year != null) {
      List<Problem> assumed =
          top.equals(year.toString())
              ? List.of()
              : List.of(ProblemCode.FOLDER_READ.ofFile(Map.of("meant", year.toString())));
      return submission(path, bytes, year, inside.getName(1).toString(), assumed);
    }
    if (top.equalsIgnoreCase(REGISTRY) || inside.getNameCount() == 1) {
      return stray(path, "submissions lie in a member's folder of a year");
    }
    return stray(
        path,
        year != null
            ? "it does not lie directly in a member's folder"
            : "'" + Problem.printable(top) + "' is not a year");
  }

  private Arrival registryFile(Path path, long bytes) {
    String name = path.getFileName().toString();
    Matcher letter = LETTER_FILE.matcher(name.toLowerCase(Locale.ROOT));
    if (letter.matches()) {
      return new Arrival(
          path,
          relative(path),
          null,
          bytes,
          Place.TEXT,
          null,
          Integer.valueOf(letter.group(1)),
          LETTER,
          null,
          List.of());
    }
    if (name.equalsIgnoreCase("notice.md")) {
      return new Arrival(
          path, relative(path), null, bytes, Place.TEXT, null, null, NOTICE, null, List.of());
    }
    return table(path, bytes, Place.REGISTRY, null, null, registry, List.of());
  }

  /** The dataset of cities that a name means, in a folder of {@code year}. */
  Optional<String> meant(String fileName, Integer year) {
    return meant(fileName, year, submitted);
  }

  /** Whether a file's name ends as those of workbooks do. */
  static boolean isWorkbook(String file) {
    return WORKBOOK.matcher(file).matches();
  }

  /** What is told of a workbook without a sheet that is read. */
  Problem noSheet() {
    return ProblemCode.NO_SHEET_READ.ofFile(Map.of("datasets", datasets(submitted, "")));
  }

  /** What is told of a sheet that is none of the datasets. */
  Problem sheetNotRead() {
    return ProblemCode.SHEET_NOT_READ.ofFile(Map.of("datasets", datasets(submitted, "")));
  }

  /** Why a file of no known dataset was refused, by its path in the inbox. */
  Problem refusal(String file) {
    boolean isRegistry = file.toLowerCase(Locale.ROOT).startsWith(REGISTRY + "/");
    return unknown(isRegistry ? registry : submitted);
  }

  private static Problem unknown(Map<String, String> names) {
    return ProblemCode.UNKNOWN_DATASET.ofFile(Map.of("datasets", datasets(names, ".csv")));
  }

  private static String datasets(Map<String, String> names, String ending) {
    return names.values().stream()
        .distinct()
        .sorted()
        .map(known -> known + ending)
        .collect(Collectors.joining(", "));
  }

  private Arrival submission(
      Path path, long bytes, Integer year, String member, List<Problem> assumed) {
    return table(path, bytes, Place.SUBMISSION, member, year, submitted, assumed);
  }

  private Arrival table(
      Path path,
      long bytes,
      Place place,
      String member,
      Integer year,
      Map<String, String> names,
      List<Problem> folders) {
    String name = path.getFileName().toString();
    Optional<String> dataset = meant(name, year, names);
    if (isWorkbook(name) && place == Place.SUBMISSION) {
      // Its sheets say what it holds.
      return new Arrival(
          path,
          relative(path),
          null,
          bytes,
          Place.WORKBOOK,
          member,
          year,
          dataset.orElse(null),
          null,
          folders);
    }
    if (dataset.isEmpty() && !isWorkbook(name) && !CSV.matcher(name).matches()) {
      return stray(path, "its name does not end in .csv");
    }
    Problem problem = dataset.isEmpty() ? unknown(names) : null;
    return new Arrival(
        path,
        relative(path),
        null,
        bytes,
        place,
        member,
        year,
        dataset.orElse(null),
        problem,
        Stream.concat(folders.stream(), Stream.ofNullable(assumed(name, dataset))).toList());
  }

  /** What is told of a name that is only taken for a dataset's; null: it is one. */
  Problem assumed(String fileName, Optional<String> dataset) {
    Optional<String> part = dataset.isEmpty() ? Optional.empty() : YearPart.of(stem(fileName));
    if (part.isPresent()) {
      return ProblemCode.PART_READ.ofFile(
          Map.of("dataset", dataset.orElseThrow(), "part", part.orElseThrow()));
    }
    boolean exact =
        dataset.isEmpty()
            || (CSV.matcher(fileName).matches() || isWorkbook(fileName))
                && isName(Fold.letters(stem(fileName)));
    return exact
        ? null
        : ProblemCode.FILE_NAME_READ.ofFile(Map.of("dataset", dataset.orElseThrow() + ".csv"));
  }
}
