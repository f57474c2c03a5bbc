package org.sistercityimpact.reports.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.sistercityimpact.check.CellText;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.Rows;
import org.sistercityimpact.warehouse.SqlEngine;
import org.sistercityimpact.warehouse.TemporaryFolder;
import org.sistercityimpact.warehouse.Warehouse;

/**
 * A table as a workbook: its rows with typed cells on the first sheet, and on another what one must
 * know to use them. The same table gives the same bytes.
 */
public final class XlsxFile {
  /** Of ZIP entries and of the workbook itself: a clock would change the bytes. */
  private static final LocalDateTime MADE = LocalDateTime.of(2000, 1, 1, 0, 0);

  private static final String PROPERTIES = "docProps/core.xml";

  /** A sheet's name holds no more. */
  private static final int SHEET_NAME = 31;

  private XlsxFile() {}

  /**
   * Writes a result as a workbook, each type of value as a spreadsheet has it.
   *
   * @param file is replaced
   * @param title names the sheet
   */
  public static void write(Path file, String title, Rows result) {
    Table table =
        new Table(
            title,
            result.columns().stream().map(SqlEngine.Column::name).toList(),
            result.values().stream().map(Table::row).toList());
    try {
      Files.write(file, of(table, List.of()));
    } catch (IOException e) {
      throw new ConfigurationException(
          "Cannot write workbook '%s': %s (choose a folder with space that you may write to)"
              .formatted(file, Warehouse.reason(e)),
          e);
    }
  }

  /**
   * Writes a workbook.
   *
   * @param about rows of the second sheet, each a name and a text
   */
  static byte[] of(Table table, List<List<String>> about) {
    return of(
        table.file(),
        workbook -> {
          String name = table.name();
          rows(
              workbook.newWorksheet(name.substring(0, Math.min(SHEET_NAME, name.length()))), table);
          if (!about.isEmpty()) {
            about(workbook.newWorksheet("about"), about);
          }
        });
  }

  /**
   * Writes a report's table as a workbook for people: what it is, then one sheet a form of it.
   *
   * @param about rows of the first sheet, each a name and a text
   * @param forms the table, and where it has one the same with a column a metric
   * @param said the words of headers and cells
   */
  static byte[] of(List<List<String>> about, List<Table> forms, CellWords said) {
    return of(
        forms.get(0).file(),
        workbook -> {
          about(workbook.newWorksheet(said.words().text("about.sheet")), about);
          for (Table form : forms) {
            String name = form.name();
            new TableSheet(form, said)
                .into(
                    workbook.newWorksheet(name.substring(0, Math.min(SHEET_NAME, name.length()))));
          }
        });
  }

  /** Puts the sheets into a workbook. */
  public interface Sheets {
    void into(Workbook workbook) throws IOException;
  }

  /** The bytes of a workbook, the same for the same sheets; {@code name} is for an error. */
  public static byte[] of(String name, Sheets sheets) {
    try {
      Path dated = Files.createTempFile("table", ".xlsx");
      try {
        try (OutputStream out = Files.newOutputStream(dated)) {
          Workbook workbook = new Workbook(out, "impact", null);
          // Below all is compressed again.
          workbook.setCompressionLevel(Deflater.NO_COMPRESSION);
          sheets.into(workbook);
          workbook.finish();
        }
        return timeless(dated);
      } finally {
        Files.delete(dated);
      }
    } catch (IOException e) {
      throw new ConfigurationException(
          "Cannot write table '%s' as a workbook: %s (%s)"
              .formatted(name, e.getMessage(), TemporaryFolder.advice()),
          e);
    }
  }

  private static void rows(Worksheet sheet, Table table) throws IOException {
    for (int c = 0; c < table.columns().size(); c++) {
      sheet.value(0, c, CellText.harmless(table.columns().get(c)));
      sheet.style(0, c).bold().set();
    }
    sheet.freezePane(0, 1);
    for (int r = 0; r < table.rows().size(); r++) {
      List<Object> row = table.rows().get(r);
      for (int c = 0; c < row.size(); c++) {
        cell(sheet, r + 1, c, row.get(c));
      }
    }
    sheet.finish();
  }

  private static void cell(Worksheet sheet, int row, int column, Object value) {
    if (value instanceof Number number) {
      sheet.value(row, column, number);
    } else if (value instanceof LocalDate date) {
      sheet.value(row, column, date);
      sheet.style(row, column).format("yyyy-mm-dd").set();
    } else if (value != null) {
      sheet.value(row, column, CellText.harmless(value.toString()));
    }
  }

  private static void about(Worksheet sheet, List<List<String>> about) throws IOException {
    sheet.width(0, 24);
    sheet.width(1, 100);
    for (int r = 0; r < about.size(); r++) {
      sheet.value(r, 0, CellText.harmless(about.get(r).get(0)));
      sheet.style(r, 0).bold().verticalAlignment("top").set();
      sheet.value(r, 1, CellText.harmless(about.get(r).get(1)));
      sheet.style(r, 1).wrapText(true).set();
    }
    sheet.finish();
  }

  /**
   * The library notes when it wrote; this puts a fixed time there and on the entries. It tells the
   * entries' sizes only at the file's end, so the file cannot be read as a stream.
   */
  private static byte[] timeless(Path workbook) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    try (ZipFile in = new ZipFile(workbook.toFile());
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        ZipEntry fixed = new ZipEntry(entry.getName());
        fixed.setTimeLocal(MADE);
        out.putNextEntry(fixed);
        byte[] part = in.getInputStream(entry).readAllBytes();
        out.write(entry.getName().equals(PROPERTIES) ? undated(part) : part);
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] undated(byte[] properties) {
    return new String(properties, StandardCharsets.UTF_8)
        .replaceFirst("(<dcterms:created[^>]*>)[^<]*", "$1" + MADE + ":00Z")
        .getBytes(StandardCharsets.UTF_8);
  }
}
