package org.sistercityimpact.spark;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two spellings in which our SQL, which is standard, and Spark's differ: a text without a
 * length is VARCHAR here and STRING there, and a backslash in a literal is a plain character here
 * and an escape there. Everything else stands in the files as both engines read it.
 */
final class SparkDialect {
  /** Quoted names and comments are matched too, so that they pass unchanged. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<literal>'(?:[^']|'')*+')|\"(?:[^\"]|\"\")*+\"|--[^\\n]*+|/\\*.*?\\*/|(?<text>(?i:\\bVARCHAR\\b(?!\\s*\\()))",
          Pattern.DOTALL);

  private SparkDialect() {}

  /** {@code sql} as Spark reads it. */
  static String of(String sql) {
    return TOKEN.matcher(sql).replaceAll(token -> Matcher.quoteReplacement(spelled(token)));
  }

  private static String spelled(java.util.regex.MatchResult token) {
    if (token.group(1) != null) {
      return token.group().replace("\\", "\\\\");
    }
    return token.group(2) != null ? "STRING" : token.group();
  }
}
