package org.sistercityimpact.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.sistercityimpact.check.Sheet.BrokenSheet;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.check.contract.Field;

/**
 * Checks files of one contract: a pure function of a file's bytes, the contract and a context.
 * Nothing in a file makes it throw. One checker serves one thread, file after file, and uses its
 * memory again.
 */
public final class Checker {
  /** Changes whenever the same bytes could give other rows or problems than before. */
  public static final String VERSION = "14";

  private static final Pattern NOTHING =
      Pattern.compile(
          "^(?:none|nil|null|n/?a|0|-)$|\\b(?:no|not|none|nothing|never|nil|zero|didn['’]t|haven['’]t|hadn['’]t|cancell?ed|postponed|ning[uú]n[oa]?s?|nada|sin|cero|cancelad[oa]s?)\\b");

  private static final int MOST_LINES = 5;
  private static final int MOST_PERSONAL = 500_000;

  private final Contract contract;
  private final Header.Names headers;
  private final AcceptedRows rows;
  private final PersonalData people;
  private final RowCheck row;
  private final RowKeys keys;
  private final OtherRows others;

  private Problems problems;
  private Context context;

  /** A checker of one contract of {@code contracts}. */
  public Checker(Contract contract, Contracts contracts) {
    this.contract = contract;
    headers = new Header.Names(contract);
    rows = new AcceptedRows(contract, contracts.codeLists());
    people = new PersonalData(contract, contracts);
    row = new RowCheck(contract, contracts, rows, people);
    keys = new RowKeys(contract, rows, people);
    others = new OtherRows(rows, headers, contract.key());
  }

  /**
   * Checks one file.
   *
   * @param bytes as received; where they are not held, the same until the next file
   * @param about what it is checked against
   * @param into where its problems go
   * @return the account; the accepted rows are in {@link #rows()} until the next file
   */
  public Checked check(byte[] bytes, Context about, Problems into) {
    return check(Content.of(bytes), null, about, into);
  }

  /**
   * The same for bytes that need not lie in memory.
   *
   * @param sheet which of a workbook; null: the first that is not empty
   */
  public Checked check(Content bytes, String sheet, Context about, Problems into) {
    CappedProblems capped = new CappedProblems(into);
    FileProblems ofFile = new FileProblems(capped);
    problems = ofFile;
    context = about;
    rows.clear();
    keys.clear();
    Checked checked = checked(bytes, sheet, ofFile);
    if (checked.accepted() == 0) {
      rows.clear();
    }
    boolean says = checked.accepted() > 0 || checked.outcome() == Outcome.NOTHING_TO_REPORT;
    if (says && !isExpected()) {
      problems.add(
          ProblemCode.NOT_EXPECTED.ofFile(
              Map.of("member", about.memberId(), "year", String.valueOf(about.dataYear()))));
    }
    ofFile.finish();
    capped.finish();
    return checked;
  }

  /** The rows of the file checked last. */
  public AcceptedRows rows() {
    return rows;
  }

  private boolean isExpected() {
    if (context.registry() == null || context.memberId() == null || context.dataYear() == null) {
      return true;
    }
    Registry.Member member = context.registry().member(context.memberId());
    return member == null || member.expectedIn(context.dataYear());
  }

  private Checked checked(Content bytes, String ofSheet, FileProblems ofFile) {
    if (bytes.size() == 0) {
      return Checked.without(Outcome.EMPTY);
    }
    Opened opened = Opened.of(bytes, ofSheet, headers);
    if (opened.refusal() != null) {
      return unusable(opened.refusal());
    }
    ofFile.begin(opened);
    try {
      Checked checked = checkedSheet(opened);
      if (checked.outcome() != Outcome.UNUSABLE || checked.read() > 0) {
        opened
            .otherDelimiter()
            .map(name -> ProblemCode.DELIMITER_GUESSED.ofFile(Map.of("delimiter", name)))
            .ifPresent(problems::add);
        if (opened.shape() == Opened.Shape.QUOTED_LINES) {
          problems.add(ProblemCode.LINES_QUOTED.ofFile(Map.of()));
        }
      }
      return checked;
    } catch (BrokenSheet e) {
      return unusable(e.why());
    }
  }

  private Checked checkedSheet(Opened opened) throws BrokenSheet {
    Sheet sheet = opened.sheet();
    if (!sheet.nextFilled()) {
      return Checked.without(Outcome.EMPTY);
    }
    boolean begins = saysNothing(sheet.cells());
    Template template = Template.begunBy(sheet);
    for (int i = 0; i < opened.above(); i++) {
      if (template != null) {
        template.above(sheet);
      }
      sheet.nextFilled();
    }
    Header header = headers.recognise(sheet.cells());
    if (header.names().size() > CsvSheet.MOST_CELLS) {
      return unusable(
          ProblemCode.TOO_MANY_COLUMNS.ofFile(
              Map.of(
                  "line", String.valueOf(sheet.line()),
                  "limit", String.valueOf(CsvSheet.MOST_CELLS))));
    }
    if (header.known() == 0) {
      boolean alone = begins && !sheet.nextFilled();
      if (alone) {
        return Checked.without(Outcome.NOTHING_TO_REPORT);
      }
      return meansNothing(opened.sheet())
          ? unusable(ProblemCode.SAYS_NOTHING_UNCLEARLY.ofFile(Map.of()))
          : noHeader();
    }
    int headerRow = sheet.row();
    people.begin(context, () -> personalCells(opened.sheet(), header));
    Letters letters = new Letters(opened, header, contract, people);
    if (opened.decoded() != null && opened.decoded().other() != null) {
      return unusable(letters.unclear());
    }
    boolean more = sheet.nextFilled();
    boolean nothing = more && saysNothing(sheet.cells());
    if (!header.isComplete()) {
      if (nothing && !sheet.nextFilled()) {
        return Checked.without(Outcome.NOTHING_TO_REPORT);
      }
      return header.missing().isEmpty()
          ? duplicateColumn(header)
          : missingColumns(header.missing());
    }
    if (template != null) {
      template.tell(contract, context, problems);
    } else if (opened.above() > 0) {
      problems.add(ProblemCode.HEADER_BELOW.ofFile(Map.of("row", String.valueOf(headerRow))));
    }
    if (!more) {
      tellUnknown(header);
      return template != null && template.isBoxFilled()
          ? unfilled(template)
          : Checked.without(Outcome.EMPTY);
    }
    if (template != null && template.saysNothing()) {
      problems.add(ProblemCode.NOTHING_AND_ROWS.ofFile(Map.of()));
    }
    Checked checked = checkedRows(sheet, opened, header);
    letters.tell(problems);
    if (sheet instanceof XlsxSheet ofWorkbook) {
      SheetNotes.tell(opened.worksheet(), ofWorkbook.rows(), problems);
    }
    if (nothing && checked.read() == 1) {
      problems.discard();
      return Checked.without(Outcome.NOTHING_TO_REPORT);
    }
    return checked;
  }

  /** Of a template without a row, whose box is not empty. */
  private Checked unfilled(Template template) {
    return template.saysNothing()
        ? Checked.without(Outcome.NOTHING_TO_REPORT)
        : unusable(ProblemCode.SAYS_NOTHING_UNCLEARLY.ofFile(Map.of()));
  }

  private Checked checkedRows(Sheet sheet, Opened opened, Header header) throws BrokenSheet {
    row.begin(header, opened, context, problems);
    others.begin(header);
    int read = 0;
    int rejected = 0;
    boolean left = false;
    do {
      if (others.isOther(sheet)) {
        continue;
      }
      if (rows.isFull()) {
        keys.leaveSlots();
        rows.leave();
        left = true;
      }
      int slot = rows.open();
      if (!row.check(sheet, slot, others)) {
        rejected++;
      } else if (others.isSum(slot, sheet)) {
        continue;
      } else {
        rows.keep(sheet.row());
        keys.add(slot, sheet.row());
      }
      read++;
    } while (sheet.nextFilled());
    tellUnknown(header);
    row.filledUnnamed().forEach(column -> tellUnread(column, null));
    row.tell();
    keys.settle(problems);
    rejected += keys.conflicting();
    if (read == 0 && others.lastNote() != null && meansNothing(others.lastNote())) {
      problems.discard();
      problems.add(ProblemCode.SAYS_NOTHING_UNCLEARLY.ofFile(Map.of()));
      return Checked.without(Outcome.UNUSABLE);
    }
    others.tell(problems);
    if (read == 0) {
      return Checked.without(Outcome.EMPTY);
    }
    int accepted = read - rejected - keys.duplicates();
    if (left) {
      giveRowsAgain(opened, header);
    }
    return new Checked(
        accepted > 0 ? Outcome.ROWS : Outcome.UNUSABLE,
        read,
        accepted,
        rejected,
        keys.duplicates(),
        columns(header));
  }

  /**
   * Of a file with more rows than are held the good ones come by once more: to tell of those that
   * agree with others, and then part by part for whoever takes them.
   */
  private void giveRowsAgain(Opened opened, Header header) {
    row.again();
    if (keys.isSettledLater()) {
      Iterator<Integer> good = goodRows(opened, header);
      while (good.hasNext()) {
        keys.counts(rows.open(), good.next(), problems);
      }
    }
    Iterator<Integer> good = goodRows(opened, header);
    rows.refilledBy(
        () -> {
          while (!rows.isFull() && good.hasNext()) {
            int sourceRow = good.next();
            if (keys.counts(rows.open(), sourceRow, null)) {
              rows.keep(sourceRow);
            }
          }
          return rows.slots() > 0;
        });
  }

  /** The numbers of the rows that have no error of their own, each being in the next free slot. */
  private Iterator<Integer> goodRows(Opened opened, Header header) {
    Sheet sheet = opened.sheet();
    rows.leave();
    others.begin(header);
    for (int i = -1; i < opened.above(); i++) {
      goOn(sheet);
    }
    return new Iterator<>() {
      private Integer next;

      @Override
      public boolean hasNext() {
        while (next == null && goOn(sheet)) {
          if (!others.isOther(sheet)) {
            int slot = rows.open();
            if (row.check(sheet, slot, others) && !others.isSum(slot, sheet)) {
              next = sheet.row();
            }
          }
        }
        return next != null;
      }

      @Override
      public Integer next() {
        Integer row = next;
        next = null;
        return row;
      }
    };
  }

  /** Goes to the next row of a sheet that has been read to its end before. */
  private static boolean goOn(Sheet sheet) {
    try {
      return sheet.nextFilled();
    } catch (BrokenSheet e) {
      throw new IllegalStateException("A file has changed while it was checked", e);
    }
  }

  /**
   * What stands in the columns of people and in those that nobody knows; null: too much to hold.
   */
  private Set<String> personalCells(Sheet sheet, Header header) {
    List<Integer> columns = new ArrayList<>(header.unknown());
    columns.addAll(header.unnamed());
    for (int i = 0; i < contract.fields().size(); i++) {
      if (contract.fields().get(i).personal() && header.columns()[i] >= 0) {
        columns.add(header.columns()[i]);
        Arrays.stream(header.further()[i]).forEach(columns::add);
      }
    }
    Set<String> cells = new HashSet<>();
    try {
      while (!columns.isEmpty() && cells.size() < MOST_PERSONAL && sheet.nextFilled()) {
        for (int column : columns) {
          if (column < sheet.cells().length) {
            people.remember(sheet.cells()[column], cells);
          }
        }
      }
    } catch (BrokenSheet e) {
      // The file is unusable: nothing of it will be told but that.
    }
    return cells.size() < MOST_PERSONAL ? cells : null;
  }

  private String columns(Header header) {
    StringBuilder columns = new StringBuilder(";");
    for (int i = 0; i < header.columns().length; i++) {
      if (header.columns()[i] >= 0) {
        columns.append(contract.fields().get(i).name()).append('=');
        columns.append(Problem.letter(header.columns()[i])).append(';');
      }
    }
    return columns.toString();
  }

  /** Whether the only filled cell is "nothing to report", whatever its case or last full stop. */
  static boolean saysNothing(String[] cells) {
    String only = null;
    for (String cell : cells) {
      if (!Fold.trim(cell).isEmpty()) {
        if (only != null) {
          return false;
        }
        only = cell;
      }
    }
    return only != null
        && only.length() < 100
        && Fold.text(only)
            .replaceAll("^[\\p{P}\\p{Z}`´]+|[\\p{P}\\p{Z}`´]+$", "")
            .equals("nothing to report");
  }

  /** Whether a text that stands alone says, in other words than ours, that there was nothing. */
  private static boolean meansNothing(String text) {
    return NOTHING.matcher(Fold.text(text)).find() || Placeholder.of(text) != null;
  }

  /** The same of a few lines of text without a table. */
  private static boolean meansNothing(Sheet sheet) throws BrokenSheet {
    boolean means = false;
    for (int line = 1; sheet.nextFilled(); line++) {
      List<String> filled =
          Arrays.stream(sheet.cells()).map(Fold::trim).filter(cell -> !cell.isEmpty()).toList();
      if (line > MOST_LINES || filled.size() > 2) {
        return false;
      }
      means |= meansNothing(filled.get(0));
    }
    return means;
  }

  private Checked noHeader() {
    return unusable(
        ProblemCode.NO_HEADER.ofFile(Map.of("dataset", contract.name(), "columns", fieldNames())));
  }

  private Checked missingColumns(List<String> missing) {
    String columns = String.join(", ", missing);
    return unusable(
        ProblemCode.MISSING_COLUMN.at(0, -1, columns, null, Map.of("columns", columns)));
  }

  private Checked duplicateColumn(Header header) {
    int first = header.twice()[0];
    int second = header.twice()[1];
    String field = contract.fields().get(header.twice()[2]).name();
    String both = Problem.letter(first) + " and " + Problem.letter(second);
    return unusable(
        ProblemCode.DUPLICATE_COLUMN.at(
            0, second, field, null, Map.of("columns", both, "field", field)));
  }

  private void tellUnknown(Header header) {
    for (int column : header.unknown()) {
      tellUnread(column, people.header(header.names().get(column)).value());
    }
  }

  private void tellUnread(int column, String name) {
    problems.add(
        ProblemCode.UNKNOWN_COLUMN.at(
            0,
            column,
            name,
            Shown.HIDDEN.value(),
            Map.of("dataset", contract.name(), "columns", fieldNames())));
  }

  private String fieldNames() {
    return String.join(", ", contract.fields().stream().map(Field::name).toList());
  }

  /** Nothing else is told of a file that is unusable. */
  private Checked unusable(Problem why) {
    problems.discard();
    problems.add(why);
    return Checked.without(Outcome.UNUSABLE);
  }
}
