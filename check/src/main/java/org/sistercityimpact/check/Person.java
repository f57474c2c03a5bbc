package org.sistercityimpact.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.sistercityimpact.check.contract.Contracts;

/**
 * A person who is to be erased: what files call them, and the word that takes the place of each
 * such name. Texts are compared as the checker compares them ({@link Fold#text}), so that whoever
 * was one person to a count stays one person.
 */
public final class Person {
  private static final String TOKEN = "erased-";
  private static final int FEWEST_LETTERS = 3;
  private static final int FEWEST_DIGITS = 7;
  private static final Pattern DATE = Pattern.compile("\\d{1,4}[-/. ]\\d{1,2}[-/. ]\\d{1,4}");
  private static final Pattern AMOUNT =
      Pattern.compile("[-+]?[0-9]+|[-+]?[0-9]{1,3}([., '][0-9]{3})+([.,][0-9]+)?");

  private final List<Value> values;
  private final Map<String, Value> byFolded = new LinkedHashMap<>();
  private final List<Value> anywhere;

  /** What a value is; said in records, which hold no value. */
  public enum Kind {
    NAME("a name"),
    EMAIL("an e-mail address"),
    TELEPHONE("a telephone number"),
    ID("an id");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** As a person says it. */
    public String words() {
      return words;
    }
  }

  /**
   * One name of the person.
   *
   * @param written as it was given
   * @param folded made comparable
   * @param kind what it is
   * @param isRare whether it is looked for in every text; else only in columns of people, for it is
   *     also a number, a date, a word of the forms or of the registry, or has fewer than 3 letters
   * @param token what takes its place
   */
  public record Value(String written, String folded, Kind kind, boolean isRare, String token) {}

  private Person(List<Value> values) {
    this.values = List.copyOf(values);
    values.forEach(value -> byFolded.put(value.folded(), value));
    // The longest first: "Ada Example-Smith" is not "Ada Example" with something behind it.
    anywhere =
        values.stream()
            .filter(Value::isRare)
            .sorted(Comparator.comparing((Value value) -> value.folded().length()).reversed())
            .toList();
  }

  /**
   * The person of that name.
   *
   * @param written names, e-mail addresses and ids, one each; blank ones and repeats are passed by
   * @param contracts whose words are nobody's name
   * @param places names and ids of the registry, folded, which are not either
   * @param first the number of the first token
   */
  public static Person of(
      List<String> written, Contracts contracts, Set<String> places, int first) {
    Predicate<String> isWord = PersonalData.wordsOf(contracts);
    Map<String, Value> values = new LinkedHashMap<>();
    for (String each : written) {
      String folded = Fold.text(each);
      if (!folded.isEmpty() && !values.containsKey(folded)) {
        boolean isRare = isRare(folded) && !isWord.test(folded) && !places.contains(folded);
        String token = TOKEN + (first + values.size());
        values.put(folded, new Value(Fold.trim(each), folded, kind(folded), isRare, token));
      }
    }
    return new Person(new ArrayList<>(values.values()));
  }

  private static Kind kind(String folded) {
    if (folded.indexOf('@') > 0) {
      return Kind.EMAIL;
    }
    boolean letters = folded.codePoints().anyMatch(Character::isLetter);
    boolean digits = folded.codePoints().anyMatch(Character::isDigit);
    if (!letters) {
      return isTelephone(folded) ? Kind.TELEPHONE : Kind.ID;
    }
    return digits ? Kind.ID : Kind.NAME;
  }

  private static boolean isRare(String folded) {
    long letters = folded.codePoints().filter(Character::isLetter).count();
    boolean dense = folded.codePoints().anyMatch(Person::isDense);
    return letters >= FEWEST_LETTERS || dense && letters > 1 || letters == 0 && isTelephone(folded);
  }

  private static boolean isTelephone(String folded) {
    return folded.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS
        && !DATE.matcher(folded).matches()
        && !AMOUNT.matcher(folded).matches();
  }

  /** A letter of those scripts that set no space between words. */
  private static boolean isDense(int point) {
    return switch (Character.UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, THAI -> true;
      default -> false;
    };
  }

  /** Their names, in the order in which they were given. */
  public List<Value> values() {
    return values;
  }

  /** A text without the person, wherever they stand in it; the same object if they do not. */
  public String without(String text) {
    return anywhere.isEmpty() || text.isEmpty() ? text : replaced(text);
  }

  /** The same for the cell of a column that names people, where it may be any of their values. */
  public String withoutIn(String cell) {
    if (cell.isEmpty()) {
      return cell;
    }
    Value value = byFolded.get(Fold.text(cell));
    return value != null ? value.token() : without(cell);
  }

  private String replaced(String text) {
    String rest = text;
    String folded = Fold.text(text);
    for (Value value : anywhere) {
      if (folded.equals(value.folded())) {
        return value.token();
      }
      if (folded.contains(value.folded())) {
        String next = replaced(rest, value);
        if (!next.equals(rest)) {
          rest = next;
          folded = Fold.text(rest);
        }
      }
    }
    return rest.equals(text) ? text : rest;
  }

  private static String replaced(String text, Value value) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int end = isEdge(text, at) ? end(text, at, value) : -1;
      if (end > 0) {
        out.append(value.token());
        at = end;
      } else {
        out.append(text.charAt(at++));
      }
    }
    return out.toString();
  }

  /** Where the value ends that begins at a place; -1: none does. */
  private static int end(String text, int from, Value value) {
    if (Character.isWhitespace(text.charAt(from))) {
      return -1;
    }
    String wanted = value.folded();
    // Spaces and accents may take more room than they do folded; letters never so much.
    int last = Math.min(text.length(), from + 4 * wanted.length() + 8);
    for (int end = from + 1; end <= last; end++) {
      if (isEdge(text, end) && !Character.isWhitespace(text.charAt(end - 1))) {
        String folded = Fold.text(text.substring(from, end));
        if (folded.equals(wanted)) {
          boolean other = value.kind() == Kind.EMAIL && isPartOfAddress(text, from, end);
          return other ? -1 : end;
        }
        if (folded.length() > wanted.length() + 8) {
          return -1;
        }
      }
    }
    return -1;
  }

  /** Whether a word may begin or end at a place. */
  private static boolean isEdge(String text, int at) {
    if (at == 0 || at == text.length()) {
      return true;
    }
    if (Character.isLowSurrogate(text.charAt(at))) {
      return false;
    }
    int before = text.codePointBefore(at);
    int after = text.codePointAt(at);
    if (Character.getType(after) == Character.NON_SPACING_MARK) {
      return false;
    }
    return !isLetter(before) || !isLetter(after) || isDense(before) || isDense(after);
  }

  /** Another address may end, or begin, as theirs does: "jo.ada@example.org" is not "ada@…". */
  private static boolean isPartOfAddress(String text, int from, int end) {
    boolean before =
        from > 1 && isOfAddress(text.charAt(from - 1)) && isLetter(text.codePointBefore(from - 1));
    boolean behind =
        end + 1 < text.length()
            && isOfAddress(text.charAt(end))
            && isLetter(text.codePointAt(end + 1));
    return before || behind;
  }

  private static boolean isOfAddress(char c) {
    return "._%+-@".indexOf(c) >= 0;
  }

  private static boolean isLetter(int point) {
    return Character.isLetterOrDigit(point)
        || Character.getType(point) == Character.NON_SPACING_MARK;
  }
}
