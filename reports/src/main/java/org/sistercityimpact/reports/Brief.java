package org.sistercityimpact.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JasperPrint;
import org.sistercityimpact.transform.Level;

/** The two pages on which a council decides. It prints one member and the medians of its peers. */
final class Brief {
  /** As many as the table on the first page holds; a test prints a member with more. */
  static final int TIES = 9;

  /** Where there are more, the table holds at least so many, and lines below it all others. */
  private static final int FEWEST_TIES = 3;

  private static final double TIE_ROW = 19;
  private static final double NOTE_LINE = 11;
  private static final double NOTE_SIZE = 7.8;

  /** Of a line of notes, less what its last word leaves empty. */
  private static final double NOTE_WIDTH = 504 * 0.92;

  private static final int PAGES = 2;

  /** Rows held back that an internal copy lists, each with a title of this width at most. */
  private static final int HELD_ROWS = 6;

  private static final double HELD_TITLE_WIDTH = 150;

  /** Of the table of ties in the template. */
  private static final double NAME_WIDTH = 142;

  private static final double FOOT_WIDTH = 396;
  private static final double FOOT_SIZE = 7.5;
  private static final double COUNTRY_WIDTH = 84;
  private static final double TABLE_SIZE = 8.5;
  private static final double RANGE_ROW = 18;
  private static final List<String> RANGES =
      List.of(
          "visitor_spend_direct",
          "visitor_spend_indirect",
          "visitor_spend_induced",
          "event_spend_direct",
          "event_spend_indirect",
          "event_spend_induced",
          "economic_output",
          "local_tax");

  private final ReportData data;
  private final Words words;
  private final Figures figures;
  private final Templates templates;
  private final Typography typography = new Typography();
  private final Map<String, List<Slice>> slices;

  Brief(ReportData data, Templates templates) {
    this.data = data;
    this.words = templates.words();
    this.figures = new Figures(data, words);
    this.templates = templates;
    this.slices = data.slices().stream().collect(Collectors.groupingBy(Slice::memberId));
  }

  Document of(Member member) {
    return of(List.of(member)).get(0);
  }

  /** Briefs of several members, filled together: to begin filling costs as much as to fill some. */
  List<Document> of(List<Member> members) {
    List<BriefPage> pages = members.stream().map(this::page).toList();
    JasperPrint fronts =
        templates.fill(
            new Section("brief-page-1", Map.of(), pages.stream().flatMap(this::rows).toList()));
    JasperPrint backs = templates.fill(new Section("brief-page-2", Map.of(), pages));
    List<JRPrintPage> feet =
        templates
            .fill(new Section("foot", Map.of(), pages.stream().flatMap(this::feet).toList()))
            .getPages();
    if (fronts.getPages().size() != pages.size() || backs.getPages().size() != pages.size()) {
      throw new IllegalStateException("A page of a brief does not fit its paper");
    }
    return IntStream.range(0, members.size())
        .mapToObj(
            i ->
                document(
                    members.get(i),
                    pages.get(i),
                    Pages.print(
                        fronts,
                        members.get(i).id(),
                        words,
                        List.of(fronts.getPages().get(i), backs.getPages().get(i)),
                        feet.subList(PAGES * i, PAGES * (i + 1)))))
        .toList();
  }

  private BriefPage page(Member member) {
    Scope scope = figures.scope(Level.MEMBER, member.id(), member.name());
    List<Tie> ties = ties(member);
    int shown = Math.min(TIES, ties.size());
    List<Printed> others =
        ties.subList(shown, ties.size()).stream()
            .map(this::inWords)
            .collect(Collectors.toCollection(ArrayList::new));
    Printed heldBack = heldBack(member);
    while (shown > FEWEST_TIES && !fits(heldBack, others, shown)) {
      shown--;
      others.add(0, inWords(ties.get(shown)));
    }
    while (!others.isEmpty() && !fits(heldBack, others, shown)) {
      others.remove(others.size() - 1);
    }
    return new BriefPage(
        figures,
        member,
        scope,
        new RangeChart(figures, RANGES.stream().map(scope::cell).toList(), RANGE_ROW),
        ties,
        new Breakdown(
            slices.getOrDefault(member.id(), List.of()), member.reported("trade_contacts"), words),
        shown,
        others,
        heldBack,
        typography);
  }

  /** What the brief leaves out at the city's wish; in an internal copy, the rows themselves. */
  private Printed heldBack(Member member) {
    HeldBack held = data.heldBack(Level.MEMBER, member.id());
    if (held.rows() + held.ties() == 0) {
      return Printed.plain("");
    }
    if (!internal()) {
      String ofTies =
          ties(member).stream()
              .filter(tie -> data.heldBack(Level.PARTNERSHIP, tie.id()).rows() > 0)
              .map(tie -> tie.partner() + " " + data.heldBack(Level.PARTNERSHIP, tie.id()).rows())
              .collect(Collectors.joining(", "));
      return words.sentences(
          words.say("brief.held_back", held.rows(), held.ties()),
          words.when(!ofTies.isEmpty(), "brief.held_back_of", ofTies));
    }
    List<HeldRow> rows = data.heldRows().getOrDefault(member.id(), List.of());
    String listed =
        rows.stream().limit(HELD_ROWS).map(this::inWords).collect(Collectors.joining("; "));
    return words.sentences(
        words.say("brief.held_back_internal", held.rows(), held.ties()),
        words.when(!rows.isEmpty(), "brief.held_rows", listed),
        words.when(rows.size() > HELD_ROWS, "brief.held_rows_more", rows.size() - HELD_ROWS));
  }

  private String inWords(HeldRow row) {
    String title = typography.fit(row.title(), HELD_TITLE_WIDTH, NOTE_SIZE, false);
    String month = words.numbers().month(row.date());
    return row.people() == null
        ? words.say("brief.held_contact", title, month).text()
        : words.say("brief.held_row", title, month, row.people()).text();
  }

  /** Whether the ties that are not in the table have room below it. */
  private boolean fits(Printed heldBack, List<Printed> others, int shown) {
    double width =
        typography.width(heldBack.text(), NOTE_SIZE, false)
            + others.stream()
                .mapToDouble(tie -> typography.width(tie.text() + "; ", NOTE_SIZE, false))
                .sum()
            + (others.isEmpty()
                ? 0
                : typography.width(words.text("brief.more_ties"), NOTE_SIZE, false));
    return Math.ceil(width / NOTE_WIDTH) * NOTE_LINE <= (TIES - shown) * TIE_ROW + NOTE_LINE;
  }

  /** A tie of the lines below the table. */
  private Printed inWords(Tie tie) {
    return words.say(
        "brief.tie",
        tie.partner(),
        figures.country(tie.country()),
        status(tie),
        lastExchange(tie),
        activeYears(tie));
  }

  private List<Tie> ties(Member member) {
    return data.ties().getOrDefault(member.id(), List.of()).stream()
        .sorted(
            Comparator.comparing(Tie::lastExchange, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(Tie::partner)
                .thenComparing(Tie::id))
        .toList();
  }

  private Stream<TieRow> rows(BriefPage page) {
    List<Tie> shown = page.shown();
    int rows = Math.max(1, shown.size());
    return IntStream.range(0, rows)
        .mapToObj(
            i ->
                new TieRow(
                    page, shown.isEmpty() ? null : line(shown.get(i)), i == 0, i == rows - 1));
  }

  private Stream<Foot> feet(BriefPage page) {
    double room = FOOT_WIDTH - typography.width(foot("", page), FOOT_SIZE, false);
    String left = foot(typography.fit(page.name(), room, FOOT_SIZE, false), page);
    String mark = words.mark(data, Doubt.ofMember(data.doubts(), page.memberId(), words));
    return IntStream.rangeClosed(1, PAGES)
        .mapToObj(
            number -> Foot.of(data, mark, left, words.say("brief.page", number, PAGES).text()));
  }

  private Document document(Member member, BriefPage page, JasperPrint print) {
    String document = internal() ? "brief.internal_document" : "brief.document";
    return new Document(
        "briefs/" + member.id() + ".pdf",
        member.id(),
        words.title(data, words.say(document, page.year(), page.name())),
        words.say("brief.subject", page.name(), page.year()).text(),
        print);
  }

  private String foot(String name, BriefPage page) {
    String foot = internal() ? "brief.internal_foot" : "brief.foot";
    return figures.ofEdition(words.say(foot, name, page.year(), words.method()).text());
  }

  private boolean internal() {
    return data.form() == Form.INTERNAL;
  }

  private Line line(Tie tie) {
    return Line.of(
        name(tie),
        typography.fit(figures.country(tie.country()), COUNTRY_WIDTH, TABLE_SIZE, false),
        tie.established() == null
            ? words.text("brief.since_unknown")
            : tie.established().toString(),
        status(tie),
        lastExchange(tie),
        activeYears(tie));
  }

  private String status(Tie tie) {
    return tie.ended() != null && tie.ended() <= data.year()
        ? words.say("brief.ended", tie.ended().toString()).text()
        : words.name("tie", tie.status());
  }

  private String lastExchange(Tie tie) {
    return tie.lastExchange() == null
        ? words.text("brief.none_reported")
        : words.numbers().month(tie.lastExchange());
  }

  private Printed activeYears(Tie tie) {
    return figures.scope(Level.PARTNERSHIP, tie.id(), tie.partner()).central("years_active_of_5");
  }

  /** The partner and how it writes itself, where both fit. */
  private String name(Tie tie) {
    String both = tie.partner() + "  " + tie.localName();
    boolean one = tie.localName() == null || tie.localName().equals(tie.partner());
    return one || typography.width(both, TABLE_SIZE, true) > NAME_WIDTH
        ? typography.fit(tie.partner(), NAME_WIDTH, TABLE_SIZE, true)
        : both;
  }
}
