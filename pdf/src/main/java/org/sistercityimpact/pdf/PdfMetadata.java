package org.sistercityimpact.pdf;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a PDF says about itself.
 *
 * @param title shown in the viewer's title bar; required by PDF/UA, so never blank
 * @param language of the text, for example {@code Locale.US}; elements may differ by {@code
 *     pdf.lang}
 * @param author of the document, or empty
 * @param subject one sentence, or empty
 * @param keywords in the order given, or empty
 * @param documentId stable name of this document, for example "2025.1/springfield"; becomes the
 *     PDF's /ID, so the same content with the same id gives the same bytes
 * @param date of creation and modification, cut to seconds; fixed by the caller for the same reason
 */
public record PdfMetadata(
    String title,
    Locale language,
    String author,
    String subject,
    List<String> keywords,
    String documentId,
    Instant date) {

  /** Checks what PDF/UA requires: a title and a language. */
  public PdfMetadata {
    if (title.isBlank()) {
      throw new IllegalArgumentException("Cannot describe a PDF without a title");
    }
    if (language.getLanguage().isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot describe PDF '" + title + "' without a language (give a Locale such as en-US)");
    }
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(documentId, "documentId");
    keywords = List.copyOf(keywords);
    date = date.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Takes the four things that no PDF can do without, and leaves the others empty. */
  public static PdfMetadata of(String title, Locale language, String documentId, Instant date) {
    return new PdfMetadata(title, language, "", "", List.of(), documentId, date);
  }
}
