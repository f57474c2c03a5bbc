package org.sistercityimpact.checkpage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sistercityimpact.check.ContractFolder;
import org.sistercityimpact.check.Registry;
import org.sistercityimpact.check.Registry.Member;
import org.sistercityimpact.check.Registry.Partnership;
import org.sistercityimpact.check.contract.Contracts;

/** Pages as the command makes them, of the project's own contracts. */
final class Pages {
  static final Path HOME = Path.of(System.getProperty("impact.home"));
  static final Contracts CONTRACTS = ContractFolder.read(HOME.resolve("sql"));

  static final Registry REGISTRY =
      new Registry(
          List.of(
              new Member("US-TX-fort-worth", "Fort Worth, TX", 1990, null),
              new Member("US-OR-bend", "Bend, OR", 2015, 2023)),
          List.of(
              new Partnership(
                  "US-TX-fort-worth~DE-trier", "US-TX-fort-worth", "Trier", "Trier", true),
              new Partnership(
                  "US-TX-fort-worth~HU-budapest", "US-TX-fort-worth", "Budapest", "Budapest", true),
              new Partnership(
                  "US-TX-fort-worth~JP-nagaoka", "US-TX-fort-worth", "Nagaoka", "長岡市", true),
              new Partnership("US-OR-bend~IT-belluno", "US-OR-bend", "Belluno", null, true)),
          List.of(new Registry.Name("partnership_id", null, "Old Trier", "Trier")),
          List.of());

  private Pages() {}

  static CheckPage of(Registry registry, String memberId, String language) throws IOException {
    return new CheckPage(
        CONTRACTS,
        CheckPage.texts(HOME.resolve("sql")),
        registry,
        "0123456789abcdef",
        memberId,
        2025,
        language,
        "test",
        CheckPage.Findings.NONE);
  }

  /** Writes a page of the network above, and says where. */
  static Path write(Path folder) throws IOException {
    Path page = folder.resolve("check.html");
    Files.writeString(page, of(REGISTRY, null, "en").html());
    return page;
  }
}
