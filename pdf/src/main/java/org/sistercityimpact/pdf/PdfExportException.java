package org.sistercityimpact.pdf;

import net.sf.jasperreports.engine.JRPrintElement;

/**
 * Thrown when a print cannot become an accessible PDF. The message names the element, says what is
 * wrong with it and what to do; nothing is ever left out silently.
 */
public final class PdfExportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean named;

  PdfExportException(String message) {
    super(message);
    named = false;
  }

  public PdfExportException(String message, Throwable cause) {
    super(message, cause);
    named = false;
  }

  private PdfExportException(Throwable cause, String message) {
    super(message, cause);
    named = true;
  }

  /** Names the element and its page, unless an element inside it was named already. */
  public static PdfExportException at(JRPrintElement element, int page, Exception cause) {
    if (cause instanceof PdfExportException known && known.named) {
      return known;
    }
    return new PdfExportException(
        cause,
        "Cannot export %s on page %s: %s"
            .formatted(Elements.name(element), page + 1, cause.getMessage()));
  }
}
