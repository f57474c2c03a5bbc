package generator;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

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
