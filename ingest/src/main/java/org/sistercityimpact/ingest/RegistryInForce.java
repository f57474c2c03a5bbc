package org.sistercityimpact.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sistercityimpact.check.AcceptedRows;
import org.sistercityimpact.check.CellColumn;
import org.sistercityimpact.check.Checked;
import org.sistercityimpact.check.Checker;
import org.sistercityimpact.check.Context;
import org.sistercityimpact.check.DatasetNames;
import org.sistercityimpact.check.Problem;
import org.sistercityimpact.check.ProblemCode;
import org.sistercityimpact.check.Problems;
import org.sistercityimpact.check.Registry;
import org.sistercityimpact.check.Registry.Member;
import org.sistercityimpact.check.Registry.Name;
import org.sistercityimpact.check.Registry.Partnership;
import org.sistercityimpact.check.Severity;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.ingest.Arrival.Place;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.Originals;
import org.sistercityimpact.warehouse.Warehouse;

/**
 * The members and partnerships that will be in force once this inbox is taken: known before any
 * other file is checked, so that the answer never depends on which file is looked at first.
 *
 * @param registry what files are checked against
 * @param sha256 of the three files that it was read from
 * @param errors rows of theirs that do not count, and why
 */
record RegistryInForce(Registry registry, String sha256, List<String> errors) {
  private static final int MOST_ERRORS = 10;
  private static final String MEMBERS = "members";
  private static final String PARTNERSHIPS = "partnerships";
  private static final String NAMES = "names";

  /** Errors only: all problems are told when the files are checked with the others. */
  private static final class Errors implements Problems {
    private final List<Problem> found = new ArrayList<>();

    @Override
    public void add(Problem problem) {
      if (problem.severity() == Severity.ERROR && found.size() < MOST_ERRORS) {
        found.add(problem);
      }
    }

    @Override
    public void discard() {
      found.clear();
    }

    /** Which row, and what is wrong with it. */
    List<String> lines(String file) {
      return found.stream()
          .map(
              p ->
                  "%s%s: %s (%s)"
                      .formatted(
                          file,
                          p.sourceRow() == 0 ? "" : ", row " + p.sourceRow(),
                          p.message(),
                          p.fix()))
          .toList();
    }

    /** The rows that do not count, such as "row 3". */
    List<String> rows() {
      return found.stream()
          .map(p -> p.sourceRow() == 0 ? "all rows" : "row " + p.sourceRow())
          .distinct()
          .toList();
    }
  }

  /**
   * Finds it from the files that arrived and the log of receipts; null: there are no members at
   * all.
   */
  static RegistryInForce find(
      Contracts contracts, List<Arrival> arrivals, ReceiptLog log, Originals originals, Path inbox)
      throws IOException {
    Table members = new Table(contracts, MEMBERS, new Context(null, null, null));
    List<String> unreadable = unreadable(arrivals);
    if (!members.holdsAny(arrivals, log)) {
      if (unreadable.isEmpty()) {
        return null;
      }
      throw new ConfigurationException(
          "Cannot read the registry of the inbox: " + String.join("; ", unreadable));
    }
    String membersSha = members.settle(arrivals, log, originals, inbox);
    List<Member> memberList = members(members);
    Registry known = new Registry(memberList, List.of());
    Table partnerships = new Table(contracts, PARTNERSHIPS, new Context(null, null, known));
    String partnershipsSha = partnerships.settle(arrivals, log, originals, inbox);
    List<Name> settled = List.of();
    String namesSha = null;
    List<String> errorsOfNames = List.of();
    // An edition of an earlier program has no such table, and is rebuilt without one.
    if (contracts.named(NAMES).isPresent()) {
      Table names = new Table(contracts, NAMES, new Context(null, null, known));
      namesSha = names.settle(arrivals, log, originals, inbox);
      settled = names(names);
      errorsOfNames = names.errors();
    }
    return new RegistryInForce(
        new Registry(memberList, partnerships(partnerships), settled, members.unread()),
        membersSha + "|" + partnershipsSha + "|" + namesSha,
        Stream.of(unreadable, members.errors(), partnerships.errors(), errorsOfNames)
            .flatMap(List::stream)
            .toList());
  }

  private static List<String> unreadable(List<Arrival> arrivals) {
    return arrivals.stream()
        .filter(arrival -> arrival.place() == Place.UNREADABLE && arrival.memberFolder() == null)
        .filter(
            arrival ->
                MEMBERS.equals(arrival.dataset())
                    || PARTNERSHIPS.equals(arrival.dataset())
                    || arrival.file().equalsIgnoreCase(DatasetNames.REGISTRY))
        .map(
            arrival ->
                "%s: %s (%s)"
                    .formatted(
                        arrival.file(), arrival.refusal().message(), arrival.refusal().fix()))
        .toList();
  }

  /** The registry of a folder of files, for a city's own check; null: it holds no members. */
  static Registry ofFolder(Contracts contracts, Path folder) throws IOException {
    Optional<Path> members = file(contracts, folder, MEMBERS);
    if (members.isEmpty()) {
      return null;
    }
    Table table = new Table(contracts, MEMBERS, new Context(null, null, null));
    table.check(Files.readAllBytes(members.get()));
    List<Member> memberList = members(table);
    Optional<Path> partnerships = file(contracts, folder, PARTNERSHIPS);
    Context known = new Context(null, null, new Registry(memberList, List.of()));
    Table ties = new Table(contracts, PARTNERSHIPS, known);
    if (partnerships.isPresent()) {
      ties.check(Files.readAllBytes(partnerships.get()));
    }
    Optional<Path> settled = file(contracts, folder, NAMES);
    Table names = new Table(contracts, NAMES, known);
    if (settled.isPresent()) {
      names.check(Files.readAllBytes(settled.get()));
    }
    return new Registry(memberList, partnerships(ties), names(names), table.unread());
  }

  /** The file of a folder whose name means the table, as it would in an inbox. */
  private static Optional<Path> file(Contracts contracts, Path folder, String table)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    DatasetNames names = new DatasetNames(contracts);
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(f -> names.dataset(f.getFileName().toString(), true).equals(Optional.of(table)))
          .min(Comparator.naturalOrder());
    }
  }

  /** Those whose rows count, each of which may lie in another one of them. */
  private static List<Member> members(Table table) {
    List<Member> members = accepted(table);
    int before;
    do {
      before = members.size();
      table.checkAgain(new Registry(members, List.of()));
      members = accepted(table);
    } while (members.size() < before);
    return members;
  }

  private static List<Member> accepted(Table table) {
    List<Member> members = new ArrayList<>();
    table.forEach(
        slot ->
            members.add(
                new Member(
                    table.text("member_id", slot),
                    table.text("name", slot) + ", " + table.text("state", slot),
                    table.number("member_since", slot),
                    table.number("member_until", slot))));
    return members;
  }

  private static List<Partnership> partnerships(Table table) {
    List<Partnership> partnerships = new ArrayList<>();
    table.forEach(
        slot ->
            partnerships.add(
                new Partnership(
                    table.text("partnership_id", slot),
                    table.text("member_id", slot),
                    table.text("partner_name", slot),
                    table.text("partner_local_name", slot),
                    !Integer.valueOf(0).equals(table.number("public", slot)))));
    return partnerships;
  }

  private static List<Name> names(Table table) {
    List<Name> names = new ArrayList<>();
    table.forEach(
        slot ->
            names.add(
                new Name(
                    table.text("column", slot),
                    table.text("member_id", slot),
                    table.text("written", slot),
                    table.text("meant", slot))));
    return names;
  }

  /** One registry table and the content of it that is, or will be, in force. */
  private static final class Table {
    private final Contract contract;
    private final Context context;
    private final Checker checker;
    private Errors errors = new Errors();
    private String file;
    private byte[] last = new byte[0];

    Table(Contracts contracts, String name, Context context) {
      contract = contracts.named(name).orElseThrow();
      this.context = context;
      checker = new Checker(contract, contracts);
    }

    boolean holdsAny(List<Arrival> arrivals, ReceiptLog log) {
      return arrivals.stream().anyMatch(this::isMine)
          || log.submissions().values().stream().anyMatch(this::isMine);
    }

    private boolean isMine(Arrival arrival) {
      return arrival.place() == Place.REGISTRY && contract.name().equals(arrival.dataset());
    }

    private boolean isMine(Submission submission) {
      return submission.memberId() == null && contract.name().equals(submission.dataset());
    }

    Checked check(byte[] bytes) {
      last = bytes;
      errors = new Errors();
      return checker.check(bytes, context, errors);
    }

    /** Checks the content checked last once more, against the members that are in it. */
    void checkAgain(Registry members) {
      if (last.length > 0) {
        errors = new Errors();
        checker.check(last, new Context(null, null, members), errors);
      }
    }

    /** Why rows of the content checked last do not count. */
    List<String> errors() {
      return errors.lines(file);
    }

    /** Which rows they are. */
    List<String> unread() {
      return errors.rows();
    }

    /** Replays this table's receipts and what arrived; leaves the rows in force in the checker. */
    String settle(List<Arrival> arrivals, ReceiptLog log, Originals originals, Path inbox)
        throws IOException {
      Map<String, Submission> submissions = new LinkedHashMap<>();
      Map<String, byte[]> bytes = new HashMap<>();
      for (Submission kept : log.submissions().values()) {
        if (isMine(kept)) {
          byte[] original =
              originals.read(kept.sha256(), kept.file(), null, null, inbox.resolve(kept.file()));
          submissions.put(kept.id(), submission(kept.id(), kept.file(), kept.sha256(), original));
          bytes.put(kept.id(), original);
        }
      }
      List<Receipt> receipts =
          log.receipts().stream()
              .filter(receipt -> submissions.containsKey(receipt.submissionId()))
              .toList();
      SubmissionStatuses statuses = SubmissionStatuses.of(submissions, receipts, null);
      List<Submission> found = new ArrayList<>();
      for (Arrival arrival : arrivals) {
        if (isMine(arrival) && !Files.isReadable(arrival.path())) {
          file = arrival.file();
          errors.add(ProblemCode.UNREADABLE_FILE.ofFile(Map.of("reason", "permission denied")));
        } else if (isMine(arrival)) {
          byte[] content = Files.readAllBytes(arrival.path());
          String sha256 = Sha256.of(Warehouse.sha256(), content);
          String id = Sha256.submissionId(Warehouse.sha256(), sha256, null, null, contract.name());
          Submission submission = submission(id, arrival.file(), sha256, content);
          submissions.putIfAbsent(id, submission);
          bytes.putIfAbsent(id, content);
          found.add(submission);
        }
      }
      for (Set<String> event : SubmissionStatuses.events(found)) {
        if (!statuses.knows(event)) {
          statuses.receive(event);
        }
      }
      Submission holder = statuses.holder("||" + contract.name());
      if (holder == null) {
        Errors ofArrived = errors;
        check(new byte[0]);
        errors = ofArrived;
        return "none";
      }
      file = holder.file();
      check(bytes.get(holder.id()));
      return holder.sha256();
    }

    private Submission submission(String id, String file, String sha256, byte[] content) {
      Checked checked = check(content);
      this.file = file;
      return new Submission(
          id, file, null, null, null, contract.name(), sha256, checked, LocalDateTime.MIN);
    }

    void forEach(java.util.function.IntConsumer action) {
      AcceptedRows rows = checker.rows();
      do {
        for (int slot = 0; slot < rows.slots(); slot++) {
          if (rows.counts(slot)) {
            action.accept(slot);
          }
        }
      } while (rows.advance());
    }

    private CellColumn column(String field) {
      return checker.rows().all().get(contract.index(field));
    }

    String text(String field, int slot) {
      return column(field).text(slot);
    }

    Integer number(String field, int slot) {
      CellColumn column = column(field);
      return column.isEmpty(slot) ? null : Integer.valueOf((int) column.number(slot));
    }
  }
}
