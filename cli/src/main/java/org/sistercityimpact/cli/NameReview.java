package org.sistercityimpact.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sistercityimpact.check.CellText;
import org.sistercityimpact.check.DatasetNames;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.cli.Answer.Name;
import org.sistercityimpact.cli.Organizations.Question;
import org.sistercityimpact.cli.UnclearNames.Unclear;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.SqlEngine;

/**
 * The names that ingest could not tell, and organizations that may be one, for a person to settle.
 * A file lists them with proposals; what is filled in there goes to {@code registry/names.csv}, and
 * the file is written anew with what is left. So it can be settled in as many goes as one likes.
 */
final class NameReview {
  /** By it a spreadsheet knows that a file is UTF-8. */
  private static final String MARK = "\uFEFF";

  private static final List<String> COLUMNS =
      List.of(
          "column",
          "member_id",
          "written",
          "meant",
          "proposals",
          "cells",
          "file",
          "row",
          "answered_by",
          "note");

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
   * @param hidden those among them that are shown by file and row alone
   * @param near organizations that may be the same as another of their member
   * @param kept answers that were taken
   * @param refused lines about answers that settle nothing
   */
  record Result(int matched, int unclear, int hidden, int near, int kept, List<String> refused) {}

  /**
   * Takes the answers in {@code file}, where it is there, and writes what is left into it.
   *
   * @param by who answers where the file does not say it; may be null
   */
  Result review(Path file, String by) throws IOException {
    requireOneFile();
    Contract contract = contracts.named("names").orElseThrow();
    AnswerFile keeper = new AnswerFile(names, contract);
    AnswerFile asked = new AnswerFile(file, contract);
    UnclearNames unclear = new UnclearNames(contracts, engine);
    Organizations organizations = new Organizations(contracts, engine);
    List<Answer> before = keeper.read().stream().map(Answer::of).toList();
    NewAnswers answers = new NewAnswers(contracts, unclear, organizations, before, by);
    for (Map<String, String> row : asked.read()) {
      row.replaceAll((column, cell) -> AnswerFile.asWritten(cell));
      answers.take(Answer.of(row));
    }
    answers.finish();
    List<Answer> all = answers.all();
    if (answers.count() > 0) {
      keeper.replace(
          AnswerFile.text(
              Answer.COLUMNS,
              all.stream()
                  .sorted(Comparator.comparing(answer -> answer.name().key()))
                  .map(Answer::cells)
                  .toList()));
    }
    List<Unclear> left = unclear.without(all, answers.places());
    List<Question> near = organizations.questions(all);
    Map<String, Answer> refused = new LinkedHashMap<>(answers.refused());
    List<Map<String, String>> rows = new ArrayList<>();
    for (Unclear each : left) {
      Answer again = refused.remove(each.isHidden() ? each.place() : each.name().key());
      rows.add(
          row(each.name(), unclear.proposals(each), each.cells(), each.file(), each.row(), again));
    }
    for (Question each : near) {
      Organizations.Spelled spelled = each.spelled();
      Answer again = refused.remove(spelled.name().key());
      rows.add(
          row(
              spelled.name(),
              each.proposals(),
              spelled.cells(),
              spelled.file(),
              spelled.row(),
              again));
    }
    refused.values().forEach(answer -> rows.add(harmless(answer.cells())));
    if (!rows.isEmpty() || Files.exists(file)) {
      asked.replace(MARK + AnswerFile.text(COLUMNS, rows));
    }
    return new Result(
        unclear.matched(),
        left.size(),
        (int) left.stream().filter(Unclear::isHidden).count(),
        near.size(),
        answers.count(),
        answers.reasons());
  }

  /** Answers under another name would be a second file of them, and then neither counts. */
  private void requireOneFile() throws IOException {
    DatasetNames datasets = new DatasetNames(contracts);
    String own = names.getFileName().toString();
    try (Stream<Path> files = Files.list(names.getParent())) {
      Optional<String> other =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.equals(own))
              .filter(name -> datasets.dataset(name, true).equals(Optional.of("names")))
              .findFirst();
      if (other.isPresent()) {
        throw new ConfigurationException(
            "Cannot keep answers in '%s': the registry has them in '%s', too (save that file as names.csv in its place)"
                .formatted(names, other.get()));
      }
    }
  }

  private static Map<String, String> row(
      Name name, List<String> proposals, int cells, String file, String row, Answer again) {
    Map<String, String> columns = new LinkedHashMap<>();
    if (again != null) {
      columns.putAll(again.cells());
    }
    columns.put("column", name.column());
    columns.put("member_id", name.memberId());
    columns.putIfAbsent("written", name.written());
    columns.put("proposals", String.join(" | ", proposals));
    columns.put("cells", String.valueOf(cells));
    columns.put("file", file);
    columns.put("row", row);
    return harmless(columns);
  }

  private static Map<String, String> harmless(Map<String, String> cells) {
    Map<String, String> row = new LinkedHashMap<>(cells);
    row.replaceAll((column, cell) -> CellText.harmless(cell));
    return row;
  }
}
