import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
import javax.imageio.ImageIO;

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
            Path.of(given.getOrDefault("source", "sample-data/source")));
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

/** The six datasets that a city reports, and its stories, with the plain field names of the method. */
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
  SURVEYS(1.9, "exchange_id,respondent,wave,q1,q2,q3,q4,q5"),
  /** In the sample alone. */
  HIGHLIGHTS(0, "date,partnership_id,title,text,photo,alt_text,credit,consent");

  /** This dataset's part of the rows; the parts of the six have mean 1. */
  final double part;

  final List<String> columns;

  Dataset(double part, String columns) {
    this.part = part;
    this.columns = List.of(columns.split(","));
  }

  String fileName() {
    return name().toLowerCase(Locale.ROOT) + (this == HIGHLIGHTS ? "-2025" : "") + ".csv";
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
    List<Map<String, String>> members = Table.read(options.source().resolve("members.csv"));
    Map<String, List<Map<String, String>>> partners = new HashMap<>();
    for (Map<String, String> row : Table.read(options.source().resolve("partners.csv"))) {
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

  /** Escapes, because a Java 17 launcher reads this file in the machine's own encoding. */
  static String slug(String name) {
    String plain = name;
    for (String pair :
        "\u0142=l|\u0141=L|\u00F8=o|\u00D8=O|\u0131=i|\u0111=d|\u0110=D|\u00DF=ss|\u00E6=ae|\u0153=oe|\u00F0=d|\u00FE=th"
            .split("\\|")) {
      plain = plain.replace(pair.substring(0, 1), pair.substring(2));
    }
    return Normalizer.normalize(plain, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\u2019'\u02BB\u02BC.]", "")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
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
    boolean pictured = options.faulty();
    Table awards =
        new Table(
            "data_year,award,member_id,citation"
                + (pictured ? ",photo,alt_text,credit,consent" : ""));
    for (int year : years()) {
      calendar.add(year, LocalDate.of(year + 1, 3, 31));
      Member winner =
          members.get(new Chance(options.seed(), "award", year).between(0, members.size() - 1));
      if (winner.expectedIn(year)) {
        List<Object> award = new ArrayList<>();
        award.add(year);
        award.add("Sample award for a program");
        award.add(winner.id());
        award.add("Invented: this award was never given; it shows where a citation is printed.");
        if (pictured && year == options.lastYear()) {
          Picture.write("hills", folder.resolve("photos/award.gif"));
          award.add("award.gif");
          award.add("A sun above three rows of hills");
          award.add("Sample picture drawn by a program");
          award.add("yes");
        }
        while (pictured && award.size() < 8) {
          award.add("");
        }
        awards.add(award.toArray());
      }
    }
    membersTable.write(folder.resolve("members.csv"));
    populations.write(folder.resolve("populations.csv"));
    partnerships.write(folder.resolve("partnerships.csv"));
    calendar.write(folder.resolve("calendar.csv"));
    awards.write(folder.resolve("awards.csv"));
    Files.copy(
        options.source().resolve("notice.md"),
        folder.resolve("notice.md"),
        StandardCopyOption.REPLACE_EXISTING);
    if (options.faulty()) {
      // What is unlikely in the sample by chance, and was asked: an example of the file.
      Files.copy(
          options.source().resolve("confirmed.csv"),
          folder.resolve("confirmed.csv"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    String letter = Files.readString(options.source().resolve("letter.md"));
    String lastYear = String.valueOf(options.lastYear());
    Files.writeString(
        folder.resolve("letter-" + lastYear + ".md"), letter.replace("YEAR", lastYear));
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
}

/** A CSV table of our own, to write or to read: a header and rows, UTF-8. */
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

  /** Reads one of our own tables, row by row as column to cell; cells hold no line breaks. */
  static List<Map<String, String>> read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, UTF_8);
    List<String> header = cells(lines.get(0));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < header.size(); i++) {
        row.put(header.get(i), cells.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i <= line.length(); i++) {
      char c = i == line.length() ? ',' : line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(line.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    return cells;
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

  /** The text of the file; notes for each row its number as a spreadsheet shows it. */
  String text(Map<String[], Integer> numbers) {
    if (instead != null) {
      return instead;
    }
    StringBuilder text = new StringBuilder(rows.size() * 80 + 200).append(before);
    append(text, header.toArray(new String[0]));
    int number = 2;
    for (String[] row : rows) {
      numbers.put(row, number++);
      append(text, row);
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
 * The committed sample: the network with some members silent, some datasets never sent, and the
 * faults of {@code fault-plan.csv} put in. Keeps account of every row, so that what a checker has
 * to find is known.
 */
final class Sample {
  private static final String LIST_BEGINS = "<!-- faults begin -->\n";
  private static final String LIST_ENDS = "<!-- faults end -->";

  /** Line of the plan by its spoiled row; rows without one are sound. */
  private final Map<String[], Map<String, String>> planned = new IdentityHashMap<>();

  private final Map<String, String> fileStatus = new HashMap<>();
  private final Map<String, Sheet> sheets = new TreeMap<>();
  /** Status of each photo by its path. */
  private final Map<String, String> photos = new TreeMap<>();

  private final Map<String, String> soundRows = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Network network;
  private String[] latest;

  /** {@code row} null = the whole file. */
  private record Fault(Sheet sheet, String[] row, Map<String, String> plan) {

    String number() {
      Map<String[], Integer> numbers = new IdentityHashMap<>();
      sheet.text(numbers);
      return row == null ? "" : numbers.get(row).toString();
    }

    String letter() {
      int column = sheet.header.indexOf(plan.get("column"));
      return column < 0 ? "" : String.valueOf((char) ('A' + column));
    }
  }

  Sample(Network network) {
    this.network = network;
  }

  long write() throws IOException {
    List<Map<String, String>> plan = Table.read(network.options.source().resolve("fault-plan.csv"));
    Set<String> spoiled = new HashSet<>();
    plan.forEach(line -> spoiled.add("2025/" + line.get("file") + ".csv"));
    for (Member member : network.members) {
      for (int year : network.years()) {
        for (Sheet sheet : new Activity(network, member, year).sheets()) {
          if (sends(member, sheet, spoiled.contains(sheet.path()))) {
            sheets.put(sheet.path(), sheet);
          }
        }
      }
    }
    for (int i = 0; i < plan.size(); i++) {
      spoil(plan.get(i), String.format(Locale.ROOT, "%02d", i));
    }
    Path out = network.options.out();
    writeStories(out);
    faults.sort(Comparator.comparing(fault -> fault.sheet().path()));
    sheets.values().forEach(sheet -> sheet.write(out));
    Path beside = out.toAbsolutePath().getParent();
    faultTable().write(beside.resolve("faults.csv"));
    listFaults(beside.resolve("README.md"));
    submissionTable().write(beside.resolve("expected-submissions.csv"));
    metricTable().write(beside.resolve("expected-metrics.csv"));
    return sheets.size();
  }

  /** The stories of members and of national staff, with pictures that are drawn here. */
  private void writeStories(Path out) throws IOException {
    Table ofNetwork =
        new Table("date,member_id,partnership_id,title,text,photo,alt_text,credit,consent");
    for (Map<String, String> line :
        Table.read(network.options.source().resolve("highlights.csv"))) {
      boolean ofStaff = line.get("member_id").isEmpty();
      Path folder = out.resolve(ofStaff ? "registry" : "2025/" + line.get("member_id"));
      if (!line.get("photo").isEmpty()) {
        Path photo = folder.resolve("photos").resolve(line.get("photo"));
        Picture.write(line.get("scene"), photo);
        if (!ofStaff) {
          boolean printable = !line.get("scene").equals("heic");
          photos.put(
              out.relativize(photo).toString().replace('\\', '/'),
              printable ? "in_force" : "unusable");
        }
      }
      List<Object> row = new ArrayList<>();
      row.add(line.get("date"));
      row.add(ofStaff ? "" : tie(line));
      for (String column : List.of("title", "text", "photo", "alt_text", "credit", "consent")) {
        row.add(line.get(column));
      }
      if (ofStaff) {
        row.add(1, "");
        ofNetwork.add(row.toArray());
        continue;
      }
      Sheet first = new Sheet(Dataset.HIGHLIGHTS, line.get("member_id"), 2025);
      Sheet sheet = sheets.computeIfAbsent(first.path(), path -> first);
      sheet.add(row.toArray());
      if (!line.get("outcome").isEmpty()) {
        String[] spoiled = sheet.rows.get(sheet.rows.size() - 1);
        Map<String, String> plan = new HashMap<>(line);
        plan.put("read_as", "");
        planned.put(spoiled, plan);
        faults.add(new Fault(sheet, spoiled, plan));
      }
    }
    ofNetwork.write(out.resolve("registry/highlights-2025.csv"));
  }

  private String tie(Map<String, String> line) {
    return network.members.stream()
        .filter(member -> member.id().equals(line.get("member_id")))
        .map(member -> member.partners().get(Integer.parseInt(line.get("partner"))).id())
        .findFirst()
        .orElseThrow();
  }

  /** Small programs keep fewer books; the same member leaves out the same dataset each year. */
  private boolean sends(Member member, Sheet sheet, boolean spoiled) {
    Dataset dataset = sheet.dataset;
    boolean ofExchanges =
        Set.of(Dataset.EXCHANGES, Dataset.EVENTS, Dataset.SURVEYS).contains(dataset);
    boolean silent =
        switch (member.id()) {
          case "US-SD-rapid-city" -> true;
          case "US-MT-missoula", "US-SC-columbia" -> sheet.year == 2025;
          case "US-NC-asheville" -> sheet.year == 2022 && ofExchanges;
          default -> !member.expectedIn(sheet.year);
        };
    double missing =
        switch (dataset) {
          case EXCHANGES -> 0;
          case EVENTS -> 0.05;
          case BUDGETS, VOLUNTEER_HOURS -> 0.1;
          case TRADE_CONTACTS -> 0.2;
          case SURVEYS -> 0.35;
          case HIGHLIGHTS -> 1;
        };
    Chance chance = new Chance(network.options.seed(), "books", member.id(), dataset);
    return !silent && (spoiled || !chance.in(missing));
  }

  /** Does to a file of 2025 what one line of the plan says; {@code number} makes ids unique. */
  private void spoil(Map<String, String> plan, String number) {
    String cells = plan.get("cells").replace("\\n", "\n");
    if (plan.get("kind").equals("sound")) {
      soundRows.put(plan.get("file"), cells);
      return;
    }
    String path = "2025/" + plan.get("file") + ".csv";
    if (plan.get("kind").equals("stranger")) {
      String member = plan.get("file").substring(0, plan.get("file").indexOf('/'));
      sheets.put(path, new Sheet(Dataset.EXCHANGES, member, 2025));
    }
    Sheet sheet = sheets.get(path);
    String[] row =
        switch (plan.get("kind")) {
          case "row" -> insert(sheet, assign(sheet, sound(sheet, number), cells));
          case "repeat" -> insert(sheet, assign(sheet, latest.clone(), cells));
          case "cut" -> insert(sheet, Arrays.copyOf(sound(sheet, number), Integer.parseInt(cells)));
          case "widen" -> insert(sheet, widened(sound(sheet, number), cells.split("\\|", -1)));
          default -> {
            spoilFile(sheet, plan.get("kind"), cells, number);
            if (!Set.of("", "in_force").contains(plan.get("outcome"))) {
              fileStatus.put(path, plan.get("outcome"));
            }
            yield null;
          }
        };
    if (row != null) {
      planned.put(row, plan);
      latest = row;
    }
    if (!plan.get("done").isEmpty()) {
      faults.add(new Fault(sheet, row, plan));
    }
  }

  private void spoilFile(Sheet sheet, String kind, String cells, String number) {
    switch (kind) {
      case "clear" -> sheet.rows.clear();
      case "blank" -> sheet.rows.add(1, new String[0]);
      case "encoding" -> sheet.charset = Charset.forName(cells);
      case "bom" -> sheet.before = "\uFEFF";
      case "crlf" -> sheet.lineEnd = "\r\n";
      case "semicolon" -> sheet.delimiter = ';';
      case "ending" -> sheet.after = cells;
      case "text" -> sheet.instead = cells.replace("@header", String.join(",", sheet.header));
      case "stranger" -> sheet.rows.add(assign(sheet, sound(sheet, number), cells));
      case "header" -> {
        sheet.header = new ArrayList<>(sheet.header);
        for (String pair : cells.split("\\|")) {
          String[] names = pair.split("=");
          sheet.header.replaceAll(name -> name.equals(names[0]) ? names[1] : name);
        }
      }
      case "column" -> {
        sheet.header = new ArrayList<>(sheet.header);
        sheet.header.add(cells.split("=")[0]);
        sheet.rows.replaceAll(row -> widened(row, cells.split("=")[1]));
      }
      case "without" -> {
        sheet.header = new ArrayList<>(sheet.header);
        int column = sheet.header.indexOf(cells);
        sheet.header.remove(column);
        sheet.rows.replaceAll(
            row -> {
              List<String> kept = new ArrayList<>(List.of(row));
              kept.remove(column);
              return kept.toArray(new String[0]);
            });
      }
      default -> throw new IllegalArgumentException("Cannot spoil a file by '" + kind + "'");
    }
  }

  /** A row without fault, of the member's first partnership. */
  private String[] sound(Sheet sheet, String number) {
    String[] row = new String[sheet.dataset.columns.size()];
    Arrays.fill(row, "");
    String partnership =
        network.members.stream()
            .filter(member -> member.id().equals(sheet.memberId))
            .map(member -> member.partners().get(0).id())
            .findFirst()
            .orElse("");
    String cells = soundRows.get(sheet.dataset.name().toLowerCase(Locale.ROOT));
    return assign(sheet, row, cells.replace("#", number).replace("@", partnership));
  }

  /** Sets cells written as "column=value|column=value". */
  private static String[] assign(Sheet sheet, String[] row, String cells) {
    for (String cell : cells.isEmpty() ? new String[0] : cells.split("\\|")) {
      int equals = cell.indexOf('=');
      row[sheet.dataset.columns.indexOf(cell.substring(0, equals))] = cell.substring(equals + 1);
    }
    return row;
  }

  private static String[] widened(String[] row, String... cells) {
    String[] wide = Arrays.copyOf(row, row.length + cells.length);
    System.arraycopy(cells, 0, wide, row.length, cells.length);
    return wide;
  }

  /** Behind the middle and what was inserted before, so that sound rows stand on both sides. */
  private String[] insert(Sheet sheet, String[] row) {
    int at = sheet.rows.size() / 2;
    while (at < sheet.rows.size() && planned.containsKey(sheet.rows.get(at))) {
      at++;
    }
    sheet.rows.add(at, row);
    return row;
  }

  private Table faultTable() {
    Table table = new Table("fault,file,row,column_letter,column,outcome,severity,done,expected");
    for (Fault fault : faults) {
      Map<String, String> plan = fault.plan();
      table.add(
          faults.indexOf(fault) + 1,
          fault.sheet().path(),
          fault.number(),
          fault.letter(),
          plan.get("column"),
          plan.get("outcome"),
          plan.get("severity"),
          plan.get("done"),
          plan.get("expected"));
    }
    return table;
  }

  /** Renews the list between the two markers of the README beside the inbox, if there is one. */
  private void listFaults(Path readme) throws IOException {
    if (!Files.exists(readme)) {
      return;
    }
    StringBuilder list =
        new StringBuilder(
            """
            | file | row | cell | what was done | outcome | expected |
            |---|---|---|---|---|---|
            """);
    for (Fault fault : faults) {
      Map<String, String> plan = fault.plan();
      String severity = plan.get("severity").isEmpty() ? "" : ", " + plan.get("severity");
      list.append("| ").append(fault.sheet().path()).append(" | ").append(fault.number());
      list.append(" | ").append((fault.letter() + " " + plan.get("column")).trim());
      list.append(" | ").append(plan.get("done")).append(" | ");
      list.append(plan.get("outcome").replace('_', ' ')).append(severity);
      list.append(" | ").append(plan.get("expected")).append(" |\n");
    }
    String text = Files.readString(readme);
    String before = text.substring(0, text.indexOf(LIST_BEGINS) + LIST_BEGINS.length());
    Files.writeString(readme, before + list + text.substring(text.indexOf(LIST_ENDS)));
  }

  private Table submissionTable() {
    Map<String, Object[]> files = new TreeMap<>();
    photos.forEach((file, status) -> files.put(file, new Object[] {file, status, 0, 0, 0, 0}));
    for (Sheet sheet : sheets.values()) {
      Map<String, Integer> counts = new HashMap<>();
      for (String[] row : records(sheet)) {
        counts.merge(outcome(row), 1, Integer::sum);
      }
      int read = counts.values().stream().mapToInt(Integer::intValue).sum();
      int accepted = counts.getOrDefault("accepted", 0);
      String sound = read > 0 && accepted == 0 ? "unusable" : "in_force";
      files.put(
          sheet.path(),
          new Object[] {
            sheet.path(),
            fileStatus.getOrDefault(sheet.path(), sound),
            read,
            accepted,
            counts.getOrDefault("rejected", 0),
            counts.getOrDefault("duplicate", 0)
          });
    }
    Table table = new Table("file,status,rows_read,rows_accepted,rows_rejected,rows_duplicate");
    files.values().forEach(table::add);
    return table;
  }

  /** The rows that count as read: none of a file that is unusable or holds no row. */
  private List<String[]> records(Sheet sheet) {
    return fileStatus.containsKey(sheet.path())
        ? List.of()
        : sheet.rows.stream().filter(row -> row.length > 0).toList();
  }

  private String outcome(String[] row) {
    return planned.containsKey(row) ? planned.get(row).get("outcome") : "accepted";
  }

  /** The plain sums that need no parameter, straight from the cells of accepted rows. */
  private Table metricTable() {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (Sheet sheet : sheets.values()) {
      for (String[] row : records(sheet)) {
        if (outcome(row).equals("accepted")) {
          String read = planned.getOrDefault(row, Map.of("read_as", "")).get("read_as");
          count(sheet, assign(sheet, row.clone(), read), sums);
        }
      }
    }
    Table table = new Table("metric_id,data_year,level,key,value");
    sums.forEach(
        (key, value) -> {
          String[] parts = key.split("\\|", -1);
          String plain = value.stripTrailingZeros().toPlainString();
          table.add(parts[0], parts[1], parts[2], parts[3], plain);
        });
    return table;
  }

  private void count(Sheet sheet, String[] row, Map<String, BigDecimal> sums) {
    UnaryOperator<String> cell = column -> row[sheet.dataset.columns.indexOf(column)];
    Map<String, String> amounts = new HashMap<>();
    switch (sheet.dataset) {
      case EXCHANGES -> countExchange(cell, amounts);
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
      case SURVEYS, HIGHLIGHTS -> {}
    }
    amounts.values().removeIf(String::isEmpty);
    amounts.forEach(
        (metric, amount) -> {
          for (String level : List.of("network|", "member|" + sheet.memberId)) {
            String key = metric + "|" + sheet.year + "|" + level;
            sums.merge(key, new BigDecimal(amount), BigDecimal::add);
          }
        });
  }

  private static void countExchange(UnaryOperator<String> cell, Map<String, String> amounts) {
    String direction = cell.apply("direction");
    String way = direction.equals("virtual") ? direction : direction.replace("bound", "");
    amounts.put("exchanges_" + way, "1");
    amounts.put("people_" + way, cell.apply("people"));
    for (String some : List.of("youth", "officials", "first_time")) {
      amounts.put(some, cell.apply(some));
    }
    if (!way.equals("virtual")) {
      String nights = cell.apply("nights");
      LocalDate start = LocalDate.parse(cell.apply("start_date"));
      long stay =
          cell.apply("lodging").equals("none")
              ? 0
              : nights.isEmpty()
                  ? ChronoUnit.DAYS.between(start, LocalDate.parse(cell.apply("end_date")))
                  : Long.parseLong(nights);
      amounts.put(
          "person_nights_" + way, String.valueOf(stay * Long.parseLong(cell.apply("people"))));
    }
  }
}

/** Pictures of invented scenes, computed pixel by pixel: the same bytes on every machine. */
final class Picture {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 640;

  private static final int[] COLORS = {
    0x14375E, 0x1F5C99, 0x5C9BD1, 0xBFDDF2, 0xF4F0E6, 0xF6C667, 0xE8833A, 0xC0392B, 0x7A2E39,
    0x2E6B4F, 0x6FA36B, 0xB9D4A3, 0x4A3B35, 0x8C6F5A, 0xD9C3A5, 0x10192B
  };

  private static final int NAVY = 0;
  private static final int BLUE = 1;
  private static final int SKY = 2;
  private static final int MIST = 3;
  private static final int CREAM = 4;
  private static final int SUN = 5;
  private static final int ORANGE = 6;
  private static final int RED = 7;
  private static final int WINE = 8;
  private static final int FOREST = 9;
  private static final int GRASS = 10;
  private static final int LEAF = 11;
  private static final int BARK = 12;
  private static final int EARTH = 13;
  private static final int SAND = 14;
  private static final int NIGHT = 15;

  /** Gives the color of a pixel. */
  private interface Scene {
    int at(int x, int y);
  }

  private Picture() {}

  static void write(String scene, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    if (scene.equals("heic")) {
      Files.write(
          file, "\0\0\0\30ftypheic\0\0\0\0mif1heic and no picture".getBytes(UTF_8));
      return;
    }
    byte[][] rgb = new byte[3][COLORS.length];
    for (int i = 0; i < COLORS.length; i++) {
      for (int band = 0; band < 3; band++) {
        rgb[band][i] = (byte) (COLORS[i] >> (16 - 8 * band));
      }
    }
    BufferedImage image =
        new BufferedImage(
            WIDTH,
            HEIGHT,
            BufferedImage.TYPE_BYTE_BINARY,
            new IndexColorModel(4, COLORS.length, rgb[0], rgb[1], rgb[2]));
    Scene pixels = scene(scene);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        image.getRaster().setSample(x, y, 0, pixels.at(x, y));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "gif", bytes);
    Files.write(file, bytes.toByteArray());
  }

  private static Scene scene(String name) {
    return switch (name) {
      case "lanterns" -> Picture::lanterns;
      case "mural" -> Picture::mural;
      case "bridge" -> Picture::bridge;
      case "pier" -> (x, y) -> bridge((x + WIDTH / 2) % WIDTH, y);
      case "garden" -> Picture::garden;
      case "concert" -> Picture::concert;
      case "hills" -> Picture::hills;
      default -> throw new IllegalArgumentException("Cannot draw '" + name + "'");
    };
  }

  private static boolean disc(int x, int y, int atX, int atY, int radius) {
    return (x - atX) * (x - atX) + (y - atY) * (y - atY) < radius * radius;
  }

  private static int wave(int x, int length, int height) {
    return (int) (height * StrictMath.sin(2 * Math.PI * x / length));
  }

  /** Whether a pixel is one of a person who stands at a place, {@code tall} pixels high. */
  private static boolean person(int x, int y, int atX, int foot, int tall) {
    int head = tall / 7;
    boolean body =
        Math.abs(x - atX) < tall / 6
            && y > foot - tall + 2 * head
            && y < foot
            && !(Math.abs(x - atX) < 3 && y > foot - tall / 3);
    return disc(x, y, atX, foot - tall + head, head) || body;
  }

  private static int lanterns(int x, int y) {
    for (int string = 0; string < 3; string++) {
      for (int i = 0; i < 8; i++) {
        int atX = 60 + 120 * i + 40 * (string % 2);
        int sag = (atX - WIDTH / 2) * (atX - WIDTH / 2) / 2600;
        int atY = 190 + 95 * string - sag;
        int radius = 22 + 5 * string;
        if (disc(x, y, atX, atY, radius)) {
          return disc(x, y, atX - 5, atY - 5, radius / 2) ? CREAM : i % 3 == 0 ? ORANGE : SUN;
        }
        if (disc(x, y, atX, atY, radius + 12)) {
          return WINE;
        }
      }
    }
    for (int row = 0; row < 3; row++) {
      for (int i = 0; i < 17; i++) {
        if (person(x, y, 30 + 60 * i - 30 * (row % 2), 620 + 45 * row, 150)) {
          return row == 0 ? BLUE : row == 1 ? NAVY : NIGHT;
        }
      }
    }
    boolean stage = y > 430 && y < 520 && x > 330 && x < 630;
    return stage ? SUN : y < 250 ? NIGHT : NAVY;
  }

  private static int mural(int x, int y) {
    for (int i = 0; i < 8; i++) {
      int atX = 80 + 115 * i;
      if (person(x, y, atX, 610, 200 + 17 * (i % 3))) {
        return new int[] {RED, NAVY, ORANGE, FOREST, WINE, SUN, BARK, GRASS}[i];
      }
    }
    if (y > 560) {
      return SAND;
    }
    boolean painted = x < 610 + wave(y, 170, 35);
    if (!painted) {
      boolean joint = y % 40 < 3 || (x + y / 40 % 2 * 45) % 90 < 3;
      return joint ? SAND : EARTH;
    }
    int band = (y + wave(x, 260, 26) + 2000) / 70 % 4;
    return disc(x, y, 200, 130, 70) ? SUN : new int[] {MIST, SKY, BLUE, NAVY}[band];
  }

  private static int bridge(int x, int y) {
    boolean tower = (Math.abs(x - 240) < 13 || Math.abs(x - 720) < 13) && y > 130 && y < 470;
    boolean deck = y > 390 && y < 412;
    int middle = x < 240 ? -240 : x < 720 ? 480 : 1200;
    int cable = 380 - (int) (240L * (x - middle) * (x - middle) / 57_600);
    boolean hung = Math.abs(y - cable) < 4 || x % 24 < 3 && y > cable && y < 400;
    if (tower || deck) {
      return WINE;
    }
    if (hung && y > 130 && y < 400) {
      return RED;
    }
    for (int i = 0; i < 30; i++) {
      if (person(x, y, 12 + 32 * i, 391, 34 + 3 * (i % 3))) {
        return NIGHT;
      }
    }
    if (y > 470 + wave(x, 120, 3)) {
      boolean glow = Math.abs(x - 480) < 90 - (y - 470) / 3 && y / 9 % 2 == 0;
      return glow ? SUN : y / 14 % 3 == 0 ? BLUE : NAVY;
    }
    if (disc(x, y, 480, 400, 105)) {
      return CREAM;
    }
    return y < 110 ? BLUE : y < 200 ? SKY : y < 280 ? MIST : y < 350 ? SUN : ORANGE;
  }

  private static int garden(int x, int y) {
    for (int i = 0; i < 7; i++) {
      int atX = i < 4 ? 70 + 105 * i : 260 + 120 * i - 60;
      int atY = 300 + 28 * (i % 3);
      int radius = 55 + 9 * (i % 2);
      if (disc(x, y, atX, atY, radius)) {
        return disc(x, y, atX - 14, atY - 14, radius / 2) ? LEAF : i % 2 == 0 ? FOREST : GRASS;
      }
      if (Math.abs(x - atX) < 8 && y > atY && y < 470) {
        return BARK;
      }
    }
    for (int i = 0; i < 44; i++) {
      if (disc(x, y, 13 + 67 * i % WIDTH, 500 + 41 * i % 130, 8)) {
        return new int[] {RED, SUN, CREAM, ORANGE}[i % 4];
      }
    }
    boolean path = y > 420 && Math.abs(x - 480 - wave(y, 420, 30)) < (y - 400) / 2;
    if (path) {
      return SAND;
    }
    if (y > 430) {
      return GRASS;
    }
    if (y > 300 + wave(x + 90, 700, 40)) {
      return LEAF;
    }
    return disc(x, y, 790, 110, 55) ? SUN : y < 180 ? SKY : MIST;
  }

  private static int concert(int x, int y) {
    for (int i = 0; i < 9; i++) {
      int atX = 120 + 90 * i;
      int foot = 520 + 40 * (i % 2);
      if (person(x, y, atX, foot, 190)) {
        return i % 2 == 0 ? NIGHT : NAVY;
      }
      if (Math.abs(x - atX - 40) < 15 && y > foot - 90 && y < foot - 10) {
        return i % 3 == 0 ? SUN : ORANGE;
      }
    }
    if (y > 470) {
      return y / 30 % 2 == 0 ? EARTH : SAND;
    }
    boolean light = y > 40 && Math.abs(x - 480) < 60 + y / 2;
    return x / 30 % 2 == 0 ? (light ? RED : WINE) : (light ? ORANGE : RED);
  }

  private static int hills(int x, int y) {
    if (y > 500 + wave(x, 900, 45)) {
      return FOREST;
    }
    if (y > 410 + wave(x + 300, 640, 60)) {
      return GRASS;
    }
    if (y > 330 + wave(x + 520, 800, 70)) {
      return LEAF;
    }
    return disc(x, y, 640, 210, 95) ? SUN : y < 130 ? SKY : y < 260 ? MIST : CREAM;
  }
}
