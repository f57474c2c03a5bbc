package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A city's own trade dollars and the rows that it holds back stand in its own copy alone. */
class InternalCopyTest {
  @TempDir Path folder;

  @Test
  void aCityReadsWhatItHoldsBackAndNobodyElseDoes() throws IOException {
    Path inbox = Shell.smallInbox(folder.resolve("inbox"));
    Shell.write(
        inbox,
        "2025/US-TX-fort-worth/exchanges.csv",
        "exchange_id,partnership_id,direction,purpose,title,start_date,end_date,people,lodging,public",
        "E1,US-TX-fort-worth~DE-trier,inbound,educational,Choir,2025-05-01,2025-05-06,7,homestay,",
        "E2,US-TX-fort-worth~DE-trier,inbound,municipal,Quiet visit,2025-06-01,2025-06-03,4,hotel,no");
    Shell.write(
        inbox,
        "2025/US-TX-fort-worth/trade_contacts.csv",
        "contact_id,partnership_id,date,company,stage,value,currency",
        "C1,US-TX-fort-worth~DE-trier,2025-03-01,Ahorn GmbH,deal,125000,USD");
    Path warehouse = folder.resolve("warehouse");
    Path out = folder.resolve("out");
    Shell.run("run", inbox, "--warehouse", warehouse, "--out", out).good();
    String everybody = Files.readString(out.resolve("figures.json"));

    Shell.run("report", "city", "--internal", "--warehouse", warehouse, "--out", out).good();

    String brief = "briefs/2025-brief-US-TX-fort-worth.pdf";
    String open = String.join("", pages(out.resolve(brief))).replaceAll("\\s+", " ");
    assertFalse(open.contains("internal copy"), open);
    assertFalse(open.contains("Quiet visit"), open);
    assertTrue(
        open.contains(
            "Left out at the city’s request, but counted in the state and network totals: 1 row. By partnership: Trier 1."),
        open);
    assertEquals(everybody, Files.readString(out.resolve("figures.json")));
    assertEquals("\"text\" : \"7\"", text(everybody, "people_in", "member"));
    assertEquals("\"text\" : \"11\"", text(everybody, "people_in", "network"));
    assertEquals("\"text\" : \"withheld\"", text(everybody, "trade_value_reported", "member"));
    List<String> internal =
        pages(out.resolve("internal").resolve(brief.replace(".pdf", "-INTERNAL.pdf")));
    for (String page : internal) {
      assertTrue(page.contains("internal copy, not for publication"), page);
      assertTrue(page.contains("INTERNAL COPY"), page);
    }
    String own = String.join("", internal).replaceAll("\\s+", " ");
    assertTrue(own.contains("Internal copy with its own trade dollars and rows held back"), own);
    assertTrue(own.contains("Held back: Quiet visit, Jun 2025 (4 people)."), own);
    String figures = Files.readString(out.resolve("internal/figures.json"));
    assertEquals("\"text\" : \"11\"", text(figures, "people_in", "member"));
    assertEquals("\"text\" : \"$125,000\"", text(figures, "trade_value_reported", "member"));
    assertFalse(Files.exists(out.resolve("internal/tables")), "a copy for one city has no tables");
  }

  @Test
  void onlyACityHasAnInternalCopy() {
    assertEquals(
        "Cannot print report 'all' as an internal copy: only a city brief has one (write 'impact"
            + " report city --internal')",
        Shell.run("report", "all", "--internal", "--warehouse", folder).err().strip());
  }

  /** The text of the first figure of a metric and level, as figures.json has it. */
  private static String text(String figures, String metric, String level) {
    return figures
        .lines()
        .filter(l -> l.contains("\"metric_id\" : \"" + metric + "\""))
        .filter(l -> l.contains("\"level\" : \"" + level + "\""))
        .map(l -> l.substring(l.indexOf("\"text\""), l.indexOf(", \"value\"")).strip())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> pages(Path file) throws IOException {
    List<String> pages = new ArrayList<>();
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(stripper.getText(pdf));
      }
    }
    return pages;
  }
}
