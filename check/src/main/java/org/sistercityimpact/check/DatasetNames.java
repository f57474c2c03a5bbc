package org.sistercityimpact.check;

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
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contract.Kind;
import org.sistercityimpact.check.contract.Contracts;

/** What the names of files, sheets and folders say of what they hold. */
public final class DatasetNames {
  /** The folder of the tables that national staff keep. */
  public static final String REGISTRY = "registry";

  private static final String FILE = ".csv";

  private static final Pattern YEAR =
      Pattern.compile(
          "(?i)(?:fy|year)?[ _-]?((?:19|20)[0-9]{2})(?:[ _-]?(?:reports?|submissions?|files|data|final))?|fy[ _-]?'?([0-9]{2})");
  private static final Pattern WORKBOOK =
      Pattern.compile("(?is).*\\.(xlsx|xlsm|xlsb|xls|ods|numbers)");
  private static final Pattern TABLE =
      Pattern.compile("(?is)(.*)\\.(?:csv|txt|tsv|tab|xlsx|xlsm|xlsb|xls|ods|numbers)");
  private static final Pattern A_YEAR = Pattern.compile("(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])");
  private static final Pattern NOISE =
      Pattern.compile(
          "(?i)\\([0-9]{1,2}\\)|(?<![0-9])(?:fy ?)?(?:19|20)[0-9]{2}(?:[-_.][0-9]{2}[-_.][0-9]{2})?(?![0-9])|(?<![a-z])(?:copy(?: of)?|copia(?: de)?|final|finished|complete|version|v ?[0-9]{1,2}|rev ?[0-9]*|draft|updated?|revised|corrected|amended|our|latest|new|export(?:ed)?|conflicted|sister[ _-]?cit(?:y|ies))(?![a-z])|(?<=[ _-])(?:[1-9]|1[0-2])$");
  private static final Pattern SEGMENTS = Pattern.compile("\\s*[-–—.()]\\s*");
  private static final int MOST_SEGMENTS = 8;
  private static final int HUNDRED = 100;
  // "FY24", "'24"; without a group two of them, as in "24-25", which may be either.
  private static final Pattern SHORT_YEAR =
      Pattern.compile(
          "(?i)(?<![0-9])[12][0-9] ?[-–/_] ?[12][0-9](?![0-9-])|(?:(?<![a-z])fy ?'?|['’])([0-9]{2})(?![0-9])");
  private static final Pattern WORDS = Pattern.compile("[^\\p{L}0-9]+");
  // Beside a dataset's name these say nothing; nor do a number of a list, and initials.
  private static final Pattern FILLER =
      Pattern.compile(
          "|[a-z]{1,2}|0?[1-9]|1[0-2]|lists?|reports?|reporting|data|spreadsheet|table|sheet|submitted|submission|annual|full|whole|calendar|fiscal|year|yearly|log|form|forms|responses?|tracking|tracker|summary|the|for|all|edits?|edited|send|sent|listado?|informe|datos|anual|año");
  private static final Pattern CSV = Pattern.compile("(?is)(.*)\\.csv");
  private static final Pattern TEXT = Pattern.compile("(?is)(.*)\\.(?:csv|txt|tsv|tab)");

  private final Map<String, String> submitted;
  private final Map<String, String> registry;

  /** The names of the tables that {@code contracts} describe. */
  public DatasetNames(Contracts contracts) {
    submitted = names(contracts, Kind.SUBMITTED);
    registry = names(contracts, Kind.REGISTRY);
  }

  /** The dataset, or registry table, that a file's name means. */
  public Optional<String> dataset(String fileName, boolean ofRegistry) {
    return meant(fileName, null, null, ofRegistry ? registry : submitted);
  }

  /** The dataset of cities that a file's name means, where that of {@code member} may stand. */
  public Optional<String> datasetOf(String member, String fileName) {
    return meant(fileName, null, member, submitted);
  }

  /**
   * The dataset that a name means, what programs and people add to names set aside: copies,
   * versions, the year, a part of it, the member. Another year means none.
   */
  private static Optional<String> meant(
      String fileName, Integer year, String member, Map<String, String> names) {
    if (fileName.endsWith(FILE) && names.containsKey(fileName)) {
      return Optional.of(names.get(fileName));
    }
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
    if (part == null && member != null) {
      part = besideMember(plain(YearPart.without(stem)), member, names);
    }
    return part != null ? Optional.of(part) : amongOthers(stem, names);
  }

  /** "Santa Fe exchanges", "exchanges_santa-fe_nm": null where other words are left. */
  private static String besideMember(String letters, String member, Map<String, String> names) {
    for (String name : namesOf(member)) {
      boolean begins = letters.startsWith(name);
      String rest =
          begins
              ? letters.substring(name.length())
              : letters.endsWith(name)
                  ? letters.substring(0, letters.length() - name.length())
                  : "";
      String dataset = name.isEmpty() ? null : names.get(rest);
      if (dataset != null) {
        return dataset;
      }
    }
    return null;
  }

  /** How a member, by its id or its folder, is called in names of files. */
  private static List<String> namesOf(String member) {
    String[] parts = member.split("-", 3);
    String whole = Fold.letters(member);
    if (parts.length < 3) {
      return List.of(whole, "cityof" + whole);
    }
    String state = Fold.letters(parts[1]);
    String place = Fold.letters(parts[2]);
    return List.of(whole, place + state, state + place, "cityof" + place, place);
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

  /**
   * The year in the name of a table that has a file a year, such as highlights-2025.csv: one with
   * an alias in which {@code {year}} stands for it; null: it is none.
   */
  public Integer yearIn(String fileName) {
    Matcher year = A_YEAR.matcher(stem(fileName));
    if (!year.find()) {
      return null;
    }
    Integer found = Integer.valueOf(year.group(1));
    return isName(Fold.letters(year.replaceFirst("year"))) ? found : null;
  }

  private static String stem(String fileName) {
    Matcher table = TABLE.matcher(fileName);
    return table.matches() ? table.group(1) : fileName;
  }

  private static Map<String, String> names(Contracts contracts, Kind kind) {
    Map<String, String> names = new HashMap<>();
    List<Contract> all = contracts.all().stream().filter(c -> c.kind() == kind).toList();
    for (Contract contract : all) {
      names.put(Fold.letters(contract.name()), contract.name());
      // The very name, which nearly all files have, so that no pattern is tried on it.
      names.put(contract.name() + FILE, contract.name());
    }
    for (Contract contract : all) {
      contract.names().aliases().forEach(a -> names.putIfAbsent(Fold.letters(a), contract.name()));
      contract
          .names()
          .translations()
          .values()
          .forEach(t -> names.putIfAbsent(Fold.letters(t.title()), contract.name()));
    }
    return names;
  }

  /** The year that a folder's name means: 2025, FY2025, FY25, "2025 reports"; null: none. */
  public static Integer year(String folder) {
    Matcher year = YEAR.matcher(folder);
    if (!year.matches()) {
      return null;
    }
    return year.group(1) == null
        ? Integer.valueOf("20" + year.group(2))
        : Integer.valueOf(year.group(1));
  }

  /** The dataset of cities that a name means, in a folder of {@code year}. */
  public Optional<String> meant(String fileName, Integer year) {
    return meant(fileName, year, null, submitted);
  }

  /** The same in the folder of a member, whose name may stand there, too. */
  public Optional<String> meant(String fileName, Integer year, String member) {
    return meant(fileName, year, member, submitted);
  }

  /** Whether a file's name ends as those of workbooks do. */
  public static boolean isWorkbook(String file) {
    return WORKBOOK.matcher(file).matches();
  }

  /** What is told of a workbook without a sheet that is read. */
  public Problem noSheet() {
    return ProblemCode.NO_SHEET_READ.ofFile(Map.of("datasets", datasets(submitted, "")));
  }

  /** What is told of a sheet that is none of the datasets. */
  public Problem sheetNotRead() {
    return ProblemCode.SHEET_NOT_READ.ofFile(Map.of("datasets", datasets(submitted, "")));
  }

  /** Why a file of no known dataset was refused, by its path in the inbox. */
  public Problem refusal(String file) {
    boolean isRegistry = file.toLowerCase(Locale.ROOT).startsWith(REGISTRY + "/");
    return unknown(isRegistry);
  }

  /** Whether a file's name ends as that of a text of cells. */
  public static boolean isCsv(String file) {
    return CSV.matcher(file).matches();
  }

  /**
   * Whether a text of cells may be told by its columns: its name speaks of no other year than
   * {@code year}, and leaves open what it holds, as Book1.csv does, or has words beside one
   * dataset's that say nothing, as "01_exchanges list.csv" has. (Others may be another member.)
   */
  public boolean leavesToColumns(String fileName, Integer year) {
    if (!TEXT.matcher(fileName).matches() || namesOtherYear(fileName, year)) {
      return false;
    }
    String letters = Fold.letters(stem(fileName));
    Set<String> datasets = within(fileName);
    return datasets.isEmpty()
        ? registry.keySet().stream().noneMatch(letters::contains)
        : datasets.size() == 1 && saysNoMore(fileName, datasets.iterator().next(), year);
  }

  private boolean saysNoMore(String fileName, String dataset, Integer year) {
    List<String> ofDataset =
        submitted.entrySet().stream()
            .filter(name -> name.getValue().equals(dataset))
            .map(Map.Entry::getKey)
            .toList();
    String plain = NOISE.matcher(YearPart.without(stem(fileName))).replaceAll(" ");
    for (String word : WORDS.split(plain)) {
      boolean known =
          FILLER.matcher(word).matches()
              || ofDataset.stream().anyMatch(name -> name.contains(word));
      boolean isYear =
          year != null && word.replaceFirst("^fy", "").equals(String.valueOf(year % HUNDRED));
      if (!known && !isYear) {
        return false;
      }
    }
    return true;
  }

  /** Whether a file of that name may hold a dataset: it has the name of no other. */
  public boolean mayHold(String dataset, String fileName) {
    return within(fileName).stream().allMatch(dataset::equals);
  }

  private static boolean namesOtherYear(String fileName, Integer year) {
    Matcher named = A_YEAR.matcher(fileName);
    while (year != null && named.find()) {
      if (!named.group(1).equals(year.toString())) {
        return true;
      }
    }
    Matcher ofTwoDigits = SHORT_YEAR.matcher(fileName);
    while (year != null && ofTwoDigits.find()) {
      if (ofTwoDigits.group(1) == null
          || Integer.parseInt(ofTwoDigits.group(1)) != year % HUNDRED) {
        return true;
      }
    }
    return false;
  }

  /** The datasets whose names stand somewhere within a file's name. */
  private Set<String> within(String fileName) {
    String letters = Fold.letters(stem(fileName));
    return submitted.entrySet().stream()
        .filter(name -> letters.contains(name.getKey()))
        .map(Map.Entry::getValue)
        .collect(Collectors.toSet());
  }

  /** Why a file of no known dataset, or of no table of the registry, is refused. */
  public Problem unknown(boolean ofRegistry) {
    Map<String, String> names = ofRegistry ? registry : submitted;
    return ProblemCode.UNKNOWN_DATASET.ofFile(Map.of("datasets", datasets(names, FILE)));
  }

  private static String datasets(Map<String, String> names, String ending) {
    return names.values().stream()
        .distinct()
        .sorted()
        .map(known -> known + ending)
        .collect(Collectors.joining(", "));
  }

  /** What is told of a name that is only taken for a dataset's; null: it is one. */
  public Problem assumed(String fileName, Optional<String> dataset) {
    if (dataset.isPresent() && fileName.equals(dataset.get() + FILE)) {
      return null;
    }
    Optional<String> part = dataset.isEmpty() ? Optional.empty() : YearPart.of(stem(fileName));
    if (part.isPresent()) {
      return ProblemCode.PART_READ.ofFile(
          Map.of("dataset", dataset.orElseThrow(), "part", part.orElseThrow()));
    }
    boolean exact =
        dataset.isEmpty()
            || (isCsv(fileName) || isWorkbook(fileName))
                && (isName(Fold.letters(stem(fileName))) || yearIn(fileName) != null);
    return exact
        ? null
        : ProblemCode.FILE_NAME_READ.ofFile(Map.of("dataset", dataset.orElseThrow() + FILE));
  }
}
