package org.sistercityimpact.ingest.check;

import java.util.List;
import java.util.Map;
import org.sistercityimpact.ingest.check.Registry.Partnership;

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
    List<Partnership> named = member == null ? List.of() : registry.partnersNamed(written, member);
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
    List<Partnership> choice = named.isEmpty() ? registry.partnershipsOf(member) : named;
    row.report(column, code, Map.of("partnerships", advice(choice)));
  }

  private static boolean isOf(String member, Partnership partnership) {
    return member.equals(partnership.memberId())
        || Fold.text(member).equals(Fold.text(partnership.memberId()));
  }

  private static String advice(List<Partnership> choice) {
    if (choice.isEmpty()) {
      return "a partnership_id of the registry's partnerships.csv";
    }
    if (choice.size() > MOST_NAMED) {
      return "one of your partnership_ids, such as " + choice.get(0).id();
    }
    return WordColumn.oneOf(choice.stream().map(Partnership::id).toList());
  }
}
