package org.sistercityimpact.check;

import java.util.List;
import java.util.Set;

/** Cells that say nothing: what people write for "not known", and errors of spreadsheets. */
enum Placeholder {
  NOTHING("a placeholder"),
  ERROR("an error of the spreadsheet");

  private static final Set<String> WORDS =
      Set.of(
          "n/a",
          "n.a.",
          "n.a",
          "na",
          "n\\a",
          "n / a",
          "n/ a",
          "n /a",
          "none",
          "no data",
          "not applicable",
          "not available",
          "not known",
          "not reported",
          "not recorded",
          "not tracked",
          "not counted",
          "not collected",
          "not provided",
          "not sure",
          "don't know",
          "don’t know",
          "dont know",
          "no info",
          "no information",
          "no record",
          "no records",
          "nil",
          "null",
          "tbd",
          "t.b.d.",
          "tba",
          "tbc",
          "unknown",
          "unk",
          "to be determined",
          "to be confirmed",
          "-",
          "--",
          "---",
          "–",
          "—",
          "−",
          "?",
          "??",
          "???",
          "*",
          ".",
          "..",
          "...",
          "…",
          "#",
          "n.d.",
          "n/d",
          "s/d",
          "s/i",
          "ninguno",
          "ninguna",
          "sin dato",
          "sin datos",
          "no aplica",
          "no se sabe",
          "no sabe",
          "desconocido",
          "por definir",
          "(blank)",
          "blank",
          "(none)",
          "<na>",
          "nan",
          "nat",
          "undefined",
          "pending",
          "pendiente",
          "por confirmar",
          "various",
          "several",
          "multiple",
          "varios",
          "anonymous",
          "unnamed",
          "no name",
          "see above",
          "as above",
          "same as above",
          "ditto",
          "idem",
          "xx",
          "xxx",
          "xxxx",
          "keine",
          "aucun");

  /** What stands where a name is due, and names nobody. */
  private static final Set<String> NO_NAMES =
      Set.of(
          "no",
          "yes",
          "si",
          "sí",
          "x",
          "✓",
          "✔",
          "etc",
          "etc.",
          "et al",
          "et al.",
          "other",
          "others",
          "and others",
          "otros",
          "y otros",
          "no one",
          "nobody",
          "nadie",
          "not yet",
          "none yet",
          "see notes",
          "see note",
          "see comments",
          "ver notas");

  private static final Set<String> ERRORS =
      Set.of(
          "#ref!",
          "#n/a",
          "#value!",
          "#div/0!",
          "#ref",
          "#value",
          "#div/0",
          "#name",
          "#n/d",
          "#valor!",
          "#valeur!",
          "#nom?",
          "#name?",
          "#null!",
          "#num!",
          "#spill!",
          "#calc!",
          "#getting_data",
          "#error!",
          "#field!",
          "#unknown!",
          "#blocked!",
          "#connect!",
          "#busy!",
          "#¡ref!",
          "#¡valor!",
          "#¡div/0!",
          "#¿nombre?",
          "#¡num!",
          "#¡nulo!",
          "err:502",
          "#wert!",
          "#bezug!",
          "#nv",
          "#zahl!");
  private static final int LONGEST = 16;
  private static final int ASCII = 128;

  /** Which two signs any of them begins with, and which sign is one; by their numbers. */
  private static final boolean[] BEGINNINGS = new boolean[ASCII * ASCII];

  static {
    for (Set<String> words : List.of(WORDS, ERRORS, Set.of("##"))) {
      for (String word : words) {
        int first = word.charAt(0);
        int second = word.length() > 1 ? word.charAt(1) : 0;
        if (first < ASCII && second < ASCII) {
          BEGINNINGS[first * ASCII + second] = true;
        }
      }
    }
  }

  private final String kind;

  Placeholder(String kind) {
    this.kind = kind;
  }

  /** In a few words. */
  String kind() {
    return kind;
  }

  /** What kind of nothing a cell says; null: it says something. */
  static Placeholder of(String cell) {
    // Asked of every cell: nearly all are told by their length or first signs.
    if (cell.length() > LONGEST || !mayBegin(cell)) {
      return null;
    }
    String folded = Fold.text(cell);
    // A name may be Na.
    if (WORDS.contains(folded) && !cell.equals("Na")) {
      return NOTHING;
    }
    if (ERRORS.contains(folded) || folded.startsWith("err:5") || isTooNarrow(cell)) {
      return ERROR;
    }
    String bare = withoutSigns(folded);
    return bare.length() > 1 && bare.length() < folded.length() && WORDS.contains(bare)
        ? NOTHING
        : null;
  }

  /** The same of an item in a list of names: "no", "etc." and "3" name no organization, either. */
  static Placeholder ofName(String item) {
    if (item.length() > LONGEST) {
      return null;
    }
    boolean isNumber = item.length() < 4 && item.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber || NO_NAMES.contains(Fold.text(item)) ? NOTHING : of(item);
  }

  /** "various" of "(various)", "none" of "none.". */
  private static String withoutSigns(String folded) {
    int from = 0;
    int to = folded.length();
    while (from < to && "([{<*".indexOf(folded.charAt(from)) >= 0) {
      from++;
    }
    while (from < to && ")]}>.!*".indexOf(folded.charAt(to - 1)) >= 0) {
      to--;
    }
    return folded.substring(from, to);
  }

  /** Two signs or more, as a number stands in a column that has no room for it. */
  private static boolean isTooNarrow(String cell) {
    return cell.startsWith("##") && cell.chars().allMatch(c -> c == '#');
  }

  private static boolean mayBegin(String cell) {
    char first = lower(cell.charAt(0));
    char second = cell.length() > 1 ? lower(cell.charAt(1)) : 0;
    boolean opens = first == '(' || first == '[' || first == '{' || first == '*';
    return opens || first >= ASCII || second >= ASCII || BEGINNINGS[first * ASCII + second];
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }
}
