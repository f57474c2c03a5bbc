package org.sistercityimpact.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * Every file as it was received, under its SHA-256, in the protected zone. Whoever reads one gets
 * the bytes that its name promises, or hears that they are gone: a disk may lose them, and a power
 * cut may leave half a file under a whole name.
 */
public final class Originals {
  static final String FOLDER = "originals";

  private final Path folder;
  private final Storage storage;
  private final Set<String> folders = ConcurrentHashMap.newKeySet();
  private final Queue<String> healed = new ConcurrentLinkedQueue<>();
  private final Queue<String> returned = new ConcurrentLinkedQueue<>();
  private Boolean anyErased;

  Originals(Path warehouse, Storage storage) {
    folder = warehouse.resolve(Zone.PROTECTED.folder()).resolve(FOLDER);
    this.storage = storage;
  }

  /** Where the bytes of that hash lie, or will. */
  public Path path(String sha256) {
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  /** Where it is told that a person was erased from the original of that hash, if one was. */
  public Path erasurePath(String sha256) {
    return path(sha256).resolveSibling(sha256 + Erased.ENDING);
  }

  /** When and by whom a person was erased from an original; empty: it is as it was received. */
  public Optional<Erased> erased(String sha256) throws IOException {
    Path file = erasurePath(sha256);
    return Files.exists(file) ? Optional.of(Erased.read(file)) : Optional.empty();
  }

  /**
   * Keeps bytes as received; any thread or machine may. Bytes that are kept already are compared,
   * and written anew where they are damaged.
   *
   * @param sha256 of {@code bytes}, lower-case hex
   * @param file how the file is called, for {@link #healed()}
   * @return whether nothing lay there
   * @throws UncheckedIOException when it cannot: that is the warehouse's fault and ends the run,
   *     where a file that cannot be read is a finding
   */
  public boolean keep(String sha256, byte[] bytes, String file) {
    Path target = path(sha256);
    try {
      Boolean intact = intact(target, bytes);
      if (!Boolean.TRUE.equals(intact) && isReturned(sha256, file)) {
        return false;
      }
      if (intact == null) {
        createFolder(target);
        storage.keep(target, bytes, Access.PRIVATE);
      } else if (!intact) {
        heal(target, bytes, file);
      }
      return intact == null;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot keep an original in '%s': %s".formatted(target.getParent(), Warehouse.reason(e)),
          e);
    }
  }

  /**
   * Keeps a file too large to hold, as it streams by.
   *
   * @return whether nothing lay there
   * @throws IOException when the file cannot be read, or is no longer what {@code sha256} says
   * @throws UncheckedIOException as {@link #keep(String, byte[], String)}
   */
  public boolean keep(String sha256, Path sent, String file) throws IOException {
    Path target = path(sha256);
    boolean wasThere = Files.exists(target);
    boolean changed = false;
    if (wasThere && sha256(target).equals(sha256) || isReturned(sha256, file)) {
      return false;
    }
    try {
      replace(target, sent);
      if (!sha256(target).equals(sha256)) {
        Files.delete(target);
        changed = true;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot keep an original in '%s': %s".formatted(target.getParent(), Warehouse.reason(e)),
          e);
    }
    if (changed) {
      throw new IOException("it changed while it was read");
    }
    if (wasThere) {
      healed.add(file);
    }
    return !wasThere;
  }

  /**
   * Whether a person was erased from the original of a hash. Where none ever was, as nearly always,
   * no file is asked for: of those that arrive there are thousands.
   */
  public boolean isErased(String sha256) throws IOException {
    synchronized (this) {
      if (anyErased == null) {
        anyErased = Files.isDirectory(folder.resolveSibling(Erased.RECORDS));
      }
    }
    return anyErased && erased(sha256).isPresent();
  }

  /** Whether a person was erased from what has been sent again: it must not bring them back. */
  private boolean isReturned(String sha256, String file) throws IOException {
    if (!isErased(sha256)) {
      return false;
    }
    Optional<Erased> erased = erased(sha256);
    returned.add(
        "%s holds what was erased on %s by %s"
            .formatted(file, erased.get().day(), erased.get().by()));
    return true;
  }

  /** The files, each once, that were sent and hold what was erased, since this was last asked. */
  public List<String> returned() {
    List<String> files = new ArrayList<>();
    for (String file = returned.poll(); file != null; file = returned.poll()) {
      files.add(file);
    }
    return files.stream().distinct().sorted().toList();
  }

  private void replace(Path target, Path sent) throws IOException {
    createFolder(target);
    Files.deleteIfExists(target);
    storage.keep(target, sent, Access.PRIVATE);
  }

  /** The hash of a file's bytes, lower-case hex, as they stream by. */
  public static String sha256(Path file) throws IOException {
    MessageDigest digest = Warehouse.sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = new byte[1 << 16];
      for (int count = in.read(bytes); count > 0; count = in.read(bytes)) {
        digest.update(bytes, 0, count);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Whether those bytes lie there; null: nothing does. */
  private static Boolean intact(Path target, byte[] bytes) throws IOException {
    try {
      return Files.size(target) == bytes.length && Arrays.equals(bytes, Files.readAllBytes(target));
    } catch (NoSuchFileException nothing) {
      return null;
    }
  }

  private void createFolder(Path target) throws IOException {
    String name = target.getParent().getFileName().toString();
    // Known only once it is there: another thread may be about to write into it.
    if (!folders.contains(name)) {
      Access.PRIVATE.createFolders(target.getParent());
      folders.add(name);
    }
  }

  private void heal(Path target, byte[] bytes, String file) throws IOException {
    createFolder(target);
    Files.deleteIfExists(target);
    storage.keep(target, bytes, Access.PRIVATE);
    healed.add(file);
  }

  /**
   * The files whose damaged originals were written anew since this was last asked, in the order of
   * their names.
   */
  public List<String> healed() {
    List<String> files = new ArrayList<>();
    for (String file = healed.poll(); file != null; file = healed.poll()) {
      files.add(file);
    }
    files.sort(null);
    return files;
  }

  /** Notes a file whose original was gone, or which another machine wrote anew. */
  public void noteHealed(String file) {
    healed.add(file);
  }

  /**
   * The bytes of an original.
   *
   * @param file how the file is called
   * @param memberId whose it is; null: the registry's
   * @param dataYear the reporting year; null: the registry's
   * @param spare where the file as it was sent may still lie, under whatever name in that folder;
   *     null: nowhere
   * @throws DamageException if the bytes are not those that were received and no spare ones are
   */
  public byte[] read(String sha256, String file, String memberId, Integer dataYear, Path spare)
      throws IOException {
    Path target = path(sha256);
    try {
      byte[] bytes = Files.readAllBytes(target);
      if (isOf(sha256, bytes) || isLeft(sha256, hash(bytes))) {
        return bytes;
      }
    } catch (NoSuchFileException gone) {
      // Told below.
    }
    healOrThrow(sha256, file, memberId, dataYear, spare);
    return Files.readAllBytes(target);
  }

  /**
   * Where an original lies whose bytes have just been found intact, or been healed: for one that is
   * too large to hold. Takes and throws what {@link #read} does.
   */
  public Path intact(String sha256, String file, String memberId, Integer dataYear, Path spare)
      throws IOException {
    Path target = path(sha256);
    String found = Files.exists(target) ? sha256(target) : null;
    if (found == null || !found.equals(sha256) && !isLeft(sha256, found)) {
      healOrThrow(sha256, file, memberId, dataYear, spare);
    }
    return target;
  }

  private void healOrThrow(
      String sha256, String file, String memberId, Integer dataYear, Path spare)
      throws IOException {
    Path target = path(sha256);
    Optional<Erased> erased = erased(sha256);
    if (erased.isPresent()) {
      throw new DamageException(
          "Cannot use the original of '%s': %s, and a person was erased from it on %s (restore '%s' from a backup made since)"
              .formatted(
                  file,
                  Files.exists(target) ? "its bytes are not those that were left" : "it is gone",
                  erased.get().day(),
                  target));
    }
    Path sent = spare == null ? null : spare(sha256, spare);
    if (sent == null) {
      throw new DamageException(
          "Cannot use the original of '%s'%s: %s (put the file as it was sent into the inbox again and ingest it, or restore '%s' from a backup)"
              .formatted(
                  file,
                  memberId == null ? "" : " (member %s, year %d)".formatted(memberId, dataYear),
                  Files.exists(target)
                      ? "its bytes are not those that were received"
                      : "it is gone",
                  target));
    }
    replace(target, sent);
    healed.add(file);
  }

  private static Path spare(String sha256, Path place) throws IOException {
    if (!Files.isDirectory(place.getParent())) {
      return null;
    }
    try (Stream<Path> files = Files.list(place.getParent())) {
      for (Path file : files.filter(Files::isRegularFile).filter(Files::isReadable).toList()) {
        if (sha256(file).equals(sha256)) {
          return file;
        }
      }
      return null;
    }
  }

  private static boolean isOf(String sha256, byte[] bytes) {
    return hash(bytes).equals(sha256);
  }

  /** Whether bytes of a hash are what an erasure left of an original. */
  private boolean isLeft(String sha256, String found) throws IOException {
    return erased(sha256).filter(erased -> erased.left().contains(found)).isPresent();
  }

  private static String hash(byte[] bytes) {
    return HexFormat.of().formatHex(Warehouse.sha256().digest(bytes));
  }

  /**
   * Takes an original of another warehouse: originals never change, so a second name for the same
   * bytes costs no space where the file system has such a thing.
   */
  public void take(Originals from, String sha256, String file, String memberId, Integer dataYear)
      throws IOException {
    byte[] bytes = from.read(sha256, file, memberId, dataYear, null);
    Path target = path(sha256);
    createFolder(target);
    if (Files.exists(from.erasurePath(sha256))) {
      storage.keep(
          erasurePath(sha256), Files.readAllBytes(from.erasurePath(sha256)), Access.PRIVATE);
    }
    try {
      Files.createLink(target, from.path(sha256));
    } catch (UnsupportedOperationException | java.nio.file.FileSystemException otherFileSystem) {
      storage.keep(target, bytes, Access.PRIVATE);
    }
  }
}
