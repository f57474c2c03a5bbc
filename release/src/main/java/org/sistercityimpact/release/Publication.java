package org.sistercityimpact.release;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sistercityimpact.check.ContractFolder;
import org.sistercityimpact.ingest.Progress;
import org.sistercityimpact.release.diff.ChangeNote;
import org.sistercityimpact.release.diff.EditionDiff;
import org.sistercityimpact.release.diff.FigureComparison;
import org.sistercityimpact.release.edition.Edition;
import org.sistercityimpact.release.edition.EditionName;
import org.sistercityimpact.release.edition.EditionRecord;
import org.sistercityimpact.release.edition.Editions;
import org.sistercityimpact.release.edition.FrozenFile;
import org.sistercityimpact.release.edition.Gap;
import org.sistercityimpact.release.edition.Program;
import org.sistercityimpact.release.edition.Snapshot;
import org.sistercityimpact.reports.data.EditionNote;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.transform.TransformReport;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.Disk;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Warehouse;
import org.sistercityimpact.warehouse.WriteLock;

/**
 * An edition on its way: computed from the originals into the warehouse's scratch folder, under the
 * write lock, and then either refused or frozen. Whatever dies on the way leaves the editions that
 * there are.
 */
public final class Publication implements AutoCloseable {
  private final Warehouse source;
  private final EditionName name;
  private final Editions editions;
  private final Path folder;
  private final WriteLock lock;
  private final Progress progress;
  private final Printer printer;
  private final PdfCheck check;
  private final Gate gate;
  private final Set<Gap> accepted;
  private Optional<Edition> previous = Optional.empty();
  private EditionDiff changes;

  private Publication(
      Warehouse source,
      EditionName name,
      Set<Gap> accepted,
      Printer printer,
      PdfCheck check,
      Progress progress)
      throws IOException {
    this.source = source;
    this.name = name;
    this.accepted = accepted;
    this.printer = printer;
    this.check = check;
    this.progress = progress;
    this.editions = Editions.of(source.folder());
    this.gate = new Gate(name.year());
    this.lock = source.lock();
    this.folder = source.scratchFolder().resolve("edition");
  }

  /** The same, with the reports as they are printed and veraPDF to check them. */
  public static Publication prepare(
      Warehouse source, Path sql, EditionName name, Set<Gap> accepted, Progress progress)
      throws IOException {
    return prepare(
        source, sql, name, accepted, new ReportPrinter(progress), new VeraPdf(progress), progress);
  }

  /**
   * Computes an edition and asks of it all that the gate asks.
   *
   * @param source the warehouse
   * @param sql contracts, parameters, models, metrics and checks; copied
   * @param accepted missing parameters that are accepted by name
   * @param printer prints its reports
   * @param check asks of each PDF that was printed whether it conforms
   * @throws ConfigurationException if the name is taken, the year has no data, or something is
   *     accepted that is not missing
   */
  public static Publication prepare(
      Warehouse source,
      Path sql,
      EditionName name,
      Set<Gap> accepted,
      Printer printer,
      PdfCheck check,
      Progress progress)
      throws IOException {
    Editions.of(source.folder()).requireNext(name);
    Publication publication = new Publication(source, name, accepted, printer, check, progress);
    try {
      publication.compute(sql);
      return publication;
    } catch (IOException | RuntimeException e) {
      publication.close();
      throw e;
    }
  }

  private void compute(Path sql) throws IOException {
    gate.requireFinished(source);
    if (!gate.refusals().isEmpty()) {
      return;
    }
    copy(sql, folder.resolve(Edition.SQL));
    Path frozenSql = folder.resolve(Edition.SQL);
    try (DuckDb engine = source.openTables()) {
      requireYear(engine);
      gate.requireClosedRows(engine);
      gate.requireSettled(engine);
      gate.requireAccepted(engine, accepted);
      if (!gate.refusals().isEmpty()) {
        return;
      }
      Computation computation =
          new Computation(source, frozenSql, folder.resolve(Edition.WAREHOUSE), progress);
      TransformReport report = computation.figures();
      Warehouse computed = computation.warehouse();
      gate.requireSame(report, engine, computed);
      try (DuckDb tables = computed.openTables()) {
        gate.requireCoverage(tables, ContractFolder.read(frozenSql));
      }
      previous = editions.before(name);
      changes =
          EditionDiff.between(
              previous.map(Snapshot::of).orElse(null),
              new Snapshot(name.toString(), computed, frozenSql));
      if (report.failed().isEmpty()) {
        print(computed);
      }
    }
  }

  private void requireYear(DuckDb engine) {
    List<Object> years =
        engine
            .read(
                "SELECT DISTINCT data_year FROM %s ORDER BY data_year"
                    .formatted(FigureComparison.FIGURES))
            .values()
            .stream()
            .map(row -> row[0])
            .toList();
    if (!years.contains((long) name.year())) {
      throw new ConfigurationException(
          "Cannot publish edition '%s': the warehouse has no data for %d (it has %s)"
              .formatted(name, name.year(), years));
    }
  }

  private void print(Warehouse computed) throws IOException {
    EditionNote note = ChangeNote.of(name, previous, changes);
    Files.write(folder.resolve(Edition.CHANGES), EditionRecord.JSON.writeValueAsBytes(note));
    Path out = folder.resolve(Edition.REPORTS);
    List<Path> pdfs =
        printer.print(computed, name, note, out).stream()
            .filter(file -> file.toString().endsWith(".pdf"))
            .toList();
    for (String failure : check.failures(out, pdfs)) {
      gate.refuse(
          "A PDF does not conform to PDF/UA-1 and PDF/A-2a: " + failure,
          "mend its template; bench/README.md tells how to check a folder of PDFs");
    }
  }

  /** What is new or changed against the latest earlier edition; null: nothing was computed. */
  public EditionDiff changes() {
    return changes;
  }

  /** Why it may not be published; empty: it may. */
  public List<Refusal> refusals() {
    return gate.refusals();
  }

  /** Publishes: all of it or, if anything dies on the way, nothing. */
  public Edition freeze(String approvedBy, Clock clock) throws IOException {
    if (!refusals().isEmpty()) {
      throw new IllegalStateException("Refused: " + refusals());
    }
    Path warehouse = folder.resolve(Edition.WAREHOUSE);
    long withheld = withheld();
    Disk.deleteTree(warehouse.resolve("scratch"));
    Files.delete(warehouse.resolve("lock"));
    List<FrozenFile> files = new ArrayList<>();
    for (String path : Edition.files(folder)) {
      Path file = folder.resolve(path);
      files.add(new FrozenFile(path, Files.size(file), Warehouse.sha256(file)));
    }
    EditionRecord record =
        new EditionRecord(
            EditionRecord.FORMAT,
            name.toString(),
            new EditionRecord.Before(
                previous.map(edition -> edition.name().toString()).orElse(null),
                previous.map(Edition::sha256).orElse(null)),
            new EditionRecord.Approval(
                approvedBy, clock.instant().truncatedTo(ChronoUnit.SECONDS).toString()),
            new EditionRecord.Rules(
                ReportData.METHOD_VERSION,
                SqlFolder.open(folder.resolve(Edition.SQL)).disclosureRule(),
                withheld),
            Program.running(),
            accepted.stream().sorted(java.util.Comparator.comparing(Gap::toString)).toList(),
            files);
    Files.write(folder.resolve(Warehouse.EDITION), EditionRecord.JSON.writeValueAsBytes(record));
    settle(folder);
    Files.createDirectories(editions.folder());
    Path target = editions.folder().resolve(name.toString());
    Disk.moveAtomically(folder, target);
    Disk.forceFolder(editions.folder());
    Edition published = Edition.open(target);
    source.commit(source.manifest().withFact(Edition.fact(name), published.sha256()));
    return published;
  }

  /** How many of its figures, of all levels and years, are withheld. */
  private long withheld() throws IOException {
    try (Warehouse made = Warehouse.open(folder.resolve(Edition.WAREHOUSE));
        DuckDb engine = made.openTables()) {
      return (Long)
          engine
              .read(
                  "SELECT COUNT(*) FROM %s WHERE status = 'withheld'"
                      .formatted(FigureComparison.FIGURES))
              .values()
              .get(0)[0];
    }
  }

  /** Makes a folder durable, and its files read-only. */
  private static void settle(Path root) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            // An original that an earlier edition holds, too, is durable and read-only already.
            if (Files.isWritable(file)) {
              Disk.force(file);
            }
            if (!file.toFile().setReadOnly()) {
              throw new IOException("Cannot make " + file + " read-only");
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException fault) {
            Disk.forceFolder(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(path).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(path, to.resolve(from.relativize(path).toString()));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Override
  public void close() throws IOException {
    try {
      Disk.deleteTree(folder);
    } finally {
      lock.close();
    }
  }
}
