package org.sistercityimpact.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How texts are compared. Done here once and stored, because engines disagree about trimming and
 * case of anything beyond ASCII.
 */
public final class Fold {
  private static final Pattern BEHIND_NAME = Pattern.compile("[(,/].*$");
  private static final Pattern SAINT = Pattern.compile("(^|[ -])st(e?)[. -]+");
  private static final Set<String> OF_PLACES =
      Set.of(
          "the",
          "city",
          "town",
          "village",
          "county",
          "municipality",
          "of",
          "ciudad",
          "municipio",
          "de",
          "ville",
          "stadt",
          "comune",
          "di",
          "cidade",
          "sister");

  private static final Set<String> BEHIND_PLACES = Set.of("city", "sister", "cities");
  private static final Set<String> BETWEEN_PLACES = Set.of("and", "&", "y", "et", "und");

  /** What programs of DOS wrote behind the last line. */
  private static final char END_OF_FILE = 0x1A;

  private static final char SOFT_HYPHEN = 0xAD;

  private Fold() {}

  /** Trimmed, single-spaced, NFC, in full case folding: " STRASSE" and "straße" are one. */
  public static String text(String text) {
    boolean upper = false;
    boolean spaceBefore = true;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c > 126 || c < ' ' || c == ' ' && spaceBefore) {
        return carefully(text);
      }
      upper |= c >= 'A' && c <= 'Z';
      spaceBefore = c == ' ';
    }
    if (spaceBefore && length > 0) {
      return carefully(text);
    }
    return upper ? Platform.lowerCase(text) : text;
  }

  private static String carefully(String text) {
    return Platform.composed(CodePoints.caseFolded(Platform.composed(singleSpaced(text))));
  }

  /**
   * The name of a place as different hands write it: without accents, apostrophes, hyphens and
   * spaces, without "City of" before it and what {@link #behindPlace} gives; "St." is "Saint".
   */
  public static String place(String name) {
    String plain = Platform.decomposed(BEHIND_NAME.matcher(text(name)).replaceFirst(""));
    StringBuilder letters = new StringBuilder(plain.length());
    for (String word : SAINT.matcher(plain).replaceAll("$1saint$2 ").split(" ")) {
      boolean titled =
          letters.length() == 0
              ? OF_PLACES.contains(word)
              : BEHIND_PLACES.contains(word) || BETWEEN_PLACES.contains(word);
      if (!titled) {
        word.codePoints().filter(CodePoints::isLetterOrDigit).forEach(c -> letters.append(base(c)));
      }
    }
    return letters.toString();
  }

  /**
   * What stands behind a place's name, with the sign that leads to it: {@code , ireland} of "Cork,
   * Ireland". Empty: nothing does.
   */
  static String behindPlace(String name) {
    Matcher behind = BEHIND_NAME.matcher(text(name));
    return behind.find() ? behind.group() : "";
  }

  /**
   * The words of a name as different hands write them: folded, without accents; apostrophes and
   * dots hold a word together ("Y.M.C.A." is one), any other sign parts two.
   */
  public static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    String plain = Platform.decomposed(text(name)) + " ";
    for (int at = 0; at < plain.length(); at = plain.offsetByCodePoints(at, 1)) {
      int c = plain.codePointAt(at);
      if (CodePoints.isLetterOrDigit(c)) {
        word.append(base(c));
      } else if (c != '.' && c != '\'' && c != '’' && !CodePoints.isNonSpacingMark(c)) {
        if (word.length() > 0) {
          words.add(word.toString());
        }
        word.setLength(0);
      }
    }
    return words;
  }

  /** Letters that no accent can be taken from, as people without them type them. */
  private static String base(int letter) {
    return switch (letter) {
      case 'ø' -> "o";
      case 'æ' -> "ae";
      case 'œ' -> "oe";
      case 'ł' -> "l";
      case 'đ', 'ð' -> "d";
      case 'ı' -> "i";
      case 'þ' -> "th";
      default -> String.valueOf(Character.toChars(letter));
    };
  }

  /** The distinct folded items of a list separated by semicolons, sorted, joined by ';'. */
  public static String list(String items) {
    if (items.indexOf(';') < 0) {
      return text(items);
    }
    TreeSet<String> sorted = new TreeSet<>();
    for (String item : items.split(";")) {
      String folded = text(item);
      if (!folded.isEmpty()) {
        sorted.add(folded);
      }
    }
    return String.join(";", sorted);
  }

  /** Letters and digits only, folded: headers and file names whatever their case or punctuation. */
  public static String letters(String text) {
    String folded = text(text);
    StringBuilder letters = new StringBuilder(folded.length());
    folded
        .codePoints()
        .filter(c -> CodePoints.isLetterOrDigit(c) || CodePoints.isNonSpacingMark(c))
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }

  /** How many letters are to be changed, added or taken away to make one text of another. */
  public static int changes(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }

  /**
   * Without white space at its ends: any of Unicode's, no-break, zero-width and direction marks.
   */
  public static String trim(String text) {
    int from = 0;
    int to = text.length();
    if (to > 0 && isPlain(text.charAt(0)) && isPlain(text.charAt(to - 1))) {
      return text;
    }
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return from == 0 && to == text.length() ? text : text.substring(from, to);
  }

  /** Whether a text begins with a visible sign of ASCII, as nearly all that are not blank do. */
  static boolean isFilled(String text) {
    return !text.isEmpty() && isPlain(text.charAt(0));
  }

  private static String singleSpaced(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isInvisible(c)) {
        continue;
      }
      if (isBlank(c)) {
        gap = true;
        continue;
      }
      if (gap && out.length() > 0) {
        out.append(' ');
      }
      gap = false;
      out.append(c);
    }
    return out.toString();
  }

  private static boolean isBlank(char c) {
    return !isPlain(c) && (CodePoints.isSpace(c) || isInvisible(c));
  }

  /** Whether it is a visible sign of ASCII, as nearly all are. */
  private static boolean isPlain(char c) {
    return c > ' ' && c < 0x7f;
  }

  /** Whether it takes no room: a zero-width space, a mark of direction, of byte order, of form. */
  static boolean isInvisible(char c) {
    return c == 0xFEFF
        || c == END_OF_FILE
        || c >= 0x200B && c <= 0x200F
        || c >= 0x202A && c <= 0x202E
        || c >= 0x2060 && c <= 0x2069
        || c >= 0xFE00 && c <= 0xFE0F
        || c == SOFT_HYPHEN
        || c == 0x034F
        || c == 0x180E;
  }
}
