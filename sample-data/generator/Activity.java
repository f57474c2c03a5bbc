package generator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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
