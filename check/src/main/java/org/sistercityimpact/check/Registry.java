package org.sistercityimpact.check;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sistercityimpact.check.json.Json;

/** The members and partnerships in force: what submissions are checked against. */
public final class Registry implements Serializable {
  /** What to write instead of a member that nobody knows. */
  static final String MEMBER_ADVICE = "Write the member_id as members.csv has it";

  private static final String PARTNERS = "partnership_id";
  private static final Pattern BEFORE_PLACE = Pattern.compile("^.*~[A-Z]{2}-");
  // What folders are called beside their city, a year at the end.
  private static final Pattern BESIDE_MEMBER =
      Pattern.compile(
          "(?i)\\bsister[ _-]?cit(?:y|ies)(?: (?:association|program|committee|commission|international|inc))?\\b\\.?|[ _-]+(?:FY ?)?20[0-9]{2}$");
  private static final int SHORT_NAME = 6;
  private static final int LONGEST_NAME = 100;
  private static final double LEAST_LIKENESS = 0.5;

  /** Of a name that is a part of the other. */
  private static final double WITHIN = 0.8;

  private final Map<String, Member> members = new LinkedHashMap<>();
  private final Map<String, Partnership> partnerships = new HashMap<>();
  private final List<Partnership> all = new ArrayList<>();
  private final Map<String, List<Partnership>> ofMember = new HashMap<>();
  private final List<String> unread;
  private final List<Name> settled;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Map<String, List<Partnership>>> byName = new HashMap<>();

  /**
   * A member.
   *
   * @param id as the registry spells it
   * @param name for people
   * @param since first year in which it is expected
   * @param until last one; null: still a member
   */
  public record Member(String id, String name, int since, Integer until) implements Serializable {
    /** Whether the member is expected to report for a year. */
    public boolean expectedIn(int year) {
      return since <= year && (until == null || until >= year);
    }
  }

  /**
   * A partnership.
   *
   * @param id as the registry spells it
   * @param memberId whose it is
   * @param partnerName in English
   * @param partnerLocalName in the partner's language; may be null
   * @param isPublic whether others than the member may be shown it
   */
  public record Partnership(
      String id, String memberId, String partnerName, String partnerLocalName, boolean isPublic)
      implements Serializable {}

  /**
   * An answer to what a name means.
   *
   * @param column that it is written in
   * @param memberId who writes so; null: every member
   * @param written as the city writes it
   * @param meant what it means
   */
  public record Name(String column, String memberId, String written, String meant)
      implements Serializable {}

  /** A registry of which every row could be read. */
  public Registry(List<Member> members, List<Partnership> partnerships) {
    this(members, partnerships, List.of(), List.of());
  }

  /**
   * @param settled what names mean that nothing else here tells
   * @param unread the rows of members that do not count, such as "row 3": a member that seems
   *     unknown may stand in one of them
   */
  public Registry(
      List<Member> members,
      List<Partnership> partnerships,
      List<Name> settled,
      List<String> unread) {
    this.unread = List.copyOf(unread);
    this.settled = List.copyOf(settled);
    Set<String> contradicted = new HashSet<>();
    for (Name name : settled) {
      String key = key(name.column(), name.memberId(), name.written());
      String other = names.put(key, name.meant());
      if (other != null && !Fold.text(other).equals(Fold.text(name.meant()))) {
        contradicted.add(key);
      }
    }
    names.keySet().removeAll(contradicted);
    members.forEach(member -> this.members.put(Fold.text(member.id()), member));
    for (Partnership partnership : partnerships) {
      all.add(partnership);
      ofMember
          .computeIfAbsent(Fold.text(partnership.memberId()), m -> new ArrayList<>())
          .add(partnership);
      // Under its own spelling as well: nearly every cell is written so, and needs no folding.
      this.partnerships.put(partnership.id(), partnership);
      this.partnerships.put(Fold.text(partnership.id()), partnership);
      name(partnership, partnership.partnerName());
      if (partnership.partnerLocalName() != null) {
        name(partnership, partnership.partnerLocalName());
      }
    }
  }

  /**
   * What {@link #document} said.
   *
   * @param json as {@link Json#write} wrote it
   */
  public static Registry of(Json json) {
    return new Registry(
        json.get("members").items().stream()
            .map(Json::items)
            .map(
                row ->
                    new Member(
                        row.get(0).text(),
                        row.get(1).text(),
                        row.get(2).number().intValue(),
                        row.get(3).isMissing() ? null : row.get(3).number().intValue()))
            .toList(),
        json.get("partnerships").items().stream()
            .map(Json::texts)
            .map(row -> new Partnership(row.get(0), row.get(1), row.get(2), row.get(3), true))
            .toList(),
        json.get("names").items().stream()
            .map(Json::texts)
            .map(row -> new Name(row.get(0), row.get(1), row.get(2), row.get(3)))
            .toList(),
        json.get("unread").texts());
  }

  /**
   * All of it as lists of rows, for {@link Json#write}.
   *
   * @param memberId whose ties and names alone are wanted; null: what every member may see, which
   *     is no tie that is not public, and no other name than a partner's
   */
  public Map<String, Object> document(String memberId) {
    String only = memberId == null ? null : Fold.text(memberId);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(
        "members",
        members.values().stream()
            .filter(member -> only == null || Fold.text(member.id()).equals(only))
            .map(m -> Arrays.<Object>asList(m.id(), m.name(), m.since(), m.until()))
            .toList());
    document.put(
        "partnerships",
        all.stream()
            .filter(tie -> only == null ? tie.isPublic() : Fold.text(tie.memberId()).equals(only))
            .map(
                tie ->
                    Arrays.asList(
                        tie.id(), tie.memberId(), tie.partnerName(), tie.partnerLocalName()))
            .toList());
    document.put(
        "names",
        settled.stream()
            .filter(
                name ->
                    only == null
                        ? name.column().equals(PARTNERS)
                        : name.memberId() == null || Fold.text(name.memberId()).equals(only))
            .map(n -> Arrays.asList(n.column(), n.memberId(), n.written(), n.meant()))
            .toList());
    document.put("unread", unread);
    return document;
  }

  private void name(Partnership partnership, String name) {
    Map<String, List<Partnership>> ofMember =
        byName.computeIfAbsent(Fold.text(partnership.memberId()), member -> new HashMap<>());
    List<Partnership> same = ofMember.computeIfAbsent(Fold.text(name), folded -> new ArrayList<>());
    if (!same.contains(partnership)) {
      same.add(partnership);
    }
  }

  /** The member of that id, whatever its case; null: none. */
  public Member member(String id) {
    return members.get(Fold.text(id));
  }

  /**
   * The one member that a folder's name means, by the place in its id, with or without its state:
   * {@code Fort Worth}, {@code fort-worth-tx}, {@code City of Fort Worth, TX}, {@code Fort Worth
   * Sister Cities 2025}. Empty: none or several.
   */
  public Optional<Member> memberMeant(String folder) {
    String name =
        Fold.letters(BESIDE_MEMBER.matcher(folder).replaceAll(" "))
            .replaceFirst("^(?:city|town|county)of", "");
    List<Member> meant =
        members.values().stream().filter(member -> namesOf(member).contains(name)).toList();
    return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
  }

  private static List<String> namesOf(Member member) {
    String[] parts = member.id().split("-", 3);
    if (parts.length < 3) {
      return List.of();
    }
    String state = Fold.letters(parts[1]);
    String place = Fold.letters(parts[2]);
    return List.of(place, state + place, place + state, Fold.letters(member.id()));
  }

  /** What to tell of a member that is not here, whatever the registry is to blame for. */
  public Problem unknown(String memberFolder) {
    String shown = Shown.plain(memberFolder).quoted();
    if (unread.isEmpty() && !members.isEmpty()) {
      return ProblemCode.UNKNOWN_MEMBER.ofFile(Map.of("value", shown, "advice", MEMBER_ADVICE));
    }
    String rows = unread.isEmpty() ? "all of them" : String.join(", ", unread);
    return ProblemCode.MEMBER_UNREAD.ofFile(Map.of("value", shown, "rows", rows));
  }

  private static String key(String column, String memberId, String written) {
    String member = memberId == null ? "" : Fold.text(memberId);
    return Fold.letters(column) + "|" + member + "|" + Fold.text(written);
  }

  /**
   * What a name in a column means, as somebody has settled it for the member, else for all; null:
   * nobody has, or not so that it can be told. What an answer names may itself have an answer.
   */
  public String meant(String column, String memberId, String written) {
    if (names.isEmpty()) {
      return null;
    }
    String meant = answer(column, memberId, written);
    Set<String> passed = new HashSet<>();
    passed.add(Fold.text(written));
    for (String next = meant; next != null; next = answer(column, memberId, next)) {
      meant = next;
      if (!passed.add(Fold.text(next))) {
        // A name that means itself is right; two that mean each other tell nothing.
        return Fold.text(next).equals(Fold.text(answer(column, memberId, next))) ? next : null;
      }
    }
    return meant;
  }

  private String answer(String column, String memberId, String written) {
    String own = names.get(key(column, memberId, written));
    return own != null ? own : names.get(key(column, null, written));
  }

  /**
   * The partnerships of a member whose name is like another, the likest first: those in which at
   * least half of the letters agree.
   */
  public List<Partnership> likest(String name, String memberId) {
    Map<Partnership, Double> likeness = new HashMap<>();
    for (Partnership tie : partnershipsOf(memberId)) {
      double best = names(tie).mapToDouble(own -> likeness(own, name)).max().orElse(0);
      if (best >= LEAST_LIKENESS) {
        likeness.put(tie, best);
      }
    }
    return likeness.keySet().stream()
        .sorted(
            Comparator.comparing((Partnership tie) -> -likeness.get(tie))
                .thenComparing(Partnership::id))
        .toList();
  }

  /** From 0, nothing in common, to 1: the same but for accents, spaces and titles. */
  public static double likeness(String one, String other) {
    String a = Fold.place(one);
    String b = Fold.place(other);
    int longest = Math.max(a.length(), b.length());
    if (longest == 0 || longest > LONGEST_NAME) {
      return 0;
    }
    boolean within = Math.min(a.length(), b.length()) > 3 && (a.contains(b) || b.contains(a));
    double like = 1 - Fold.changes(a, b) / (double) longest;
    return within ? Math.max(like, WITHIN) : like;
  }

  /** The partnership of that id, whatever its case; null: none. */
  public Partnership partnership(String id) {
    Partnership asSpelled = partnerships.get(id);
    return asSpelled != null ? asSpelled : partnerships.get(Fold.text(id));
  }

  /** The partnerships of a member with a partner of that name. */
  public List<Partnership> partnersNamed(String name, String memberId) {
    return byName
        .getOrDefault(Fold.text(memberId), Map.of())
        .getOrDefault(Fold.text(name), List.of());
  }

  /** The partnerships of a member with a partner of that name in another hand's spelling. */
  List<Partnership> partnersLike(String name, String memberId) {
    String place = Fold.place(name);
    return partnershipsOf(memberId).stream()
        .filter(tie -> names(tie).anyMatch(own -> Fold.place(own).equals(place)))
        .toList();
  }

  /**
   * Those whose name differs from it by a letter or two, or stands in it: what may have been meant.
   */
  List<Partnership> partnersNear(String name, String memberId) {
    String place = Fold.place(BEFORE_PLACE.matcher(name).replaceFirst(""));
    String letters = Fold.letters(name);
    return partnershipsOf(memberId).stream()
        .filter(
            tie ->
                Fold.letters(tie.id()).equals(letters)
                    || names(tie).anyMatch(own -> isNear(Fold.place(own), place)))
        .toList();
  }

  private static Stream<String> names(Partnership tie) {
    return Stream.of(
            tie.partnerName(),
            tie.partnerLocalName(),
            BEFORE_PLACE.matcher(tie.id()).replaceFirst(""))
        .filter(name -> name != null);
  }

  private static boolean isNear(String own, String place) {
    boolean isShort = place.length() < SHORT_NAME && !sorted(own).equals(sorted(place));
    return distance(own, place) <= (isShort ? 1 : 2)
        || own.length() >= SHORT_NAME - 1 && place.contains(own);
  }

  private static String sorted(String letters) {
    char[] sorted = letters.toCharArray();
    Arrays.sort(sorted);
    return new String(sorted);
  }

  /** Letters to change, or too many. */
  private static int distance(String a, String b) {
    return Math.abs(a.length() - b.length()) > 2 || a.length() > LONGEST_NAME
        ? Integer.MAX_VALUE
        : Fold.changes(a, b);
  }

  /** All partnerships of a member, in the registry's order; none for null. */
  public List<Partnership> partnershipsOf(String memberId) {
    if (memberId == null) {
      return List.of();
    }
    return ofMember.getOrDefault(Fold.text(memberId), List.of());
  }
}
