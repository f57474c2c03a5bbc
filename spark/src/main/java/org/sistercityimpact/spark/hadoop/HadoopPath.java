package org.sistercityimpact.spark.hadoop;

import java.net.URI;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent.Kind;
import java.nio.file.WatchEvent.Modifier;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.hadoop.fs.FileStatus;

/** A path of Hadoop storage: names from the root of its file system on, or from some folder. */
public final class HadoopPath implements Path {
  private final HadoopFileSystem files;
  private final boolean absolute;
  private final List<String> names;

  /** What a listing said of it: one request for a thousand files, rather than one each. */
  private final FileStatus listed;

  private HadoopPath(
      HadoopFileSystem files, boolean absolute, List<String> names, FileStatus listed) {
    this.files = files;
    this.absolute = absolute;
    this.names = names;
    this.listed = listed;
  }

  private HadoopPath(HadoopFileSystem files, boolean absolute, List<String> names) {
    this(files, absolute, List.copyOf(names), null);
  }

  /** The path that {@code text} spells, absolute when it begins with a slash. */
  static HadoopPath of(HadoopFileSystem files, String text) {
    return new HadoopPath(
        files,
        text.startsWith("/"),
        Arrays.stream(text.split("/")).filter(name -> !name.isEmpty()).toList());
  }

  /** A path in this folder, as a listing of it told. */
  HadoopPath listed(FileStatus status) {
    List<String> inside = new ArrayList<>(names);
    inside.add(status.getPath().getName());
    return new HadoopPath(files, absolute, List.copyOf(inside), status);
  }

  /** What the listing that gave this path said of it, or null. */
  FileStatus listed() {
    return listed;
  }

  /** As Hadoop has it. */
  org.apache.hadoop.fs.Path hadoop() {
    URI root = files.root();
    return new org.apache.hadoop.fs.Path(
        root.getScheme(), root.getAuthority(), "/" + String.join("/", names));
  }

  private HadoopPath with(List<String> others) {
    return new HadoopPath(files, absolute, others);
  }

  private HadoopPath relative(List<String> others) {
    return new HadoopPath(files, false, others);
  }

  @Override
  public HadoopFileSystem getFileSystem() {
    return files;
  }

  @Override
  public boolean isAbsolute() {
    return absolute;
  }

  @Override
  public Path getRoot() {
    return absolute ? with(List.of()) : null;
  }

  @Override
  public Path getFileName() {
    return names.isEmpty() ? null : getName(names.size() - 1);
  }

  @Override
  public Path getParent() {
    return names.isEmpty() || names.size() == 1 && !absolute
        ? null
        : with(names.subList(0, names.size() - 1));
  }

  @Override
  public int getNameCount() {
    return names.size();
  }

  @Override
  public Path getName(int index) {
    return relative(List.of(names.get(index)));
  }

  @Override
  public Path subpath(int begin, int end) {
    return relative(names.subList(begin, end));
  }

  @Override
  public boolean startsWith(Path other) {
    return other instanceof HadoopPath that
        && that.files == files
        && that.absolute == absolute
        && that.names.size() <= names.size()
        && names.subList(0, that.names.size()).equals(that.names);
  }

  @Override
  public boolean endsWith(Path other) {
    return other instanceof HadoopPath that
        && that.files == files
        && (that.absolute
            ? equals(that)
            : that.names.size() <= names.size()
                && names
                    .subList(names.size() - that.names.size(), names.size())
                    .equals(that.names));
  }

  @Override
  public Path normalize() {
    List<String> plain = new ArrayList<>();
    for (String name : names) {
      if (name.equals("..") && !plain.isEmpty()) {
        plain.remove(plain.size() - 1);
      } else if (!name.equals(".")) {
        plain.add(name);
      }
    }
    return with(plain);
  }

  @Override
  public Path resolve(Path other) {
    if (other.isAbsolute()) {
      return other;
    }
    List<String> all = new ArrayList<>(names);
    all.addAll(((HadoopPath) other).names);
    return with(all);
  }

  @Override
  public Path relativize(Path other) {
    if (!other.startsWith(this)) {
      throw new IllegalArgumentException(other + " does not lie in " + this);
    }
    return relative(((HadoopPath) other).names.subList(names.size(), other.getNameCount()));
  }

  @Override
  public URI toUri() {
    return hadoop().toUri();
  }

  @Override
  public Path toAbsolutePath() {
    return absolute ? this : new HadoopPath(files, true, names);
  }

  @Override
  public Path toRealPath(LinkOption... options) {
    return toAbsolutePath().normalize();
  }

  @Override
  public WatchKey register(WatchService watcher, Kind<?>[] events, Modifier... modifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int compareTo(Path other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HadoopPath that
        && that.files == files
        && that.absolute == absolute
        && that.names.equals(names);
  }

  @Override
  public int hashCode() {
    return Objects.hash(absolute, names);
  }

  @Override
  public String toString() {
    return absolute ? hadoop().toString() : String.join("/", names);
  }
}
