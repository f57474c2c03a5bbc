package org.sistercityimpact.check.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A workbook that can be read: its sheets of cells in the order of their tabs. */
public final class Workbook implements XlsxFile {
  private static final int MOST_SHEETS = 1_000;
  private static final String USUAL_PLACE = "xl/workbook.xml";

  private final Zip zip;
  private final List<Worksheet> sheets = new ArrayList<>();
  private final Notes notes = new Notes();
  private SharedStrings strings = SharedStrings.none();
  private NumberFormats formats = NumberFormats.none();
  private boolean from1904;
  private boolean strict;
  private Zip.Part book;
  private String stylesPath;
  private Zip.Part shared;
  private Zip.Part styles;

  private Workbook(Zip zip) {
    this.zip = zip;
  }

  static Workbook of(Zip zip) throws Unreadable {
    Workbook workbook = new Workbook(zip);
    workbook.read();
    return workbook;
  }

  /** Its sheets of cells; never none. */
  public List<Worksheet> sheets() {
    return List.copyOf(sheets);
  }

  /** What is to be told of the whole workbook. */
  public List<Note> notes() {
    return notes.toList();
  }

  SharedStrings strings() {
    return strings;
  }

  NumberFormats formats() {
    return formats;
  }

  boolean isFrom1904() {
    return from1904;
  }

  Zip zip() {
    return zip;
  }

  /** The part that names the sheets. */
  Zip.Part book() {
    return book;
  }

  /** Where the part of styles is, or is looked for. */
  String stylesPath() {
    return stylesPath;
  }

  /** The part of styles; null: there is none. */
  Zip.Part styles() {
    return styles;
  }

  /** The part of texts that cells refer to; null: there is none. */
  Zip.Part sharedStrings() {
    return shared;
  }

  boolean isStrict() {
    return strict;
  }

  Source open(Zip.Part part) throws Unreadable {
    return zip.open(part);
  }

  private void read() throws Unreadable {
    book = findBook();
    if (book == null) {
      throw new Unreadable(OtherDocument.of(zip));
    }
    for (Zip.Part part : zip.parts()) {
      if (part.name().toLowerCase(Locale.ROOT).contains("externallinks/")) {
        throw new Unreadable(Refusal.EXTERNAL_LINKS);
      }
    }
    Links links = Links.of(zip, book.name());
    readSheets(links);
    if (sheets.isEmpty()) {
      throw new Unreadable(Refusal.NO_SHEET);
    }
    stylesPath = links.path("styles", "styles.xml");
    styles = zip.part(stylesPath);
    if (styles == null) {
      notes.add(Note.What.NO_FORMATS, null);
    } else {
      formats = NumberFormats.of(tags(styles));
    }
    shared = zip.part(links.path("sharedStrings", "sharedStrings.xml"));
    if (shared != null) {
      strings = SharedStrings.of(tags(shared));
    }
    for (Worksheet sheet : sheets) {
      sheet.look();
    }
  }

  private Zip.Part findBook() throws Unreadable {
    Zip.Part told = zip.part(Links.of(zip, "").path("officeDocument", USUAL_PLACE));
    Zip.Part found = told != null ? told : zip.part(USUAL_PLACE);
    return found != null && isBook(found) ? found : null;
  }

  /** A Word document has its main part under the same kind of link. */
  private boolean isBook(Zip.Part part) throws Unreadable {
    if (!part.name().toLowerCase(Locale.ROOT).endsWith(".xml")) {
      return false;
    }
    Tags tags = tags(part);
    boolean is = tags.next() && tags.opens("workbook");
    strict = is && Dialect.isStrict(tags);
    return is;
  }

  private Tags tags(Zip.Part part) throws Unreadable {
    return new Tags(zip.open(part));
  }

  private void readSheets(Links links) throws Unreadable {
    Map<String, Zip.Part> worksheets = new HashMap<>();
    Set<String> others = new HashSet<>();
    links.of("worksheet").forEach((id, path) -> worksheets.put(id, zip.part(path)));
    for (String kind : List.of("chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet")) {
      others.addAll(links.of(kind).keySet());
    }
    // A part belongs to one sheet: else a small file could name a large one a thousand times.
    Set<Zip.Part> taken = new HashSet<>();
    int number = 0;
    Tags tags = tags(book);
    while (tags.next()) {
      if (tags.opens("workbookPr")) {
        from1904 = tags.flag("date1904");
      } else if (tags.opens("sheet") && number < MOST_SHEETS) {
        number++;
        String id = tags.attribute(":id");
        if (others.contains(id)) {
          continue;
        }
        Zip.Part part =
            links.isMissing()
                ? zip.part(links.beside("worksheets/sheet" + number + ".xml"))
                : worksheets.get(id);
        String name = tags.attribute("name");
        String state = tags.attribute("state");
        boolean hidden = state != null && !state.equals("visible");
        sheets.add(
            new Worksheet(
                this,
                name == null ? "" : CellText.unescaped(name),
                hidden,
                part != null && taken.add(part) ? part : null));
      }
    }
  }
}
