package org.sistercityimpact.pdf;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Asks veraPDF whether a PDF keeps PDF/UA-1 and PDF/A-2a. The only class that needs veraPDF, which
 * whoever calls it puts on the class path.
 */
public final class Conformance {
  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private Conformance() {}

  /**
   * Takes a PDF; gives one line for each rule that it breaks, none when it keeps both standards.
   */
  public static List<String> failures(byte[] pdf) throws Exception {
    List<String> failures = new ArrayList<>();
    for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A)) {
      try (PDFAParser parser =
          Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour)) {
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false);
        ValidationResult result = validator.validate(parser);
        for (TestAssertion each : result.getTestAssertions()) {
          if (each.getStatus() == TestAssertion.Status.FAILED) {
            failures.add(
                "%s %s-%d: %s %s (%s)"
                    .formatted(
                        flavour.getId(),
                        each.getRuleId().getClause(),
                        each.getRuleId().getTestNumber(),
                        each.getMessage(),
                        each.getErrorArguments(),
                        each.getLocation().getContext()));
          }
        }
        if (!result.isCompliant() && failures.isEmpty()) {
          failures.add(flavour.getId() + ": not compliant, without a reason given");
        }
      }
    }
    return failures;
  }
}
