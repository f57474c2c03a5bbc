package org.sistercityimpact.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sistercityimpact.check.Sheet.BrokenSheet;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contract.Kind;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.check.contract.TemplateMark;
import org.sistercityimpact.check.xlsx.Refusal;
import org.sistercityimpact.check.xlsx.SheetRows;
import org.sistercityimpact.check.xlsx.Workbook;
import org.sistercityimpact.check.xlsx.Worksheet;
import org.sistercityimpact.check.xlsx.XlsxFile;

/** Tells what sheets of workbooks are, beyond what their names say. */
public final class SheetNames {
  private static final String TAB = "tab ";

  private final List<Contract> submitted;
  private final List<Header.Names> headers;
  private final PersonalData people;

  /** Of the datasets that cities send. */
  public SheetNames(Contracts contracts) {
    submitted = contracts.all().stream().filter(c -> c.kind() == Kind.SUBMITTED).toList();
    headers = submitted.stream().map(Header.Names::new).toList();
    people = new PersonalData(submitted.get(0), contracts);
  }

  /** Whether a sheet holds no cell. */
  public static boolean isEmpty(Worksheet sheet) {
    return !sheet.rows().next();
  }

  /** What a sheet made by {@code impact template} says of itself; empty: it is another sheet. */
  public static Optional<TemplateMark> templateMark(Worksheet sheet) {
    SheetRows rows = sheet.rows();
    return rows.next() && rows.width() > 0 ? TemplateMark.read(rows.text(0)) : Optional.empty();
  }

  /** Whether cities send a dataset of that name. */
  public boolean knows(String dataset) {
    return submitted.stream().anyMatch(contract -> contract.name().equals(dataset));
  }

  /** Whether nothing has been written into the template's sheet of a dataset. */
  public boolean isUnfilled(Worksheet worksheet, String dataset) {
    Sheet sheet = new XlsxSheet(worksheet);
    try {
      if (!sheet.nextFilled()) {
        return true;
      }
      Template template = Template.begunBy(sheet);
      Header.Names names =
          headers.get(submitted.stream().map(Contract::name).toList().indexOf(dataset));
      while (template != null && sheet.nextFilled() && sheet.row() <= Opened.LAST_HEADER_ROW) {
        template.above(sheet);
        if (names.recognise(sheet.cells()).isComplete()) {
          return !template.isBoxFilled() && !sheet.nextFilled();
        }
      }
    } catch (BrokenSheet e) {
      // Whoever reads it will say so.
    }
    return false;
  }

  /**
   * The one dataset whose columns one of the first twenty rows names all; empty: none or several.
   */
  public Optional<String> byHeader(Worksheet worksheet) {
    String found = null;
    for (int i = 0; i < submitted.size(); i++) {
      if (namesAll(new XlsxSheet(worksheet), headers.get(i))) {
        if (found != null) {
          return Optional.empty();
        }
        found = submitted.get(i).name();
      }
    }
    return Optional.ofNullable(found);
  }

  /** The same of a text of cells; empty for a workbook, too. */
  public Optional<String> byHeader(Content text) {
    if (text.size() == 0 || isWorkbook(text)) {
      return Optional.empty();
    }
    String found = null;
    for (int i = 0; i < submitted.size(); i++) {
      Opened opened = Opened.of(text, null, headers.get(i));
      if (opened.refusal() != null) {
        return Optional.empty();
      }
      if (namesAll(opened.sheet(), headers.get(i))) {
        if (found != null) {
          return Optional.empty();
        }
        found = submitted.get(i).name();
      }
    }
    return Optional.ofNullable(found);
  }

  private static boolean namesAll(Sheet sheet, Header.Names names) {
    try {
      while (sheet.nextFilled() && sheet.row() <= Opened.LAST_HEADER_ROW) {
        Header header = names.recognise(sheet.cells());
        if (header.isComplete() && header.known() > 2) {
          return true;
        }
      }
    } catch (BrokenSheet e) {
      // Then it names nothing.
    }
    return false;
  }

  /**
   * What a sheet is called in every answer, and found by again: its name, or, where that may name a
   * person, "tab 2".
   */
  public String label(Worksheet sheet, int index) {
    boolean ofTemplate = templateMark(sheet).map(mark -> isTitle(sheet.name(), mark)).orElse(false);
    boolean shown =
        ofTemplate
            || !sheet.name().isBlank()
                && (namesNobody(sheet.name()) || namesNobody(YearPart.without(sheet.name())));
    return shown ? sheet.name() : TAB + (index + 1);
  }

  private boolean namesNobody(String name) {
    return name.isBlank() || people.header(name).value().equals(name);
  }

  /** Whether a sheet of a template still has its own name. */
  private boolean isTitle(String name, TemplateMark mark) {
    return submitted.stream()
        .filter(contract -> contract.name().equals(mark.sheet()))
        .anyMatch(
            contract ->
                name.equals(contract.names().title())
                    || contract.names().translations().values().stream()
                        .anyMatch(translation -> name.equals(translation.title())));
  }

  /** Whether the bytes are those of a workbook, or of another file that is no text. */
  public static boolean isWorkbook(Content content) {
    return XlsxFile.isClaimedBy(content.first(8));
  }

  /** The workbook that a file is, or why it is none. */
  public static XlsxFile open(Content content) {
    if (content.held() != null) {
      return XlsxFile.open(content.held());
    }
    return content.size() > Refusal.MOST_BYTES
        ? Refusal.TOO_LARGE
        : XlsxFile.open(content.first(Refusal.MOST_BYTES));
  }

  /** What is told of a refused file. */
  public static Problem refusal(Refusal refusal) {
    return ProblemCode.WORKBOOK_NOT_READ.ofFile(
        Map.of("because", refusal.because(), "advice", refusal.advice()));
  }

  /**
   * The sheet of that label; null: there is none.
   *
   * @param label null: the first that is not empty
   */
  public static Worksheet meant(Workbook workbook, String label) {
    List<Worksheet> sheets = workbook.sheets();
    return label != null
        ? find(sheets, label)
        : sheets.stream().filter(s -> !isEmpty(s)).findFirst().orElse(sheets.get(0));
  }

  private static Worksheet find(List<Worksheet> sheets, String label) {
    for (int i = 0; i < sheets.size(); i++) {
      if (sheets.get(i).name().equals(label) || label.equals(TAB + (i + 1))) {
        return sheets.get(i);
      }
    }
    return null;
  }
}
