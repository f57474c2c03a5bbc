package org.sistercityimpact.reports.city;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sistercityimpact.reports.data.Finding;
import org.sistercityimpact.reports.data.MarkedCopies;
import org.sistercityimpact.reports.data.Member;
import org.sistercityimpact.reports.data.Received;
import org.sistercityimpact.reports.data.ReceivedReader;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.data.Typography;
import org.sistercityimpact.reports.file.OutputFolder;
import org.sistercityimpact.reports.file.Table;
import org.sistercityimpact.reports.page.FilledReport;
import org.sistercityimpact.reports.page.Pages;
import org.sistercityimpact.reports.page.Section;
import org.sistercityimpact.reports.page.Templates;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.FindingWords;
import org.sistercityimpact.reports.text.Foot;
import org.sistercityimpact.reports.text.Printed;
import org.sistercityimpact.reports.text.TableRow;
import org.sistercityimpact.reports.text.Words;

/**
 * The letter to a member: what came, what became of its rows, which cells to mend, what is missing.
 * It holds nothing of any other member.
 */
public final class CityLetter {
  private static final int PAGES = 2;

  /** Rows of a table of findings, before the pages are counted. */
  private static final int ROWS = 40;

  private static final int TIGHT = 13;
  private static final double FOOT_WIDTH = 396;
  private static final double FOOT_SIZE = 8;

  private final ReportData data;
  private final Words words;
  private final Figures figures;
  private final Templates templates;
  private final Optional<FindingWords> translated;
  private final Typography typography = new Typography();

  public CityLetter(ReportData data, Templates templates) {
    this.data = data;
    this.words = templates.words();
    this.figures = new Figures(data, words);
    this.templates = templates;
    this.translated = FindingWords.of(words.language());
  }

  /**
   * The letter.
   *
   * @param marked whether {@link #copies} come with it
   */
  public FilledReport of(Member member, boolean marked) {
    Received received = data.receivedOf(member);
    LetterPage page = new LetterPage(figures, member, received, marked);
    FindingLines findings = new FindingLines(words, translated, others(member));
    int errors = ROWS;
    int notes = ROWS;
    Pages pages = pages(page, findings, errors, notes, Pages.GAP);
    // What does not fit stands in the table beside the letter: what needs no change goes first.
    while (pages.size() > PAGES && errors > 1) {
      if (notes > 1) {
        notes = notes / 2;
      } else {
        errors = errors * 3 / 4;
      }
      pages = pages(page, findings, errors, notes, Pages.GAP);
    }
    // Its last lines alone on a page: closer together all of it may fit.
    Pages tight = pages.size() > 1 ? pages(page, findings, errors, notes, TIGHT) : pages;
    Pages whole = tight.size() < pages.size() ? tight : pages;
    double room = FOOT_WIDTH - typography.width(foot("", page), FOOT_SIZE, false);
    String left = foot(typography.fit(page.name(), room, FOOT_SIZE, false), page);
    return new FilledReport(
        file(member.id()),
        "letter-" + member.id(),
        words.title(data, words.say("city_letter.document", page.year(), page.name())),
        words.say("city_letter.subject", page.name(), page.year()).text(),
        whole.print(
            member.id(),
            at ->
                Foot.of(
                    data,
                    words,
                    words.whatIf(data),
                    left,
                    words.say("brief.page", at, whole.size()).text())));
  }

  private Set<String> others(Member member) {
    Set<String> others = new HashSet<>();
    data.network().registered().forEach(id -> others.add(ReceivedReader.key(id)));
    others.remove(ReceivedReader.key(member.id()));
    return others;
  }

  private Pages pages(
      LetterPage page, FindingLines findings, int errorRows, int noteRows, int gap) {
    Received received = page.received();
    FindingLines.Told errors = findings.of(received, Finding::isError, errorRows);
    FindingLines.Told doubts = findings.of(received, Finding::isDoubt, errorRows);
    Predicate<Finding> settled =
        Predicate.not(Finding::isError).and(Predicate.not(Finding::isDoubt));
    FindingLines.Told notes = findings.of(received, settled, noteRows);
    Pages pages = new Pages(templates, gap);
    pages.add(
        new Section("city-letter", Map.of("page", page), page.lead(errors.all(), doubts.all())));
    if (page.anything()) {
      pages.add(new Section("city-letter-files", Map.of(), page.arrived()));
    }
    findings(pages, "city_letter.mend", "city_letter.mend_note", errors, page);
    findings(pages, "city_letter.doubts", "city_letter.doubts_note", doubts, page);
    missing(pages, page);
    paragraphs(pages, "city_letter.changed", page.changes());
    findings(pages, "city_letter.read", "city_letter.read_note", notes, page);
    // In one piece with the last paragraph: two lines of thanks are no page.
    boolean more = errors.all() + doubts.all() > 0 || !page.missing().isEmpty();
    pages.add(Section.of(more ? "city-letter-next" : "city-letter-end", page.signature()));
    return pages;
  }

  private void findings(
      Pages pages, String title, String note, FindingLines.Told told, LetterPage page) {
    if (told.rows().isEmpty()) {
      return;
    }
    long more = told.all() - told.told();
    Member member = page.member();
    Printed said =
        words.sentences(
            words.text(note),
            words.when(
                told.shared(),
                "city_letter.shared",
                workbook(member),
                data.receivedOf(member).findings().size() < ReceivedReader.FINDINGS
                    ? 0
                    : ReceivedReader.FINDINGS),
            words.when(more > 0, "city_letter.more", more, workbook(member)));
    pages.add(
        new Section(
            "city-letter-findings",
            Map.of("title", words.text(title), "note", said.text()),
            told.rows()));
  }

  private void missing(Pages pages, LetterPage page) {
    List<TableRow> missing = page.missing();
    if (!missing.isEmpty()) {
      Printed note = words.sentences(page.due(), words.text("city_letter.missing_note"));
      pages.add(new Section("city-letter-missing", Map.of("note", note.text()), missing));
    }
  }

  private void paragraphs(Pages pages, String title, List<TableRow> lines) {
    if (!lines.isEmpty()) {
      pages.add(new Section("city-letter-words", Map.of("title", words.text(title)), lines));
    }
  }

  private String foot(String name, LetterPage page) {
    return words.say("brief.foot", name, page.year(), words.method()).text();
  }

  /** What its member sent, with marked cells; the same in every run. */
  public List<MarkedCopies.Copy> copies(Member member) {
    FindingLines lines = new FindingLines(words, translated, others(member));
    return data.additions()
        .marked()
        .map(marked -> marked.of(member, lines::problem, words.text("city_letter.to_fix")))
        .orElse(List.of());
  }

  /** All files that a member's letter may consist of, but those of {@link #copiesFolder}. */
  public static List<String> files(String id) {
    return Stream.concat(Stream.of(file(id)), tables(id).stream()).toList();
  }

  /** Where the copies of a member's files lie. */
  public static String copiesFolder(String id) {
    return OutputFolder.LETTERS + "marked/" + id + "/";
  }

  /** Those of its findings as data. */
  public static List<String> tables(String id) {
    return List.of(table(id) + ".csv", table(id) + ".xlsx");
  }

  private static String file(String id) {
    return OutputFolder.LETTERS + id + ".pdf";
  }

  /** As the letter names it: from the folder that it lies in itself. */
  private static String workbook(Member member) {
    return "tables/" + member.id() + ".xlsx";
  }

  private static String table(String id) {
    return "letters/tables/" + id;
  }

  /** All findings that were read, in the words of the warehouse. */
  public Table findings(Member member) {
    FindingLines lines = new FindingLines(words, translated, others(member));
    return new Table(
        table(member.id()),
        FindingLines.COLUMNS,
        data.receivedOf(member).findings().stream().map(lines::cells).toList());
  }
}
