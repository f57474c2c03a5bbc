package org.sistercityimpact.release;

import java.nio.file.Path;
import java.util.List;

/** Asks of every PDF of an edition whether it keeps PDF/UA-1 and PDF/A-2a. */
@FunctionalInterface
public interface PdfCheck {
  /**
   * Checks PDFs under {@code folder}.
   *
   * @return one line for each that does not conform, with the first rule that it breaks
   */
  List<String> failures(Path folder, List<Path> pdfs);
}
