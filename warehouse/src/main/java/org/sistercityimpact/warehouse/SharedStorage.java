package org.sistercityimpact.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Storage that machines share, where no lock dies with its holder and a rename may be a copy.
 * Manifests are numbered and never replaced: the present one has the highest number, and a run
 * commits by creating the next, which the storage allows only once. Of two runs at a time the later
 * one fails, and says so. Each run writes aside in a folder of its own.
 */
final class SharedStorage implements Storage {
  /** Far longer than any run: a file this old that no manifest names is a dead run's. */
  private static final Duration FORGOTTEN = Duration.ofDays(7);

  private final Path folder;
  private final Path manifests;
  private final Path scratch;
  private Path machineScratch;
  private long lockedAt = -1;

  SharedStorage(Path folder) {
    this.folder = folder;
    manifests = folder.resolve("manifests");
    scratch = folder.resolve("scratch").resolve(UUID.randomUUID().toString());
  }

  @Override
  public boolean isMarked() throws IOException {
    return present() >= 0;
  }

  /** Creates the manifest of an empty warehouse: storage that cannot do it is told of at once. */
  @Override
  public void mark() throws IOException {
    try {
      create(0, ManifestJson.write(Manifest.EMPTY));
    } catch (FileAlreadyExistsException byAnotherRun) {
      return;
    }
  }

  @Override
  public Path manifestPath() {
    return manifests;
  }

  @Override
  public byte[] manifest() throws IOException {
    long present = present();
    return present <= 0 ? null : Files.readAllBytes(numbered(present));
  }

  /** No lease: the manifests of the last days are all there, and keep their files. */
  @Override
  public Reading read() throws IOException {
    byte[] json = manifest();
    return json == null ? null : new Reading(json, () -> {});
  }

  @Override
  public Path whereabouts(Path file) {
    return file;
  }

  /**
   * Old ones that no state names which was the present one at any time since the longest run may
   * have begun.
   */
  @Override
  public List<Path> forgotten(List<Path> unnamed) throws IOException {
    Set<Path> wanted = new HashSet<>();
    Instant longAgo = Instant.now().minus(FORGOTTEN);
    for (long number = present(); number > 0; number--) {
      for (String path : ManifestJson.read(Files.readAllBytes(numbered(number))).paths()) {
        wanted.add(folder.resolve(path));
      }
      if (Files.getLastModifiedTime(numbered(number)).toInstant().isBefore(longAgo)) {
        break;
      }
    }
    List<Path> forgotten = new ArrayList<>();
    for (Path file : unnamed) {
      if (!wanted.contains(file) && Files.getLastModifiedTime(file).toInstant().isBefore(longAgo)) {
        forgotten.add(file);
      }
    }
    return forgotten;
  }

  @Override
  public WriteLock lock() throws IOException {
    lockedAt = present();
    return WriteLock.of(
        () -> {
          Disk.deleteTree(scratch);
          lockedAt = -1;
        });
  }

  @Override
  public void replaceManifest(byte[] json) throws IOException {
    try {
      create(lockedAt + 1, json);
    } catch (FileAlreadyExistsException e) {
      // A request that was answered too late is sent twice: then it is this run's own.
      if (Arrays.equals(json, Files.readAllBytes(numbered(lockedAt + 1)))) {
        lockedAt++;
        return;
      }
      throw new ConfigurationException(
          "Cannot commit to warehouse '%s': another run committed meanwhile (run the command again; nothing was changed)"
              .formatted(folder),
          e);
    }
    lockedAt++;
  }

  private void create(long number, byte[] json) throws IOException {
    Files.createDirectories(manifests);
    try {
      Files.write(numbered(number), json, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new ConfigurationException(
          "Cannot keep a warehouse at '%s': %s (use hdfs://, or s3a:// with fs.s3a.create.conditional.enabled)"
              .formatted(folder, e.getReason()),
          e);
    }
  }

  private Path numbered(long number) {
    return manifests.resolve(String.format(Locale.ROOT, "%012d.json", number));
  }

  /** The number of the present manifest; -1: there is none. */
  private long present() throws IOException {
    // Storage that does not answer is not storage without manifests: so it is not asked whether.
    try (Stream<Path> all = Files.list(manifests)) {
      return all.map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[0-9]{12}\\.json"))
          .mapToLong(name -> Long.parseLong(name.substring(0, 12)))
          .max()
          .orElse(-1);
    } catch (NoSuchFileException | NotDirectoryException none) {
      return -1;
    }
  }

  @Override
  public Path scratch() throws IOException {
    return Files.createDirectories(scratch);
  }

  @Override
  public synchronized Path machineScratch() throws IOException {
    if (machineScratch == null) {
      Path made = Files.createTempDirectory("impact");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(made)));
      machineScratch = made;
    }
    return machineScratch;
  }

  private static void delete(Path root) {
    try {
      Disk.deleteTree(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void adopt(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void keep(Path target, byte[] bytes, Access access) throws IOException {
    try {
      Files.write(target, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      // Streams take no rights with them; until here its folder keeps others out.
      access.give(target);
    } catch (FileAlreadyExistsException keptByAnother) {
      return;
    }
  }

  @Override
  public void keep(Path target, Path sent, Access access) throws IOException {
    try {
      Files.copy(sent, target);
      access.give(target);
    } catch (FileAlreadyExistsException keptByAnother) {
      return;
    }
  }
}
