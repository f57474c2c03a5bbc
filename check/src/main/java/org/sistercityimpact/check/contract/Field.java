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
 * @param title for people; also recognised as a header
 * @param description one sentence
 * @param aliases other headers that mean this field
 * @param parts headers of columns that are the field together, for each part all that mean it;
 *     empty: it stands in one column
 * @param required whether an empty cell is an error
 * @param personal whether its cells may name a person: never shown outside the protected zone
 * @param allowed the words a cell may hold; empty: any
 * @param minimum lowest value, or the least pixels of a photo's shorter side; null: 0
 * @param minimumExcluded whether {@code minimum} itself is too low
 * @param maximum highest value; null: the type's own limit
 * @param pattern regular expression that the whole cell must match; null: any
 * @param hint what the pattern asks for, in words, {@code {year}} and {@code {yy}} standing for the
 *     reporting year; null when there is no pattern
 * @param maxLength most characters of a text; 0: no limit
 * @param decimals most decimals of a number
 * @param rounded whether further decimals are rounded half up in silence instead of refused
 * @param fold how the comparison column is made
 * @param reference name of the code list that a cell must be in; null: none
 * @param trueWords words for yes
 * @param falseWords words for no
 * @param ignoredWhen the cell is not read at all where this holds; null: always read
 * @param ignoredUnless the cell is not read at all where this fails; null: always read
 * @param example a cell as it may be, {@code {year}} standing for the reporting year; null: none
 * @param translations of title, description and words, by language
 */
public record Field(
    String name,
    Type type,
    String title,
    String description,
    List<String> aliases,
    List<List<String>> parts,
    boolean required,
    boolean personal,
    List<String> allowed,
    BigDecimal minimum,
    boolean minimumExcluded,
    BigDecimal maximum,
    String pattern,
    String hint,
    int maxLength,
    int decimals,
    boolean rounded,
    Fold fold,
    String reference,
    List<String> trueWords,
    List<String> falseWords,
    Condition ignoredWhen,
    Condition ignoredUnless,
    String example,
    Map<String, Translation> translations)
    implements Serializable {

  /** The highest integer that any cell may hold. */
  public static final BigDecimal HIGHEST_INTEGER = new BigDecimal("999999999");

  private static final int ANY_YEAR = 2025;
  private static final BigDecimal HIGHEST_NUMBER = new BigDecimal("9999999999");

  public Field {
    aliases = List.copyOf(aliases);
    parts = List.copyOf(parts);
    allowed = List.copyOf(allowed);
    trueWords = List.copyOf(trueWords);
    falseWords = List.copyOf(falseWords);
    translations = Map.copyOf(translations);
    if (minimum == null) {
      minimum = BigDecimal.ZERO;
    }
    if (maximum == null) {
      maximum = type == Type.NUMBER ? HIGHEST_NUMBER : HIGHEST_INTEGER;
    }
  }

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
  public enum Fold {
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
    return inYear(hint, year);
  }

  /** The title in a language, or as it is where that has none. */
  public String title(String language) {
    Translation translation = translations.get(language);
    return translation == null ? title : translation.title();
  }

  /** The description in a language, or as it is where that has none. */
  public String description(String language) {
    Translation translation = translations.get(language);
    return translation == null ? description : translation.description();
  }

  /** A word of the field's list, or of yes and no, in a language. */
  public String word(String word, String language) {
    Translation translation = translations.get(language);
    return translation == null ? word : translation.words().getOrDefault(word, word);
  }

  /** Digits of the decimal type, just enough for the limits: narrow types keep products exact. */
  public int precision() {
    BigDecimal widest = minimum.abs().max(maximum.abs());
    return Math.max(1, widest.precision() - widest.scale()) + decimals;
  }
}
