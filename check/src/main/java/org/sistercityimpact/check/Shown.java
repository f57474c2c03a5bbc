package org.sistercityimpact.check;

/**
 * What a message shows of a cell: its text, or no more than what kind of thing stands there.
 *
 * @param text the cell made printable, or the name of its kind
 * @param isKind whether {@code text} names a kind, such as "an e-mail address"
 */
record Shown(String text, boolean isKind) {
  static final Shown NOTHING = new Shown("", false);

  /** A cell of a column that is never shown. */
  static final Shown HIDDEN = new Shown("hidden", true);

  static final Shown EMAIL = new Shown("an e-mail address", true);
  static final Shown TELEPHONE = new Shown("a telephone number", true);
  static final Shown ELSEWHERE = new Shown("a name given elsewhere in this file", true);
  static final Shown PERSONAL = new Shown("a text that may name a person", true);

  /** A cell that anybody may read. */
  static Shown plain(String cell) {
    return new Shown(Problem.printable(cell), false);
  }

  /** For the column "value" of problems: a kind stands in brackets. */
  String value() {
    return isKind ? "[" + text + "]" : text;
  }

  /** Within a sentence, where nothing marks it. */
  String plainly() {
    return this == HIDDEN ? value() : text;
  }

  /** Within a sentence, the city's own words in quotation marks. */
  String quoted() {
    return isKind ? plainly() : "'" + text + "'";
  }
}
