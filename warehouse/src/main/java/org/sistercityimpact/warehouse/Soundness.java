package org.sistercityimpact.warehouse;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Looks at all that a warehouse keeps: whether it is what was written, and closed to those who may
 * not see it. Reads every byte.
 */
public final class Soundness {
  private static final String RECEIPTS = "raw_receipts";
  private static final String RECEIVED =
      """
      SELECT sha256, file, member_id, data_year FROM raw_receipts
      QUALIFY ROW_NUMBER() OVER (PARTITION BY sha256 ORDER BY file) = 1 ORDER BY file""";

  private final Warehouse warehouse;
  private final Steps steps;

  /** Told of every file. */
  public interface Steps {
    /** So many of a kind's files have been looked at. */
    void step(String kind, long done, long total);
  }

  /**
   * What was found.
   *
   * @param files how many were looked at
   * @param bytes how many were read
   * @param faults one line each, with what to do
   */
  public record Finding(long files, long bytes, List<String> faults) {}

  public Soundness(Warehouse warehouse, Steps steps) {
    this.warehouse = warehouse;
    this.steps = steps;
  }

  /** Compares every file of every table with the manifest. */
  public Finding tables() throws IOException {
    Manifest manifest = warehouse.manifest();
    long total = manifest.tables().values().stream().mapToLong(List::size).sum();
    long files = 0;
    long bytes = 0;
    List<String> faults = new ArrayList<>();
    for (Map.Entry<String, List<DataFile>> table : manifest.tables().entrySet()) {
      for (DataFile file : table.getValue()) {
        Path path = warehouse.paths(List.of(file)).get(0);
        if (!Files.isRegularFile(path) || !Warehouse.sha256(path).equals(file.sha256())) {
          faults.add(
              "%s of table %s is missing or was changed (restore the folder, or ingest afresh into a new one)"
                  .formatted(file.path(), table.getKey()));
        }
        bytes += file.bytes();
        steps.step("Compare tables", ++files, total);
      }
    }
    return new Finding(files, bytes, faults);
  }

  /** Compares the original of every file that was ever received with its hash. */
  public Finding originals() throws IOException {
    if (warehouse.manifest().files(RECEIPTS).isEmpty()) {
      return new Finding(0, 0, List.of());
    }
    List<Object[]> received;
    try (DuckDb engine = warehouse.openTables()) {
      received = engine.read(RECEIVED).values();
    }
    long files = 0;
    long bytes = 0;
    List<String> faults = new ArrayList<>();
    for (Object[] row : received) {
      try {
        String sha256 = (String) row[0];
        if (warehouse.originals().erased(sha256).isPresent()
            && Files.exists(warehouse.originals().path(sha256))
            && Warehouse.sha256(warehouse.originals().path(sha256)).equals(sha256)) {
          faults.add(
              "The original of '%s' holds again what was erased from it (run 'impact forget' with the person's names again)"
                  .formatted(row[1]));
        }
        bytes +=
            warehouse
                .originals()
                .read(
                    (String) row[0],
                    (String) row[1],
                    (String) row[2],
                    row[3] == null ? null : ((Long) row[3]).intValue(),
                    null)
                .length;
      } catch (DamageException e) {
        faults.add(e.getMessage());
      }
      steps.step("Compare originals", ++files, received.size());
    }
    return new Finding(files, bytes, faults);
  }

  /**
   * Looks who may open what, editions included.
   *
   * @param mend sets right what is not; the faults are then those that were mended
   */
  public Finding rights(boolean mend) throws IOException {
    List<String> faults = new ArrayList<>();
    long[] files = {0};
    Path root = warehouse.folder();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            look(folder);
            // What lies in it are second names: their rights are those of the first.
            return folder.endsWith(ReadLease.FOLDER)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            look(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            // A writer beside us may have taken it away.
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }

          private void look(Path path) throws IOException {
            Access access = accessOf(root.relativize(path));
            if (!path.equals(root) && !access.isGiven(path)) {
              faults.add(
                  "%s is %s"
                      .formatted(
                          root.relativize(path),
                          access == Access.PRIVATE ? "open to others" : "closed to others"));
              if (mend) {
                access.give(path);
              }
            }
            files[0]++;
          }
        });
    return new Finding(files[0], 0, faults);
  }

  /** Whatever lies in a protected zone, an edition's too, or is on its way there. */
  private static Access accessOf(Path inside) {
    for (Path name : inside) {
      if (List.of(Zone.PROTECTED.folder(), "scratch", ReadLease.FOLDER).contains(name.toString())) {
        return Access.PRIVATE;
      }
    }
    return Access.SHARED;
  }
}
