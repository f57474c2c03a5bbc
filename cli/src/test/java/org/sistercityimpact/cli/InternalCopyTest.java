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

/** Small numbers stand in a city's own copy and nowhere else. */
class InternalCopyTest {
  @TempDir Path folder;

  @Test
  void aCityReadsItsOwnSmallNumbersAndNobodyElseDoes() throws IOException {
    Path inbox = Shell.smallInbox(folder.resolve("inbox"));
    Shell.write(
        inbox,
        "2025/US-TX-fort-worth/exchanges.csv",
        Shell.EXCHANGES,
        "E1,US-TX-fort-worth~DE-trier,inbound,educational,,2025-05-01,2025-05-06,7,,,,,homestay,,,,");
    Path warehouse = folder.resolve("warehouse");
    Path out = folder.resolve("out");
    Shell.run("run", inbox, "--warehouse", warehouse, "--out", out).good();
    String everybody = Files.readString(out.resolve("figures.json"));

    Shell.run("report", "city", "--internal", "--warehouse", warehouse, "--out", out).good();

    String brief = "briefs/US-TX-fort-worth.pdf";
    for (String page : pages(out.resolve(brief))) {
      assertFalse(page.contains("internal copy"), page);
    }
    assertTrue(String.join("", pages(out.resolve(brief))).contains("withheld"), "withheld is said");
    assertEquals(everybody, Files.readString(out.resolve("figures.json")));
    assertEquals("\"text\" : \"withheld\"", text(everybody, "people_in", "member"));
    assertEquals("\"text\" : \"withheld\"", text(everybody, "visitor_spend_direct", "member"));
    assertEquals("\"text\" : \"withheld\"", text(everybody, "people_in", "network"));
    List<String> internal = pages(out.resolve("internal").resolve(brief));
    for (String page : internal) {
      assertTrue(page.contains("internal copy, not for publication"), page);
    }
    assertTrue(internal.get(0).contains("Internal copy with exact numbers"), internal.get(0));
    String own = Files.readString(out.resolve("internal/figures.json"));
    assertEquals("\"text\" : \"7\"", text(own, "people_in", "member"));
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
        .map(l -> l.substring(l.indexOf("\"text\""), l.lastIndexOf('}')).strip())
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
