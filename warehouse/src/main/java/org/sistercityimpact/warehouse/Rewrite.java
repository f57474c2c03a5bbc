package org.sistercityimpact.warehouse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Files of a warehouse that are put in the place of others and taken away, all of them or none:
 * what no commit of a manifest can do, since originals and editions are known by their names. The
 * new files are written aside, then a list of what is to be done is; from then on it is done,
 * whoever dies: the next writer goes on where the list was left. Under the lock only.
 */
public final class Rewrite implements AutoCloseable {
  private static final String FOLDER = "rewrite";
  private static final String LIST = "list";

  /** Whose files nobody may write to. */
  private static final String EDITIONS = "editions/";

  private final Path warehouse;
  private final Path folder;
  private final List<String> steps = new ArrayList<>();
  private int files;

  /** Begins a rewrite of a warehouse in a folder of this machine. */
  public Rewrite(Warehouse warehouse) throws IOException {
    this.warehouse = warehouse.folder();
    folder = folder(this.warehouse);
    Disk.deleteTree(folder);
    Access.PRIVATE.createFolders(folder);
  }

  private static Path folder(Path warehouse) {
    return warehouse.resolve(Zone.PROTECTED.folder()).resolve(FOLDER);
  }

  /** Whether one was begun and not ended: the next writer will end it. */
  public static boolean isUnfinished(Path warehouse) {
    return Files.exists(folder(warehouse).resolve(LIST));
  }

  /** A name for a file to be written. */
  public Path aside() {
    return folder.resolve(String.valueOf(files++));
  }

  /** Writes a small file aside. */
  public Path aside(byte[] bytes, Access access) throws IOException {
    Path file = aside();
    access.write(file, bytes);
    return file;
  }

  /**
   * Has a finished file take its place.
   *
   * @param aside given by {@link #aside()}
   * @param target in the warehouse; what lies there goes
   */
  public void put(Path aside, Path target) throws IOException {
    Disk.force(aside);
    String path = relative(target);
    if (path.startsWith(EDITIONS) && !aside.toFile().setReadOnly()) {
      throw new IOException("Cannot make " + aside + " read-only");
    }
    steps.add("put " + aside.getFileName() + " " + path);
  }

  /** Has a file go. */
  public void remove(Path target) {
    steps.add("remove " + relative(target));
  }

  private String relative(Path target) {
    return warehouse.relativize(target.toAbsolutePath().normalize()).toString().replace('\\', '/');
  }

  /** Does all of it, in the order in which it was asked for. */
  public void carryOut() throws IOException {
    Path list = aside();
    Files.write(list, String.join("\n", steps).getBytes(StandardCharsets.UTF_8));
    Disk.force(list);
    Disk.forceFolder(folder);
    Disk.moveAtomically(list, folder.resolve(LIST));
    Disk.forceFolder(folder);
    finish(warehouse);
  }

  /** Does what is left of one that was begun; where none was, clears what it had written. */
  static void finish(Path warehouse) throws IOException {
    Path folder = folder(warehouse);
    Path list = folder.resolve(LIST);
    if (Files.exists(list)) {
      Set<Path> folders = new LinkedHashSet<>();
      for (String step : Files.readAllLines(list)) {
        String[] words = step.split(" ", step.startsWith("put ") ? 3 : 2);
        Path target = warehouse.resolve(words[words.length - 1]);
        if (words.length == 3) {
          createFolder(target.getParent(), words[2]);
          take(folder.resolve(words[1]), target);
        } else {
          Files.deleteIfExists(target);
        }
        folders.add(target.getParent());
      }
      folders.stream().filter(Files::isDirectory).forEach(Disk::forceFolder);
      // What goes here goes for everybody, an erased person from under a reader, too.
      ReadLease.clearAll(warehouse);
      Files.delete(list);
      Disk.forceFolder(folder);
    }
    Disk.deleteTree(folder);
  }

  private static void createFolder(Path folder, String target) throws IOException {
    boolean isProtected = ("/" + target).contains("/" + Zone.PROTECTED.folder() + "/");
    (isProtected ? Access.PRIVATE : Access.SHARED).createFolders(folder);
  }

  private static void take(Path aside, Path target) throws IOException {
    try {
      Disk.moveAtomically(aside, target);
    } catch (NoSuchFileException taken) {
      // By the run before.
      if (!Files.exists(target)) {
        throw taken;
      }
    }
  }

  /** Forgets what was written aside and not carried out. */
  @Override
  public void close() throws IOException {
    if (!Files.exists(folder.resolve(LIST))) {
      Disk.deleteTree(folder);
    }
  }
}
