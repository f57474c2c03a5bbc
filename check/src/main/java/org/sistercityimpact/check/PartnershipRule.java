package org.sistercityimpact.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sistercityimpact.check.Registry.Partnership;
import org.sistercityimpact.check.contract.CodeList;

/** A cell names a partnership of the submitting member: by its id, else by the partner's name. */
final class PartnershipRule {
  private static final int MOST_NAMED = 5;

  /**
   * The provinces of Italy, which stand behind its towns: "Sorrento (NA)" lies in that of Naples.
   */
  private static final Set<String> PROVINCES =
      Set.of(
          ("ag al an ao aq ar ap at av ba bt bl bn bg bi bo bz bs br ca cl cb ce ct cz ch co cs cr kr cn en fm fe fi fg fc fr "
                  + "ge go gr im is sp lt le lc li lo lu mc mn ms mt me mi mo mb na no nu or pd pa pr pv pg pu pe pc pi pt pn "
                  + "pz po rg ra rc re ri rn rm ro sa ss sv si sr so su ta te tr tn tp ts tv ud va ve vb vc vr vv vi vt")
              .split(" "));

  /** What Japanese call a town: "Nagaoka-shi" is Nagaoka. */
  private static final Pattern TOWN_OF_JAPAN = Pattern.compile("(?<=.)[- ](?:shi|machi|cho|ku)$");

  private static final Pattern COUNTRY = Pattern.compile("~([A-Z]{2})-");

  private final TextColumn column;
  private final Map<String, String> countries = new HashMap<>();
  private final Map<String, String> states = new HashMap<>();
  private final Set<String> stateCodes = new HashSet<>();

  /**
   * @param countries whose names may stand behind that of a partner
   * @param states whose names may not, for no partner lies in one
   */
  PartnershipRule(TextColumn column, CodeList countries, CodeList states) {
    this.column = column;
    for (CodeList.Entry state : states.entries()) {
      stateCodes.add(Fold.letters(state.code()));
      this.states.put(Fold.letters(state.name()), state.code());
    }
    for (CodeList.Entry country : countries.entries()) {
      this.countries.put(Fold.letters(country.code()), country.code());
      this.countries.put(Fold.letters(country.name()), country.code());
      for (String alias : country.aliases()) {
        this.countries.put(Fold.letters(alias), country.code());
      }
    }
  }

  void check(Row row) {
    Registry registry = row.context().registry();
    if (registry == null || column.bad || column.isEmpty(row.slot())) {
      return;
    }
    String written = column.text(row.slot());
    String member = row.context().memberId();
    Partnership known = registry.partnership(written);
    if (known != null && (member == null || isOf(member, known))) {
      if (!written.equals(known.id())) {
        column.set(row.slot(), known.id());
      }
      return;
    }
    String meant = registry.meant(column.field().name(), member, written);
    Partnership settled = meant == null ? null : settled(registry, meant, member);
    if (settled != null && member != null && isOf(member, settled)) {
      column.set(row.slot(), settled.id());
      row.report(column, ProblemCode.NAME_SETTLED, Map.of("read", settled.id()));
      return;
    }
    List<Partnership> named = member == null ? List.of() : named(registry, written, member);
    if (named.size() == 1) {
      String id = named.get(0).id();
      column.set(row.slot(), id);
      row.report(column, ProblemCode.PARTNER_BY_NAME, Map.of("read", id));
      return;
    }
    ProblemCode code =
        known != null
            ? ProblemCode.OTHER_MEMBERS_PARTNERSHIP
            : named.isEmpty() ? ProblemCode.UNKNOWN_PARTNERSHIP : ProblemCode.AMBIGUOUS_PARTNER;
    List<Partnership> choice =
        !named.isEmpty()
            ? named
            : member == null ? List.of() : registry.partnersNear(written, member);
    row.report(
        column,
        code,
        Map.of("partnerships", choice.isEmpty() ? advice(registry, member) : oneOf(choice)));
  }

  /** What staff put down for a name: the tie's id, or the partner's right name. */
  private static Partnership settled(Registry registry, String meant, String member) {
    Partnership byId = registry.partnership(meant);
    List<Partnership> named =
        byId != null || member == null ? List.of() : registry.partnersLike(meant, member);
    return named.size() == 1 ? named.get(0) : byId;
  }

  private List<Partnership> named(Registry registry, String written, String member) {
    List<Partnership> exactly = registry.partnersNamed(written, member);
    if (!exactly.isEmpty()) {
      return exactly;
    }
    String behind = Fold.behindPlace(written);
    List<Partnership> like = like(registry, written, behind, member);
    String name = Fold.text(written);
    for (int space = name.indexOf(' ');
        space > 0 && like.isEmpty() && behind.isEmpty();
        space = name.indexOf(' ', space + 1)) {
      String country = name.substring(space + 1);
      if (countries.containsKey(Fold.letters(country))) {
        like = like(registry, name.substring(0, space), "," + country, member);
      }
    }
    if (like.isEmpty() && TOWN_OF_JAPAN.matcher(name).find()) {
      return registry.partnersLike(TOWN_OF_JAPAN.matcher(name).replaceFirst(""), member).stream()
          .filter(tie -> tie.id().contains("~JP-"))
          .toList();
    }
    return like;
  }

  private List<Partnership> like(Registry registry, String name, String behind, String member) {
    return registry.partnersLike(name, member).stream()
        .filter(tie -> mayStandBehind(behind, tie, registry))
        .toList();
  }

  /** "Cork, Germany" is not Cork in Ireland, nor is "Cork, Maine", and "Cork/Sendai" are two. */
  private boolean mayStandBehind(String behind, Partnership tie, Registry registry) {
    Matcher ofTie = COUNTRY.matcher(tie.id());
    String own = ofTie.find() ? ofTie.group(1) : null;
    String ownBehind = Fold.letters(Fold.behindPlace(tie.partnerName()));
    String[] parts = behind.split("[(),/]");
    boolean ownCountry =
        own != null
            && Arrays.stream(parts).anyMatch(p -> own.equals(countries.get(Fold.letters(p))));
    for (String part : parts) {
      String letters = Fold.letters(part);
      // "Sorrento (NA), Italy" lies in Naples, not in Namibia.
      boolean isProvince =
          letters.length() == 2
              && (ownCountry || isProvinceOfItaly(letters, behind, own, tie, registry));
      String country = isProvince ? own : countries.get(letters);
      if (country != null && own != null && !country.equals(own)
          || country == null && isState(letters, behind, own)) {
        return false;
      }
      if (!ownBehind.isEmpty() && country == null && !letters.isEmpty()) {
        // "Frankfurt (Oder)" is not Frankfurt (Main), whatever else stands there.
        if (!ownBehind.contains(letters)) {
          return false;
        }
        continue;
      }
      List<Partnership> others =
          Fold.place(part).isEmpty() || country != null
              ? List.of()
              : registry.partnersLike(part, tie.memberId());
      boolean known = country != null || others.contains(tie);
      if (!known && (!others.isEmpty() || behind.startsWith("/") && !Fold.trim(part).isEmpty())) {
        return false;
      }
    }
    return true;
  }

  /** A state of the U.S., in letters behind a comma, too; W.A. and others are also Australia's. */
  private boolean isState(String letters, String behind, String own) {
    return states.containsKey(letters)
        || behind.startsWith(",") && stateCodes.contains(letters) && !"AU".equals(own);
  }

  /**
   * Whether two letters behind a partner in Italy are its province: behind a comma no state of the
   * U.S., and nowhere a country in which the member has a partner.
   */
  private boolean isProvinceOfItaly(
      String letters, String behind, String own, Partnership tie, Registry registry) {
    if (!"IT".equals(own)
        || !PROVINCES.contains(letters)
        || !behind.startsWith("(") && stateCodes.contains(letters)) {
      return false;
    }
    String asCountry = "~" + letters.toUpperCase(java.util.Locale.ROOT) + "-";
    return registry.partnershipsOf(tie.memberId()).stream()
        .noneMatch(partnership -> partnership.id().contains(asCountry));
  }

  private static boolean isOf(String member, Partnership partnership) {
    return member.equals(partnership.memberId())
        || Fold.text(member).equals(Fold.text(partnership.memberId()));
  }

  private static String advice(Registry registry, String member) {
    if (member == null) {
      return "a partnership_id of the registry's partnerships.csv";
    }
    List<Partnership> choice = registry.partnershipsOf(member);
    // One of many, put down as an example, would be copied.
    return choice.isEmpty() || choice.size() > MOST_NAMED
        ? "the partner's partnership_id; the network office has the list, and adds a new partner"
        : oneOf(choice);
  }

  private static String oneOf(List<Partnership> choice) {
    return WordColumn.oneOf(choice.stream().map(Partnership::id).toList());
  }
}
