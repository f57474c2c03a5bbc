package org.sistercityimpact.warehouse;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a warehouse has to know about where it lies: how its manifest is replaced in one step, and
 * where a file may be written aside. A folder of this machine and storage that machines share
 * differ in nothing else.
 */
interface Storage {
  /** Of {@code folder}, by the kind of path. */
  static Storage of(Path folder) {
    return Location.isLocal(folder) ? new LocalStorage(folder) : new SharedStorage(folder);
  }

  /** Whether the folder is a warehouse, if only an empty one. */
  boolean isMarked() throws IOException;

  /** Makes the folder a warehouse. */
  void mark() throws IOException;

  /** The file, or folder of files, that says which data files count. */
  Path manifestPath();

  /** The present manifest's bytes; null: there is none yet. */
  byte[] manifest() throws IOException;

  /** Takes the right to write. */
  WriteLock lock() throws IOException;

  /** Puts {@code json} in the place of the manifest that was present when the lock was taken. */
  void replaceManifest(byte[] json) throws IOException;

  /** The folder in the warehouse for files being written by this run. */
  Path scratch() throws IOException;

  /** A folder of this machine for what only this process reads. */
  Path machineScratch() throws IOException;

  /**
   * Takes a finished file of {@link #scratch()}. At the latest once {@link #replaceManifest} has
   * returned it is durable and lies where it belongs; until then {@link #whereabouts} tells.
   */
  void adopt(Path from, Path to) throws IOException;

  /** Where a file that was adopted by this run, or is being read, is to be found meanwhile. */
  Path whereabouts(Path file);

  /**
   * Writes a small file: under its name there is either nothing or all of it. It is durable at the
   * latest once {@link #replaceManifest} has returned.
   */
  void keep(Path target, byte[] bytes, Access access) throws IOException;

  /** The same for the bytes of a file that is too large to hold. */
  void keep(Path target, Path sent, Access access) throws IOException;

  /**
   * Begins to read the present state, whose files can be read until the end of it.
   *
   * @return its manifest and what ends the reading; null: there is no state yet
   */
  Reading read() throws IOException;

  /** A state that is being read. */
  record Reading(byte[] manifest, Closeable end) {}

  /**
   * Of data files that the present manifest does not name, those that nobody needs where they lie.
   */
  List<Path> forgotten(List<Path> unnamed) throws IOException;
}
