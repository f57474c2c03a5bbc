package generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

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
        new Place(row.get("latitude"), row.get("longitude")),
        new Member.Population(populations, source),
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
        new Place(row.get("partner_latitude"), row.get("partner_longitude")),
        first
            ? new Partner.Agreement("active", Math.min(established, firstYear() - 1), 0)
            : new Partner.Agreement(status, established, ended),
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
          m.place().latitude(),
          m.place().longitude(),
          m.since(),
          year(m.until()),
          inside);
      m.population().byYear()
          .forEach(
              (year, people) -> populations.add(m.id(), year, people, populationSource(m, year)));
      for (Partner p : m.partners()) {
        partnerships.add(
            p.id(),
            m.id(),
            p.name(),
            p.localName(),
            p.country(),
            p.place().latitude(),
            p.place().longitude(),
            year(p.agreement().established()),
            p.agreement().status(),
            year(p.agreement().ended()));
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
    if (options.faulty()) {
      // What is unlikely in the sample by chance, and was asked: an example of the file.
      Files.copy(
          options.source().resolve("confirmed.csv"),
          folder.resolve("confirmed.csv"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    for (String language : new String[] {"", ".es"}) {
      String notice = "notice" + language + ".md";
      Files.copy(
          options.source().resolve(notice),
          folder.resolve(notice),
          StandardCopyOption.REPLACE_EXISTING);
      String letter = Files.readString(options.source().resolve("letter" + language + ".md"));
      String lastYear = String.valueOf(options.lastYear());
      Files.writeString(
          folder.resolve("letter-" + lastYear + language + ".md"),
          letter.replace("YEAR", lastYear));
    }
  }

  private static String populationSource(Member member, int year) {
    if (!member.population().source().isEmpty()) {
      return member.population().source();
    }
    return year == 2015 ? "U.S. Census Bureau, ACS 2015" : "U.S. Census Bureau, Census 2020";
  }

  private static Object year(int year) {
    return year == 0 ? "" : year;
  }
}
