package org.sistercityimpact.reports.city;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JasperPrint;
import org.sistercityimpact.reports.chart.RangeBar;
import org.sistercityimpact.reports.data.Form;
import org.sistercityimpact.reports.data.HeldBack;
import org.sistercityimpact.reports.data.HeldRow;
import org.sistercityimpact.reports.data.Member;
import org.sistercityimpact.reports.data.MetricStatus;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.data.Slice;
import org.sistercityimpact.reports.data.Typography;
import org.sistercityimpact.reports.page.Block;
import org.sistercityimpact.reports.page.FilledReport;
import org.sistercityimpact.reports.page.Pages;
import org.sistercityimpact.reports.page.Section;
import org.sistercityimpact.reports.page.StoryBox;
import org.sistercityimpact.reports.page.Templates;
import org.sistercityimpact.reports.text.Breakdown;
import org.sistercityimpact.reports.text.DoubtWords;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.Foot;
import org.sistercityimpact.reports.text.PlaceFigures;
import org.sistercityimpact.reports.text.Printed;
import org.sistercityimpact.reports.text.TableRow;
import org.sistercityimpact.reports.text.Words;
import org.sistercityimpact.transform.Level;

/**
 * The pages on which a council decides: two, and a third where a member has more partnerships than
 * these hold. It prints one member and the medians of its peers.
 */
public final class Brief {
  /** Rows held back that an internal copy lists, each with a title of this width at most. */
  private static final int HELD_ROWS = 6;

  private static final int STORIES = 2;

  private static final double HELD_TITLE_WIDTH = 150;
  private static final double FOOT_WIDTH = 396;
  private static final double FOOT_SIZE = 8;

  /** The estimates of the second page, and how their rows are called. */
  private static final List<List<String>> ESTIMATES =
      List.of(
          List.of("label.visitors_direct", "visitor_spend_direct"),
          List.of("label.visitors_indirect", "visitor_spend_indirect"),
          List.of("label.visitors_induced", "visitor_spend_induced"),
          List.of("label.event_guests_direct", "event_spend_direct"),
          List.of("label.event_guests_indirect", "event_spend_indirect"),
          List.of("label.event_guests_induced", "event_spend_induced"),
          List.of("label.sum_of_local_effects", "economic_output"),
          List.of("brief.local_tax", "local_tax"));

  private static final List<List<String>> OUTCOMES =
      List.of(
          List.of("label.people_who_came", "people_in"),
          List.of("brief.balance", "reciprocity_people"),
          List.of("label.hours_given_by_volunteers", "volunteer_hours"));

  private final ReportData data;
  private final Words words;
  private final Figures figures;
  private final Templates templates;
  private final Typography typography = new Typography();
  private final Map<String, List<Slice>> slices;

  public Brief(ReportData data, Templates templates) {
    this.data = data;
    this.words = templates.words();
    this.figures = new Figures(data, words);
    this.templates = templates;
    this.slices = data.results().slices().stream().collect(Collectors.groupingBy(Slice::memberId));
  }

  public FilledReport of(Member member) {
    return of(List.of(member)).get(0);
  }

  /** Briefs of several members, filled together: to begin filling costs as much as to fill some. */
  public List<FilledReport> of(List<Member> members) {
    List<BriefPage> pages = members.stream().map(this::page).toList();
    List<List<BriefRow>> rows = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      rows.add(sheets(members.get(i), pages.get(i)));
    }
    JasperPrint filled =
        templates.fill(
            new Section("brief", Map.of(), rows.stream().flatMap(List::stream).toList()));
    List<JRPrintPage> sheets = filled.getPages();
    // What stands on a page is planned; what is set there may be taller than it was measured.
    int[] firsts = IntStream.range(0, sheets.size()).filter(i -> begins(sheets.get(i))).toArray();
    List<Integer> ends = new ArrayList<>(Arrays.stream(firsts).skip(1).boxed().toList());
    ends.add(sheets.size());
    List<JRPrintPage> feet =
        templates
            .fill(
                new Section(
                    "foot",
                    Map.of(),
                    IntStream.range(0, firsts.length)
                        .boxed()
                        .flatMap(i -> feet(pages.get(i), ends.get(i) - firsts[i]))
                        .toList()))
            .getPages();
    return IntStream.range(0, members.size())
        .mapToObj(
            i ->
                document(
                    members.get(i),
                    pages.get(i),
                    Pages.print(
                        filled,
                        members.get(i).id(),
                        words,
                        sheets.subList(firsts[i], ends.get(i)),
                        feet.subList(firsts[i], ends.get(i)))))
        .toList();
  }

  /** The blocks with their pages; names of partners are cut where that saves a third page. */
  private List<BriefRow> sheets(Member member, BriefPage page) {
    List<BriefRow> whole = new BriefSheets(blocks(member, page, true), typography).rows();
    if (BriefSheets.count(whole) <= 2) {
      return whole;
    }
    List<BriefRow> cut = new BriefSheets(blocks(member, page, false), typography).rows();
    return BriefSheets.count(cut) <= 2 ? cut : whole;
  }

  /** Whether a brief begins on a page: each has one title. */
  private static boolean begins(JRPrintPage page) {
    return page.getElements().stream()
        .filter(JRPrintElement::hasProperties)
        .anyMatch(element -> "H1".equals(element.getPropertiesMap().getProperty("pdf.tag")));
  }

  private BriefPage page(Member member) {
    return new BriefPage(
        figures,
        member,
        new Breakdown(
            slices.getOrDefault(member.id(), List.of()), member.reported("trade_contacts"), words),
        typography);
  }

  /** Where a member's brief lies: a name that says what it is when somebody mails it. */
  public static String file(ReportData data, Words words, String memberId) {
    String language = words.language().equals("en") ? "" : "-" + words.language();
    String internal = data.form() == Form.INTERNAL ? "-INTERNAL" : "";
    return "briefs/%s-brief-%s%s%s.pdf".formatted(data.year(), memberId, language, internal);
  }

  /** All that the brief holds, in reading order; where it breaks is not yet known. */
  private List<BriefRow> blocks(Member member, BriefPage page, boolean whole) {
    List<BriefRow> rows = new ArrayList<>();
    add(rows, page, Block.HEAD);
    add(rows, page, Block.CARDS);
    if (!page.ask().isEmpty()) {
      heading(rows, page, "brief.ask", "");
      text(rows, page, words.sentences(page.ask(), page.contact()));
    }
    stories(rows, page, member);
    if (page.trends() > 0) {
      add(rows, page, Block.HEADING, words.say("brief.trends", data.years().size()), "");
      add(rows, page, Block.TRENDS);
    }
    outcomes(rows, page);
    people(rows, page);
    ties(rows, page, member, whole);
    spending(rows, page);
    trade(rows, page);
    add(rows, page, Block.PANEL);
    if (page.ask().isEmpty()) {
      text(rows, page, Printed.plain(page.contact()));
    }
    return rows;
  }

  /** The newest of the year; how many of them there is room for, the pages say. */
  private void stories(List<BriefRow> rows, BriefPage page, Member member) {
    List<StoryBox> stories =
        data.network().stories().stream()
            .filter(story -> member.id().equals(story.memberId()))
            .limit(STORIES)
            .map(story -> StoryBox.ofMember(story, figures))
            .toList();
    for (StoryBox story : stories) {
      Block block = story.pixels() == null ? Block.STORY_PLAIN : Block.STORY;
      rows.add(new BriefRow(page, "", block, null, null, story));
    }
  }

  private static void add(List<BriefRow> rows, BriefPage page, Block block, Object... cells) {
    rows.add(new BriefRow(page, block, TableRow.of(cells)));
  }

  private void heading(List<BriefRow> rows, BriefPage page, String title, String right) {
    add(rows, page, Block.HEADING, words.text(title), right);
  }

  private static void text(List<BriefRow> rows, BriefPage page, Printed text) {
    if (!text.text().isEmpty()) {
      add(rows, page, Block.TEXT, text);
    }
  }

  private void outcomes(List<BriefRow> rows, BriefPage page) {
    PlaceFigures scope = page.member();
    List<List<String>> known =
        OUTCOMES.stream()
            .filter(o -> scope.hasOrWithholds(o.get(1)) || scope.ago(1).hasOrWithholds(o.get(1)))
            .toList();
    heading(rows, page, "brief.outcomes", "");
    if (known.isEmpty()) {
      text(rows, page, words.say("brief.no_outcomes"));
      return;
    }
    add(rows, page, Block.OUTCOMES_HEAD);
    for (List<String> outcome : known) {
      String metric = outcome.get(1);
      add(
          rows,
          page,
          Block.OUTCOME,
          words.text(outcome.get(0)),
          scope.central(metric),
          scope.ago(1).central(metric),
          scope.median(metric));
    }
    text(rows, page, page.peers());
  }

  private void ties(List<BriefRow> rows, BriefPage page, Member member, boolean whole) {
    BriefTies ties = page.partnerships();
    if (ties.all().isEmpty()) {
      heading(rows, page, "brief.every_tie", "");
      text(rows, page, words.sentences(words.say("brief.no_partnership"), heldBack(member, ties)));
      return;
    }
    heading(
        rows, page, "brief.every_tie", words.say("brief.partnerships", ties.all().size()).text());
    add(rows, page, ties.inPairs() ? Block.PAIRS_HEAD : Block.TIES_HEAD);
    for (TableRow line : ties.rows(whole)) {
      rows.add(new BriefRow(page, ties.inPairs() ? Block.PAIR_OF_TIES : Block.TIE, line));
    }
    text(rows, page, words.sentences(ties.note(), heldBack(member, ties)));
  }

  private void spending(List<BriefRow> rows, BriefPage page) {
    PlaceFigures scope = page.member();
    heading(rows, page, "brief.spending_range", "");
    List<List<String>> known = ESTIMATES.stream().filter(e -> scope.has(e.get(1))).toList();
    if (known.stream().noneMatch(e -> scope.some(e.get(1)))) {
      MetricStatus status = scope.cell("visitor_spend_direct").status();
      boolean reported = scope.has("visitor_spend_direct") || scope.has("event_spend_direct");
      Printed why =
          reported
              ? words.say("brief.spending_zero")
              : status == MetricStatus.WITHHELD || status == MetricStatus.NOT_COMPUTED
                  ? words.say("brief.gained.unknown", words.status(status))
                  : words.say("brief.no_spending");
      text(rows, page, words.sentences(why, page.roundedParts()));
      return;
    }
    text(rows, page, words.sentences(words.say("brief.spending_lead"), page.roundedParts()));
    add(rows, page, Block.SPENDING_HEAD);
    BigDecimal widest =
        known.stream()
            .map(e -> scope.cell(e.get(1)).high())
            .reduce(BigDecimal.ZERO, BigDecimal::max);
    for (List<String> estimate : known) {
      String metric = estimate.get(1);
      rows.add(
          new BriefRow(
              page,
              "",
              Block.SPENDING,
              TableRow.of(
                  words.text(estimate.get(0)),
                  scope.low(metric),
                  scope.central(metric),
                  scope.high(metric)),
              new RangeBar(scope.cell(metric), widest),
              null));
    }
  }

  private void people(List<BriefRow> rows, BriefPage page) {
    if (page.hasPeople()) {
      add(rows, page, Block.PEOPLE);
    } else {
      heading(rows, page, "brief.volunteers_and_youth", "");
      text(rows, page, words.sentences(page.volunteersNote(), page.youthNote()));
    }
  }

  private void trade(List<BriefRow> rows, BriefPage page) {
    if (page.trade(0) == null && page.survey(0) == null) {
      heading(rows, page, "brief.trade_and_surveys", "");
      text(rows, page, words.sentences(page.noTrade(), page.noSurveys()));
    } else {
      add(rows, page, page.survey(0) == null ? Block.TRADE : Block.TRADE_TALL);
      text(rows, page, page.tradeNote());
    }
  }

  /** What the brief leaves out at the city's wish; in an internal copy, the rows themselves. */
  private Printed heldBack(Member member, BriefTies ties) {
    HeldBack held = data.heldBack(Level.MEMBER, member.id());
    if (held.rows() + held.ties() == 0) {
      return Printed.plain("");
    }
    if (!internal()) {
      String ofTies =
          ties.all().stream()
              .filter(tie -> data.heldBack(Level.PARTNERSHIP, tie.id()).rows() > 0)
              .map(
                  tie ->
                      tie.partner().name()
                          + " "
                          + data.heldBack(Level.PARTNERSHIP, tie.id()).rows())
              .collect(Collectors.joining(", "));
      return words.sentences(
          words.say("brief.held_back", held.rows(), held.ties()),
          words.when(!ofTies.isEmpty(), "brief.held_back_of", ofTies));
    }
    List<HeldRow> rows = data.reporting().heldRows().getOrDefault(member.id(), List.of());
    String listed =
        rows.stream().limit(HELD_ROWS).map(this::inWords).collect(Collectors.joining("; "));
    return words.sentences(
        words.say("brief.held_back_internal", held.rows(), held.ties()),
        words.when(!rows.isEmpty(), "brief.held_rows", listed),
        words.when(rows.size() > HELD_ROWS, "brief.held_rows_more", rows.size() - HELD_ROWS));
  }

  private String inWords(HeldRow row) {
    String title = typography.fit(row.title(), HELD_TITLE_WIDTH, BriefSheets.TEXT_SIZE, false);
    String month = words.numbers().month(row.date());
    return row.people() == null
        ? words.say("brief.held_contact", title, month).text()
        : words.say("brief.held_row", title, month, row.people()).text();
  }

  private Stream<Foot> feet(BriefPage page, int sheets) {
    double room = FOOT_WIDTH - typography.width(foot("", page), FOOT_SIZE, false);
    String left = foot(typography.fit(page.name(), room, FOOT_SIZE, false), page);
    String mark =
        words.mark(data, DoubtWords.ofMember(data.additions().doubts(), page.memberId(), words));
    return IntStream.rangeClosed(1, sheets)
        .mapToObj(
            number ->
                Foot.of(data, words, mark, left, words.say("brief.page", number, sheets).text()))
        .map(foot -> internal() ? foot.internal(words.text("report.internal")) : foot);
  }

  private FilledReport document(Member member, BriefPage page, JasperPrint print) {
    String document = internal() ? "brief.internal_document" : "brief.document";
    return new FilledReport(
        file(data, words, member.id()),
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
}
