package org.sistercityimpact.check;

import java.util.Arrays;
import java.util.List;

/**
 * Which encoding makes the most likely words of bytes that are not UTF-8. Each is tried on the
 * cells that hold letters beyond ASCII, and marked by what its letters say: whether one language
 * has them all, whether small and capital letters, signs and letters stand as in words. Byte
 * statistics alone, as ICU has them, take a dozen names for any alphabet.
 *
 * @param best the likeliest; null: under each of them the bytes are no words
 * @param rival another one that is nearly as likely and reads them otherwise; null: none
 */
record EncodingGuess(Encoding best, Encoding rival) {
  /** A mark, from 1 down, below which letters do not stand as in words. */
  private static final double FEWEST = 0.3;

  /** By how much the best must lead one that gives another text. */
  private static final double LEAD = 0.2;

  /** Or by how much in all: two encodings may differ in a few letters only of a long text. */
  private static final double LEAD_IN_ALL = 4;

  /** What nearly all that reaches us without being UTF-8 is written in. */
  private static final double USUAL = 0.3;

  private static final double MISPLACED = -2;
  private static final double UNCERTAIN = 0.3;
  private static final String PUNCTUATION = "“”„«»–—…°ºª€£©®™§·¿¡’‘‚\u00a0½¼¾²³×•、。「」・！？：（）～";

  private static final String BEFORE_WORDS = "“„«¿¡’‘‚–—…\u00a0•";

  /** Guesses from {@code cells}: those of a file that hold other bytes than ASCII. */
  static EncodingGuess of(byte[] cells) {
    Encoding best = null;
    String bestText = null;
    double most = Double.NEGATIVE_INFINITY;
    Encoding rival = null;
    double rivalMark = Double.NEGATIVE_INFINITY;
    for (Encoding encoding : Encoding.values()) {
      String text = encoding.isUnicode() ? null : decoded(cells, encoding);
      double mark = text == null ? Double.NEGATIVE_INFINITY : mark(text, encoding);
      if (mark > most) {
        if (bestText != null && !bestText.equals(text)) {
          rival = best;
          rivalMark = most;
        }
        best = encoding;
        bestText = text;
        most = mark;
      } else if (mark > rivalMark && !text.equals(bestText)) {
        rival = encoding;
        rivalMark = mark;
      }
    }
    if (most < FEWEST) {
      return new EncodingGuess(null, null);
    }
    double lead = most - rivalMark;
    long letters = bestText.chars().filter(c -> c > 0x7F).count();
    boolean clear = lead >= LEAD || lead * letters >= LEAD_IN_ALL;
    return new EncodingGuess(best, clear ? null : rival);
  }

  /** The bytes as text, without a control character; null where they are none in the encoding. */
  static String decoded(byte[] bytes, Encoding encoding) {
    String text = Platform.decoded(bytes, 0, encoding.charset());
    return text != null && isText(text) ? text : null;
  }

  /** Whether it holds no control character, nor one that no program writes. */
  static boolean isText(String text) {
    return text.chars().noneMatch(c -> c >= 0x7F && c < 0xA0 || c >= 0xE000 && c < 0xF900);
  }

  /**
   * The mean over all characters beyond ASCII: in the language that suits the file best, and in the
   * one that suits each cell, for a file names partners in many countries.
   */
  private static double mark(String text, Encoding encoding) {
    List<CommonLetters> languages = CommonLetters.of(encoding);
    double[] ofFile = new double[languages.size()];
    double ofCells = 0;
    int letters = 0;
    for (String cell : text.split("\n")) {
      double most = Double.NEGATIVE_INFINITY;
      for (int language = 0; language < ofFile.length; language++) {
        double sum = sum(cell, languages.get(language), encoding);
        ofFile[language] += sum;
        most = Math.max(most, sum);
      }
      ofCells += most;
      letters += (int) cell.chars().filter(c -> c > 0x7F).count();
    }
    double most = Arrays.stream(ofFile).max().orElseThrow();
    double mean = (most + ofCells) / 2 / Math.max(letters, 1);
    return encoding == Encoding.WINDOWS_1252 ? mean + USUAL : mean;
  }

  private static double sum(String cell, CommonLetters language, Encoding encoding) {
    double sum = 0;
    for (int i = 0; i < cell.length(); i++) {
      if (cell.charAt(i) > 0x7F) {
        sum += at(cell, i, language, encoding);
      }
    }
    return sum;
  }

  private static double at(String text, int i, CommonLetters language, Encoding encoding) {
    char c = text.charAt(i);
    char before = i == 0 ? ' ' : text.charAt(i - 1);
    char after = i + 1 == text.length() ? ' ' : text.charAt(i + 1);
    if (!Character.isLetter(c)) {
      return sign(text, i, c, before, after);
    }
    if (encoding.isWide()) {
      boolean amongLatin = isAscii(before) || isAscii(after);
      return amongLatin ? MISPLACED / 2 : kana(c) ? language.likely('の') : language.likely(c);
    }
    boolean latin = isLatin(c);
    if (!latin && (isAscii(before) || isAscii(after))) {
      return MISPLACED;
    }
    if (isCapital(c) && Character.isLetter(before) && (isSmall(before) || isSmall(after))) {
      return MISPLACED;
    }
    if (!latin && isCapital(c) && isCapital(before)) {
      return 0;
    }
    if (c == 'õ' && after != 'e' && encoding != Encoding.WINDOWS_1257) {
      return MISPLACED / 2;
    }
    if (isSmall(c) && isCapital(after)) {
      return MISPLACED;
    }
    return misplaced(c, before, after) ? MISPLACED / 2 : language.likely(Character.toLowerCase(c));
  }

  /** Of letters that a byte can be. */
  /** By the category alone: of what else counts as small, such as ª, platforms think otherwise. */
  private static boolean isSmall(char c) {
    return Character.getType(c) == Character.LOWERCASE_LETTER;
  }

  private static boolean isCapital(char c) {
    return Character.getType(c) == Character.UPPERCASE_LETTER;
  }

  private static boolean isLatin(char letter) {
    return letter < 0x2B9 && letter != 'µ' || letter == 'ⁿ';
  }

  /** Letters that stand at one end of a word only. */
  private static boolean misplaced(char c, char before, char after) {
    return switch (c) {
      case 'þ' -> Character.isLetter(before);
      case 'ð', 'ğ', 'ь', 'ъ', 'ы' -> !Character.isLetter(before);
      case 'ם', 'ן', 'ך', 'ף', 'ץ', 'ς' -> Character.isLetter(after);
      case 'σ' -> !Character.isLetter(after);
      default -> false;
    };
  }

  private static double sign(String text, int i, char c, char before, char after) {
    boolean inWord = Character.isLetter(before) && Character.isLetter(after);
    if (c == '’' && inWord) {
      return isApostrophe(text, i) ? 1 : 0;
    }
    boolean common = PUNCTUATION.indexOf(c) >= 0;
    boolean places = !Character.isLetter(after) || BEFORE_WORDS.indexOf(c) >= 0;
    boolean known = common && (c == '·' || c > 0x2FFF || !inWord && places);
    return known ? UNCERTAIN : MISPLACED;
  }

  /** As in d'art, l'Aquila, O'Neill before it, or city's, don't, we'll behind. */
  private static boolean isApostrophe(String text, int at) {
    int from = at;
    while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
      from--;
    }
    int to = at + 1;
    while (to < text.length() && Character.isLetter(text.charAt(to))) {
      to++;
    }
    return at - from <= 2 || to - at - 1 == 1 && "std".indexOf(text.charAt(at + 1)) >= 0;
  }

  private static boolean isAscii(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }

  private static boolean kana(char c) {
    return c >= 0x3041 && c <= 0x30FF;
  }
}
