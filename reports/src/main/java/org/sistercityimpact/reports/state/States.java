package org.sistercityimpact.reports.state;

import java.util.List;
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

  public FilledReport of(String code) {
    StatePage page = new StatePage(figures, code, typography);
    Pages pages = new Pages(templates, GAP);
    pages.add(new Section("state", Map.of("state", page), page.measures()));
    pages.add(new Section("state-members", Map.of(), page.members()));
    List<TableRow> voices = page.voices();
    if (!voices.isEmpty()) {
      pages.add(new Section("state-voices", Map.of(), voices));
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
                Foot.of(data, mark, left, words.say("brief.page", number, pages.size()).text()));
    return new FilledReport(
        file(data, words, code),
        id,
        words.title(data, words.say("state.document", page.year(), page.name())),
        words.say("state.subject", page.name(), page.year()).text(),
        print);
  }
}
