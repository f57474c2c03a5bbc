package org.sistercityimpact.reports.template;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contract.Kind;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.check.contract.Field;
import org.sistercityimpact.check.contract.Field.Folding;
import org.sistercityimpact.check.contract.Field.Type;
import org.sistercityimpact.check.contract.RowRule;
import org.sistercityimpact.check.contract.TemplateMark;
import org.sistercityimpact.reports.data.Dataset;
import org.sistercityimpact.reports.data.Office;
import org.sistercityimpact.reports.data.TableReader;
import org.sistercityimpact.reports.file.XlsxFile;
import org.sistercityimpact.reports.text.Words;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.SqlEngine;

/**
 * A workbook for one member to fill in: a sheet a dataset, made from its contract, with the
 * member's own ties and what it named last year to choose from.
 */
public final class MemberTemplate {
  private static final String GUIDE = "guide";
  private static final String LISTS = "lists";

  private final Contracts contracts;
  private final TableReader tables;
  private final int year;
  private final Words words;
  private final String memberId;
  private final String name;

  /**
   * A member of the registry.
   *
   * @param id whatever its case
   */
  private record Known(String id, String name) {}

  /**
   * The template of a member for a year.
   *
   * @param engine the registry and last year's rows
   * @throws ConfigurationException if the registry has no such member
   */
  public MemberTemplate(
      Contracts contracts, SqlEngine engine, String member, int year, Words words) {
    this.contracts = contracts;
    this.tables = new TableReader(engine);
    this.year = year;
    this.words = words;
    Known known =
        tables
            .list("SELECT member_id, name FROM members", r -> new Known(r.text(0), r.text(1)))
            .stream()
            .filter(m -> m.id().equalsIgnoreCase(member.strip()))
            .findFirst()
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        "Cannot make a template for member '%s': the registry has none of that id (write it as members.csv has it)"
                            .formatted(member)));
    memberId = known.id();
    name = known.name();
  }

  /** The member's id, as the registry spells it. */
  public String memberId() {
    return memberId;
  }

  /** The datasets that it asks for, in the order of the sheets. */
  public List<Contract> datasets() {
    List<String> order = Dataset.ALL.stream().map(Dataset::id).toList();
    return contracts.all().stream()
        .filter(contract -> contract.kind() == Kind.SUBMITTED)
        .sorted(
            java.util.Comparator.comparingInt(
                contract ->
                    order.contains(contract.name())
                        ? order.indexOf(contract.name())
                        : order.size()))
        .toList();
  }

  /** The workbook's bytes. */
  public byte[] bytes() {
    return XlsxFile.of(memberId, this::sheets);
  }

  private void sheets(Workbook workbook) throws java.io.IOException {
    List<TemplateTie> ties = ties();
    Map<Contract, DatasetSheet> sheets = new java.util.LinkedHashMap<>();
    Worksheet guide = workbook.newWorksheet(words.text("form.guide"));
    for (Contract contract : datasets()) {
      Worksheet sheet = workbook.newWorksheet(contract.title(words.language()));
      sheets.put(contract, new DatasetSheet(contract, sheet, year, words));
    }
    Worksheet hidden = workbook.newWorksheet(words.text("form.lists"));
    hidden.setVisibilityState(VisibilityState.HIDDEN);
    ChoiceLists lists = new ChoiceLists(hidden, TemplateMark.of(LISTS, year, memberId));
    new GuideSheet(guide, words)
        .write(
            TemplateMark.of(GUIDE, year, memberId),
            name,
            year,
            due(),
            Office.read(tables, year),
            datasets(),
            ties);
    for (Map.Entry<Contract, DatasetSheet> each : sheets.entrySet()) {
      Contract contract = each.getKey();
      Map<Field, List<String>> choices = new HashMap<>();
      Map<Field, List<String>> suggestions = new HashMap<>();
      for (Field field : contract.fields()) {
        choices.put(field, choices(contract, field, ties));
        suggestions.put(field, suggestions(contract, field));
      }
      each.getValue().write(TemplateMark.of(contract, year, memberId), choices, suggestions, lists);
    }
    hidden.finish();
  }

  /** All words that a cell may hold; none: it may hold others. */
  private List<String> choices(Contract contract, Field field, List<TemplateTie> ties) {
    if (!field.limits().allowed().isEmpty()) {
      return field.limits().allowed().stream().map(w -> field.word(w, words.language())).toList();
    }
    if (field.type() == Type.BOOLEAN) {
      return Stream.of(field.answers().yes().get(0), field.answers().no().get(0))
          .map(w -> field.word(w, words.language()))
          .toList();
    }
    if (field.limits().reference() != null) {
      return contracts.codeLists().get(field.limits().reference()).entries().stream()
          .map(entry -> entry.code())
          .toList();
    }
    if (isTie(contract, field)) {
      return ties.stream().map(TemplateTie::id).toList();
    }
    if (field.type() == Type.STRING && liesInYear(contract, field)) {
      return months();
    }
    return List.of();
  }

  private List<String> months() {
    List<String> months = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      months.add("%d-%02d".formatted(year, month));
    }
    months.add(String.valueOf(year));
    return months;
  }

  private static boolean isTie(Contract contract, Field field) {
    return contract.rules().stream()
        .anyMatch(
            rule -> rule instanceof RowRule.OwnPartnership r && r.field().equals(field.name()));
  }

  static boolean liesInYear(Contract contract, Field field) {
    return contract.rules().stream()
        .anyMatch(
            rule -> rule instanceof RowRule.InReportingYear r && r.field().equals(field.name()));
  }

  /** The names of organizations that the member wrote in this column the year before. */
  private List<String> suggestions(Contract contract, Field field) {
    boolean isName = field.fold() == Folding.NAME || field.fold() == Folding.LIST;
    TreeSet<String> names = new TreeSet<>(words.by((String text) -> text));
    if (isName && !field.personal()) {
      for (String cell : lastYear(contract, field)) {
        for (String item : field.fold() == Folding.LIST ? cell.split(";") : new String[] {cell}) {
          if (!item.isBlank()) {
            names.add(item.strip());
          }
        }
      }
    }
    return List.copyOf(names);
  }

  private List<String> lastYear(Contract contract, Field field) {
    if (!tables.has(contract.rawTable(), field.name())) {
      return List.of();
    }
    return tables.list(
        """
        SELECT DISTINCT %s
        FROM %s AS r
        JOIN raw_submissions AS s ON s.submission_id = r.submission_id
        WHERE s.status = 'in_force' AND r.member_id = '%s' AND r.data_year = %s AND %s IS NOT NULL
        ORDER BY 1"""
            .formatted(
                field.name(),
                contract.rawTable(),
                memberId.replace("'", "''"),
                year - 1,
                field.name()),
        r -> r.text(0));
  }

  /** The ties that stand in the year; those of last year's rows first. */
  private List<TemplateTie> ties() {
    List<String> used =
        contracts.all().stream()
            .filter(contract -> contract.kind() == Kind.SUBMITTED)
            .flatMap(c -> c.fields().stream().filter(f -> isTie(c, f)).map(f -> lastYear(c, f)))
            .flatMap(List::stream)
            .toList();
    List<TemplateTie> ties =
        new ArrayList<>(
            tables.list(
                """
                SELECT partnership_id, partner_name, partner_country, status
                FROM partnerships
                WHERE member_id = '%s' AND (ended IS NULL OR ended >= %s)"""
                    .formatted(memberId.replace("'", "''"), year),
                r ->
                    new TemplateTie(
                        r.text(0),
                        r.text(1),
                        country(r.text(2)),
                        r.text(3),
                        used.contains(r.text(0)))));
    ties.sort(
        java.util.Comparator.comparing(TemplateTie::lastYear)
            .reversed()
            .thenComparing(words.by(TemplateTie::partner))
            .thenComparing(TemplateTie::id));
    return ties;
  }

  private String country(String code) {
    return contracts.codeLists().get("countries").entries().stream()
        .filter(entry -> entry.code().equals(code))
        .map(entry -> words.country(code, entry.name()))
        .findFirst()
        .orElse(code);
  }

  private Optional<LocalDate> due() {
    return tables
        .list(
            "SELECT due_date FROM calendar WHERE data_year = %s AND due_date IS NOT NULL"
                .formatted(year),
            r -> r.date(0))
        .stream()
        .findFirst();
  }
}
