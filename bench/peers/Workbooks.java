import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.sistercityimpact.check.xlsx.SheetRows;
import org.sistercityimpact.check.xlsx.XlsxFile;

/**
 * Makes workbooks like those of cities, or reads all of a folder by one reader: {@code make FOLDER
 * COUNT ROWS}, or {@code ours|poi|fastexcel FOLDER THREADS}.
 */
final class Workbooks {
  private interface Reader {
    /** Reads all cells of a file as text; gives how many rows. */
    long rows(Path file) throws Exception;
  }

  private static long letters;

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    if (arguments[0].equals("make")) {
      make(folder, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
      return;
    }
    Reader reader =
        switch (arguments[0]) {
          case "ours" -> Workbooks::ours;
          case "poi" -> Workbooks::poi;
          default -> Workbooks::fastexcel;
        };
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.sorted().toList();
    }
    int threads = Integer.parseInt(arguments[2]);
    // The second time Java has compiled what it will compile.
    for (String when : List.of("first", "again")) {
      double cpu = cpuSeconds();
      long began = System.nanoTime();
      long rows = read(files, reader, threads);
      double wall = (System.nanoTime() - began) / 1e9;
      cpu = cpuSeconds() - cpu;
      System.out.printf(
          "  %-9s %s: %6.2f s, %,9.0f rows a second; %6.2f s of CPU, %,9.0f rows a second of it; peak %d MB%n",
          arguments[0], when, wall, rows / wall, cpu, rows / cpu, peakMegabytes());
    }
  }

  private static long read(List<Path> files, Reader reader, int threads) throws Exception {
    long[] rows = new long[threads];
    Thread[] running = new Thread[threads];
    Throwable[] failed = new Throwable[1];
    for (int t = 0; t < threads; t++) {
      int mine = t;
      running[t] =
          new Thread(
              () -> {
                try {
                  for (int i = mine; i < files.size(); i += threads) {
                    rows[mine] += reader.rows(files.get(i));
                  }
                } catch (Throwable e) {
                  failed[0] = e;
                }
              });
      running[t].start();
    }
    long all = 0;
    for (int t = 0; t < threads; t++) {
      running[t].join();
      all += rows[t];
    }
    if (failed[0] != null) {
      throw new IllegalStateException(failed[0]);
    }
    return all;
  }

  private static long ours(Path path) throws IOException {
    long count = 0;
    long sum = 0;
    var workbook = (org.sistercityimpact.check.xlsx.Workbook) XlsxFile.open(Files.readAllBytes(path));
    for (var sheet : workbook.sheets()) {
      SheetRows rows = sheet.rows();
      while (rows.next()) {
        count++;
        for (int i = 0; i < rows.width(); i++) {
          sum += rows.text(i).length();
        }
      }
    }
    letters += sum;
    return count;
  }

  /** The event reader, with the numbers written out as their formats show them, as it offers. */
  private static long poi(Path path) throws Exception {
    long[] counts = new long[2];
    try (OPCPackage file = OPCPackage.open(path.toFile(), PackageAccess.READ)) {
      var strings = new ReadOnlySharedStringsTable(file);
      var reader = new XSSFReader(file);
      var handler =
          new XSSFSheetXMLHandler.SheetContentsHandler() {
            @Override
            public void startRow(int row) {
              counts[0]++;
            }

            @Override
            public void endRow(int row) {}

            @Override
            public void cell(String reference, String text, XSSFComment comment) {
              counts[1] += text == null ? 0 : text.length();
            }
          };
      var sheets = reader.getSheetsData();
      while (sheets.hasNext()) {
        try (var sheet = sheets.next()) {
          var xml = XMLHelper.newXMLReader();
          xml.setContentHandler(
              new XSSFSheetXMLHandler(reader.getStylesTable(), strings, handler, false));
          xml.parse(new org.xml.sax.InputSource(sheet));
        }
      }
    }
    letters += counts[1];
    return counts[0];
  }

  private static long fastexcel(Path path) throws IOException {
    long[] counts = new long[2];
    try (var workbook = new ReadableWorkbook(path.toFile())) {
      for (Sheet sheet : workbook.getSheets().toList()) {
        try (var rows = sheet.openStream()) {
          rows.forEach(
              row -> {
                counts[0]++;
                for (Cell cell : row) {
                  counts[1] += cell == null ? 0 : cell.getText().length();
                }
              });
        }
      }
    }
    letters += counts[1];
    return counts[0];
  }

  private static void make(Path folder, int count, int rows) throws IOException {
    Files.createDirectories(folder);
    String[] purposes = {"arts", "youth", "trade", "education", "disaster response"};
    for (int file = 0; file < count; file++) {
      Random random = new Random(file);
      try (OutputStream out = Files.newOutputStream(folder.resolve("book" + file + ".xlsx"));
          Workbook workbook = new Workbook(out, "bench", "1.0")) {
        Worksheet sheet = workbook.newWorksheet("exchanges");
        String[] names = {
          "exchange_id", "partnership_id", "direction", "purpose", "start_date", "end_date", "people", "cost", "youth", "notes"
        };
        for (int i = 0; i < names.length; i++) {
          sheet.value(0, i, names[i]);
        }
        for (int row = 1; row <= rows; row++) {
          LocalDate start = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(365));
          sheet.value(row, 0, "EX-" + file + "-" + row);
          sheet.value(row, 1, "P-" + random.nextInt(40));
          sheet.value(row, 2, random.nextBoolean() ? "inbound" : "outbound");
          sheet.value(row, 3, purposes[random.nextInt(purposes.length)]);
          sheet.value(row, 4, start);
          sheet.style(row, 4).format("yyyy-mm-dd").set();
          sheet.value(row, 5, start.plusDays(random.nextInt(14)));
          sheet.style(row, 5).format("yyyy-mm-dd").set();
          sheet.value(row, 6, random.nextInt(60));
          sheet.value(row, 7, random.nextInt(1_000_000) / 100.0);
          sheet.value(row, 8, random.nextInt(4) == 0);
          sheet.value(row, 9, "Visit number " + random.nextInt(100_000) + " of the choir & friends");
          if (row % 1000 == 0) {
            sheet.flush();
          }
        }
      }
    }
  }

  private static double cpuSeconds() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  private static long peakMegabytes() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
              .filter(line -> line.startsWith("VmHWM:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
              .findFirst()
              .orElse(0)
          / 1024;
    }
  }
}
