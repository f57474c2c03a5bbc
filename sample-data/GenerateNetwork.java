import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

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
public final class GenerateNetwork {

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

  private GenerateNetwork() {}
}

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

  static Options parse(String[] args) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      if (!args[i].startsWith("--") || i + 1 == args.length) {
        throw new IllegalArgumentException("Cannot read argument '" + args[i] + "' (--name value)");
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
            Path.of(given.getOrDefault("source", "sample-data/registry-source")));
    given
        .keySet()
        .removeAll(
            Set.of("members", "years", "last-year", "rows", "seed", "faults", "out", "source"));
    if (!given.isEmpty()) {
      throw new IllegalArgumentException("Cannot use arguments " + given.keySet());
    }
    if (options.faulty
        && (options.members != 40 || options.years != 5 || options.lastYear != 2025)) {
      throw new IllegalArgumentException("--faults sample is made for 40 members, 2021 to 2025");
    }
    return options;
  }
}

/** The six datasets that a city submits, with the plain field names of the method. */
enum Dataset {
  EXCHANGES(
      0.7,
      "exchange_id,partnership_id,direction,purpose,title,start_date,end_date,people,youth,officials,"
          + "first_time,nights,lodging,primary_purpose_share,paid_from_here_share,spend_usd,"
          + "co_organizers"),
  EVENTS(
      0.6,
      "event_id,partnership_id,exchange_id,date,title,purpose,attendance,nonlocal_attendance,delegates,"
          + "method,co_organizers"),
  TRADE_CONTACTS(
      0.6,
      "contact_id,partnership_id,date,company,sector,contact_name,contact_email,stage,value,currency,"
          + "evidence,contribution_share"),
  VOLUNTEER_HOURS(1.6, "volunteer,volunteers,month,activity,hours,youth"),
  BUDGETS(0.6, "line_id,category,funded_by,amount_usd,period_end"),
  SURVEYS(1.9, "exchange_id,respondent,wave,q1,q2,q3,q4,q5");

  /** This dataset's part of the rows; the six parts have mean 1. */
  final double part;

  final List<String> columns;

  Dataset(double part, String columns) {
    this.part = part;
    this.columns = List.of(columns.split(","));
  }

  String fileName() {
    return name().toLowerCase(Locale.ROOT) + ".csv";
  }
}

/** A city, county or state of the network; {@code population} 0 = unknown. */
record Member(
    String id,
    String name,
    String state,
    String type,
    String latitude,
    String longitude,
    Map<Integer, Integer> populations,
    String populationSource,
    String inside,
    int since,
    int until,
    List<Partner> partners) {

  int population() {
    return populations.values().stream().reduce(0, (earlier, later) -> later);
  }

  /** Size of the program, 1 for a town of 15,000: activity grows more slowly than population. */
  double size() {
    if (population() == 0) {
      return 1.5;
    }
    double people = Math.min(Math.max(population(), 4000), 900_000);
    return StrictMath.pow(people / 15_000, 0.56);
  }

  boolean expectedIn(int year) {
    return since <= year && (until == 0 || year <= until);
  }
}

/** One tie of a member; years are 0 when not stated, {@code asleepFrom} ends its activity. */
record Partner(
    String id,
    String name,
    String localName,
    String country,
    String latitude,
    String longitude,
    int established,
    String status,
    int ended,
    double weight,
    double inboundShare,
    int asleepFrom) {

  boolean livelyIn(int year) {
    return year < asleepFrom && established <= year && (ended == 0 || year <= ended);
  }
}

/** Random numbers that are the same on every machine: integers first, StrictMath after. */
final class Chance {
  private final SplittableRandom random;

  Chance(long seed, Object... about) {
    long mixed = seed;
    for (Object part : about) {
      for (char c : part.toString().toCharArray()) {
        mixed = (mixed ^ c) * 0x9E3779B97F4A7C15L;
        mixed ^= mixed >>> 29;
      }
      mixed = mixed * 31 + 7;
    }
    random = new SplittableRandom(mixed);
  }

  double share() {
    return (random.nextLong() >>> 11) * 0x1.0p-53;
  }

  boolean in(double probability) {
    return share() < probability;
  }

  int between(int low, int high) {
    return low + (int) (share() * (high - low + 1));
  }

  /** Roughly normal, mean 0 and deviation 1, never beyond 3.5. */
  double bell() {
    return (share() + share() + share() + share() - 2) * 1.7320508;
  }

  /** Mostly near the median, sometimes far above it, as counts of people are. */
  double skewed(double median, double spread) {
    return median * StrictMath.exp(spread * bell());
  }

  int count(double expected) {
    return (int) (expected + share());
  }

  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[(int) (share() * choices.length)];
  }

  /** Reads "hotel 5|homestay 3": a choice and its weight. */
  String weighted(String choices) {
    String[] parts = choices.split("\\|");
    int total = 0;
    for (String part : parts) {
      total += Integer.parseInt(part.substring(part.lastIndexOf(' ') + 1));
    }
    double at = share() * total;
    for (String part : parts) {
      int space = part.lastIndexOf(' ');
      at -= Integer.parseInt(part.substring(space + 1));
      if (at < 0) {
        return part.substring(0, space);
      }
    }
    return parts[0].substring(0, parts[0].lastIndexOf(' '));
  }
}

/** The members that were drawn, with their partners, and how the rows are spread over them. */
final class Network {
  final Options options;
  final List<Member> members = new ArrayList<>();
  private double meanSize;
  private double meanYear;

  private Network(Options options) {
    this.options = options;
  }

  static Network draw(Options options) throws IOException {
    Network network = new Network(options);
    List<Map<String, String>> members = read(options.source().resolve("members.csv"));
    Map<String, List<Map<String, String>>> partners = new HashMap<>();
    for (Map<String, String> row : read(options.source().resolve("partners.csv"))) {
      partners.computeIfAbsent(row.get("member_id"), id -> new ArrayList<>()).add(row);
    }
    int checked = (int) members.stream().filter(m -> m.get("hand_checked").equals("yes")).count();
    Map<Double, Map<String, String>> pool = new TreeMap<>();
    for (Map<String, String> row : members.subList(checked, members.size())) {
      pool.put(new Chance(options.seed(), "pool", row.get("member_id")).share(), row);
    }
    List<Map<String, String>> order = new ArrayList<>(members.subList(0, checked));
    order.addAll(pool.values());
    for (int i = 0; i < options.members(); i++) {
      Map<String, String> row = order.get(i % order.size());
      int copy = i / order.size() + 1;
      network.members.add(network.member(row, copy, partners.get(row.get("member_id"))));
    }
    network.meanSize = network.members.stream().mapToDouble(Member::size).average().orElse(1);
    network.meanYear =
        Arrays.stream(network.years()).mapToDouble(Network::pulse).average().orElse(1);
    return network;
  }

  int[] years() {
    return IntStream.rangeClosed(firstYear(), options.lastYear()).toArray();
  }

  int firstYear() {
    return options.lastYear() - options.years() + 1;
  }

  /** Activity of a calendar year against an ordinary one: the pandemic is in it. */
  static double pulse(int year) {
    return switch (year) {
      case 2020 -> 0.18;
      case 2021 -> 0.42;
      case 2022 -> 0.78;
      default -> 1 + 0.02 * (Math.min(year, 2035) - 2023);
    };
  }

  /** Expected rows of one file. */
  double rows(Dataset dataset, Member member, int year) {
    return options.rows() * dataset.part * member.size() / meanSize * pulse(year) / meanYear;
  }

  private Member member(Map<String, String> row, int copy, List<Map<String, String>> partnerRows) {
    String suffix = copy == 1 ? "" : "-" + copy;
    String id = row.get("member_id") + suffix;
    Chance chance = new Chance(options.seed(), "member", id);
    Map<Integer, Integer> populations = new LinkedHashMap<>();
    for (int year : new int[] {2015, 2020}) {
      if (!row.get("population_" + year).isEmpty()) {
        populations.put(year, Integer.parseInt(row.get("population_" + year)));
      }
    }
    String source = "";
    if (populations.isEmpty() && row.get("hand_checked").equals("no") && !chance.in(0.05)) {
      double median = row.get("jurisdiction_type").equals("city") ? 28_000 : 220_000;
      populations.put(2015, (int) chance.skewed(median, 0.9) / 10 * 10);
      source = "generated, not a census figure";
    }
    int since = chance.between(1960, firstYear() - 1);
    int until = 0;
    if (options.faulty()) {
      since = id.equals("US-TX-fredericksburg") ? 2023 : since;
      until = id.equals("US-OH-dayton") ? 2022 : 0;
    }
    List<Partner> partners = new ArrayList<>();
    for (Map<String, String> partner : partnerRows) {
      partners.add(partner(id, partner, partners.size()));
    }
    return new Member(
        id,
        row.get("name") + (copy == 1 ? "" : " (generated " + copy + ")"),
        row.get("state"),
        row.get("jurisdiction_type"),
        row.get("latitude"),
        row.get("longitude"),
        populations,
        source,
        copy == 1 ? row.get("inside_member_id") : "",
        since,
        until,
        partners);
  }

  /** The first partner of a member always stays active, so that no year is without activity. */
  private Partner partner(String memberId, Map<String, String> row, int rank) {
    String id = memberId + "~" + row.get("partner_country") + "-" + slug(row.get("partner_name"));
    Chance chance = new Chance(options.seed(), "partner", id);
    boolean first = rank == 0;
    int span = Math.max(1, firstYear() - 1956);
    int established = 1956 + (int) (span * (1 - chance.share() * chance.share()));
    String status = chance.weighted("active 88|friendship 5|emeritus 4|suspended 3");
    int ended = 0;
    int asleep = 9999;
    if (chance.in(0.05)) {
      established = chance.between(firstYear(), options.lastYear());
    } else if (chance.in(0.1)) {
      established = 0;
    }
    if (status.equals("emeritus") && chance.in(0.5) && established < firstYear()) {
      ended = chance.between(firstYear(), options.lastYear());
    }
    if (status.equals("emeritus") || chance.in(0.07)) {
      asleep = ended == 0 ? 0 : ended;
    } else if (status.equals("suspended") || chance.in(0.15)) {
      asleep = chance.between(firstYear(), options.lastYear());
    }
    return new Partner(
        id,
        row.get("partner_name"),
        row.get("partner_local_name"),
        row.get("partner_country"),
        row.get("partner_latitude"),
        row.get("partner_longitude"),
        first ? Math.min(established, firstYear() - 1) : established,
        first ? "active" : status,
        first ? 0 : ended,
        chance.skewed(1 / StrictMath.pow(rank + 1, 0.7), 0.5),
        0.25 + 0.55 * chance.share(),
        first ? 9999 : asleep);
  }

  static String slug(String name) {
    String plain = name;
    for (String pair : "ł=l|Ł=L|ø=o|Ø=O|ı=i|đ=d|Đ=D|ß=ss|æ=ae|œ=oe|ð=d|þ=th".split("\\|")) {
      plain = plain.replace(pair.substring(0, 1), pair.substring(2));
    }
    return Normalizer.normalize(plain, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[’'ʻʼ.]", "")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  /** Reads one of our own source tables: quotes may hold commas, never line breaks. */
  private static List<Map<String, String>> read(Path file) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> header = null;
    for (String line : Files.readAllLines(file, UTF_8)) {
      List<String> cells = new ArrayList<>();
      StringBuilder cell = new StringBuilder();
      boolean quoted = false;
      for (char c : (line + ",").toCharArray()) {
        if (c == '"') {
          quoted = !quoted;
        } else if (c == ',' && !quoted) {
          cells.add(cell.toString());
          cell.setLength(0);
        } else {
          cell.append(c);
        }
      }
      if (header == null) {
        header = cells;
      } else {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
          row.put(header.get(i), cells.get(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  void writeRegistry(Path folder) throws IOException {
    Table membersTable =
        new Table(
            "member_id,name,state,jurisdiction_type,latitude,longitude,member_since,member_until,"
                + "inside_member_id");
    Table populations = new Table("member_id,data_year,population,source");
    Table partnerships =
        new Table(
            "partnership_id,member_id,partner_name,partner_local_name,partner_country,"
                + "partner_latitude,partner_longitude,established,status,ended");
    for (Member m : members) {
      String inside = members.stream().anyMatch(o -> o.id().equals(m.inside())) ? m.inside() : "";
      membersTable.add(
          m.id(),
          m.name(),
          m.state(),
          m.type(),
          m.latitude(),
          m.longitude(),
          m.since(),
          year(m.until()),
          inside);
      m.populations()
          .forEach(
              (year, people) -> populations.add(m.id(), year, people, populationSource(m, year)));
      for (Partner p : m.partners()) {
        partnerships.add(
            p.id(),
            m.id(),
            p.name(),
            p.localName(),
            p.country(),
            p.latitude(),
            p.longitude(),
            year(p.established()),
            p.status(),
            year(p.ended()));
      }
    }
    Table calendar = new Table("data_year,due_date");
    Table awards = new Table("data_year,award,member_id,citation");
    for (int year : years()) {
      calendar.add(year, LocalDate.of(year + 1, 3, 31));
      Member winner =
          members.get(new Chance(options.seed(), "award", year).between(0, members.size() - 1));
      if (winner.expectedIn(year)) {
        awards.add(
            year,
            "Sample award for a program",
            winner.id(),
            "Invented: this award was never given; it shows where a citation is printed.");
      }
    }
    membersTable.write(folder.resolve("members.csv"));
    populations.write(folder.resolve("populations.csv"));
    partnerships.write(folder.resolve("partnerships.csv"));
    calendar.write(folder.resolve("calendar.csv"));
    awards.write(folder.resolve("awards.csv"));
    Files.writeString(
        folder.resolve("notice.md"), "Generated sample activity – not real figures\n");
    Files.writeString(
        folder.resolve("letter-" + options.lastYear() + ".md"), letter(options.lastYear()));
  }

  private static String populationSource(Member member, int year) {
    if (!member.populationSource().isEmpty()) {
      return member.populationSource();
    }
    return year == 2015 ? "U.S. Census Bureau, ACS 2015" : "U.S. Census Bureau, Census 2020";
  }

  private static Object year(int year) {
    return year == 0 ? "" : year;
  }

  private static String letter(int year) {
    return """
    # A word before the numbers

    Dear reader,

    every figure in this report is invented. The cities and their partners are real, taken from public
    lists; what they are said to have done in %d, who came, what it cost and what it brought, was made
    by a program, so that you can see what the report looks like before any member has sent a file.
    The years in which members and partnerships began or ended are invented too.

    Nobody should quote a number from these pages. What is real is the way each of them was computed:
    every file was checked cell by cell, every total adds up from rows, and every estimate is a range
    with its assumptions beside it. Some of the files are wrong on purpose. You will find them in the
    chapter on data quality, where a report should show them.

    When your own members' files take the place of these, this letter is the first thing to replace.

    The makers of the sample
    """
        .formatted(year);
  }
}

/** A CSV table that we write for staff: a header and rows, UTF-8. */
final class Table {
  private final StringBuilder text = new StringBuilder();

  Table(String header) {
    text.append(header).append('\n');
  }

  void add(Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      text.append(i == 0 ? "" : ",").append(Sheet.quoted(cells[i].toString(), ','));
    }
    text.append('\n');
  }

  void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}

/** One file of a submission before it is written; a row of no cells is a blank line. */
final class Sheet {
  final Dataset dataset;
  final String memberId;
  final int year;
  final List<String[]> rows = new ArrayList<>();
  List<String> header;
  Charset charset = UTF_8;
  char delimiter = ',';
  String lineEnd = "\n";
  String before = "";
  String after = "";

  /** Bytes to write instead of header and rows, or null. */
  String instead;

  Sheet(Dataset dataset, String memberId, int year) {
    this.dataset = dataset;
    this.memberId = memberId;
    this.year = year;
    this.header = dataset.columns;
  }

  void add(Object... cells) {
    String[] row = new String[cells.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = cells[i].toString();
    }
    rows.add(row);
  }

  String path() {
    return year + "/" + memberId + "/" + dataset.fileName();
  }

  void write(Path inbox) {
    try {
      Path file = inbox.resolve(path());
      Files.createDirectories(file.getParent());
      Files.write(file, text(new IdentityHashMap<>()).getBytes(charset));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The text of the file; notes for each row the line on which it begins. */
  String text(Map<String[], Integer> lines) {
    if (instead != null) {
      return instead;
    }
    StringBuilder text = new StringBuilder(rows.size() * 80 + 200).append(before);
    append(text, header.toArray(new String[0]));
    int line = 2;
    for (String[] row : rows) {
      lines.put(row, line);
      int from = text.length();
      append(text, row);
      for (int i = from; i < text.length(); i++) {
        line += text.charAt(i) == '\n' ? 1 : 0;
      }
    }
    return text.append(after).toString();
  }

  private void append(StringBuilder text, String[] cells) {
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        text.append(delimiter);
      }
      text.append(quoted(cells[i], delimiter));
    }
    text.append(lineEnd);
  }

  static String quoted(String cell, char delimiter) {
    boolean plain = cell.indexOf(delimiter) < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0;
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}

/** What one member did in one year: its exchanges, and the five files that go with them. */
final class Activity {
  private static final Map<String, String[]> TITLES = new HashMap<>();

  /** Currency of the partner's country and about how many units one U.S. dollar buys. */
  private static final Map<String, Object[]> CURRENCIES = new HashMap<>();

  private static final String[] HOSTS = {
    "Example Library", "Example High School", "Example Chamber Choir", "Example College",
    "Example Garden Club", "Example Museum", "Example Youth Orchestra", "Example Fire Department",
    "Example Hospital", "Example Football Club", "Example Business Council", "Example Food Bank"
  };

  static {
    TITLES.put(
        "cultural",
        "Choir tour, %s|Print exhibition with %s|Folk dance group, %s|Film week with %s"
            .split("\\|"));
    TITLES.put(
        "educational",
        "Teachers' visit, %s|School partnership with %s|Library exchange with %s".split("\\|"));
    TITLES.put(
        "municipal",
        "Council delegation, %s|Mayors' meeting with %s|Water and parks staff, %s".split("\\|"));
    TITLES.put("business", "Trade mission, %s|Small business fair with %s".split("\\|"));
    TITLES.put(
        "professional",
        "Nurses' exchange with %s|Journalists, %s|Judges and clerks, %s".split("\\|"));
    TITLES.put("technical", "Flood protection workshop with %s|Transit engineers, %s".split("\\|"));
    TITLES.put(
        "youth", "Student homestay, %s|Young leaders' camp with %s|School band, %s".split("\\|"));
    TITLES.put("humanitarian", "Medical supplies with %s|Fire engine hand-over, %s".split("\\|"));
    TITLES.put("sports", "Youth football, %s|Half marathon with %s|Judo club, %s".split("\\|"));
    String euro = "AT,BE,CY,DE,EE,ES,FI,FR,GR,HR,IE,IT,LT,LU,LV,MQ,MT,NL,PT,SI,SK,XK";
    for (String country : euro.split(",")) {
      CURRENCIES.put(country, new Object[] {"EUR", 0.92});
    }
    String others =
        "JP JPY 140|GB GBP 0.78|CN CNY 7.1|MX MXN 18.5|KR KRW 1350|CA CAD 1.36|BR BRL 5.4|TW TWD"
            + " 31|IN INR 83|CH CHF 0.88|AU AUD 1.5|NZ NZD 1.65|ZA ZAR 18|SE SEK 10.4|NO NOK"
            + " 10.5|DK DKK 6.8|TH THB 35|MY MYR 4.5|SG SGD 1.34|HK HKD 7.8";
    for (String other : others.split("\\|")) {
      String[] parts = other.split(" ");
      CURRENCIES.put(parts[0], new Object[] {parts[1], Double.valueOf(parts[2])});
    }
  }

  /** An exchange as later files refer to it. */
  private record Stay(
      String id, Partner partner, String direction, LocalDate start, LocalDate end, int people) {}

  private final Network network;
  private final Member member;
  private final int year;
  private final List<Stay> stays = new ArrayList<>();

  Activity(Network network, Member member, int year) {
    this.network = network;
    this.member = member;
    this.year = year;
  }

  List<Sheet> sheets() {
    return List.of(exchanges(), events(), tradeContacts(), volunteerHours(), budgets(), surveys());
  }

  private Chance chance(Dataset dataset) {
    return new Chance(network.options.seed(), member.id(), year, dataset);
  }

  private int rows(Dataset dataset, Chance chance) {
    double expected = network.rows(dataset, member, year) * (0.8 + 0.4 * chance.share());
    return Math.max(1, chance.count(expected));
  }

  private Sheet exchanges() {
    Chance chance = chance(Dataset.EXCHANGES);
    Sheet sheet = new Sheet(Dataset.EXCHANGES, member.id(), year);
    int rows = rows(Dataset.EXCHANGES, chance);
    double virtual = year == 2020 ? 0.6 : year == 2021 ? 0.45 : 0.07;
    for (int i = 1; i <= rows; i++) {
      Partner partner = livelyPartner(chance);
      boolean remote = chance.in(virtual);
      String direction =
          remote ? "virtual" : chance.in(partner.inboundShare()) ? "inbound" : "outbound";
      String purpose =
          chance.weighted(
              "cultural 24|youth 20|educational 16|municipal 13|business 8|professional 6|technical"
                  + " 4|humanitarian 3|sports 6");
      double median =
          switch (purpose) {
            case "youth", "sports" -> 16;
            case "cultural" -> 13;
            case "educational" -> 11;
            default -> 5;
          };
      int people =
          Math.max(remote ? 3 : 1, (int) chance.skewed(remote ? median * 1.6 : median, 0.55));
      LocalDate start = day(chance);
      boolean dayVisit = direction.equals("inbound") && chance.in(0.05);
      int nights =
          dayVisit || remote
              ? 0
              : (int) Math.max(1, chance.skewed(purpose.equals("youth") ? 9 : 5, 0.45));
      LocalDate end = start.plusDays(nights);
      Stay stay =
          new Stay(
              String.format(Locale.ROOT, "EX-%d-%03d", year, i),
              partner,
              direction,
              start,
              end,
              people);
      stays.add(stay);
      boolean inbound = direction.equals("inbound");
      int youth =
          purpose.equals("youth")
              ? people - Math.min(people, 1 + people / 8)
              : chance.count(people * 0.2 * chance.share());
      int officials =
          purpose.equals("municipal")
              ? 1 + (int) ((people - 1) * chance.share() * 0.7)
              : chance.in(0.3) ? 1 : 0;
      sheet.add(
          stay.id(),
          partner.id(),
          direction,
          purpose,
          String.format(Locale.ROOT, chance.of(TITLES.get(purpose)), partner.name()),
          start,
          remote && chance.in(0.5) ? "" : end,
          people,
          chance.in(0.75) ? youth : "",
          chance.in(0.7) ? officials : "",
          chance.in(0.6) ? (int) (people * (0.35 + 0.6 * chance.share())) : "",
          !remote && nights > 1 && chance.in(0.25) ? nights - (chance.in(0.3) ? 1 : 0) : "",
          !inbound ? "" : dayVisit ? "none" : lodging(chance, purpose),
          inbound && chance.in(0.3) ? chance.of("0.5", "0.6", "0.65", "0.75", "0.8", "0.9") : "",
          inbound && chance.in(0.45)
              ? chance.of("0", "0.1", "0.15", "0.2", "0.25", "0.3333", "0.5")
              : "",
          inbound && nights > 0 && chance.in(0.12)
              ? money(people * nights * chance.skewed(95, 0.35))
              : "",
          hosts(chance));
    }
    return sheet;
  }

  private static String lodging(Chance chance, String purpose) {
    return chance.weighted(
        switch (purpose) {
          case "youth", "educational" -> "homestay 11|student 4|mixed 3|hotel 2";
          case "cultural", "sports", "humanitarian" -> "homestay 8|hotel 6|mixed 5|student 1";
          default -> "hotel 16|mixed 3|homestay 1";
        });
  }

  private Sheet events() {
    Chance chance = chance(Dataset.EVENTS);
    Sheet sheet = new Sheet(Dataset.EVENTS, member.id(), year);
    int rows = rows(Dataset.EVENTS, chance);
    for (int i = 1; i <= rows; i++) {
      Stay stay = chance.in(0.55) ? inboundStay(chance) : null;
      int attendance = Math.max(5, (int) chance.skewed(90 * StrictMath.sqrt(member.size()), 0.9));
      int guests =
          chance.in(0.65) ? (int) (attendance * 0.35 * chance.share() * chance.share()) : -1;
      String delegates = "";
      if (stay != null && guests >= 0) {
        int taking = Math.min(stay.people(), attendance);
        guests = Math.min(attendance, guests + taking);
        delegates = chance.in(0.6) ? String.valueOf(taking) : "";
      }
      LocalDate date = day(chance);
      if (stay != null) {
        date =
            stay.start()
                .plusDays(
                    chance.between(0, (int) ChronoUnit.DAYS.between(stay.start(), stay.end())));
        date = date.getYear() == year ? date : LocalDate.of(year, Month.DECEMBER, 31);
      }
      Partner partner = stay != null ? stay.partner() : livelyPartner(chance);
      sheet.add(
          String.format(Locale.ROOT, "EV-%d-%03d", year, i),
          chance.in(stay != null ? 0.6 : 0.7) ? partner.id() : "",
          stay == null ? "" : stay.id(),
          date,
          chance.of(
                  "Concert",
                  "Festival",
                  "Lecture",
                  "Film evening",
                  "Reception",
                  "Market day",
                  "Exhibition")
              + (chance.in(0.7) ? ": " + partner.name() : ""),
          chance.weighted("cultural 50|educational 15|municipal 10|youth 10|business 8|sports 7"),
          attendance,
          guests < 0 ? "" : guests,
          delegates,
          chance.weighted("count 45|ticket 27|estimate 28"),
          hosts(chance));
    }
    return sheet;
  }

  private Sheet tradeContacts() {
    Chance chance = chance(Dataset.TRADE_CONTACTS);
    Sheet sheet = new Sheet(Dataset.TRADE_CONTACTS, member.id(), year);
    int rows = rows(Dataset.TRADE_CONTACTS, chance);
    for (int contact = 1; sheet.rows.size() < rows; contact++) {
      Partner partner = livelyPartner(chance);
      int firm = chance.between(1, 4 + rows / 3);
      String company = "Example Firm " + firm + " of " + member.name();
      String sector = chance.weighted("33 6|54 5|31 4|42 3|72 3|51 2|11 2|48 1|61 1");
      LocalDate date = day(chance);
      double chanceToGoOn = 1;
      for (String stage : new String[] {"lead", "meeting", "agreement", "deal"}) {
        if (date.getYear() != year || sheet.rows.size() >= rows || !chance.in(chanceToGoOn)) {
          break;
        }
        boolean deal = stage.equals("deal");
        boolean valued = deal ? chance.in(0.85) : stage.equals("agreement") && chance.in(0.2);
        Object[] money = CURRENCIES.get(partner.country());
        boolean foreign = money != null && year <= 2025 && chance.in(0.5);
        double dollars = chance.skewed(60_000, 1.1);
        String value = "";
        if (valued) {
          double units = foreign ? dollars * (Double) money[1] : dollars;
          value =
              chance.in(0.8)
                  ? String.valueOf(Math.max(1, (long) (units / 1000)) * 1000)
                  : money(units);
        }
        sheet.add(
            String.format(Locale.ROOT, "TC-%d-%03d", year, contact),
            partner.id(),
            date,
            company,
            sector,
            chance.in(0.7) ? "Contact " + contact + " of Example Firm " + firm : "",
            chance.in(0.5) ? "c" + contact + "@firm" + firm + ".example" : "",
            stage,
            value,
            !valued ? "" : foreign ? money[0] : "USD",
            deal ? chance.weighted("A 3|B 5|C 4|D 1") : chance.weighted("B 2|C 6| 3"),
            deal && chance.in(0.6) ? chance.of("0.1", "0.2", "0.25", "0.4", "0.5", "1") : "");
        date = date.plusDays(chance.between(14, 80));
        chanceToGoOn = deal ? 0 : 0.6;
      }
    }
    return sheet;
  }

  private Sheet volunteerHours() {
    Chance chance = chance(Dataset.VOLUNTEER_HOURS);
    Sheet sheet = new Sheet(Dataset.VOLUNTEER_HOURS, member.id(), year);
    int rows = rows(Dataset.VOLUNTEER_HOURS, chance);
    Set<String> seen = new HashSet<>();
    while (sheet.rows.size() < rows) {
      boolean named = chance.in(0.7);
      int volunteer = 1 + (int) (rows * 0.6 * chance.share() * chance.share());
      int people = Math.max(2, (int) chance.skewed(9, 0.7));
      double hours = Math.max(0.5, named ? chance.skewed(7, 0.7) : people * chance.skewed(3, 0.4));
      String month =
          chance.in(0.04) ? String.valueOf(year) : YearMonth.from(day(chance)).toString();
      String activity =
          chance.weighted(
              "hosting 30|events 26|administration 16|teaching 11|translation 9|other 8");
      String quarters =
          BigDecimal.valueOf(Math.round(Math.min(hours, 700) * 4))
              .multiply(new BigDecimal("0.25"))
              .stripTrailingZeros()
              .toPlainString();
      Object[] row = {
        named ? String.format(Locale.ROOT, "V-%04d", volunteer) : "",
        named ? "" : people,
        month,
        activity,
        quarters,
        chance.weighted(named ? "no 12|yes 3| 3" : "no 5|yes 3| 8")
      };
      if (seen.add(Arrays.toString(row))) {
        sheet.add(row);
      }
    }
    return sheet;
  }

  private Sheet budgets() {
    Chance chance = chance(Dataset.BUDGETS);
    Sheet sheet = new Sheet(Dataset.BUDGETS, member.id(), year);
    int rows = Math.max(4, rows(Dataset.BUDGETS, chance));
    boolean midYear = new Chance(network.options.seed(), "fiscal year", member.id()).in(0.4);
    String[] opening = {"staff,city", "travel,city", "dues,city", "travel,private"};
    double whole =
        3_500 * StrictMath.pow(member.size(), 1.2) * StrictMath.sqrt(Network.pulse(year));
    for (int i = 1; i <= rows; i++) {
      String[] line =
          i <= opening.length
              ? opening[i - 1].split(",")
              : new String[] {
                chance.weighted(
                    "travel 30|gifts 14|contracts 18|facilities 14|staff 12|overhead 8|dues 4"),
                chance.weighted("city 38|private 30|grant 17|in_kind 15")
              };
      double part =
          switch (line[0]) {
            case "staff" -> 3;
            case "travel", "contracts" -> 1.2;
            case "gifts", "dues" -> 0.2;
            default -> 0.6;
          };
      double amount =
          line[0].equals("dues")
              ? 250 + 900 * member.size() * chance.share()
              : chance.skewed(whole * part * 6 / (rows + 2), 0.5);
      sheet.add(
          String.format(Locale.ROOT, "B-%02d", i),
          line[0],
          line[1],
          money(amount),
          midYear ? year + "-06-30" : "");
    }
    return sheet;
  }

  private Sheet surveys() {
    Chance chance = chance(Dataset.SURVEYS);
    Sheet sheet = new Sheet(Dataset.SURVEYS, member.id(), year);
    int rows = Math.max(2, rows(Dataset.SURVEYS, chance));
    List<Stay> largestFirst = new ArrayList<>(stays);
    largestFirst.sort((a, b) -> b.people() - a.people());
    for (Stay stay : largestFirst) {
      for (int i = 1; i <= stay.people() && sheet.rows.size() < rows; i++) {
        if (chance.in(0.15)) {
          continue;
        }
        String respondent = String.format(Locale.ROOT, "R-%02d", i);
        boolean matched = chance.in(0.88);
        Object[] before = new Object[8];
        Object[] later = new Object[8];
        for (int q = 0; q < 5; q++) {
          double opinion = 2.6 + 0.25 * q + 0.9 * chance.bell();
          before[3 + q] = answer(chance, opinion);
          later[3 + q] = answer(chance, opinion + 0.7 - 0.1 * q + 0.6 * chance.bell());
        }
        for (Object[] wave : List.of(before, later)) {
          wave[0] = stay.id();
          wave[1] = respondent;
          wave[2] = wave == before ? "pre" : "post";
        }
        sheet.add(before);
        if (matched) {
          sheet.add(later);
        }
      }
    }
    return sheet.rows.isEmpty() ? surveyOfOne(sheet) : sheet;
  }

  private Sheet surveyOfOne(Sheet sheet) {
    sheet.add(stays.get(0).id(), "R-01", "pre", 3, 3, 3, 4, 4);
    return sheet;
  }

  private static Object answer(Chance chance, double opinion) {
    return chance.in(0.03) ? "" : Math.min(5, Math.max(1, Math.round(opinion)));
  }

  private Partner livelyPartner(Chance chance) {
    double total = 0;
    for (Partner partner : member.partners()) {
      total += partner.livelyIn(year) ? partner.weight() : 0;
    }
    double at = total * chance.share();
    for (Partner partner : member.partners()) {
      at -= partner.livelyIn(year) ? partner.weight() : 0;
      if (at < 0) {
        return partner;
      }
    }
    return member.partners().get(0);
  }

  private Stay inboundStay(Chance chance) {
    Stay stay = stays.get(chance.between(0, stays.size() - 1));
    return stay.direction().equals("inbound") ? stay : null;
  }

  /** Most exchanges fall between April and October. */
  private LocalDate day(Chance chance) {
    int month =
        Integer.parseInt(
            chance.weighted("1 2|2 3|3 6|4 9|5 11|6 12|7 12|8 8|9 12|10 13|11 6|12 3"));
    return LocalDate.of(year, month, chance.between(1, Month.of(month).minLength()));
  }

  private String hosts(Chance chance) {
    if (chance.in(0.45)) {
      return "";
    }
    String first = chance.of(HOSTS);
    String second = chance.of(HOSTS);
    String place = " of " + member.name();
    return chance.in(0.6) || first.equals(second)
        ? first + place
        : first + place + "; " + second + place;
  }

  private static String money(double amount) {
    return BigDecimal.valueOf(Math.round(amount * 100), 2).toPlainString();
  }
}

/**
 * The committed sample: the network with some members silent, some datasets never sent, and faults
 * put in on purpose. Keeps account of every row, so that what a checker has to find is known.
 */
final class Sample {
  private static final String ACCEPTED = "accepted";
  private static final String REJECTED = "rejected";
  private static final String DUPLICATE = "duplicate";
  private static final String LIST_BEGINS = "<!-- faults begin -->";
  private static final String LIST_ENDS = "<!-- faults end -->";

  private final Network network;
  private final Map<String, Sheet> sheets = new TreeMap<>();
  private final Map<String[], String> outcomes = new IdentityHashMap<>();
  private final Map<String[], String[]> readAs = new IdentityHashMap<>();
  private final Map<String, String> fileStatus = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private int added;

  /** {@code row} null = the whole file; {@code severity} empty = the row or file is sound. */
  private record Fault(
      Sheet sheet,
      String[] row,
      String column,
      String outcome,
      String severity,
      String done,
      String expected) {}

  Sample(Network network) {
    this.network = network;
  }

  long write() throws IOException {
    for (Member member : network.members) {
      for (int year : network.years()) {
        for (Sheet sheet : new Activity(network, member, year).sheets()) {
          if (sends(member, year, sheet.dataset)) {
            sheets.put(sheet.path(), sheet);
          }
        }
      }
    }
    spoilCells();
    spoilFiles();
    Path out = network.options.out();
    sheets.values().forEach(sheet -> sheet.write(out));
    Path beside = out.toAbsolutePath().getParent();
    faultTable().write(beside.resolve("faults.csv"));
    listFaults(beside.resolve("README.md"));
    submissionTable().write(beside.resolve("expected-submissions.csv"));
    metricTable().write(beside.resolve("expected-metrics.csv"));
    return sheets.size();
  }

  /** Small programs keep fewer books; the same member leaves out the same dataset each year. */
  private boolean sends(Member member, int year, Dataset dataset) {
    boolean silent =
        switch (member.id()) {
          case "US-SD-rapid-city" -> true;
          case "US-MT-missoula", "US-SC-columbia" -> year == 2025;
          case "US-NC-asheville" -> year == 2022 && ofExchanges(dataset);
          default -> !member.expectedIn(year);
        };
    if (silent || spoiledFile(year, member.id(), dataset)) {
      return !silent;
    }
    double missing =
        switch (dataset) {
          case EXCHANGES -> 0;
          case EVENTS -> 0.05;
          case BUDGETS, VOLUNTEER_HOURS -> 0.1;
          case TRADE_CONTACTS -> 0.2;
          case SURVEYS -> 0.35;
        };
    return !new Chance(network.options.seed(), "books", member.id(), dataset).in(missing);
  }

  private static boolean ofExchanges(Dataset dataset) {
    return dataset == Dataset.EXCHANGES || dataset == Dataset.EVENTS || dataset == Dataset.SURVEYS;
  }

  /** Files that carry a fault must be there. */
  private static boolean spoiledFile(int year, String member, Dataset dataset) {
    String files =
        "US-CA-san-diego/EVENTS US-CO-denver/EVENTS US-FL-tampa/BUDGETS"
            + " US-GA-atlanta/TRADE_CONTACTS US-OH-cleveland/VOLUNTEER_HOURS"
            + " US-PA-pittsburgh/SURVEYS US-NE-omaha/EVENTS US-AK-sitka/TRADE_CONTACTS"
            + " US-MI-marquette/TRADE_CONTACTS US-RI-newport/TRADE_CONTACTS US-MD-annapolis/SURVEYS"
            + " US-VT-burlington/SURVEYS US-AK-fairbanks/EVENTS US-TN-nashville/TRADE_CONTACTS"
            + " US-OR-portland/TRADE_CONTACTS US-ME-portland/EVENTS US-VA-richmond/VOLUNTEER_HOURS"
            + " US-NC-asheville/BUDGETS";
    return year == 2025 && (" " + files + " ").contains(" " + member + "/" + dataset + " ");
  }

  private void spoilCells() {
    exchangeFaults();
    moreExchangeFaults();
    eventFaults();
    tradeFaults();
    volunteerFaults();
    budgetAndSurveyFaults();
  }

  private void exchangeFaults() {
    Sheet fortWorth = sheet("US-TX-fort-worth", Dataset.EXCHANGES);
    error(
        fortWorth,
        exchange(fortWorth, "start_date", "2025-02-30"),
        "start_date",
        "a day that does not exist",
        "2025 has no 30 February; write a day of the month");
    error(
        fortWorth,
        exchange(fortWorth, "partnership_id", "US-TX-fort-worth~FR-atlantis"),
        "partnership_id",
        "a partnership nobody has",
        "the registry does not know it");
    error(
        fortWorth,
        exchange(fortWorth, "partnership_id", "US-CA-san-diego~JP-yokohama"),
        "partnership_id",
        "the partnership of another member",
        "it belongs to San Diego");
    assumed(
        fortWorth,
        exchange(fortWorth, "partnership_id", "Trier"),
        "partnership_id",
        "US-TX-fort-worth~DE-trier",
        "the partner's name instead of the id",
        "read as US-TX-fort-worth~DE-trier");
    error(
        fortWorth,
        exchange(fortWorth, "end_date", "2025-05-01"),
        "end_date",
        "ends before it starts",
        "end_date is before start_date");
    error(
        fortWorth,
        exchange(fortWorth, "start_date", "2024-12-30"),
        "start_date",
        "starts in the year before",
        "start_date lies outside 2025");
  }

  private void moreExchangeFaults() {
    Sheet sheet = sheet("US-CA-san-diego", Dataset.EXCHANGES);
    error(
        sheet,
        exchange(sheet, "people", "-4"),
        "people",
        "a negative count",
        "negative numbers are errors everywhere");
    error(
        sheet,
        exchange(sheet, "people", ""),
        "people",
        "a required cell left empty",
        "people is required");
    error(
        sheet,
        exchange(sheet, "youth", "9"),
        "youth",
        "more youth (9) than people (8)",
        "youth are among people");
    error(
        sheet,
        exchange(sheet, "lodging", "castle"),
        "lodging",
        "a lodging that is not in the list",
        "choices: hotel, homestay, mixed, student, none");
    error(
        sheet,
        exchange(sheet, "primary_purpose_share", "1.5"),
        "primary_purpose_share",
        "a share above 1",
        "shares lie between 0 and 1");
    error(
        sheet,
        exchange(sheet, "paid_from_here_share", "0.33333"),
        "paid_from_here_share",
        "a share with five decimals",
        "shares have at most 4 decimals");
    error(
        sheet,
        exchange(sheet, "nights", "9"),
        "nights",
        "9 nights in a stay of 5",
        "nights are at most end_date - start_date");
    error(
        sheet,
        exchange(sheet, "end_date", ""),
        "end_date",
        "neither end_date nor nights",
        "an inbound exchange needs one of the two");
    String[] dayVisit = exchange(sheet, "lodging", "none");
    set(sheet, dayVisit, "end_date", "");
    assumed(
        sheet,
        dayVisit,
        "end_date",
        "2025-05-05",
        "a day visit without end_date",
        "read as ending on its start_date");
    error(
        sheet,
        exchange(sheet, "purpose", "cooking"),
        "purpose",
        "a purpose that is not in the list",
        "the nine purposes of the method");
    String[] first = exchange(sheet, "title", "Sample fault: sent twice");
    outcomes.put(first, ACCEPTED);
    String[] again = insert(sheet, first.clone());
    note(
        sheet,
        again,
        "exchange_id",
        DUPLICATE,
        "",
        "the row before, once more",
        "counted as a duplicate; the first counts");
    String[] one = exchange(sheet, "title", "Sample fault: one id, two stories");
    String[] other = insert(sheet, one.clone());
    set(sheet, other, "people", "11");
    error(
        sheet,
        one,
        "exchange_id",
        "the same id on two different rows",
        "both rows are errors: which one is right?");
    error(
        sheet,
        other,
        "exchange_id",
        "the same id on two different rows",
        "both rows are errors: which one is right?");
  }

  private void eventFaults() {
    Sheet denver = sheet("US-CO-denver", Dataset.EVENTS);
    assumed(
        denver,
        event(denver, "attendance", "1,200"),
        "attendance",
        "1200",
        "a grouped number",
        "read as 1200");
    error(
        denver,
        event(denver, "attendance", "1.200,5"),
        "attendance",
        "a number written in another country's way",
        "unclear, so not guessed");
    error(denver, event(denver, "date", "2025-13-01"), "date", "a thirteenth month", "not a date");
    String[] delegates = event(denver, "nonlocal_attendance", "10");
    set(denver, delegates, "delegates", "12");
    error(
        denver,
        delegates,
        "delegates",
        "more delegates (12) than non-local guests (10)",
        "delegates are among nonlocal_attendance");
    error(
        denver,
        event(denver, "nonlocal_attendance", "301"),
        "nonlocal_attendance",
        "more guests (301) than people present (300)",
        "nonlocal_attendance is part of attendance");
    String[] unknown = event(denver, "exchange_id", "EX-2025-999");
    note(
        denver,
        unknown,
        "exchange_id",
        ACCEPTED,
        "warning",
        "an exchange that nobody reported",
        "the row counts as one without exchange_id");
    String[] few = event(denver, "title", "Sample fault: too few cells");
    replace(
        denver,
        few,
        Arrays.copyOf(few, 6),
        "a row of 6 cells under 11 columns",
        "cells are missing");
    String[] many = event(denver, "title", "Sample fault: a cell too many");
    String[] wide = Arrays.copyOf(many, 12);
    wide[11] = "sunny";
    replace(
        denver,
        many,
        wide,
        "a filled twelfth cell under 11 columns",
        "which column does it belong to?");
    String[] trailing = event(denver, "title", "Sample: empty cells at the end are no fault");
    String[] padded = Arrays.copyOf(trailing, 13);
    padded[11] = padded[12] = "";
    denver.rows.set(denver.rows.indexOf(trailing), padded);
    note(denver, padded, "", ACCEPTED, "", "two empty extra cells", "accepted without a word");
    Sheet maine = sheet("US-ME-portland", Dataset.EVENTS);
    String[] formula = event(maine, "title", "=HYPERLINK(\"http://firm.example\";\"Programme\")");
    note(
        maine,
        formula,
        "title",
        ACCEPTED,
        "",
        "a spreadsheet formula as a title",
        "accepted as text; no table that we write may let it run");
    Sheet omaha = sheet("US-NE-omaha", Dataset.EVENTS);
    String[] broken = event(omaha, "title", "Concert in the park:\nfirst half,\nsecond half");
    outcomes.put(broken, ACCEPTED);
    String[] after = event(omaha, "attendance", "-5");
    error(
        omaha,
        after,
        "attendance",
        "a negative count right after a title of three lines",
        "the row number is the line in the file, not the record's");
  }

  private void tradeFaults() {
    Sheet atlanta = sheet("US-GA-atlanta", Dataset.TRADE_CONTACTS);
    String[] bare = deal(atlanta, "currency", "");
    error(atlanta, bare, "currency", "a value without a currency", "value needs currency");
    error(
        atlanta,
        deal(atlanta, "currency", "XYZ"),
        "currency",
        "a currency that does not exist",
        "ISO 4217 codes only");
    error(
        atlanta,
        deal(atlanta, "stage", "handshake"),
        "stage",
        "a stage that is not in the list",
        "choices: lead, meeting, agreement, deal");
    String[] rateless = deal(atlanta, "currency", "GEL");
    note(
        atlanta,
        rateless,
        "value",
        ACCEPTED,
        "",
        "a deal in lari, for which no rate is published",
        "the row counts; its dollars are not computed");
    Sheet nashville = sheet("US-TN-nashville", Dataset.TRADE_CONTACTS);
    Sheet oregon = sheet("US-OR-portland", Dataset.TRADE_CONTACTS);
    for (Sheet sheet : List.of(nashville, oregon)) {
      String[] same = deal(sheet, "company", "Example Firm of two cities");
      note(
          sheet,
          same,
          "company",
          ACCEPTED,
          "",
          "the same company, currency and value from Nashville and Portland",
          "a finding for staff, not for the city");
    }
  }

  private void volunteerFaults() {
    Sheet sheet = sheet("US-OH-cleveland", Dataset.VOLUNTEER_HOURS);
    error(
        sheet,
        put(sheet, "V-9001", "3", "2025-04", "events", "6", ""),
        "volunteers",
        "both volunteer and volunteers",
        "one of the two");
    error(
        sheet,
        put(sheet, "", "", "2025-04", "events", "6", ""),
        "volunteer",
        "neither volunteer nor volunteers",
        "one of the two");
    error(
        sheet,
        put(sheet, "V-9002", "", "2025-04", "hosting", "745", ""),
        "hours",
        "745 hours of one person in one month",
        "a month has at most 744");
    error(
        sheet,
        put(sheet, "V-9003", "", "2025-13", "hosting", "6", ""),
        "month",
        "a thirteenth month",
        "YYYY-MM or YYYY");
    error(
        sheet,
        put(sheet, "V-9004", "", "2025-06", "hosting", "0", ""),
        "hours",
        "no hours",
        "hours are above 0");
    error(
        sheet,
        put(sheet, "V-9005", "", "2025-06", "hosting", "2.125", ""),
        "hours",
        "hours with three decimals",
        "hours have at most 2");
    String[] first = put(sheet, "V-9006", "", "2025-06", "hosting", "6", "no");
    outcomes.put(first, ACCEPTED);
    String[] again = insert(sheet, first.clone());
    note(
        sheet,
        again,
        "",
        ACCEPTED,
        "warning",
        "the row before, once more",
        "equal rows of volunteers all count, with a warning");
  }

  private void budgetAndSurveyFaults() {
    Sheet tampa = sheet("US-FL-tampa", Dataset.BUDGETS);
    assumed(
        tampa,
        put(tampa, "B-901", "travel", "city", "$1,200", ""),
        "amount_usd",
        "1200",
        "a dollar sign and grouping",
        "read as 1200");
    error(
        tampa,
        put(tampa, "B-902", "travel", "city", "1250.505", ""),
        "amount_usd",
        "money with three decimals",
        "money has at most 2");
    error(
        tampa,
        put(tampa, "B-903", "banquet", "city", "1250.50", ""),
        "category",
        "a category that is not in the list",
        "the seven categories of the method");
    error(
        tampa,
        put(tampa, "B-904", "gifts", "city", "1250.50", "2026-06-30"),
        "period_end",
        "a budget year that ends in 2026",
        "the year of period_end is 2025");
    Sheet pittsburgh = sheet("US-PA-pittsburgh", Dataset.SURVEYS);
    String stay = pittsburgh.rows.get(0)[0];
    error(
        pittsburgh,
        put(pittsburgh, stay, "R-901", "pre", "3", "6", "3", "3", "3"),
        "q2",
        "an answer of 6",
        "answers are 1 to 5");
    error(
        pittsburgh,
        put(pittsburgh, stay, "R-902", "middle", "3", "3", "3", "3", "3"),
        "wave",
        "a third wave",
        "choices: pre, post");
    Sheet burlington = sheet("US-VT-burlington", Dataset.SURVEYS);
    burlington.rows.clear();
    for (String respondent : List.of("R-01", "R-02")) {
      error(
          burlington,
          put(burlington, "EX-2025-001", respondent, "pre", "9", "3", "3", "3", "3"),
          "q1",
          "an answer of 9 on each row of the file",
          "answers are 1 to 5; the dataset is received but unusable");
    }
  }

  private void spoilFiles() {
    Sheet duluth = sheet("US-MN-duluth", Dataset.EXCHANGES);
    duluth.header =
        List.of(
            String.join("|", duluth.header)
                .replace("exchange_id|partnership_id", "Exchange ID|Partnership-ID")
                .replace("start_date|end_date|people", "Arrival|End Date|PEOPLE")
                .split("\\|"));
    file(
        duluth,
        "",
        "header written as people write it: Exchange ID, Partnership-ID, Arrival, End Date, PEOPLE",
        "recognised; every row accepted");
    Sheet charlottesville = sheet("US-VA-charlottesville", Dataset.EXCHANGES);
    charlottesville.charset = Charset.forName("windows-1252");
    outcomes.put(
        exchange(charlottesville, "title", "Concert d’été à Besançon – première soirée des élèves"),
        ACCEPTED);
    file(
        charlottesville,
        "",
        "Windows-1252 instead of UTF-8",
        "the encoding is recognised and recorded; letters are right");
    Sheet birmingham = sheet("US-AL-birmingham", Dataset.EXCHANGES);
    birmingham.before = "\uFEFF";
    file(birmingham, "", "a byte order mark before UTF-8", "no trace of it in the first column");
    Sheet rochester = sheet("US-NY-rochester", Dataset.EXCHANGES);
    rochester.lineEnd = "\r\n";
    file(rochester, "", "lines end with CR LF", "no trace of it in the last column");
    Sheet saltLake = sheet("US-UT-salt-lake-city", Dataset.EXCHANGES);
    saltLake.delimiter = ';';
    file(saltLake, "", "semicolons between cells", "recognised; every row accepted");
    Sheet richmond = sheet("US-VA-richmond", Dataset.VOLUNTEER_HOURS);
    richmond.rows.add(1, new String[0]);
    richmond.rows.add(richmond.rows.size(), new String[0]);
    error(
        richmond,
        put(richmond, "V-9007", "", "2025-06", "juggling", "6", ""),
        "activity",
        "an unknown activity below a blank line",
        "blank lines are not rows, but they are lines: mind the row number");
    Sheet asheville = sheet("US-NC-asheville", Dataset.BUDGETS);
    asheville.header = new ArrayList<>(asheville.header);
    asheville.header.add("weather");
    asheville.rows.replaceAll(
        row -> {
          String[] wide = Arrays.copyOf(row, 6);
          wide[5] = "sunny";
          return wide;
        });
    note(
        asheville,
        null,
        "weather",
        ACCEPTED,
        "warning",
        "a column that no contract knows",
        "the column is left out; every row accepted");
    whole(
        "US-MD-annapolis",
        Dataset.SURVEYS,
        String.join(",", Dataset.SURVEYS.columns) + "\n",
        "empty",
        "a header and no row",
        "empty: not reported");
    whole(
        "US-RI-newport", Dataset.TRADE_CONTACTS, "", "empty", "zero bytes", "empty: not reported");
    whole(
        "US-AK-sitka",
        Dataset.TRADE_CONTACTS,
        "Nothing to report\n",
        "nothing_to_report",
        "the words \"Nothing to report\" as the only row",
        "reported, with nothing in it");
    Sheet fairbanks = sheet("US-AK-fairbanks", Dataset.EVENTS);
    fairbanks.header = new ArrayList<>(fairbanks.header);
    int method = fairbanks.header.indexOf("method");
    fairbanks.header.remove(method);
    fairbanks.rows.replaceAll(row -> without(row, method));
    unusable(
        fairbanks,
        "method",
        "the required column method is not there",
        "unusable: nothing of the file counts");
    Sheet marquette = sheet("US-MI-marquette", Dataset.TRADE_CONTACTS);
    marquette.after =
        "TC-2025-900,US-MI-marquette~FI-kajaani,2025-09-01,\"Example Firm that never closes its"
            + " quote,33,,,lead,,,C,\n";
    unusable(
        marquette,
        "",
        "a quote that is opened and never closed",
        "unusable: nobody can say where the cell ends");
    Sheet stranger = new Sheet(Dataset.EXCHANGES, "US-NV-reno", 2025);
    stranger.add(
        "EX-2025-001",
        "US-NV-reno~NZ-whanganui",
        "inbound",
        "cultural",
        "Sample fault: a city that is no member",
        "2025-05-05",
        "2025-05-10",
        8,
        "",
        "",
        "",
        "",
        "hotel",
        "",
        "",
        "",
        "");
    sheets.put(stranger.path(), stranger);
    unusable(
        stranger,
        "",
        "the folder of a city that the registry does not know",
        "unusable: the member is unknown");
  }

  private Sheet sheet(String member, Dataset dataset) {
    Sheet sheet = sheets.get("2025/" + member + "/" + dataset.fileName());
    if (sheet == null) {
      throw new IllegalStateException("No file of " + dataset + " from " + member);
    }
    return sheet;
  }

  private String anyPartnership(Sheet sheet) {
    Member member =
        network.members.stream()
            .filter(m -> m.id().equals(sheet.memberId))
            .findFirst()
            .orElseThrow();
    return member.partners().get(0).id();
  }

  /** A sound row but for one cell: 8 people in a hotel for five nights in May. */
  private String[] exchange(Sheet sheet, String column, String value) {
    added++;
    String[] row =
        put(
            sheet,
            "EX-2025-9" + String.format(Locale.ROOT, "%02d", added),
            anyPartnership(sheet),
            "inbound",
            "cultural",
            "Sample fault: " + column,
            "2025-05-05",
            "2025-05-10",
            "8",
            "",
            "",
            "",
            "",
            "hotel",
            "",
            "",
            "",
            "");
    return set(sheet, row, column, value);
  }

  private String[] event(Sheet sheet, String column, String value) {
    added++;
    String[] row =
        put(
            sheet,
            "EV-2025-9" + String.format(Locale.ROOT, "%02d", added),
            anyPartnership(sheet),
            "",
            "2025-06-14",
            "Sample fault: " + column,
            "cultural",
            "300",
            "",
            "",
            "count",
            "");
    return set(sheet, row, column, value);
  }

  private String[] deal(Sheet sheet, String column, String value) {
    added++;
    String[] row =
        put(
            sheet,
            "TC-2025-9" + String.format(Locale.ROOT, "%02d", added),
            anyPartnership(sheet),
            "2025-07-01",
            "Example Firm of the sample",
            "33",
            "",
            "",
            "deal",
            "250000",
            "USD",
            "B",
            "");
    return set(sheet, row, column, value);
  }

  private String[] put(Sheet sheet, String... cells) {
    return insert(sheet, cells);
  }

  /** Behind the middle, so that sound rows stand before and after. */
  private String[] insert(Sheet sheet, String[] cells) {
    int at = sheet.rows.size() / 2;
    while (at < sheet.rows.size() && outcomesKnown(sheet.rows.get(at))) {
      at++;
    }
    sheet.rows.add(at, cells);
    outcomes.put(cells, "");
    return cells;
  }

  private boolean outcomesKnown(String[] row) {
    return outcomes.containsKey(row);
  }

  private String[] set(Sheet sheet, String[] row, String column, String value) {
    row[sheet.dataset.columns.indexOf(column)] = value;
    return row;
  }

  private static String[] without(String[] row, int cell) {
    List<String> cells = new ArrayList<>(List.of(row));
    cells.remove(cell);
    return cells.toArray(new String[0]);
  }

  private void error(Sheet sheet, String[] row, String column, String done, String expected) {
    note(sheet, row, column, REJECTED, "error", done, expected);
  }

  private void assumed(
      Sheet sheet, String[] row, String column, String read, String done, String expected) {
    note(sheet, row, column, ACCEPTED, "assumed", done, expected);
    readAs.put(row, set(sheet, row.clone(), column, read));
  }

  private void replace(Sheet sheet, String[] row, String[] by, String done, String expected) {
    sheet.rows.set(sheet.rows.indexOf(row), by);
    error(sheet, by, "", done, expected);
  }

  private void note(
      Sheet sheet,
      String[] row,
      String column,
      String outcome,
      String severity,
      String done,
      String expected) {
    if (row != null) {
      outcomes.put(row, outcome);
    }
    faults.add(new Fault(sheet, row, column, outcome, severity, done, expected));
  }

  private void file(Sheet sheet, String severity, String done, String expected) {
    faults.add(new Fault(sheet, null, "", "in_force", severity, done, expected));
  }

  private void whole(
      String member, Dataset dataset, String text, String status, String done, String expected) {
    Sheet sheet = sheet(member, dataset);
    sheet.instead = text;
    sheet.rows.clear();
    fileStatus.put(sheet.path(), status);
    faults.add(new Fault(sheet, null, "", status, "", done, expected));
  }

  private void unusable(Sheet sheet, String column, String done, String expected) {
    fileStatus.put(sheet.path(), "unusable");
    faults.add(new Fault(sheet, null, column, "unusable", "error", done, expected));
  }

  private Table faultTable() {
    Table table = new Table("fault,file,row,column_letter,column,outcome,severity,done,expected");
    faults.sort(Comparator.comparing(fault -> fault.sheet().path()));
    int number = 0;
    for (Fault fault : faults) {
      table.add(
          ++number,
          fault.sheet().path(),
          fault.row() == null ? "" : lines(fault.sheet()).get(fault.row()),
          letter(fault),
          fault.column(),
          fault.outcome(),
          fault.severity(),
          fault.done(),
          fault.expected());
    }
    return table;
  }

  /** Renews the list between the two markers of the README beside the inbox, if there is one. */
  private void listFaults(Path readme) throws IOException {
    if (!Files.exists(readme)) {
      return;
    }
    String text = Files.readString(readme);
    int from = text.indexOf(LIST_BEGINS) + LIST_BEGINS.length();
    int to = text.indexOf(LIST_ENDS);
    StringBuilder list =
        new StringBuilder(
            "\n"
                + "| file | row | cell | what was done | outcome | expected |\n"
                + "|---|---|---|---|---|---|\n");
    for (Fault fault : faults) {
      Object row = fault.row() == null ? "" : lines(fault.sheet()).get(fault.row());
      String severity = fault.severity().isEmpty() ? "" : ", " + fault.severity();
      list.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %s | %s%s | %s |\n",
              fault.sheet().path(),
              row,
              (letter(fault) + " " + fault.column()).trim(),
              fault.done(),
              fault.outcome().replace('_', ' '),
              severity,
              fault.expected()));
    }
    Files.writeString(readme, text.substring(0, from) + list + text.substring(to));
  }

  private static Map<String[], Integer> lines(Sheet sheet) {
    Map<String[], Integer> lines = new IdentityHashMap<>();
    sheet.text(lines);
    return lines;
  }

  private static String letter(Fault fault) {
    int column = fault.sheet().header.indexOf(fault.column());
    return column < 0 ? "" : String.valueOf((char) ('A' + column));
  }

  private Table submissionTable() {
    Table table = new Table("file,status,rows_read,rows_accepted,rows_rejected,rows_duplicate");
    for (Sheet sheet : sheets.values()) {
      String status = fileStatus.getOrDefault(sheet.path(), "in_force");
      Map<String, Integer> counts = new HashMap<>();
      if (status.equals("in_force")) {
        records(sheet).forEach(row -> counts.merge(outcome(row), 1, Integer::sum));
      }
      int read = counts.values().stream().mapToInt(Integer::intValue).sum();
      table.add(
          sheet.path(),
          status,
          read,
          counts.getOrDefault(ACCEPTED, 0),
          counts.getOrDefault(REJECTED, 0),
          counts.getOrDefault(DUPLICATE, 0));
    }
    return table;
  }

  private static List<String[]> records(Sheet sheet) {
    return sheet.rows.stream().filter(row -> row.length > 0).toList();
  }

  private String outcome(String[] row) {
    String known = outcomes.getOrDefault(row, ACCEPTED);
    return known.isEmpty() ? ACCEPTED : known;
  }

  /** The plain sums that need no parameter, straight from the cells of accepted rows. */
  private Table metricTable() {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (Sheet sheet : sheets.values()) {
      if (fileStatus.containsKey(sheet.path())) {
        continue;
      }
      for (String[] row : records(sheet)) {
        if (outcome(row).equals(ACCEPTED)) {
          count(sheet, readAs.getOrDefault(row, row), sums);
        }
      }
    }
    Table table = new Table("metric_id,data_year,level,key,value");
    sums.forEach(
        (key, value) -> {
          String[] parts = key.split("\\|", -1);
          table.add(
              parts[0], parts[1], parts[2], parts[3], value.stripTrailingZeros().toPlainString());
        });
    return table;
  }

  private void count(Sheet sheet, String[] row, Map<String, BigDecimal> sums) {
    UnaryOperator<String> cell = column -> row[sheet.dataset.columns.indexOf(column)];
    Map<String, String> amounts = new HashMap<>();
    switch (sheet.dataset) {
      case EXCHANGES -> {
        String way =
            Map.of("inbound", "in", "outbound", "out", "virtual", "virtual")
                .get(cell.apply("direction"));
        amounts.put("exchanges_" + way, "1");
        amounts.put("people_" + way, cell.apply("people"));
        for (String some : List.of("youth", "officials", "first_time")) {
          amounts.put(some, cell.apply(some));
        }
        if (!way.equals("virtual")) {
          amounts.put("person_nights_" + way, personNights(cell));
        }
      }
      case EVENTS -> {
        amounts.put("events", "1");
        amounts.put("attendance", cell.apply("attendance"));
      }
      case TRADE_CONTACTS -> amounts.put("trade_" + cell.apply("stage") + "s", "1");
      case VOLUNTEER_HOURS -> amounts.put("volunteer_hours", cell.apply("hours"));
      case BUDGETS -> {
        amounts.put("cost_total", cell.apply("amount_usd"));
        amounts.put("cost_" + cell.apply("funded_by"), cell.apply("amount_usd"));
      }
      case SURVEYS -> {}
    }
    amounts.forEach(
        (metric, amount) -> {
          if (!amount.isEmpty()) {
            sums.merge(
                metric + "|" + sheet.year + "|network|", new BigDecimal(amount), BigDecimal::add);
            sums.merge(
                metric + "|" + sheet.year + "|member|" + sheet.memberId,
                new BigDecimal(amount),
                BigDecimal::add);
          }
        });
  }

  private static String personNights(UnaryOperator<String> cell) {
    long nights = 0;
    if (!cell.apply("nights").isEmpty()) {
      nights = Long.parseLong(cell.apply("nights"));
    } else if (!cell.apply("end_date").isEmpty()) {
      nights =
          ChronoUnit.DAYS.between(
              LocalDate.parse(cell.apply("start_date")), LocalDate.parse(cell.apply("end_date")));
    }
    return String.valueOf(
        cell.apply("lodging").equals("none") ? 0 : nights * Long.parseLong(cell.apply("people")));
  }
}
