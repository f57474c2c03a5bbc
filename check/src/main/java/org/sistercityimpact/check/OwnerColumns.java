package org.sistercityimpact.check;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Columns that no contract has and that say all the same of which year, or whose, each row is: a
 * file of several years, or of several members, would count whole for the one in whose folder it
 * lies.
 */
final class OwnerColumns {
  // No fiscal year: that of a day in 2025 may well be called 2026.
  private static final Set<String> YEARS =
      Set.of("year", "datayear", "reportingyear", "reportyear", "calendaryear", "año", "ano");
  private static final Set<String> MEMBERS =
      Set.of("memberid", "member", "membercity", "membername", "miembro", "ciudadmiembro");
  private static final Pattern YEAR = Pattern.compile("((?:19|20)[0-9]{2})(?:\\.0+)?");

  private int year;
  private int member;

  /** Begins a file. */
  void begin(Header header) {
    year = -1;
    member = -1;
    for (int column : header.unknown()) {
      String name = Fold.letters(header.names().get(column));
      year = year < 0 && YEARS.contains(name) ? column : year;
      member = member < 0 && MEMBERS.contains(name) ? column : member;
    }
  }

  /** Why a row is none of the file's year or member; null: nothing says so. */
  Problem problem(String[] cells, int sourceRow, Context context) {
    if (year < 0 && member < 0) {
      return null;
    }
    Matcher said = YEAR.matcher(cell(cells, year));
    Integer of = context.dataYear();
    if (of != null && said.matches() && !said.group(1).equals(of.toString())) {
      Map<String, String> words = Map.of("said", said.group(1), "year", of.toString());
      return ProblemCode.OTHER_YEAR.at(sourceRow, year, "year", said.group(1), words);
    }
    String name = cell(cells, member);
    if (name.isEmpty() || context.registry() == null || context.memberId() == null) {
      return null;
    }
    Registry.Member other = context.registry().member(name);
    other = other == null ? context.registry().memberMeant(name).orElse(null) : other;
    return other == null || Fold.text(other.id()).equals(Fold.text(context.memberId()))
        ? null
        : ProblemCode.OTHER_MEMBER.at(
            sourceRow,
            member,
            "member",
            other.id(),
            Map.of("said", other.id(), "member", context.memberId()));
  }

  private static String cell(String[] cells, int column) {
    return column < 0 || column >= cells.length ? "" : Fold.trim(cells[column]);
  }
}
