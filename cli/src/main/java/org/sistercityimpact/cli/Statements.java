package org.sistercityimpact.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a text of SQL apart at its semicolons, but not at those in quotes or comments. */
final class Statements {
  private static final Pattern PIECE =
      Pattern.compile(
          "'[^']*+'?|\"[^\"]*+\"?|--[^\\n]*+|/\\*.*?(?:\\*/|\\z)|;|[^'\"\\-/;]++|.",
          Pattern.DOTALL);

  private Statements() {}

  /** The statements of {@code text}, those that are only blank or comment left out. */
  static List<String> of(String text) {
    List<String> statements = new ArrayList<>();
    StringBuilder statement = new StringBuilder();
    boolean says = false;
    Matcher pieces = PIECE.matcher(text);
    while (pieces.find()) {
      String piece = pieces.group();
      if (piece.equals(";")) {
        take(statement, says, statements);
        says = false;
      } else {
        statement.append(piece);
        says |= !piece.isBlank() && !piece.startsWith("--") && !piece.startsWith("/*");
      }
    }
    take(statement, says, statements);
    return statements;
  }

  private static void take(StringBuilder statement, boolean says, List<String> into) {
    if (says) {
      into.add(statement.toString().strip());
    }
    statement.setLength(0);
  }
}
