package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.cli.Shell.Said;

/** The page on which cities check their files, as the command makes it. */
class CheckPageTest {
  @TempDir Path folder;

  private Said page(Path out, Object... more) {
    Path registry = Shell.smallInbox(folder.resolve("inbox")).resolve("registry");
    Object[] all = new Object[more.length + 7];
    Object[] first = {"check-page", "--registry", registry, "--year", "2025", "--out", out};
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return Shell.run(all);
  }

  @Test
  void oneFileHoldsAllThatIsChecked() throws IOException {
    Path out = folder.resolve("new/check.html");
    String said = page(out).good().out();
    assertTrue(
        said.matches(
            "\\Q%s\\E: a page of [0-9,]+ KB on which every member checks its files for 2025\n"
                .formatted(out)),
        said);
    String html = Files.readString(out);
    assertTrue(html.startsWith("<!doctype html>"), html.substring(0, 100));
    assertTrue(html.contains("US-TX-fort-worth~JP-nagaoka"), "a tie of the registry");
    assertTrue(html.contains("hermanamiento"), "what is found, in Spanish");
    assertFalse(Pattern.compile("\\{\\{[a-z]+}}").matcher(html).find(), "a hole of the template");
    page(out).good();
    assertEquals(html, Files.readString(out));
  }

  @Test
  void aMembersOwnPageIsItsOwn() throws IOException {
    Path out = folder.resolve("fort-worth.html");
    String said =
        page(out, "--member", "us-tx-fort-worth", "--language", "es", "--json").good().out();
    assertTrue(said.contains("\"member_id\" : \"US-TX-fort-worth\""), said);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(out)));
  }

  @Test
  void whatCannotBeIsOneLine() {
    Path out = folder.resolve("check.html");
    assertRefused(
        "Cannot make a page for member 'US-XX-nowhere': the registry has none of that id (write it as in members.csv)",
        page(out, "--member", "US-XX-nowhere"));
    assertRefused(
        "Cannot make a page in language 'fr': it speaks en and es (use one of them)",
        page(out, "--language", "fr"));
    assertRefused(
        "Cannot read registry '%s': it has no members.csv (give the folder that holds it)"
            .formatted(folder),
        Shell.run("check-page", "--registry", folder, "--year", "2025", "--out", out));
    assertFalse(Files.exists(out));
  }

  private static void assertRefused(String message, Said said) {
    assertEquals(2, said.code());
    assertEquals(message + "\n", said.err());
  }
}
