package org.sistercityimpact.check;

import java.util.List;
import java.util.Map;
import org.sistercityimpact.check.Registry.Partnership;

/** A cell names a partnership of the submitting member: by its id, else by the partner's name. */
final class PartnershipRule {
  private static final int MOST_NAMED = 5;

  private final TextColumn column;

  PartnershipRule(TextColumn column) {
    this.column = column;
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
    Partnership settled = meant == null ? null : registry.partnership(meant);
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
        Map.of(
            "partnerships",
            choice.isEmpty() ? advice(registry.partnershipsOf(member)) : oneOf(choice)));
  }

  private static List<Partnership> named(Registry registry, String written, String member) {
    List<Partnership> exactly = registry.partnersNamed(written, member);
    return exactly.isEmpty() ? registry.partnersLike(written, member) : exactly;
  }

  private static boolean isOf(String member, Partnership partnership) {
    return member.equals(partnership.memberId())
        || Fold.text(member).equals(Fold.text(partnership.memberId()));
  }

  private static String advice(List<Partnership> choice) {
    if (choice.isEmpty()) {
      return "a partnership_id of the registry's partnerships.csv";
    }
    // One of many, put down as an example, would be copied.
    return choice.size() > MOST_NAMED
        ? "the partner's partnership_id; the network office has the list, and adds a new partner"
        : oneOf(choice);
  }

  private static String oneOf(List<Partnership> choice) {
    return WordColumn.oneOf(choice.stream().map(Partnership::id).toList());
  }
}
