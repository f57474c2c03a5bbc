package org.sistercityimpact.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sistercityimpact.ingest.Progress;
import org.sistercityimpact.release.edition.Edition;
import org.sistercityimpact.release.edition.Program;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Manifest;
import org.sistercityimpact.warehouse.Warehouse;

/**
 * What came of computing an edition again from its own folder.
 *
 * @param edition that was rebuilt
 * @param damage files of the edition that are not as they were published; then nothing was computed
 * @param program what rebuilt it
 * @param reports how many files under {@code reports/} were compared by their bytes
 * @param sameBytes how many tables have the same bytes
 * @param sameRows how many more have the same rows, where other bytes can be: in an edition of
 *     before tables had an order, where another DuckDB wrote them, and where a person was erased
 * @param differing what came out otherwise, one line each; empty: the edition is rebuilt exactly
 */
public record Rebuild(
    Edition edition,
    List<String> damage,
    Program program,
    int reports,
    int sameBytes,
    int sameRows,
    List<String> differing) {

  /** Computes an edition again into {@code out}, a folder that is not there, and compares. */
  public static Rebuild of(Edition edition, Path out, Progress progress) throws IOException {
    return of(edition, out, new ReportPrinter(progress), progress);
  }

  static Rebuild of(Edition edition, Path out, Printer printer, Progress progress)
      throws IOException {
    List<String> damage = edition.damage();
    Program running = Program.running();
    if (!damage.isEmpty()) {
      return new Rebuild(edition, damage, running, 0, 0, 0, List.of());
    }
    Computation computation =
        new Computation(
            edition.warehouse(), edition.sql(), out.resolve(Edition.WAREHOUSE), progress);
    computation.figures();
    Path reports = out.resolve(Edition.REPORTS);
    printer.print(computation.warehouse(), edition.name(), edition.note(), reports);
    List<String> differing = new ArrayList<>();
    int files = compareReports(edition.folder().resolve(Edition.REPORTS), reports, differing);
    boolean sameBytes = edition.record().hasBytesOf(running);
    Tables tables =
        compareTables(
            edition.warehouse(),
            computation.warehouse(),
            sameBytes && edition.erasures().isEmpty(),
            differing);
    return new Rebuild(
        edition, damage, running, files, tables.sameBytes, tables.sameRows, List.copyOf(differing));
  }

  /** Whether everything came out as it was published. */
  public boolean isExact() {
    return damage.isEmpty() && differing.isEmpty();
  }

  private static int compareReports(Path published, Path rebuilt, List<String> differing)
      throws IOException {
    SortedSet<String> names = new TreeSet<>(Edition.files(published));
    names.addAll(Edition.files(rebuilt));
    for (String name : names) {
      Path before = published.resolve(name);
      Path after = rebuilt.resolve(name);
      if (!Files.exists(before) || !Files.exists(after)) {
        differing.add(
            Edition.REPORTS
                + "/"
                + name
                + (Files.exists(after) ? " was not published" : " was not made again"));
      } else if (Files.mismatch(before, after) >= 0) {
        differing.add(Edition.REPORTS + "/" + name + " has other bytes");
      }
    }
    return names.size();
  }

  private record Tables(int sameBytes, int sameRows) {}

  private static Tables compareTables(
      Warehouse published, Warehouse rebuilt, boolean due, List<String> differing) {
    Manifest before = published.manifest();
    Manifest after = rebuilt.manifest();
    SortedSet<String> names = new TreeSet<>(before.tables().keySet());
    names.addAll(after.tables().keySet());
    int sameBytes = 0;
    int sameRows = 0;
    try (DuckDb engine = DuckDb.open(null, "2GB")) {
      for (String name : names) {
        if (before.files(name).equals(after.files(name))) {
          sameBytes++;
        } else if (sameRows(engine, published.paths(before, name), rebuilt.paths(after, name))) {
          if (due) {
            differing.add("table " + name + " has the same rows and other bytes");
          } else {
            sameRows++;
          }
        } else {
          differing.add("table " + name + " has other rows");
        }
      }
    }
    return new Tables(sameBytes, sameRows);
  }

  private static boolean sameRows(DuckDb engine, List<Path> before, List<Path> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return before.isEmpty() && after.isEmpty();
    }
    engine.expose("before", before);
    engine.expose("after", after);
    return engine.describe("SELECT * FROM before").equals(engine.describe("SELECT * FROM after"))
        && engine
                .read(
                    """
                    SELECT 1 FROM (
                      (SELECT * FROM before EXCEPT ALL SELECT * FROM after)
                      UNION ALL
                      (SELECT * FROM after EXCEPT ALL SELECT * FROM before)
                    ) LIMIT 1
                    """)
                .size()
            == 0;
  }
}
