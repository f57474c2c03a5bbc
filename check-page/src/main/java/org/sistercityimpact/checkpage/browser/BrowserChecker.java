package org.sistercityimpact.checkpage.browser;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sistercityimpact.check.AnnotatedCopy;
import org.sistercityimpact.check.CityCheck;
import org.sistercityimpact.check.Content;
import org.sistercityimpact.check.Context;
import org.sistercityimpact.check.FileCheck;
import org.sistercityimpact.check.Problem;
import org.sistercityimpact.check.SheetCells;
import org.sistercityimpact.check.contract.Contract.Kind;
import org.sistercityimpact.check.json.FaultyJson;
import org.sistercityimpact.check.json.Json;
import org.sistercityimpact.check.xlsx.MarkedCopy;
import org.sistercityimpact.checkpage.PageData;
import org.teavm.jso.JSExport;
import org.teavm.jso.typedarrays.Int8Array;

/** The checker as a page's script calls it. Files stay where they are: in the page. */
public final class BrowserChecker {
  private static PageData data;
  private static CityCheck check;
  private static final Map<Integer, Checked> FILES = new LinkedHashMap<>();

  private record Checked(String name, Content content, List<FileCheck> checks) {}

  private BrowserChecker() {}

  /** Only there because a script has an entry. */
  public static void main(String[] arguments) {}

  /** Takes what files are checked against, as {@link PageData} writes it. */
  @JSExport
  public static void begin(String json) {
    try {
      data = PageData.read(json);
    } catch (FaultyJson e) {
      throw new IllegalStateException(e);
    }
    check = new CityCheck(data.contracts());
  }

  /**
   * Checks a file and keeps it under a number.
   *
   * @param member id; null: not known
   * @param year 0: not known
   * @return what {@code impact check --json} prints
   */
  @JSExport
  public static String check(int number, String name, Int8Array bytes, String member, int year) {
    return check(number, name, Content.of(bytes.toJavaArray()), member, year);
  }

  /** Checks a file that is kept once more, as another member's or of another year. */
  @JSExport
  public static String again(int number, String member, int year) {
    Checked file = FILES.get(number);
    return check(number, file.name(), file.content(), member, year);
  }

  private static String check(int number, String name, Content content, String member, int year) {
    Integer dataYear = year == 0 ? null : Integer.valueOf(year);
    List<FileCheck> checks =
        check.check(
            new CityCheck.Sent(name, name, content, null, false),
            kind ->
                kind == Kind.REGISTRY
                    ? new Context(null, null, data.registry())
                    : new Context(member, dataYear, data.registry()));
    FILES.put(number, new Checked(name, content, checks));
    return Json.write(checks.stream().map(FileCheck::document).toList());
  }

  /**
   * The rows of a sheet of a file: the first ones, and those with problems.
   *
   * @param index of the sheet among the answers
   * @param first how many are shown in any case
   * @param most how many are shown at most
   * @return header, its row, how many rows there are, and rows as lists of number and cells; "null"
   *     where nobody can tell the cells apart
   */
  @JSExport
  public static String rows(int number, int index, int first, int most) {
    Checked file = FILES.get(number);
    FileCheck check = file.checks().get(index);
    Optional<SheetCells> cells =
        Optional.ofNullable(check.dataset())
            .flatMap(data.contracts()::named)
            .flatMap(contract -> SheetCells.of(file.content(), check.sheet(), contract));
    if (cells.isEmpty()) {
      return "null";
    }
    Set<Integer> bad = new HashSet<>();
    for (Problem problem : check.problems()) {
      bad.add(problem.sourceRow());
    }
    int[] count = new int[1];
    List<Object> rows = new ArrayList<>();
    cells
        .get()
        .each(
            (row, texts) -> {
              count[0]++;
              if (rows.size() < most && (count[0] <= first || bad.contains(row))) {
                rows.add(List.of(row, List.of(texts)));
              }
              return true;
            });
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("header_row", headerRow(file, check));
    answer.put("row_count", count[0]);
    answer.put("rows", rows);
    return Json.write(answer);
  }

  private static int headerRow(Checked file, FileCheck check) {
    return data.contracts()
        .named(check.dataset())
        .flatMap(contract -> SheetCells.of(file.content(), check.sheet(), contract))
        .map(SheetCells::headerRow)
        .orElse(0);
  }

  /** A copy of a file as a workbook with marked cells; null: nothing can be marked. */
  @JSExport
  public static Int8Array copy(int number) {
    Checked file = FILES.get(number);
    return new AnnotatedCopy(data.contracts())
        .of(file.content(), file.checks().stream().map(FileCheck::found).toList())
        .map(MarkedCopy.Copy::bytes)
        .map(Int8Array::copyFromJavaArray)
        .orElse(null);
  }

  /** Forgets a file. */
  @JSExport
  public static void forget(int number) {
    FILES.remove(number);
  }
}
