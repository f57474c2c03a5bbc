package org.sistercityimpact.cli;

import org.sistercityimpact.reports.text.Words;
import picocli.CommandLine.Option;

/** {@code --language}, for every command that prints reports. */
final class LanguageOption {
  @Option(
      names = {"--language", "--lang"},
      paramLabel = "TAG",
      defaultValue = "en",
      description =
          "The language of the PDFs, en or es; with a region, such as es-ES, numbers and dates as"
              + " written there (default: ${DEFAULT-VALUE}). Another language has the same file"
              + " names: give it a folder of its own.")
  private String tag = "en";

  Words words() {
    return Words.of(tag);
  }
}
