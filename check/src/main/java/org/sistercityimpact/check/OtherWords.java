package org.sistercityimpact.check;

import java.util.regex.Pattern;

/** The words of rows that are no data: totals, and what stands below a table. */
final class OtherWords {
  // "Total", "Sub-total:", "Total hours 2025", "Grand total for the year", and "Toluca Total", as a
  // spreadsheet's own subtotals are called; never "Total Eclipse".
  private static final Pattern TOTAL =
      Pattern.compile(
          "(?:the |grand |sub-? ?|overall |running |city )?(?:totals?|totale|totaal|sums?|suma|subtotal(?:es)?|gesamt(?:summe)?|zwischensumme|summe|somme|averages?|avg|mean|promedio|durchschnitt|ytd|year[ -]to[ -]date)"
              + "(?:,? (?:of|for|the|all|and|in|year|month|general|above|rows?|lines?|amount|amounts|cost|costs|hours|horas|people|personas|nights|volunteers?|visitors?|participants|attendance|exchanges?|events?|budget|spending|expenses|usd|[0-9]{4}|q[1-4]))*"
              + "[ :.=]*"
              + "|.{1,40} (?:sub-?)?totals?[ :.=]*|[合总小總]计|合計|小計|총?합계|소계|(?:итого|всего)[ :.=]*");

  // What begins so is no person: "Total January", "Total: 45", "Average per month".
  private static final Pattern BEGINS_AS_TOTAL =
      Pattern.compile(
          "[^\\p{L}0-9]*(?:(?:the|grand|running|overall|sous|sub|net|combined)[ -]?)?"
              + "(?:totals?|totaux|totale|totaal|t o t a l|averages?|avg|promedio|durchschnitt|moyenne|summe)(?![\\p{L}]).*");

  // Words that may be a name, too: they are a total where the numbers say so.
  private static final Pattern MAY_BE_TOTAL =
      Pattern.compile(
          "[^\\p{L}0-9]*(?:(?:sub|grand|sous|gran)?[ -]?(?:totals?|totaux|totale|totaal)(?![\\p{L}]).*|.*(?<![\\p{L}])totals?|(?:averages?|avg|promedio|durchschnitt|moyenne|mean)(?![\\p{L}]).*"
              + "|t ?o ?t ?a ?l|ttl|tot|sum|suma|summa|somma|samtals|i alt|yhteensä|kokonaissumma|összesen|celkem|spolu|toplam|jumlah|razem|łącznie"
              + "|ukupno|skupaj|viso|kopā|kokku|gesamt|insgesamt|overall|altogether|all(?: [\\p{L}]+)?|everything|combined|carried forward"
              + "|count|number|median|media|média|gemiddeld(?:e)?|mediana|m[aá]x(?:imum|imo)?|m[ií]n(?:imum|imo)?"
              + "|tổng(?: cộng)?|загалом|усього|разом|σύνολο|المجموع|الإجمالي|סה[\"״”]?כ|סך הכל|รวม|कुल|計|累計|Σ|∑|σ)[^\\p{L}0-9]*");

  private static final Pattern BY_WHOM =
      Pattern.compile(
          "(?:(?:prepared|submitted|completed|compiled|reviewed|approved|signed|certified|verified|entered|checked|reported|provided|updated|printed|created|generated) (?:by|on|at)"
              + "|(?:elaborad[oa]|preparad[oa]|revisad[oa]|aprobad[oa]|firmad[oa]|presentad[oa]|enviad[oa]) por)(?![\\p{L}]).*");

  // Below a table: who signs, where it comes from, how many rows it has.
  private static final Pattern FOOTER =
      Pattern.compile(
          "(?:(?:signature|signed|firma|source|sources|fuente|notes?|notas?|remarks?|legend|leyenda|key|comments?|contact|page|date|fecha|disclaimer|confidential|last updated|as of|see|end)(?= ?[:.]| of\\b| updated\\b|$)"
              + "|(?:number of |total |no\\. of )?(?:records?|rows?|entries|items|lines|registros|filas)(?= ?[:=]|$)).*");

  private static final int LONGEST_TOTAL = 60;

  /** The first two letters of each text that these know, but for those beyond Latin. */
  private static final boolean[] BEGINNINGS = new boolean[32 * 32];

  /** The same of {@link #MAY_BE_TOTAL}, a sign between letters counting as none. */
  private static final boolean[] MAY_BEGIN = new boolean[32 * 32];

  /** The first two letters of each {@link #FOOTER}. */
  private static final boolean[] OF_FOOTERS = new boolean[32 * 32];

  static {
    begin(BEGINNINGS, "th gr su ov ru ci to ge zw so av me pr du yt ye ne co mo");
    begin(
        MAY_BEGIN,
        "su gr so to av pr du mo me t_ tt sa i_ yh ko sp ce ju ra uk sk vi ge in ov al ev co ca nu ma mi");
    begin(
        OF_FOOTERS,
        "pr su co re ap si ce ve en ch up ge fi so fu no le ke pa da fe di la as se nu to ro it li el cr");
  }

  private static void begin(boolean[] beginnings, String letters) {
    for (String two : letters.split(" ")) {
      beginnings[letter(two.charAt(0)) * 32 + letter(two.charAt(1))] = true;
    }
  }

  private OtherWords() {}

  /** Whether a text has a letter. */
  static boolean isWord(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c > '~') {
        return cell.codePoints().skip(i).anyMatch(CodePoints::isLetter);
      }
      if (letter(c) > 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a row that begins with a text is a total.
   *
   * @param ofPerson whether it stands where a person's name does
   */
  static boolean isTotal(String text, boolean ofPerson) {
    char c = text.charAt(0);
    // Looked at by its first and last letters: nearly all cells are no total.
    if (text.length() >= LONGEST_TOTAL
        || !(begins(text, BEGINNINGS) || c > 0x250 || isSign(c) || endsAsTotal(text))) {
      return false;
    }
    String folded = Fold.text(text);
    return TOTAL.matcher(folded).matches() || ofPerson && BEGINS_AS_TOTAL.matcher(folded).matches();
  }

  /** Whether a text is a total's if the numbers beside it say so. */
  static boolean mayBeTotal(String text) {
    // Most cells begin with two signs of ASCII, a letter or digit first: those are enough to pass
    // them over.
    boolean plain =
        text.length() > 1
            && text.charAt(1) <= '~'
            && (letter(text.charAt(0)) > 0 || text.charAt(0) >= '0' && text.charAt(0) <= '9');
    return text.length() < LONGEST_TOTAL
        && (!plain || begins(text, MAY_BEGIN) || endsAsTotal(text))
        && MAY_BE_TOTAL.matcher(Fold.text(text)).matches();
  }

  /** Whether the first letters of a text are those of a footer: asked first, of each row. */
  static boolean mayBeFooter(String text) {
    return begins(text, OF_FOOTERS);
  }

  /**
   * Whether a row that begins with a text, where an id should, stands below a table.
   *
   * @param lacking whether the row lacks what every row needs
   */
  static boolean isFooter(String text, boolean lacking) {
    String folded = Fold.text(text);
    return BY_WHOM.matcher(folded).matches() || FOOTER.matcher(folded).matches() && lacking;
  }

  /** Whether a text has a letter, or any sign that is not of ASCII and may be one. */
  static boolean hasLetter(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (letter(c) > 0 || c > '~') {
        return true;
      }
    }
    return false;
  }

  /** "EX-007" is a letter, a hyphen and a digit. */
  static String shape(String text) {
    StringBuilder shape = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char kind = c >= '0' && c <= '9' ? '0' : CodePoints.isLetter(c) ? 'a' : c;
      if (shape.length() == 0 || shape.charAt(shape.length() - 1) != kind) {
        shape.append(kind);
      }
    }
    return shape.toString();
  }

  private static boolean isSign(char c) {
    return c < '0' && c != ' ' || c == '=' || c == '_';
  }

  private static boolean begins(String text, boolean[] beginnings) {
    return text.length() > 1 && beginnings[letter(text.charAt(0)) * 32 + letter(text.charAt(1))];
  }

  /** The place of a Latin letter in the alphabet, from 1; 0: it is none. */
  private static int letter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' ? c & 31 : 0;
  }

  private static boolean endsAsTotal(String text) {
    int end = text.length();
    while (end > 0 && !CodePoints.isLetter(text.charAt(end - 1))) {
      end--;
      if (Character.isDigit(text.charAt(end))) {
        return false;
      }
    }
    end -= end > 0 && (text.charAt(end - 1) | 0x20) == 's' ? 1 : 0;
    return end > 6 && text.regionMatches(true, end - 5, "total", 0, 5);
  }
}
