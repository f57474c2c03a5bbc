package org.sistercityimpact.check;

import java.util.regex.Pattern;
import org.sistercityimpact.check.contract.Field.Type;

/**
 * Tells the rows below a header that say what belongs into its columns: "required", "YYYY-MM-DD",
 * "e.g. 12", units. Such a row has no value in any column that asks for a number, a day or a word
 * of a list, and an explanation in one of them at least.
 */
final class Explanations {
  private static final int FEWEST = 2;

  /** So many texts of three words and more are no slips where values are due. */
  private static final int FEWEST_PHRASES = 3;

  private static final Pattern PHRASE = Pattern.compile("[^ 0-9]+(?: [^ 0-9]+){2,}");

  private static final Pattern EXPLAINS =
      Pattern.compile(
          "(?s)[^\\p{L}0-9$%#]*(?:"
              + "(?:required|mandatory|optional|obligatori[oa]|requerid[oa]|opcional|needed|recommended|if (?:known|any|applicable|available)|leave (?:blank|empty)|si se sabe)\\b.*"
              + "|(?:e\\.? ?g\\b|ex\\b\\.|examples?\\b|for example\\b|such as\\b|like\\b|ej\\b|p\\. ?ej\\b|por ejemplo\\b|ejemplos?\\b).*"
              + "|.*\\b(?:yyyy|aaaa|mm[-/. ](?:dd|yy)|dd[-/. ]mm|yy[-/. ]mm)\\b.*"
              + "|(?:(?:a |the |whole |total |full |calendar |start |end )*(?:text|string|number|integer|decimal|amount|count|date|day|month|year|boolean|category|type|code|list|format|word|value|units?)s?|texto|n[uú]mero|entero|fecha|d[ií]a|mes|a[nñ]o|importe|lista|formato|valor)\\b.*"
              + "|(?:choose|select|pick|enter|write|fill|type|put|use|see|one of|either|number of|how many|how much|which|when|what|count of|total|from the|drop-?down|elij[ae]n?|escrib[ae]n?|ponga|ver|uno de|cu[aá]nt[oa]s|cu[aá]l|cu[aá]ndo|qu[eé])\\b.*"
              + "|(?:in )?(?:us ?\\$|usd|\\$|u\\.?s\\.? dollars?|dollars?|d[oó]lares|%|percent|#|hours?|hrs?\\.?|horas|nights?|noches|days|d[ií]as|people|persons?|personas|pax|headcount)[^\\p{L}0-9]*"
              + "|yes ?(?:/|or|,) ?no\\b.*|y ?/ ?n\\b.*|s[ií] ?/ ?no\\b.*"
              + ")");

  private static final Pattern SENTENCE = Pattern.compile("(?s)\\S+(?:\\s+\\S+){3,}");

  private static final Pattern RANGE =
      Pattern.compile("\\(?[0-9](?:\\.[0-9]+)? ?(?:[-–—]|to|a|\\.\\.) ?[0-9](?:\\.[0-9]+)?\\)?");

  private static final Pattern BETWEEN_WORDS = Pattern.compile(" ?[,;/|] ?| or | o ");

  private final CellColumn[] columns;

  Explanations(CellColumn[] columns) {
    this.columns = columns;
  }

  /** Whether a row below a header explains it. */
  boolean areIn(String[] cells) {
    int filled = 0;
    int phrases = 0;
    boolean explains = false;
    for (CellColumn column : columns) {
      String cell = column.at < 0 || !isTyped(column) ? "" : column.cell(cells);
      if (isValue(column, cell)) {
        return false;
      }
      if (cell.isEmpty() || Placeholder.of(cell) != null) {
        continue;
      }
      filled++;
      phrases += PHRASE.matcher(cell).matches() ? 1 : 0;
      explains |= explains(column, cell);
    }
    return filled >= FEWEST && (explains || phrases >= FEWEST_PHRASES);
  }

  private static boolean isTyped(CellColumn column) {
    return column.field().type() != Type.STRING
        || column instanceof WordColumn
        || column instanceof MonthColumn;
  }

  /** Whether somebody may have meant a cell as the column's value. */
  private static boolean isValue(CellColumn column, String cell) {
    if (cell.isEmpty() || column instanceof WordColumn || column instanceof BooleanColumn) {
      return column.isOwnWord(cell);
    }
    boolean digits = cell.chars().anyMatch(Character::isDigit);
    if (digits && cell.codePoints().noneMatch(CodePoints::isLetter)) {
      // Nearly all cells that are asked are days and numbers.
      return !(column.isNumeric() && RANGE.matcher(cell).matches());
    }
    return digits && !explains(column, cell) && !SENTENCE.matcher(cell).matches()
        || column instanceof MonthColumn && DateText.month(cell) > 0;
  }

  private static boolean explains(CellColumn column, String cell) {
    return EXPLAINS.matcher(Fold.text(cell)).matches()
        || column.isNumeric() && RANGE.matcher(cell).matches()
        || isListOfWords(column, cell);
  }

  /** "inbound, outbound or virtual". */
  private static boolean isListOfWords(CellColumn column, String cell) {
    int own = 0;
    for (String word : BETWEEN_WORDS.split(cell)) {
      own += column.isOwnWord(Fold.trim(word)) ? 1 : 0;
    }
    return column instanceof WordColumn && own > 1;
  }
}
