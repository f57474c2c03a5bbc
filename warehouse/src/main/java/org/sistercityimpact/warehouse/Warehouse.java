package org.sistercityimpact.warehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A warehouse folder: {@code manifest.json}, {@code protected/}, {@code tables/}, {@code runs/}.
 *
 * <p>Writing is always the same four steps: take the {@link #lock()}, write each file to a {@link
 * #scratchFile scratch} name, {@link #adopt} it under a name made from its content, and {@link
 * #commit} a manifest that names it. Whatever dies before the commit leaves the last good state.
 */
public final class Warehouse {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String MANIFEST = "manifest.json";
  private static final String SCRATCH = "scratch";

  /** The record beside the warehouse inside a published edition. */
  public static final String EDITION = "edition.json";

  /**
   * The file whose lock writers hold; it also marks a folder as a warehouse from the first run on.
   */
  static final String LOCK = "lock";

  private final Path folder;

  private Warehouse(Path folder) {
    this.folder = folder;
  }

  /**
   * The warehouse in {@code folder}, which is made when it is not there. A folder that holds other
   * things is refused, so that nothing is ever written among somebody's files.
   */
  public static Warehouse create(Path folder) {
    try {
      Files.createDirectories(folder);
      if (!Files.exists(folder.resolve(MANIFEST)) && !Files.exists(folder.resolve(LOCK))) {
        try (Stream<Path> children = Files.list(folder)) {
          if (children.findAny().isPresent()) {
            throw new ConfigurationException(
                "Cannot make warehouse '%s': the folder holds other things (choose an empty or new folder with --warehouse)"
                    .formatted(folder));
          }
        }
        Files.createFile(folder.resolve(LOCK));
      }
    } catch (IOException e) {
      throw new ConfigurationException(
          "Cannot make warehouse '%s': %s (choose a folder you may write to)"
              .formatted(folder, reason(e)),
          e);
    }
    return new Warehouse(folder.toAbsolutePath().normalize());
  }

  /** The warehouse in {@code folder}, which must hold a manifest. */
  public static Warehouse open(Path folder) {
    if (!Files.isRegularFile(folder.resolve(MANIFEST))) {
      throw new ConfigurationException(
          "Cannot open warehouse '%s': it has no %s (run 'impact ingest INBOX --warehouse %s' first)"
              .formatted(folder, MANIFEST, folder));
    }
    return new Warehouse(folder.toAbsolutePath().normalize());
  }

  /** The warehouse's folder, absolute. */
  public Path folder() {
    return folder;
  }

  /** The present state; {@link Manifest#EMPTY} in a new warehouse. */
  public Manifest manifest() {
    Path file = folder.resolve(MANIFEST);
    if (!Files.exists(file)) {
      return Manifest.EMPTY;
    }
    try {
      Manifest manifest = JSON.readValue(file.toFile(), Manifest.class);
      if (manifest.format() > Manifest.FORMAT) {
        throw new ConfigurationException(
            "Cannot read warehouse '%s': its format is %d, newer than this program's %d (use a newer version)"
                .formatted(folder, manifest.format(), Manifest.FORMAT));
      }
      return manifest;
    } catch (JsonProcessingException e) {
      throw new ConfigurationException(
          "Cannot read manifest '%s': %s (restore it from a backup, or ingest afresh into a new folder)"
              .formatted(file, e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new ConfigurationException(
          "Cannot read manifest '%s': %s (check the file's permissions)".formatted(file, reason(e)),
          e);
    }
  }

  /** Where the bytes of a file as received lie, or will: under their hash. */
  public Path original(String sha256) {
    return folder
        .resolve(Zone.PROTECTED.folder())
        .resolve("originals")
        .resolve(sha256.substring(0, 2))
        .resolve(sha256);
  }

  private void requireWritable() {
    if (isPublished()) {
      throw new ConfigurationException(
          "Cannot write to warehouse '%s': it belongs to a published edition, which never changes (work on the warehouse that the edition was made from)"
              .formatted(folder));
    }
  }

  /** Whether this is the warehouse inside a published edition, in which nothing is ever written. */
  private boolean isPublished() {
    return Files.exists(folder.resolveSibling(EDITION));
  }

  /**
   * Takes the write lock, and clears what a killed run may have left in the scratch folder. The
   * warehouse inside a published edition is never locked, for it never changes.
   */
  public WriteLock lock() throws IOException {
    requireWritable();
    WriteLock lock = WriteLock.acquire(folder);
    deleteTree(folder.resolve(SCRATCH));
    return lock;
  }

  /** A fresh name for a file being written; under the lock only. */
  public Path scratchFile(String suffix) throws IOException {
    Path scratch = folder.resolve(SCRATCH);
    Files.createDirectories(scratch);
    return scratch.resolve(UUID.randomUUID() + suffix);
  }

  /** The folder for an engine's temporary files; emptied by the next writer. */
  public Path scratchFolder() throws IOException {
    requireWritable();
    Path scratch = folder.resolve(SCRATCH);
    Files.createDirectories(scratch);
    return scratch;
  }

  /**
   * Takes a finished scratch file into the warehouse: forces it to disk and renames it after its
   * content. It counts only once a committed manifest names it.
   *
   * @param rows rows in the file, as the writer counted them
   */
  public DataFile adopt(Path scratchFile, Zone zone, String table, long rows) throws IOException {
    long bytes = Files.size(scratchFile);
    String sha256 = sha256(scratchFile);
    force(scratchFile);
    Path target =
        folder.resolve(zone.folder()).resolve(table).resolve(sha256.substring(0, 20) + ".parquet");
    Files.createDirectories(target.getParent());
    moveAtomically(scratchFile, target);
    return new DataFile(
        folder.relativize(target).toString().replace('\\', '/'), rows, bytes, sha256);
  }

  /** The absolute paths of a table's files in {@code manifest}. */
  public List<Path> paths(Manifest manifest, String table) {
    return manifest.files(table).stream().map(file -> folder.resolve(file.path())).toList();
  }

  /** The embedded engine over all tables of the present state, each under its plain name. */
  public DuckDb openTables() {
    Manifest manifest = manifest();
    DuckDb engine = DuckDb.open(null, "2GB");
    manifest.tables().keySet().forEach(table -> engine.expose(table, paths(manifest, table)));
    return engine;
  }

  /**
   * Makes {@code next} the present state, atomically and durably, then removes data files that
   * neither it nor the state before it names. (The state before stays whole, so that a reader who
   * began under it can finish.)
   */
  public void commit(Manifest next) throws IOException {
    Manifest previous = manifest();
    Path aside = scratchFile(".json");
    Files.write(aside, JSON.writeValueAsBytes(next));
    force(aside);
    moveAtomically(aside, folder.resolve(MANIFEST));
    forceFolder(folder);
    sweep(Set.of(Zone.values()), previous, next);
  }

  private void sweep(Set<Zone> zones, Manifest previous, Manifest next) throws IOException {
    Set<String> keep = next.paths();
    keep.addAll(previous.paths());
    for (Zone zone : zones) {
      Path root = folder.resolve(zone.folder());
      if (!Files.isDirectory(root)) {
        continue;
      }
      try (Stream<Path> tree = Files.walk(root)) {
        for (Path file : tree.filter(f -> f.toString().endsWith(".parquet")).toList()) {
          if (!keep.contains(folder.relativize(file).toString().replace('\\', '/'))) {
            Files.delete(file);
          }
        }
      }
    }
  }

  /**
   * Appends one run's record to {@code runs/}; its name is the start time in UTC and a key. In a
   * published edition, which can be read and printed again but not changed, it does nothing.
   */
  public void recordRun(String name, byte[] json) throws IOException {
    if (isPublished()) {
      return;
    }
    Path runs = folder.resolve("runs");
    Files.createDirectories(runs);
    Path aside = Files.createTempFile(runs, ".run", null);
    Files.write(aside, json);
    moveAtomically(aside, runs.resolve(name + ".json"));
  }

  /** The lower-case hex SHA-256 of a file's bytes. */
  public static String sha256(Path file) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A fresh SHA-256 digest. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Renames a file or folder within the warehouse's file system, all of it or nothing. */
  public static void moveAtomically(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      throw new ConfigurationException(
          "Cannot write to warehouse '%s': this file system cannot rename atomically (use a local disk)"
              .formatted(to.getParent()),
          e);
    }
  }

  /** Makes a file's bytes durable. */
  public static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Makes a folder's entries durable, where the system can. */
  public static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notOnThisSystem) {
      // Windows cannot open a folder; there the rename itself is journaled.
    }
  }

  /** Deletes a folder with all that is in it, when it is there. */
  public static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  static String reason(IOException e) {
    if (e instanceof java.nio.file.AccessDeniedException) {
      return "permission denied";
    }
    // The system's own words, without the path that the message names anyway.
    return e instanceof java.nio.file.FileSystemException f && f.getReason() != null
        ? f.getReason().toLowerCase(Locale.ROOT)
        : String.valueOf(e.getMessage());
  }
}
