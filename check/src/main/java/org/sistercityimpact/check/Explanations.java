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

  private static final Pattern EXPLAINS =
      Pattern.compile(
          "[^\\p{L}\\p{N}$%#]*(?:"
              + "(?:required|mandatory|optional|obligatori[oa]|requerid[oa]|opcional|needed|recommended|if (?:known|any|applicable|available)|leave (?:blank|empty)|si se sabe)\\b.*"
              + "|(?:e\\.? ?g\\b|ex\\b\\.|examples?\\b|for example\\b|such as\\b|like\\b|ej\\b|p\\. ?ej\\b|por ejemplo\\b|ejemplos?\\b).*"
              + "|.*\\b(?:yyyy|aaaa|mm[-/. ](?:dd|yy)|dd[-/. ]mm|yy[-/. ]mm)\\b.*"
              + "|(?:(?:a |the |whole |total |full |calendar |start |end )*(?:text|string|number|integer|decimal|amount|count|date|day|month|year|boolean|category|type|code|list|format|word|value|units?)s?|texto|n[uú]mero|entero|fecha|d[ií]a|mes|a[nñ]o|importe|lista|formato|valor)\\b.*"
              + "|(?:choose|select|pick|enter|write|fill|type|put|use|see|one of|either|number of|how many|how much|which|when|what|count of|total|from the|drop-?down|elij[ae]n?|escrib[ae]n?|ponga|ver|uno de|cu[aá]nt[oa]s|cu[aá]l|cu[aá]ndo|qu[eé])\\b.*"
              + "|(?:in )?(?:us ?\\$|usd|\\$|u\\.?s\\.? dollars?|dollars?|d[oó]lares|%|percent|#|hours?|hrs?\\.?|horas|nights?|noches|days|d[ií]as|people|persons?|personas|pax|headcount)[^\\p{L}\\p{N}]*"
              + "|yes ?(?:/|or|,) ?no\\b.*|y ?/ ?n\\b.*|s[ií] ?/ ?no\\b.*"
              + ")",
          Pattern.DOTALL);

  private static final Pattern BETWEEN_WORDS = Pattern.compile(" ?[,;/|] ?| or | o ");

  private final Column[] columns;

  Explanations(Column[] columns) {
    this.columns = columns;
  }

  /** Whether a row below a header explains it. */
  boolean areIn(String[] cells) {
    int filled = 0;
    boolean explains = false;
    for (Column column : columns) {
      String cell = column.at < 0 || !isTyped(column) ? "" : column.cell(cells);
      if (cell.isEmpty()) {
        continue;
      }
      if (isValue(column, cell)) {
        return false;
      }
      filled++;
      explains |= EXPLAINS.matcher(Fold.text(cell)).matches() || isListOfWords(column, cell);
    }
    return filled >= FEWEST && explains;
  }

  private static boolean isTyped(Column column) {
    boolean isText = column.field().type() == Type.STRING;
    return column.field().type() != Type.BOOLEAN
        && (!isText || column instanceof WordColumn || column instanceof MonthColumn);
  }

  /** Whether somebody may have meant a cell as the column's value. */
  private static boolean isValue(Column column, String cell) {
    if (column instanceof WordColumn) {
      return column.isOwnWord(cell);
    }
    boolean digits = cell.chars().anyMatch(Character::isDigit);
    boolean letters = cell.codePoints().anyMatch(CodePoints::isLetter);
    return digits && !letters
        || !DateText.readings(cell).isEmpty()
        || column instanceof MonthColumn && DateText.month(cell) > 0
        || Placeholder.of(cell) != null;
  }

  /** "inbound, outbound or virtual". */
  private static boolean isListOfWords(Column column, String cell) {
    int own = 0;
    for (String word : BETWEEN_WORDS.split(cell)) {
      own += column.isOwnWord(Fold.trim(word)) ? 1 : 0;
    }
    return column instanceof WordColumn && own > 1;
  }
}
