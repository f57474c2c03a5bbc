package org.sistercityimpact.check;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that speak of a part of a year: Q1, first half, January to March, part 2. */
public final class YearPart {
  private static final String MONTH =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
          + "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)";
  private static final String ORDINAL =
      "(?:first|second|third|fourth|1st|2nd|3rd|4th|primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa])";
  private static final Pattern PART =
      Pattern.compile(
          "(?<![a-z0-9])(?:"
              + "q(?:uarter|tr)? ?[1-4]|[1-4] ?q(?:uarter|tr)?"
              + "|h(?:alf)? ?[12]|half year ?[12]|[12] ?h(?:alf)?"
              + "|"
              + ORDINAL
              + " (?:half|quarter|semester|trimester|part|semestre|trimestre|mitad|parte)(?: year)?"
              + "|(?:part|pt|parte|semester|semestre|trimester|trimestre) ?[0-9]{1,2}(?: of [0-9]{1,2})?|[0-9]{1,2} of [0-9]{1,2}"
              + "|(?:spring|summer|fall|autumn|winter)"
              + "|"
              + MONTH
              + "(?: (?:to|through|thru|and|a) "
              + MONTH
              + "| "
              + MONTH
              + ")?"
              + ")(?![a-z0-9])");

  private YearPart() {}

  /** The part that a name of a file or sheet speaks of, in one spelling; empty: none. */
  public static Optional<String> of(String name) {
    Matcher part = PART.matcher(spaced(name));
    return part.find() ? Optional.of(part.group()) : Optional.empty();
  }

  /** The name without its part of a year, for what else it says. */
  static String without(String name) {
    return PART.matcher(spaced(name)).replaceAll(" ");
  }

  private static String spaced(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.,()–-]+", " ").trim();
  }
}
