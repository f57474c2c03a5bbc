package org.sistercityimpact.warehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A warehouse folder: {@code manifest.json}, {@code protected/}, {@code tables/}, {@code runs/}; on
 * storage that machines share, {@code manifests/} with one file a commit.
 *
 * <p>Writing is always the same four steps: take the {@link #lock()}, write each file to a {@link
 * #scratchFile scratch} name, {@link #adopt} it under a name made from its content, and {@link
 * #commit} a manifest that names it. Whatever dies before the commit leaves the last good state.
 */
public final class Warehouse implements Closeable {
  /** The record beside the warehouse inside a published edition. */
  public static final String EDITION = "edition.json";

  /**
   * The file whose lock writers hold; it also marks a folder as a warehouse from the first run on.
   */
  static final String LOCK = "lock";

  private final Path folder;
  private final Storage storage;
  private final Originals originals;

  // What is being read, so that it stays the same and whole until it has been; null: always look.
  private Manifest read;
  private Closeable endOfReading = () -> {};

  private Warehouse(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    storage = Storage.of(this.folder);
    originals = new Originals(this.folder, storage);
  }

  /**
   * The warehouse in {@code folder}, which is made when it is not there. A folder that holds other
   * things is refused, so that nothing is ever written among somebody's files.
   */
  public static Warehouse create(Path folder) {
    Warehouse warehouse = new Warehouse(folder);
    try {
      Files.createDirectories(warehouse.folder);
      if (!warehouse.storage.isMarked()) {
        try (Stream<Path> children = Files.list(warehouse.folder)) {
          if (children.findAny().isPresent()) {
            throw new ConfigurationException(
                "Cannot make warehouse '%s': the folder holds other things (choose an empty or new folder with --warehouse)"
                    .formatted(folder));
          }
        }
        warehouse.storage.mark();
      }
    } catch (IOException e) {
      throw new ConfigurationException(
          "Cannot make warehouse '%s': %s (choose a folder you may write to)"
              .formatted(folder, reason(e)),
          e);
    }
    return warehouse;
  }

  /**
   * The warehouse in {@code folder}, which must hold a manifest: its present state, which stays the
   * same for whoever has opened it, and whose files no writer sweeps, until it is {@link #close
   * closed}, {@link #lock locked}, or the process ends.
   */
  public static Warehouse open(Path folder) {
    Warehouse warehouse = new Warehouse(folder);
    try {
      if (!warehouse.beginReading()) {
        throw new ConfigurationException(
            "Cannot open warehouse '%s': it has no %s (run 'impact ingest INBOX --warehouse %s' first)"
                .formatted(folder, warehouse.storage.manifestPath().getFileName(), folder));
      }
    } catch (IOException e) {
      throw new ConfigurationException(
          "Cannot open warehouse '%s': %s (check its address and permissions)"
              .formatted(folder, reason(e)),
          e);
    }
    return warehouse;
  }

  /** A published edition never changes: there is nothing to keep a writer from. */
  private boolean beginReading() throws IOException {
    if (isPublished()) {
      return storage.manifest() != null;
    }
    Storage.Reading reading = storage.read();
    if (reading == null) {
      return false;
    }
    endOfReading = reading.end();
    read = parsed(reading.manifest());
    return true;
  }

  /** Whether what was opened is no longer the present state. */
  public boolean isOutdated() {
    return read != null && !read.equals(present());
  }

  /** Ends the reading; the warehouse can go on being used, and then always looks. */
  @Override
  public void close() throws IOException {
    read = null;
    endOfReading.close();
    endOfReading = () -> {};
  }

  /** The warehouse's folder, absolute. */
  public Path folder() {
    return folder;
  }

  /** The state that was opened, or else the present one; {@link Manifest#EMPTY} in a new one. */
  public Manifest manifest() {
    return read != null ? read : present();
  }

  private Manifest present() {
    try {
      byte[] json = storage.manifest();
      return json == null ? Manifest.EMPTY : parsed(json);
    } catch (IOException e) {
      throw new ConfigurationException(
          "Cannot read manifest '%s': %s (check the file's permissions)"
              .formatted(storage.manifestPath(), reason(e)),
          e);
    }
  }

  private Manifest parsed(byte[] json) throws IOException {
    try {
      Manifest manifest = ManifestJson.read(json);
      if (manifest.format() > Manifest.FORMAT) {
        throw new ConfigurationException(
            "Cannot read warehouse '%s': its format is %d, newer than this program's %d (use a newer version)"
                .formatted(folder, manifest.format(), Manifest.FORMAT));
      }
      return manifest;
    } catch (JsonProcessingException e) {
      throw new ConfigurationException(
          "Cannot read manifest '%s': %s (restore it from a backup, or ingest afresh into a new folder)"
              .formatted(storage.manifestPath(), e.getOriginalMessage()),
          e);
    }
  }

  /** Every file as it was received. */
  public Originals originals() {
    return originals;
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
   * Takes the right to write, and clears what a killed run may have left in its way. The warehouse
   * inside a published edition is never locked, for it never changes.
   */
  public WriteLock lock() throws IOException {
    requireWritable();
    close();
    return storage.lock();
  }

  /** A fresh name in the warehouse for a file being written; under the lock only. */
  public Path scratchFile(String suffix) throws IOException {
    return storage.scratch().resolve(UUID.randomUUID() + suffix);
  }

  /** A folder of this machine for temporary files, an engine's and others. */
  public Path scratchFolder() throws IOException {
    requireWritable();
    return storage.machineScratch();
  }

  /**
   * Takes a finished scratch file into the warehouse, under a name made from its content. It counts
   * only once a committed manifest names it, and lies among those that count not before.
   *
   * @param rows rows in the file, as the writer counted them
   */
  public DataFile adopt(Path scratchFile, Zone zone, String table, long rows) throws IOException {
    long bytes = Files.size(scratchFile);
    String sha256 = sha256(scratchFile);
    Path target =
        folder.resolve(zone.folder()).resolve(table).resolve(sha256.substring(0, 20) + ".parquet");
    zone.access().createFolders(target.getParent());
    if (zone.access() == Access.PRIVATE) {
      zone.access().give(scratchFile);
    }
    storage.adopt(scratchFile, target);
    return new DataFile(relative(target), rows, bytes, sha256);
  }

  private String relative(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  /** The absolute paths of a table's files in {@code manifest}. */
  public List<Path> paths(Manifest manifest, String table) {
    return paths(manifest.files(table));
  }

  /** The absolute paths under which data files can be read now. */
  public List<Path> paths(List<DataFile> files) {
    return files.stream().map(file -> storage.whereabouts(folder.resolve(file.path()))).toList();
  }

  /** The embedded engine over all tables of the present state, each under its plain name. */
  public DuckDb openTables() {
    Manifest manifest = manifest();
    DuckDb engine = DuckDb.open(null, "2GB");
    manifest.tables().keySet().forEach(table -> engine.offer(table, paths(manifest, table)));
    return engine;
  }

  /** The same with the tables of one zone only. */
  public DuckDb openTables(Zone zone) {
    Manifest manifest = manifest();
    DuckDb engine = DuckDb.open(null, "2GB");
    manifest.tables().keySet().stream()
        .filter(table -> manifest.isIn(zone, table))
        .forEach(table -> engine.offer(table, paths(manifest, table)));
    return engine;
  }

  /**
   * Makes {@code next} the present state, atomically and durably, then takes the data files that it
   * does not name out of the tables' folders: at once in a folder of this machine, so that other
   * tools may read a table by its folder, and on shared storage once nobody can be reading them.
   */
  public void commit(Manifest next) throws IOException {
    storage.replaceManifest(ManifestJson.write(next));
    for (Path file : storage.forgotten(unnamed(next))) {
      Files.delete(file);
    }
  }

  /** The data files in the warehouse that a state does not name. */
  public List<Path> unnamed(Manifest manifest) throws IOException {
    Set<String> named = manifest.paths();
    List<Path> unnamed = new ArrayList<>();
    for (Zone zone : Zone.values()) {
      Path root = folder.resolve(zone.folder());
      if (!Files.isDirectory(root)) {
        continue;
      }
      try (Stream<Path> tables = Files.list(root)) {
        for (Path table : tables.filter(f -> !f.endsWith(Originals.FOLDER)).toList()) {
          try (Stream<Path> tree = Files.walk(table)) {
            tree.filter(f -> f.toString().endsWith(".parquet"))
                .filter(file -> !named.contains(relative(file)))
                .forEach(unnamed::add);
          }
        }
      }
    }
    return unnamed;
  }

  /** The file, or folder of files, that says which data files count. */
  public Path manifestFile() {
    return storage.manifestPath();
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
    Path record = runs.resolve(name + ".json");
    if (!Files.exists(record)) {
      storage.keep(record, json, Access.SHARED);
    }
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

  /** In a few words why storage could not be read or written. */
  public static String reason(IOException e) {
    if (e instanceof java.nio.file.AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof java.nio.file.NoSuchFileException) {
      return "no such file";
    }
    // The system's own words, without the path that the message names anyway.
    if (e instanceof java.nio.file.FileSystemException f && f.getReason() != null) {
      return f.getReason().toLowerCase(Locale.ROOT);
    }
    // Shared storage wraps what happened in pages of where to read about it.
    Throwable first = e;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return String.valueOf(first.getMessage());
  }
}
