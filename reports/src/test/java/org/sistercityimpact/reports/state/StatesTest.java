package org.sistercityimpact.reports.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sistercityimpact.pdf.lint.PrintLint;
import org.sistercityimpact.reports.SmallNetwork;
import org.sistercityimpact.reports.data.Form;
import org.sistercityimpact.reports.data.Member;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.data.ReportKind;
import org.sistercityimpact.reports.page.Templates;
import org.sistercityimpact.reports.text.Words;
import org.sistercityimpact.warehouse.DuckDb;

/** A state's page is one, or the first of two is whole without the second. */
class StatesTest {
  private static final int STATES = 7;

  @ParameterizedTest
  @CsvSource({"4, 1", "14, 1", "30, 1", "45, 2"})
  void printsEveryMemberAndLeavesNothingOver(int membersOfState, int pages) {
    try (DuckDb engine = SmallNetwork.of(STATES * membersOfState)) {
      ReportData data =
          ReportData.read(engine, SmallNetwork.YEAR, Form.PUBLISHED, EnumSet.of(ReportKind.STATE));
      for (String language : List.of("en", "es")) {
        Words words = Words.of(language);
        JasperPrint print = new States(data, new Templates(words)).of("OH").print();
        assertEquals(pages, print.getPages().size());
        assertEquals(List.of(), PrintLint.check(print));
        for (int page = 0; page < pages; page++) {
          assertTrue(rows(texts(print, page)) != 1, "one row alone on page " + page);
        }
        assertTrue(texts(print, 0).contains(words.text("state.measures")));
        TreeSet<String> printed = new TreeSet<>(texts(print, pages > 1 ? 1 : 0));
        data.network().members().stream()
            .filter(m -> m.state().equals("OH"))
            .filter(m -> m.expected() || m.reportedAny())
            .map(Member::name)
            .forEach(
                name -> {
                  String most = name.substring(0, Math.min(6, name.length()));
                  assertTrue(printed.ceiling(most).startsWith(most), name);
                });
      }
    }
  }

  private static long rows(List<String> texts) {
    return texts.stream().filter(text -> text.startsWith("City ")).count();
  }

  private static List<String> texts(JasperPrint print, int page) {
    List<String> texts = new ArrayList<>();
    print.getPages().get(page).getElements().forEach(element -> gather(element, texts));
    return texts;
  }

  private static void gather(JRPrintElement element, List<String> texts) {
    if (element instanceof JRPrintFrame frame) {
      frame.getElements().forEach(each -> gather(each, texts));
    } else if (element instanceof JRPrintText text && text.getFullText() != null) {
      texts.add(text.getFullText());
    }
  }
}
