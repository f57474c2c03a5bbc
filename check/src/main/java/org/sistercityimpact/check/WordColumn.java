package org.sistercityimpact.check;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.sistercityimpact.check.contract.CodeList;
import org.sistercityimpact.check.contract.Field;
import org.sistercityimpact.check.contract.Translation;

/** Words of a short list or codes of a code list, stored in the list's own spelling. */
final class WordColumn extends TextColumn {
  private final Map<String, String> exact = new HashMap<>();
  private final Map<String, String> certain = new HashMap<>();
  private final Map<String, String> assumed = new LinkedHashMap<>();
  private static final Pattern BETWEEN_PARTS = Pattern.compile("[-–—(),/:]");

  private final Map<String, String> byLetters = new HashMap<>();
  private final CodeList codes;

  /** A field with {@code enum}: other spacing and punctuation of a word is assumed to mean it. */
  WordColumn(Field field) {
    super(field);
    codes = null;
    for (String word : field.limits().allowed()) {
      exact.put(word, word);
      certain.put(Fold.text(word), word);
      assumed.put(Fold.letters(word), word);
    }
    for (Translation translation : field.names().translations().values()) {
      translation.words().forEach((word, other) -> certain.putIfAbsent(Fold.text(other), word));
    }
  }

  /** A field with {@code reference}: a name or alias is assumed to mean its code. */
  WordColumn(Field field, CodeList codes) {
    super(field);
    this.codes = codes;
    addAll(codes);
    // Codes first: a name or an alias in letters may be another's code.
    for (CodeList.Entry entry : codes.entries()) {
      byLetters.putIfAbsent(Fold.letters(entry.name()), entry.code());
      entry.aliases().forEach(a -> byLetters.putIfAbsent(Fold.letters(a), entry.code()));
    }
  }

  private void addAll(CodeList codes) {
    for (CodeList.Entry entry : codes.entries()) {
      exact.put(entry.code(), entry.code());
      certain.put(Fold.text(entry.code()), entry.code());
      byLetters.put(Fold.letters(entry.code()), entry.code());
      assumed.putIfAbsent(Fold.text(entry.name()), entry.code());
      for (String alias : entry.aliases()) {
        assumed.putIfAbsent(Fold.text(alias), entry.code());
      }
    }
  }

  @Override
  boolean isOwnWord(String cell) {
    return exact.containsKey(cell) || certain.containsKey(Fold.text(cell));
  }

  @Override
  void read(String cell, int slot, CellContext file) {
    String word = exact.get(cell);
    if (word == null) {
      String folded = Fold.text(cell);
      word = certain.get(folded);
      if (word == null) {
        word = assumed.get(codes == null ? Fold.letters(cell) : folded);
        if (word == null) {
          readSettled(cell, slot, file);
          return;
        }
        file.report(this, ProblemCode.SPELLING_READ, cell, Map.of("read", word));
      }
    }
    set(slot, word);
  }

  /** A text that no list has: somebody may have said what it means. */
  private void readSettled(String cell, int slot, CellContext file) {
    String meant = file.meant(this, cell);
    String word = meant == null ? null : certain.get(Fold.text(meant));
    if (word == null && codes != null) {
      word = eachPart(cell);
      if (word != null) {
        set(slot, word);
        file.report(this, ProblemCode.SPELLING_READ, cell, Map.of("read", word));
        return;
      }
    }
    if (word == null) {
      clear(slot);
      refuse(cell, file);
      return;
    }
    file.report(this, ProblemCode.NAME_SETTLED, cell, Map.of("read", word));
    set(slot, word);
  }

  /** The code that each part of "TX - Texas", "Germany (DE)" or "Tx." means; null: they differ. */
  private String eachPart(String cell) {
    String code = null;
    for (String part : BETWEEN_PARTS.split(cell)) {
      String letters = Fold.letters(part);
      String means = letters.isEmpty() ? code : byLetters.get(letters);
      if (means == null && letters.isEmpty()) {
        continue;
      }
      if (means == null || code != null && !means.equals(code)) {
        return null;
      }
      code = means;
    }
    return code;
  }

  private void refuse(String cell, CellContext file) {
    if (codes == null) {
      file.report(
          this, ProblemCode.NOT_IN_LIST, cell, Map.of("words", oneOf(field.limits().allowed())));
    } else {
      file.report(
          this, ProblemCode.UNKNOWN_CODE, cell, Map.of("list", codes.name(), "example", example()));
    }
  }

  /** What the contract proposes: the first code of a list may be copied as if it were meant. */
  private String example() {
    return field.limits().hint() == null
        ? "those of sql/reference/" + codes.name()
        : field.limits().hint();
  }

  /** "a, b or c". */
  static String oneOf(java.util.List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
