package org.sistercityimpact.reports;

import java.util.List;
import java.util.stream.Stream;

/** The president's letter: Markdown with headings, paragraphs, lists and bold words. */
final class Letter {
  private Letter() {}

  /** Paragraphs of a letter; a heading stands bold, a list item behind a dot. */
  static List<Line> paragraphs(String markdown) {
    return Stream.of(markdown.strip().split("\\R\\s*\\R"))
        .map(Letter::styled)
        .filter(text -> !text.isBlank())
        .map(Line::of)
        .toList();
  }

  private static String styled(String paragraph) {
    String text =
        paragraph
            .strip()
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replaceAll("(?m)^[*-]\\s+", "•  ");
    String joined = text.replaceAll("\\R(?!•)", " ");
    String headed = joined.replaceAll("^#{1,6}\\s+(.*)$", "<b>$1</b>");
    return headed.replaceAll("\\*\\*(.+?)\\*\\*", "<b>$1</b>");
  }
}
