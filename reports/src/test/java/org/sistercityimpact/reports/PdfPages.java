package org.sistercityimpact.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The text of a PDF's pages as a reader would copy it, white space made single. */
public final class PdfPages {
  private final List<String> pages = new ArrayList<>();

  public PdfPages(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(false);
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(
            Normalizer.normalize(stripper.getText(document), Normalizer.Form.NFKC)
                .replaceAll("\\s+", " "));
      }
    }
  }

  public int count() {
    return pages.size();
  }

  /** The text of a page, from 1. */
  public String text(int page) {
    return pages.get(page - 1);
  }

  public String all() {
    return String.join(" ", pages);
  }
}
