package org.sistercityimpact.check.contract;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * One column of a contract.
 *
 * @param name in the data, lower case with underscores
 * @param type what its cells hold
 * @param personal whether its cells may name a person: never shown outside the protected zone
 * @param fold how the comparison column is made
 * @param names what people call it
 * @param limits which cells it takes
 * @param range which numbers it takes
 * @param answers the words for yes and no
 * @param ignored where the cell is not read at all
 */
public record Field(
    String name,
    Type type,
    boolean personal,
    Folding fold,
    Names names,
    Limits limits,
    Range range,
    Answers answers,
    Ignored ignored)
    implements Serializable {

  private static final int ANY_YEAR = 2025;

  /**
   * What people call a column, and how it is recognised.
   *
   * @param title for people; also recognised as a header
   * @param description one sentence
   * @param aliases other headers that mean this field
   * @param parts headers of columns that are the field together, for each part all that mean it;
   *     empty: it stands in one column
   * @param example a cell as it may be, {@code {year}} standing for the reporting year; null: none
   * @param translations of title, description and words, by language
   */
  public record Names(
      String title,
      String description,
      List<String> aliases,
      List<List<String>> parts,
      String example,
      Map<String, Translation> translations)
      implements Serializable {
    public Names {
      aliases = List.copyOf(aliases);
      parts = List.copyOf(parts);
      translations = Map.copyOf(translations);
    }
  }

  /**
   * Which cells a column takes.
   *
   * @param required whether an empty cell is an error
   * @param allowed the words a cell may hold; empty: any
   * @param reference name of the code list that a cell must be in; null: none
   * @param pattern regular expression that the whole cell must match; null: any
   * @param hint what the pattern asks for, in words, {@code {year}} and {@code {yy}} standing for
   *     the reporting year; null when there is no pattern
   * @param maxLength most characters of a text; 0: no limit
   */
  public record Limits(
      boolean required,
      List<String> allowed,
      String reference,
      String pattern,
      String hint,
      int maxLength)
      implements Serializable {
    public Limits {
      allowed = List.copyOf(allowed);
    }
  }

  /**
   * Which numbers a column takes.
   *
   * @param minimum lowest value, or the least pixels of a photo's shorter side
   * @param minimumExcluded whether {@code minimum} itself is too low
   * @param maximum highest value
   * @param decimals most decimals
   * @param rounded whether further decimals are rounded half up in silence instead of refused
   */
  public record Range(
      BigDecimal minimum,
      boolean minimumExcluded,
      BigDecimal maximum,
      int decimals,
      boolean rounded)
      implements Serializable {
    private static final BigDecimal HIGHEST_INTEGER = new BigDecimal("999999999");
    private static final BigDecimal HIGHEST_NUMBER = new BigDecimal("9999999999");

    /** With 0 and the type's own limit where null is given. */
    static Range of(
        Type type,
        BigDecimal minimum,
        boolean excluded,
        BigDecimal maximum,
        int decimals,
        boolean rounded) {
      BigDecimal highest = type == Type.NUMBER ? HIGHEST_NUMBER : HIGHEST_INTEGER;
      return new Range(
          minimum == null ? BigDecimal.ZERO : minimum,
          excluded,
          maximum == null ? highest : maximum,
          decimals,
          rounded);
    }

    /** Digits of the decimal type, just enough for the limits: narrow types keep products exact. */
    public int precision() {
      BigDecimal widest = minimum.abs().max(maximum.abs());
      return Math.max(1, widest.precision() - widest.scale()) + decimals;
    }
  }

  /**
   * The words of a column that is yes or no; none of any other.
   *
   * @param yes words for yes
   * @param no words for no
   */
  public record Answers(List<String> yes, List<String> no) implements Serializable {
    public Answers {
      yes = List.copyOf(yes);
      no = List.copyOf(no);
    }
  }

  /**
   * Where a cell is not read at all.
   *
   * @param when where this holds; null: nowhere
   * @param unless where this fails; null: nowhere
   */
  public record Ignored(Condition when, Condition unless) implements Serializable {}

  /** What a cell holds. */
  public enum Type {
    STRING,
    INTEGER,
    NUMBER,
    YEAR,
    DATE,
    BOOLEAN
  }

  /** How a text is made comparable, in a column of its own called {@code <name>_key}. */
  public enum Folding {
    /** No such column. */
    NONE,
    /** An id: the folded text also decides whether two cells are the same. */
    ID,
    /** A name: folded for counting distinct ones; two spellings are two values. */
    NAME,
    /** Names separated by semicolons: each folded, sorted, each once. */
    LIST
  }

  /**
   * A text with a reporting year in the place of {@code {year}}, and its last digits in that of
   * {@code {yy}}; null: of the registry, which has none.
   */
  public static String inYear(String text, Integer year) {
    String of = String.valueOf(year == null ? ANY_YEAR : year);
    return text.replace("{year}", of).replace("{yy}", of.substring(of.length() - 2));
  }

  /** The hint for a reporting year, so that what it gives as an example may be copied. */
  public String hint(Integer year) {
    return inYear(limits.hint(), year);
  }

  /** The title in a language, or as it is where that has none. */
  public String title(String language) {
    Translation translation = names.translations().get(language);
    return translation == null ? names.title() : translation.title();
  }

  /** The description in a language, or as it is where that has none. */
  public String description(String language) {
    Translation translation = names.translations().get(language);
    return translation == null ? names.description() : translation.description();
  }

  /** A word of the field's list, or of yes and no, in a language. */
  public String word(String word, String language) {
    Translation translation = names.translations().get(language);
    return translation == null ? word : translation.words().getOrDefault(word, word);
  }
}
