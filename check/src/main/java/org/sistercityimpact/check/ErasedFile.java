package org.sistercityimpact.check;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Field;
import org.sistercityimpact.check.xlsx.ErasedCopy;
import org.sistercityimpact.check.xlsx.SheetRows;
import org.sistercityimpact.check.xlsx.Workbook;
import org.sistercityimpact.check.xlsx.Worksheet;
import org.sistercityimpact.check.xlsx.XlsxFile;

/**
 * A file as it was received, without a person: the same encoding, delimiters, quotation marks and
 * row numbers, and of a workbook the same sheets, formats and formulas. A pure function of bytes.
 *
 * @param bytes of the file; the very array that was given when the person is not in it
 * @param places the cells that another word stands in now
 * @param elsewhere whether the person stood anywhere else in it, as in a comment or a property
 * @param isSearched whether all of it could be searched; a PDF, a picture or a file with a password
 *     cannot
 */
public record ErasedFile(byte[] bytes, List<Place> places, boolean elsewhere, boolean isSearched) {

  /**
   * A cell, without what it holds.
   *
   * @param sheet of a workbook; null: the file is a text
   * @param row as a person sees it, from 1
   * @param column from 0; -1: the line is no row of cells
   * @param field the column's name in the contract; null: it has none
   */
  public record Place(String sheet, int row, int column, String field) {
    /** The column's letter as a spreadsheet shows it; null: there is none. */
    public String letter() {
      return column < 0 ? null : Problem.letter(column);
    }
  }

  /**
   * What a file was read as.
   *
   * @param sheet of a workbook; null: the whole file
   * @param contract of its columns
   */
  public record ReadAs(String sheet, Contract contract) {}

  /** Files in these kinds are packed in ways of their own. */
  private static final Set<OtherKind> PACKED =
      Set.of(OtherKind.PDF, OtherKind.PICTURE, OtherKind.ARCHIVE, OtherKind.NUMBERS);

  /**
   * Takes a person out of a file.
   *
   * @param readAs what ingest took it for; empty: for nothing that it reads
   */
  public static ErasedFile of(byte[] bytes, List<ReadAs> readAs, Person person) {
    if (bytes.length == 0) {
      return new ErasedFile(bytes, List.of(), false, true);
    }
    Content content = Content.of(bytes);
    byte[] first = content.first(OtherKind.FIRST);
    if (XlsxFile.isClaimedBy(first)) {
      return SheetNames.open(content) instanceof Workbook workbook
          ? ofWorkbook(content, workbook, readAs, person)
          : ofDocument(bytes, person);
    }
    Optional<OtherKind> kind = OtherKind.of(first);
    if (kind.filter(PACKED::contains).isPresent()) {
      return ofBytes(bytes, person, false);
    }
    Decoded decoded = Decoded.of(content);
    return decoded == null
        ? ofBytes(bytes, person, true)
        : ofText(content, decoded, readAs, person);
  }

  private record Cell(int row, int column) {}

  /**
   * Which field each column of a sheet holds, and behind which row.
   *
   * @param joined what is left in cells that are a person's name only together with others of their
   *     row, such as first and last name
   */
  private record Columns(int headerRow, Map<Integer, Field> fields, Map<Cell, String> joined) {
    static final Columns NONE = new Columns(0, Map.of(), Map.of());

    static Columns of(Opened opened, Contract contract, Person person) throws Sheet.BrokenSheet {
      if (opened.refusal() != null) {
        return NONE;
      }
      Sheet sheet = opened.sheet();
      for (int i = 0; i <= opened.above(); i++) {
        if (!sheet.nextFilled()) {
          return NONE;
        }
      }
      Header header = new Header.Names(contract).recognise(sheet.cells());
      Map<Integer, Field> fields = new HashMap<>();
      for (int i = 0; i < header.columns().length; i++) {
        Field field = contract.fields().get(i);
        if (header.columns()[i] >= 0) {
          fields.put(header.columns()[i], field);
        }
        for (int column : header.further()[i]) {
          fields.put(column, field);
        }
      }
      Columns columns = new Columns(sheet.row(), fields, new HashMap<>());
      while (sheet.nextFilled()) {
        columns.join(header, sheet, person);
      }
      return columns;
    }

    private void join(Header header, Sheet sheet, Person person) {
      for (int i = 0; i < header.columns().length; i++) {
        int first = header.columns()[i];
        int[] further = header.further()[i];
        if (further.length == 0 || !fields.get(first).personal()) {
          continue;
        }
        String whole = Header.joined(sheet.cells(), first, further);
        String left = person.withoutIn(whole);
        if (!left.equals(whole)) {
          joined.put(new Cell(sheet.row(), first), left);
          for (int column : further) {
            joined.put(new Cell(sheet.row(), column), "");
          }
        }
      }
    }

    /** A cell without the person. */
    String without(Person person, int row, int column, String cell) {
      String together = joined.get(new Cell(row, column));
      if (together != null) {
        return together;
      }
      Field field = row > headerRow ? fields.get(column) : null;
      return field != null && field.personal() ? person.withoutIn(cell) : person.without(cell);
    }

    Place place(String sheet, int row, int column) {
      Field field = row > headerRow ? fields.get(column) : null;
      return new Place(sheet, row, column, field == null ? null : field.name());
    }
  }

  private static Columns columns(Content content, String sheet, Contract contract, Person person) {
    try {
      return Columns.of(Opened.of(content, sheet, new Header.Names(contract)), contract, person);
    } catch (Sheet.BrokenSheet e) {
      return Columns.NONE;
    }
  }

  private static ErasedFile ofWorkbook(
      Content content, Workbook workbook, List<ReadAs> readAs, Person person) {
    Map<Worksheet, Columns> columns = new HashMap<>();
    for (ReadAs read : readAs) {
      Worksheet sheet = SheetNames.meant(workbook, read.sheet());
      if (sheet != null) {
        columns.put(sheet, columns(content, read.sheet(), read.contract(), person));
      }
    }
    List<Place> places = new ArrayList<>();
    Map<Worksheet, Map<ErasedCopy.Place, String>> cells = new LinkedHashMap<>();
    for (int i = 0; i < workbook.sheets().size(); i++) {
      Worksheet sheet = workbook.sheets().get(i);
      String name = person.without(sheet.name());
      Columns known = columns.getOrDefault(sheet, Columns.NONE);
      SheetRows rows = sheet.rows();
      while (rows.next()) {
        for (int column = 0; column < rows.width(); column++) {
          String cell = rows.text(column);
          String left = known.without(person, rows.row(), column, cell);
          if (!left.equals(cell)) {
            places.add(known.place(name, rows.row(), column));
            boolean together = known.joined().containsKey(new Cell(rows.row(), column));
            if (together || person.without(cell).equals(cell)) {
              // Theirs in this column only: the same text elsewhere is something else.
              cells
                  .computeIfAbsent(sheet, s -> new HashMap<>())
                  .put(new ErasedCopy.Place(rows.row(), column), left);
            }
          }
        }
      }
    }
    ErasedCopy.Copy copy = ErasedCopy.of(content.held(), workbook, cells, erasing(person));
    boolean elsewhere = copy.bytes() != content.held() && places.isEmpty();
    return new ErasedFile(copy.bytes(), places, elsewhere, copy.isSearched());
  }

  private static ErasedFile ofDocument(byte[] bytes, Person person) {
    ErasedCopy.Copy copy = ErasedCopy.ofZip(bytes, erasing(person));
    return copy == null
        ? ofBytes(bytes, person, false)
        : new ErasedFile(copy.bytes(), List.of(), copy.bytes() != bytes, copy.isSearched());
  }

  private static ErasedCopy.Erasing erasing(Person person) {
    return new ErasedCopy.Erasing() {
      @Override
      public String text(String text) {
        return person.without(text);
      }

      @Override
      public byte[] bytes(byte[] bytes) {
        return overwritten(bytes, person);
      }
    };
  }

  private static ErasedFile ofBytes(byte[] bytes, Person person, boolean isSearched) {
    byte[] left = overwritten(bytes, person);
    return new ErasedFile(left, List.of(), left != bytes, isSearched);
  }

  /** What no text is has no room for another word: the letters themselves are written over. */
  private static byte[] overwritten(byte[] bytes, Person person) {
    Set<String> spellings = new LinkedHashSet<>();
    for (Person.Value value : person.values()) {
      if (value.isRare()) {
        spellings.add(value.written());
        spellings.add(value.folded());
        spellings.add(value.written().toUpperCase(Locale.ROOT));
      }
    }
    byte[] left = bytes;
    for (String spelling : spellings) {
      for (Charset charset :
          List.of(
              StandardCharsets.UTF_8,
              StandardCharsets.ISO_8859_1,
              StandardCharsets.UTF_16LE,
              StandardCharsets.UTF_16BE)) {
        if (charset.newEncoder().canEncode(spelling)) {
          byte[] cross = "x".getBytes(charset);
          left = overwritten(left, bytes, spelling.getBytes(charset), cross);
        }
      }
    }
    return left;
  }

  private static byte[] overwritten(byte[] bytes, byte[] given, byte[] wanted, byte[] cross) {
    byte[] left = bytes;
    for (int at = 0; at <= left.length - wanted.length; at++) {
      if (left[at] == wanted[0]
          && Arrays.equals(left, at, at + wanted.length, wanted, 0, wanted.length)) {
        left = left == given ? given.clone() : left;
        for (int i = 0; i < wanted.length; i++) {
          left[at + i] = cross[i % cross.length];
        }
      }
    }
    return left;
  }

  private static ErasedFile ofText(
      Content content, Decoded decoded, List<ReadAs> readAs, Person person) {
    String text = whole(decoded.text());
    TreeMap<Integer, List<Place>> places = new TreeMap<>();
    String left;
    if (readAs.isEmpty()) {
      left = lines(text, person, places);
    } else {
      Contract contract = readAs.get(0).contract();
      Columns columns = columns(content, null, contract, person);
      Opened opened = Opened.of(content, null, new Header.Names(contract));
      left =
          opened.refusal() == null
              ? new ErasedCells(
                      text,
                      opened.delimiter(),
                      opened.shape(),
                      (row, column, cell) -> {
                        String without = columns.without(person, row, column, cell);
                        if (!without.equals(cell)) {
                          places
                              .computeIfAbsent(row, r -> new ArrayList<>())
                              .add(columns.place(null, row, column));
                        }
                        return without;
                      })
                  .text()
              : lines(text, person, places);
    }
    if (left.equals(text)) {
      return new ErasedFile(content.held(), List.of(), false, true);
    }
    return new ErasedFile(
        encoded(content, decoded, left),
        places.values().stream().flatMap(List::stream).toList(),
        false,
        true);
  }

  private static String whole(Text text) {
    StringBuilder whole = new StringBuilder();
    Text.Pieces pieces = text.pieces();
    for (String piece = pieces.next(); piece != null; piece = pieces.next()) {
      whole.append(piece);
    }
    return whole.toString();
  }

  /** A text that is no table, such as a letter; a name may go over the end of a line. */
  private static String lines(String text, Person person, Map<Integer, List<Place>> places) {
    String left = person.without(text);
    if (left.equals(text)) {
      return text;
    }
    int row = 0;
    for (String line : text.split("\\r\\n|\\r|\\n", -1)) {
      row++;
      if (!person.without(line).equals(line)) {
        places.put(row, new ArrayList<>(List.of(new Place(null, row, -1, null))));
      }
    }
    return left;
  }

  /**
   * The bytes of a text, in the encoding and with the mark that the file had. Where the encoding
   * was guessed, and would now be guessed otherwise, in UTF-8 with its mark: what else stands in
   * the file must go on being read as it was.
   */
  private static byte[] encoded(Content content, Decoded decoded, String text) {
    byte[] had = content.held();
    int mark = decoded.mark(content);
    byte[] letters = text.getBytes(Charset.forName(decoded.encoding(content).charset()));
    byte[] bytes = Arrays.copyOf(had, mark + letters.length);
    System.arraycopy(letters, 0, bytes, mark, letters.length);
    Decoded again = Decoded.of(Content.of(bytes));
    if (again != null && whole(again.text()).equals(text)) {
      return bytes;
    }
    return ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
  }
}
