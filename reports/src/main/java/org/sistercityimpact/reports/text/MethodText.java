package org.sistercityimpact.reports.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The method's rules and the answers to its critics, from {@code method_<language>.txt}. */
public final class MethodText {
  private MethodText() {}

  /**
   * Takes a chapter's name; gives its pairs of a heading and a text.
   *
   * @throws IllegalStateException if there is no such chapter
   */
  public static List<TableRow> chapter(Words words, String name) {
    List<TableRow> lines = new ArrayList<>();
    boolean inside = false;
    String heading = null;
    for (String line : read("method_" + words.language() + ".txt").lines().toList()) {
      if (line.startsWith("# ")) {
        inside = line.equals("# " + name);
      } else if (inside && heading == null) {
        heading = line;
      } else if (inside) {
        lines.add(TableRow.of(heading, words.regional(line)));
        heading = null;
      }
    }
    if (lines.isEmpty()) {
      throw new IllegalStateException("The method's text has no chapter '" + name + "'");
    }
    return lines;
  }

  private static String read(String file) {
    try (InputStream in = MethodText.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read " + file, e);
    }
  }
}
