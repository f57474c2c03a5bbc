package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/for-cities.md shows is what the program prints. */
class ForCitiesTest {
  private static final Pattern BLOCK = Pattern.compile("```\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void theFileOfThePageGivesTheOutputOfThePage() throws IOException {
    Path home = ImpactCommand.home();
    String[] blocks =
        BLOCK
            .matcher(Files.readString(home.resolve("docs/for-cities.md")))
            .results()
            .map(block -> block.group(1))
            .toArray(String[]::new);
    String faulty = blocks[0];
    assertEquals(blocks[1].substring(blocks[1].indexOf('\n') + 1), checked(faulty));

    String fixed =
        faulty.replace("9/6/2052", "9/6/2025").replace("thirty", "30").replace("Trir", "Trier");
    String[] lines = checked(fixed).split("\n");
    assertEquals(blocks[2], lines[0] + "\n…\n" + lines[lines.length - 1] + "\n");
  }

  private String checked(String csv) throws IOException {
    Path file = folder.resolve("exchanges.csv");
    Files.writeString(file, csv);
    return Shell.run(
            "check",
            file,
            "--registry",
            ImpactCommand.home().resolve("sample-data/inbox/registry"),
            "--member",
            "US-TX-fort-worth",
            "--year",
            "2025")
        .out()
        .replace(folder + "/", "");
  }
}
