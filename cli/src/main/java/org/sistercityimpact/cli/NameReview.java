package org.sistercityimpact.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.sistercityimpact.check.Fold;
import org.sistercityimpact.check.Registry;
import org.sistercityimpact.check.Registry.Partnership;
import org.sistercityimpact.check.contract.CodeList;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.warehouse.Access;
import org.sistercityimpact.warehouse.SqlEngine;

/**
 * The names that ingest could not tell, for a person to settle. A file lists them with proposals;
 * what is filled in there goes to {@code registry/names.csv}, and the file is written anew with
 * what is left. So it can be settled in as many goes as one likes.
 */
final class NameReview {
  private static final int MOST_PROPOSALS = 3;
  private static final double LEAST_LIKENESS = 0.5;
  private static final String TIE = "partnership_id";

  /** The raw ones: the model beside them asks for all doubts of the network, too. */
  private static final String UNCLEAR =
      """
      SELECT p.column_name, s.member_id, p.value, CAST(COUNT(*) AS INTEGER) AS cells, MIN(s.file) AS file
      FROM raw_problems AS p
      JOIN submissions AS s ON s.submission_id = p.submission_id AND s.status <> 'superseded'
      WHERE p.code IN ('unknown-partnership', 'ambiguous-partner', 'unknown-code') AND s.member_id IS NOT NULL
        AND p.value <> '' AND p.value NOT LIKE '[%]'
      GROUP BY p.column_name, s.member_id, p.value
      ORDER BY s.member_id, p.column_name, p.value""";

  private static final String HIDDEN =
      """
      SELECT CAST(COUNT(*) AS INTEGER) AS cells
      FROM raw_problems AS p
      JOIN submissions AS s ON s.submission_id = p.submission_id AND s.status <> 'superseded'
      WHERE p.code IN ('unknown-partnership', 'ambiguous-partner', 'unknown-code') AND p.value LIKE '[%]'""";

  private static final String MATCHED =
      """
      SELECT CAST(COUNT(*) AS INTEGER) AS names
      FROM (
        SELECT DISTINCT p.column_name, s.member_id, p.value
        FROM raw_problems AS p
        JOIN submissions AS s ON s.submission_id = p.submission_id AND s.status <> 'superseded'
        WHERE p.code IN ('partner-by-name', 'name-settled')
      ) AS told""";

  private final Contracts contracts;
  private final SqlEngine engine;
  private final Path names;

  /**
   * A review of the files in force.
   *
   * @param engine the warehouse's tables
   * @param names where answers are kept
   */
  NameReview(Contracts contracts, SqlEngine engine, Path names) {
    this.contracts = contracts;
    this.engine = engine;
    this.names = names;
  }

  /**
   * What a review came to.
   *
   * @param matched names that were read without the id
   * @param unclear names that are left
   * @param hidden cells that are not listed, for they may name a person
   * @param kept answers that were taken
   * @param refused lines about answers that name nothing
   */
  record Result(int matched, int unclear, int hidden, int kept, List<String> refused) {}

  private record Name(String column, String memberId, String written) {
    String key() {
      return column + "|" + Fold.text(memberId) + "|" + Fold.text(written);
    }
  }

  private record Answer(Name name, String meant, String by, String note) {}

  /**
   * Takes the answers in {@code file}, where it is there, and writes what is left into it.
   *
   * @param by who answers where the file does not say it; may be null
   */
  Result review(Path file, String by) throws IOException {
    Registry registry = registry();
    List<Answer> kept = new ArrayList<>();
    List<Answer> again = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (Answer answer : answers(file, by)) {
      if (answer.meant().isEmpty()) {
        continue;
      }
      String known = known(answer, registry);
      if (known == null) {
        refused.add(
            "Cannot take answer '%s' for %s '%s' of %s: %s"
                .formatted(
                    answer.meant(),
                    answer.name().column(),
                    answer.name().written(),
                    answer.name().memberId(),
                    answer.name().column().equals(TIE)
                        ? "it is no partnership of the member (write its partnership_id; a new one goes into partnerships.csv first)"
                        : "it is no code of the list (write a code of sql/reference)"));
        again.add(answer);
      } else {
        kept.add(new Answer(answer.name(), known, answer.by(), answer.note()));
      }
    }
    Set<String> settled = keep(kept);
    int unclear = write(file, registry, settled, again);
    return new Result(count(MATCHED), unclear, count(HIDDEN), kept.size(), refused);
  }

  private int count(String select) {
    return ((Number) engine.read(select).values().get(0)[0]).intValue();
  }

  private Registry registry() {
    return new Registry(
        List.of(),
        engine
            .read(
                "SELECT partnership_id, member_id, partner_name, partner_local_name FROM partnerships ORDER BY partnership_id")
            .values()
            .stream()
            .map(
                row ->
                    new Partnership(
                        (String) row[0], (String) row[1], (String) row[2], (String) row[3], true))
            .toList());
  }

  /** What the answer names, as the registry or the list spells it; null: nothing. */
  private String known(Answer answer, Registry registry) {
    if (answer.name().column().equals(TIE)) {
      Partnership tie = registry.partnership(answer.meant());
      boolean own =
          tie != null && Fold.text(tie.memberId()).equals(Fold.text(answer.name().memberId()));
      return own ? tie.id() : null;
    }
    return codes(answer.name().column()).stream()
        .map(CodeList.Entry::code)
        .filter(code -> Fold.text(code).equals(Fold.text(answer.meant())))
        .findFirst()
        .orElse(null);
  }

  private List<CodeList.Entry> codes(String column) {
    return contracts.all().stream()
        .flatMap(contract -> contract.field(column).stream())
        .filter(field -> field.reference() != null)
        .findFirst()
        .map(field -> contracts.codeLists().get(field.reference()).entries())
        .orElse(List.of());
  }

  private static List<CSVRecord> records(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      // A spreadsheet that saves as UTF-8 begins with a mark.
      in.mark(1);
      if (in.read() != 0xFEFF) {
        in.reset();
      }
      return format.parse(in).getRecords();
    }
  }

  private static String cell(CSVRecord row, String column) {
    return row.isMapped(column) && row.isSet(column) ? row.get(column) : "";
  }

  private static List<Answer> answers(Path file, String by) throws IOException {
    return records(file).stream()
        .map(
            row ->
                new Answer(
                    new Name(cell(row, "column"), cell(row, "member_id"), cell(row, "written")),
                    cell(row, "meant"),
                    cell(row, "answered_by").isEmpty() && by != null
                        ? by
                        : cell(row, "answered_by"),
                    cell(row, "note")))
        .toList();
  }

  /** Adds answers to those that are kept; gives the keys of all. */
  private Set<String> keep(List<Answer> answers) throws IOException {
    List<Answer> all = new ArrayList<>(answers(names, null));
    Set<String> replaced = answers.stream().map(a -> a.name().key()).collect(Collectors.toSet());
    all.removeIf(answer -> replaced.contains(answer.name().key()));
    all.addAll(answers);
    all.sort(Comparator.comparing(answer -> answer.name().key()));
    if (!answers.isEmpty()) {
      StringWriter text = new StringWriter();
      try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
        csv.printRecord("column", "member_id", "written", "meant", "answered_by", "note");
        for (Answer answer : all) {
          Name name = answer.name();
          csv.printRecord(
              name.column(),
              name.memberId(),
              name.written(),
              answer.meant(),
              answer.by(),
              answer.note());
        }
      }
      replace(names, text.toString());
    }
    return all.stream()
        .map(answer -> answer.name().key())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private int write(Path file, Registry registry, Set<String> settled, List<Answer> again)
      throws IOException {
    int unclear = 0;
    StringWriter text = new StringWriter();
    try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
      csv.printRecord(
          "column",
          "member_id",
          "written",
          "meant",
          "proposals",
          "cells",
          "file",
          "answered_by",
          "note");
      for (Object[] row : engine.read(UNCLEAR).values()) {
        Name name = new Name((String) row[0], (String) row[1], (String) row[2]);
        if (settled.contains(name.key())) {
          continue;
        }
        unclear++;
        Answer before =
            again.stream()
                .filter(answer -> answer.name().key().equals(name.key()))
                .findFirst()
                .orElse(new Answer(name, "", "", ""));
        csv.printRecord(
            name.column(),
            name.memberId(),
            name.written(),
            before.meant(),
            String.join(" | ", proposals(name, registry)),
            row[3],
            row[4],
            before.by(),
            before.note());
      }
    }
    if (unclear > 0 || Files.exists(file)) {
      replace(file, text.toString());
    }
    return unclear;
  }

  /** What may be meant, the likest first; none where nothing is like it. */
  private List<String> proposals(Name name, Registry registry) {
    if (name.column().equals(TIE)) {
      return registry.likest(name.written(), name.memberId()).stream()
          .limit(MOST_PROPOSALS)
          .map(Partnership::id)
          .toList();
    }
    return codes(name.column()).stream()
        .filter(code -> likeness(code, name.written()) >= LEAST_LIKENESS)
        .sorted(
            Comparator.comparing((CodeList.Entry code) -> -likeness(code, name.written()))
                .thenComparing(CodeList.Entry::code))
        .limit(MOST_PROPOSALS)
        .map(CodeList.Entry::code)
        .toList();
  }

  private static double likeness(CodeList.Entry code, String written) {
    double best = Registry.likeness(code.name(), written);
    for (String alias : code.aliases()) {
      best = Math.max(best, Registry.likeness(alias, written));
    }
    return best;
  }

  /** In one step, and for its owner only: names stand there as cities wrote them. */
  private static void replace(Path file, String text) throws IOException {
    Path aside = file.resolveSibling("." + file.getFileName() + ".part");
    Files.deleteIfExists(aside);
    try {
      Access.PRIVATE.write(aside, text.getBytes(StandardCharsets.UTF_8));
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
  }
}
