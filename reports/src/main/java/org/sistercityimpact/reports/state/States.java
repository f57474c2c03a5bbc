package org.sistercityimpact.reports.state;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.sf.jasperreports.engine.JasperPrint;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.data.Typography;
import org.sistercityimpact.reports.page.FilledReport;
import org.sistercityimpact.reports.page.Pages;
import org.sistercityimpact.reports.page.Section;
import org.sistercityimpact.reports.page.Templates;
import org.sistercityimpact.reports.text.DoubtWords;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.Foot;
import org.sistercityimpact.reports.text.TableRow;
import org.sistercityimpact.reports.text.Words;

/** A page for each state with a member that reported, for its legislators. */
public final class States {
  private static final int GAP = 14;

  /** Of the members with the most people, where not all fit. */
  private static final int BUSIEST = 14;

  private static final int FEWEST = 3;

  /** How members are set, with the least height of a row: the bands of their template. */
  private enum Form {
    ROWS(16),
    LOW(13),
    PAIRS(13);

    /** Title and header. */
    static final int HEAD = 50;

    final int height;

    Form(int height) {
      this.height = height;
    }
  }

  private final ReportData data;
  private final Words words;
  private final Figures figures;
  private final Templates templates;
  private final Typography typography = new Typography();

  public States(ReportData data, Templates templates) {
    this.data = data;
    this.words = templates.words();
    this.figures = new Figures(data, words);
    this.templates = templates;
  }

  /** Where a state's page lies. */
  public static String file(ReportData data, Words words, String code) {
    String language = words.language().equals("en") ? "" : "-" + words.language();
    return "states/%s-state-%s%s.pdf".formatted(data.year(), code, language);
  }

  /**
   * The page of a state. It is whole by itself: where even two members in a row do not fit below
   * what all did, those with the most people stand there, and all of them on a page behind it.
   */
  public FilledReport of(String code) {
    StatePage page = new StatePage(figures, code, typography);
    Pages pages = new Pages(templates, GAP);
    pages.add(new Section("state", Map.of("state", page), page.measures()));
    Section voices = new Section("state-voices", Map.of(), page.voices());
    boolean said = page.voices().isEmpty() || pages.addWhereRoom(voices);
    members(page, pages);
    if (!said) {
      pages.add(voices);
    }
    page.story()
        .ifPresent(s -> pages.addWhereRoom(new Section("state-story", Map.of(), List.of(s))));
    String id = "state-" + code;
    String left =
        figures.ofEdition(words.say("brief.foot", page.name(), page.year(), words.method()).text());
    String mark = words.mark(data, DoubtWords.ofNetwork(data.additions().doubts(), words));
    JasperPrint print =
        pages.print(
            id,
            number ->
                Foot.of(
                    data, words, mark, left, words.say("brief.page", number, pages.size()).text()));
    return new FilledReport(
        file(data, words, code),
        id,
        words.title(data, words.say("state.document", page.year(), page.name())),
        words.say("state.subject", page.name(), page.year()).text(),
        print);
  }

  private void members(StatePage page, Pages pages) {
    String all = words.text("state.members");
    if (fits(all, Form.ROWS, page.members(), pages)
        || fits(all, Form.LOW, page.members(), pages)
        || fits(all, Form.PAIRS, page.inPairs(), pages)) {
      return;
    }
    for (int most = BUSIEST; most >= FEWEST; most--) {
      if (fits(words.say("state.busiest", most).text(), Form.ROWS, page.busiest(most), pages)) {
        break;
      }
    }
    pages.endPage();
    pages.add(members(all, Form.PAIRS, page.inPairs()));
  }

  /** Adds them where there is room; what is too much in any case need not be filled to be seen. */
  private static boolean fits(String title, Form form, List<TableRow> rows, Pages pages) {
    return Form.HEAD + rows.size() * form.height <= pages.room()
        && pages.addWhereRoom(members(title, form, rows));
  }

  private static Section members(String title, Form form, List<TableRow> rows) {
    String name = form.name().toLowerCase(Locale.ROOT);
    return new Section("state-members", Map.of("title", title, "form", name), rows);
  }
}
