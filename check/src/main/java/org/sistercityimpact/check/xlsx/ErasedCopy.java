package org.sistercityimpact.check.xlsx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A copy of a workbook, or of another document of many parts, without certain texts: in cells,
 * comments, headers, names, properties and whatever else is XML. Parts that hold none of them are
 * taken over as they are packed, and places and formats of cells stay.
 */
public final class ErasedCopy {
  /** Looks that have names of their own, and what a person wrote is not among them. */
  private static final Pattern NO_WORDS =
      Pattern.compile("\\[content_types\\]\\.xml|.*/styles\\.xml|.*/theme/.*");

  private static final Pattern UTF_16 =
      Pattern.compile(
          "^(<\\?xml[^>]*encoding\\s*=\\s*[\"'])utf-?16[a-z]*", Pattern.CASE_INSENSITIVE);

  private final Zip zip;
  private final Erasing erasing;
  private final Map<Zip.Part, byte[]> changes = new HashMap<>();
  private boolean isSearched = true;

  /**
   * What came of it.
   *
   * @param bytes of the copy; the very array that was given when nothing is to be erased
   * @param isSearched whether every part could be unpacked; of one that cannot, and holds what is
   *     erased, the rest goes
   */
  public record Copy(byte[] bytes, boolean isSearched) {}

  /** Says what a text is without what is erased; the same object where nothing is. */
  public interface Erasing {
    /** The text without it. */
    String text(String text);

    /** The same for a part that is no XML, whose length stays. */
    byte[] bytes(byte[] bytes);
  }

  /**
   * Where a cell is.
   *
   * @param row as the screen numbers it
   * @param column from 0
   */
  public record Place(int row, int column) {}

  private ErasedCopy(Zip zip, Erasing erasing) {
    this.zip = zip;
    this.erasing = erasing;
  }

  /**
   * A workbook's copy.
   *
   * @param cells that get another text, whatever {@code erasing} says of them
   */
  public static Copy of(
      byte[] bytes, Workbook workbook, Map<Worksheet, Map<Place, String>> cells, Erasing erasing) {
    try {
      ErasedCopy copy = new ErasedCopy(workbook.zip(), erasing);
      if (!cells.isEmpty()) {
        copy.putCells(workbook, cells);
      }
      return copy.of(bytes);
    } catch (Unreadable e) {
      throw new IllegalStateException("A workbook has changed while it was copied", e);
    }
  }

  /** The copy of any ZIP; null: it is none. */
  public static Copy ofZip(byte[] bytes, Erasing erasing) {
    try {
      return Zip.isClaimedBy(bytes) ? new ErasedCopy(Zip.of(bytes), erasing).of(bytes) : null;
    } catch (Unreadable e) {
      return null;
    }
  }

  private Copy of(byte[] bytes) {
    for (Zip.Part part : zip.parts()) {
      byte[] known = changes.get(part);
      byte[] before = known != null ? known : applied(new Edits(), part);
      byte[] after = erased(part.name(), before);
      if (after != before) {
        changes.put(part, after);
      }
    }
    if (changes.isEmpty()) {
      return new Copy(bytes, isSearched);
    }
    ZipWriter out = new ZipWriter();
    for (Zip.Part part : zip.parts()) {
      byte[] changed = changes.get(part);
      if (changed == null) {
        zip.copy(part, out);
      } else {
        out.part(part.name(), changed);
      }
    }
    return new Copy(out.finish(), isSearched);
  }

  private byte[] erased(String name, byte[] bytes) {
    String path = name.toLowerCase(Locale.ROOT).replace('\\', '/');
    if (NO_WORDS.matcher(path).matches()) {
      return bytes;
    }
    int first = 0;
    while (first < bytes.length && (bytes[first] <= ' ')) {
      // White space, and the bytes of a mark, which are negative.
      first++;
    }
    if (first == bytes.length || bytes[first] != '<') {
      return erasing.bytes(bytes);
    }
    String xml = new String(bytes, StandardCharsets.UTF_8);
    String erased = new ErasedXml(xml, erasing::text).toString();
    return erased.equals(xml)
        ? bytes
        : UTF_16.matcher(erased).replaceFirst("$1UTF-8").getBytes(StandardCharsets.UTF_8);
  }

  /** Puts texts into cells, and takes shared ones away that no cell refers to any more. */
  private void putCells(Workbook workbook, Map<Worksheet, Map<Place, String>> cells)
      throws Unreadable {
    Set<Integer> left = new HashSet<>();
    Set<Integer> kept = new HashSet<>();
    for (Worksheet sheet : workbook.sheets()) {
      Zip.Part part = sheet.part();
      if (part == null) {
        continue;
      }
      Edits edits = new Edits();
      try {
        putCells(new Tags(zip.open(part)), cells.getOrDefault(sheet, Map.of()), edits, left, kept);
      } catch (Unreadable damaged) {
        // What was read of it has its texts; no cell was read behind.
      }
      if (cells.containsKey(sheet)) {
        changes.put(part, applied(edits, part));
      }
    }
    left.removeAll(kept);
    Zip.Part shared = workbook.sharedStrings();
    if (shared != null && !left.isEmpty()) {
      changes.put(shared, withoutTexts(shared, left));
    }
  }

  private static void putCells(
      Tags tags, Map<Place, String> texts, Edits edits, Set<Integer> left, Set<Integer> kept)
      throws Unreadable {
    int row = 0;
    int column = -1;
    while (tags.next() && !tags.closes("sheetData")) {
      if (tags.opens("row")) {
        int told = tags.number("r");
        row = told > row && told <= Reference.MOST_ROWS ? told : row + 1;
        column = -1;
      } else if (tags.opens("c")) {
        int told = tags.column("r");
        column = told > column ? told : column + 1;
        putCell(tags, row, column, texts.get(new Place(row, column)), edits, left, kept);
      }
    }
  }

  private static void putCell(
      Tags tags,
      int row,
      int column,
      String text,
      Edits edits,
      Set<Integer> left,
      Set<Integer> kept)
      throws Unreadable {
    long from = tags.from();
    String prefix = tags.prefix();
    int style = tags.number("s");
    boolean isShared = tags.letter("t") == 's';
    int inside = tags.depth();
    String value = "";
    while (tags.next() && (tags.opens() || tags.depth() >= inside)) {
      if (tags.opens("v")) {
        value = tags.text().trim();
      }
    }
    if (isShared && value.matches("[0-9]{1,9}")) {
      (text == null ? kept : left).add(Integer.valueOf(value));
    }
    if (text != null) {
      edits.replace(
          from,
          tags.to(),
          "<%1$sc r=\"%2$s\"%3$s t=\"inlineStr\"><%1$sis><%1$st>%4$s</%1$st></%1$sis></%1$sc>"
              .formatted(
                  prefix,
                  Reference.cell(row, column),
                  style < 0 ? "" : " s=\"" + style + "\"",
                  ErasedXml.escaped(text)));
    }
  }

  private byte[] withoutTexts(Zip.Part shared, Set<Integer> numbers) throws Unreadable {
    Tags tags = new Tags(zip.open(shared));
    Edits edits = new Edits();
    int number = 0;
    while (tags.next()) {
      if (tags.opens("si")) {
        if (numbers.contains(number++) && !tags.closesItself()) {
          long from = tags.to();
          String prefix = tags.prefix();
          int inside = tags.depth();
          while (tags.next() && tags.depth() >= inside) {
            // All that the text consists of.
          }
          edits.replace(from, tags.from(), "<%1$st></%1$st>".formatted(prefix));
        }
      }
    }
    return applied(edits, shared);
  }

  /** A part with changes; of one that is damaged, what can be unpacked. */
  private byte[] applied(Edits edits, Zip.Part part) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      edits.apply(zip.open(part), out::write);
    } catch (Unreadable damaged) {
      isSearched = false;
    }
    return out.toByteArray();
  }
}
