package org.sistercityimpact.check;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that speak of a part of a year: Q1, first half, January to March, part 2. */
public final class YearPart {
  private static final String MONTH =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
          + "|ene(?:ro)?|febrero|marzo|abr(?:il)?|mayo|junio|julio|ago(?:sto)?|set|septiembre|octubre|noviembre|dic(?:iembre)?)";
  private static final String OF_YEAR = "(?: ?(?:20)?[0-9]{2})?";
  private static final String MONTH_NUMBER = "(?:(?:19|20)[0-9]{2} )?(?:0[1-9]|1[0-2])";
  private static final String ORDINAL =
      "(?:first|second|third|fourth|1st|2nd|3rd|4th|primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa])";
  private static final Pattern PART =
      Pattern.compile(
          "(?<![a-z0-9])(?:"
              + "q(?:uarter|tr)? ?[1-4]|[1-4] ?q(?:uarter|tr)?"
              + OF_YEAR
              + "|h(?:alf)? ?[12]|half year ?[12]|[12] ?h(?:alf)?"
              + OF_YEAR
              + "|(?:quarter|half|part|semester|trimester) (?:one|two|three|four)|s[12]|t[1-4]"
              + "|[1-4] ?(?:er|ro|do|to|[ºª°]) (?:semestre|trimestre|cuatrimestre|parte|mitad)"
              + "|(?:first|last|primeros|[uú]ltimos) (?:3|6|three|six|tres|seis) (?:months|meses)"
              + "|"
              + ORDINAL
              + " (?:half|quarter|semester|trimester|part|semestre|trimestre|mitad|parte)(?: year)?"
              + "|(?:part|pt|parte|semester|semestre|trimester|trimestre|page) ?[0-9]{1,2}(?: of [0-9]{1,2})?|[0-9]{1,2} ?of ?[0-9]{1,2}"
              + "|(?:part|pt|parte) [a-d]|(?<= )(?:i{1,3}|iv)(?= (?:csv|txt|tsv|xlsx)$|$)"
              + "|"
              + MONTH_NUMBER
              + " (?:to|through|thru|a) "
              + MONTH_NUMBER
              + "|(?:spring|summer|fall|autumn|winter)"
              + "|(?:to|through|thru|until|up to|hasta) "
              + MONTH
              + "|"
              + MONTH
              + " (?:on|onwards?)"
              + "|"
              + MONTH
              + "(?: (?:to|through|thru|and|a) "
              + MONTH
              + "| "
              + MONTH
              + ")?"
              + ")(?![a-z0-9])");

  // Before the Q1 of "exchangesQ1" and "2025Q1", and the 1 of "exchanges1of2".
  private static final Pattern RUN_ON =
      Pattern.compile(
          "(?<=[a-z])(?=[QH][1-4](?![A-Za-z0-9]))|(?<=20[0-9]{2})(?=[QqHhSsTt][1-4](?![A-Za-z0-9]))|(?<=[A-Za-z])(?=[0-9]{1,2}of[0-9])");

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

  /** In small letters, with a space for each sign, and before a part that is run on. */
  private static String spaced(String name) {
    return RUN_ON
        .matcher(name)
        .replaceAll(" ")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s_.,()–-]+", " ")
        .trim();
  }
}
