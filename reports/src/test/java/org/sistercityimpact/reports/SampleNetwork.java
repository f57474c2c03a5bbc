package org.sistercityimpact.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.sistercityimpact.check.ContractFolder;
import org.sistercityimpact.ingest.Ingest;
import org.sistercityimpact.ingest.Progress;
import org.sistercityimpact.reports.data.Form;
import org.sistercityimpact.reports.data.MarkedCopies;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.data.ReportKind;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.transform.Transform;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Warehouse;

/** The sample inbox taken through ingest and transform: what the reports are really made from. */
public final class SampleNetwork {
  static final int YEAR = 2025;
  private static final Path HOME = Path.of(System.getProperty("impact.home", "."));
  static final Path SQL = HOME.resolve("sql");
  public static final Path INBOX = HOME.resolve("sample-data/inbox");

  private SampleNetwork() {}

  /** Builds a warehouse in a folder, and reads the year's data from it. */
  public static ReportData in(Path folder) throws IOException {
    build(INBOX, folder);
    return read(folder);
  }

  /** Takes an inbox into a warehouse, new or not. */
  public static void build(Path inbox, Path folder) throws IOException {
    build(inbox, folder, SQL);
  }

  /** The same with other SQL. */
  public static void build(Path inbox, Path folder, Path sql) throws IOException {
    Warehouse warehouse = Warehouse.create(folder);
    new Ingest(ContractFolder.read(sql), Clock.systemUTC(), Progress.SILENT).run(inbox, warehouse);
    try (DuckDb engine = DuckDb.openPool(null, "1GB", 2)) {
      Transform.run(warehouse, SqlFolder.read(sql), engine, step -> {});
    }
  }

  /** The project's SQL, for a test to change. */
  static void copyOfTheSql(Path to) throws IOException {
    copy(SQL, to);
  }

  /** A folder with all that is in it. */
  public static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  public static ReportData read(Path folder) {
    return read(folder, YEAR, true);
  }

  /** The data of any warehouse, without a letter and a notice. */
  static ReportData bare(Path folder) {
    return bare(folder, YEAR);
  }

  static ReportData bare(Path folder, int year) {
    return read(folder, year, false);
  }

  /** The data, whose letters come with marked copies of what was sent where that was kept. */
  private static ReportData read(Path folder, int year, boolean kept) {
    Warehouse warehouse = Warehouse.open(folder);
    try (DuckDb engine = warehouse.openTables()) {
      EnumSet<ReportKind> all = EnumSet.allOf(ReportKind.class);
      ReportData data =
          kept
              ? ReportData.read(warehouse, engine, year, Form.PUBLISHED, all)
              : ReportData.read(engine, year, Form.PUBLISHED, all);
      return kept
          ? data.withMarked(MarkedCopies.read(warehouse, engine, ContractFolder.read(SQL), year))
          : data;
    }
  }
}
