package org.sistercityimpact.spark.hadoop;

import static org.apache.hadoop.fs.Options.CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE;

import java.io.FileNotFoundException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * What can be done with files of Hadoop storage: read, write whole, list, rename, delete. A file
 * opened with {@link StandardOpenOption#CREATE_NEW} appears whole, and only if no other of its name
 * is there; storage that cannot promise this refuses with {@link AtomicMoveNotSupportedException}.
 */
final class HadoopProvider extends FileSystemProvider {
  /** Storage whose rename is one step and never replaces a file. */
  private static final Set<String> ATOMIC_RENAME = Set.of("hdfs", "webhdfs", "swebhdfs", "viewfs");

  private final FileSystem files;

  HadoopProvider(FileSystem files) {
    this.files = files;
  }

  private static org.apache.hadoop.fs.Path hadoop(Path path) {
    return ((HadoopPath) path).hadoop();
  }

  @Override
  public String getScheme() {
    return files.getUri().getScheme();
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (options.contains(StandardOpenOption.WRITE)) {
      throw new UnsupportedOperationException("Hadoop storage is written as streams only");
    }
    long size = status(path).getLen();
    return new HadoopChannel(files.open(hadoop(path)), size);
  }

  @Override
  public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
    try {
      return files.open(hadoop(path));
    } catch (FileNotFoundException e) {
      throw new NoSuchFileException(path.toString());
    }
  }

  @Override
  public OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
    if (!Arrays.asList(options).contains(StandardOpenOption.CREATE_NEW)) {
      return files.create(hadoop(path), true);
    }
    if (files.hasPathCapability(hadoop(path), FS_OPTION_CREATE_CONDITIONAL_OVERWRITE)) {
      return conditional(path);
    }
    if (ATOMIC_RENAME.contains(getScheme())) {
      return renamed(path);
    }
    throw new AtomicMoveNotSupportedException(
        path.toString(),
        null,
        "storage of kind %s can neither create a file only where there is none nor rename in one step"
            .formatted(getScheme()));
  }

  /** Put in its place when it is closed, where there is none yet. */
  private OutputStream conditional(Path path) throws IOException {
    OutputStream out =
        (OutputStream)
            files
                .createFile(hadoop(path))
                .overwrite(false)
                .opt(FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true)
                .build();
    return new Whole(out) {
      @Override
      void finish() throws IOException {
        try {
          out.close();
        } catch (IOException e) {
          // Each store has its own word for it.
          if (files.exists(hadoop(path))) {
            throw new FileAlreadyExistsException(path.toString());
          }
          throw e;
        }
      }
    };
  }

  /** Written aside, and given its name when it is whole. */
  private OutputStream renamed(Path path) throws IOException {
    org.apache.hadoop.fs.Path target = hadoop(path);
    org.apache.hadoop.fs.Path aside =
        new org.apache.hadoop.fs.Path(
            target.getParent(), "." + target.getName() + "." + UUID.randomUUID());
    return new Whole(files.create(aside, false)) {
      @Override
      void finish() throws IOException {
        out.close();
        if (!files.rename(aside, target)) {
          files.delete(aside, false);
          throw new FileAlreadyExistsException(path.toString());
        }
      }
    };
  }

  /** A file that is there when it is closed, and not before. */
  private abstract static class Whole extends FilterOutputStream {
    private boolean closed;

    Whole(OutputStream out) {
      super(out);
    }

    abstract void finish() throws IOException;

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        finish();
      }
    }
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    FileStatus[] found;
    try {
      found = files.listStatus(hadoop(folder));
    } catch (FileNotFoundException e) {
      throw new NoSuchFileException(folder.toString());
    }
    List<Path> inside = new ArrayList<>();
    for (FileStatus status : found) {
      Path path = ((HadoopPath) folder).listed(status);
      if (filter.accept(path)) {
        inside.add(path);
      }
    }
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return inside.iterator();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    if (files.exists(hadoop(folder))) {
      throw new FileAlreadyExistsException(folder.toString());
    }
    Path above = folder.getParent();
    if (hasPermissions() && above != null && !files.exists(hadoop(above))) {
      // Hadoop would make it, too, with everybody's rights; whoever asks makes it with the right
      // ones.
      throw new NoSuchFileException(above.toString());
    }
    files.mkdirs(hadoop(folder));
    for (FileAttribute<?> attribute : attributes) {
      if (attribute.name().equals("posix:permissions")) {
        setPermissions(folder, attribute.value());
      }
    }
  }

  /** Whether files have an owner's, a group's and others' rights, as those of this machine do. */
  boolean hasPermissions() {
    return ATOMIC_RENAME.contains(getScheme());
  }

  private void setPermissions(Path path, Object permissions) throws IOException {
    StringBuilder mode = new StringBuilder("-");
    for (PosixFilePermission each : PosixFilePermission.values()) {
      char sign = "rwx".charAt(each.ordinal() % 3);
      mode.append(((Set<?>) permissions).contains(each) ? sign : '-');
    }
    files.setPermission(hadoop(path), FsPermission.valueOf(mode.toString()));
  }

  @Override
  public void delete(Path path) throws IOException {
    FileStatus status = current(path);
    if (status.isDirectory() && files.listStatus(hadoop(path)).length > 0) {
      throw new DirectoryNotEmptyException(path.toString());
    }
    files.delete(hadoop(path), false);
  }

  @Override
  public void copy(Path from, Path to, CopyOption... options) throws IOException {
    try (InputStream in = newInputStream(from);
        OutputStream out = newOutputStream(to)) {
      in.transferTo(out);
    }
  }

  @Override
  public void move(Path from, Path to, CopyOption... options) throws IOException {
    if (Arrays.asList(options).contains(StandardCopyOption.ATOMIC_MOVE)) {
      throw new AtomicMoveNotSupportedException(from.toString(), to.toString(), "not promised");
    }
    if (Arrays.asList(options).contains(StandardCopyOption.REPLACE_EXISTING)) {
      files.delete(hadoop(to), false);
    }
    if (!files.rename(hadoop(from), hadoop(to))) {
      throw new IOException("cannot rename %s to %s".formatted(from, to));
    }
  }

  @Override
  public boolean isSameFile(Path one, Path other) {
    return one.equals(other);
  }

  @Override
  public boolean isHidden(Path path) {
    return false;
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    current(path);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return type.cast(new HadoopAttributes(status(path)));
  }

  private FileStatus status(Path path) throws IOException {
    FileStatus listed = ((HadoopPath) path).listed();
    return listed == null ? current(path) : listed;
  }

  private FileStatus current(Path path) throws IOException {
    try {
      return files.getFileStatus(hadoop(path));
    } catch (FileNotFoundException e) {
      throw new NoSuchFileException(path.toString());
    } catch (org.apache.hadoop.security.AccessControlException e) {
      throw new AccessDeniedException(path.toString());
    }
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return type == PosixFileAttributeView.class && hasPermissions()
        ? type.cast(new Permissions(path))
        : null;
  }

  /** What {@code Files.setPosixFilePermissions} asks for. */
  private final class Permissions implements PosixFileAttributeView {
    private final Path path;

    Permissions(Path path) {
      this.path = path;
    }

    @Override
    public String name() {
      return "posix";
    }

    @Override
    public PosixFileAttributes readAttributes() throws IOException {
      return new HadoopAttributes(current(path));
    }

    @Override
    public void setPermissions(Set<PosixFilePermission> permissions) throws IOException {
      HadoopProvider.this.setPermissions(path, permissions);
    }

    @Override
    public void setTimes(FileTime modified, FileTime accessed, FileTime created) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setGroup(GroupPrincipal group) {
      throw new UnsupportedOperationException();
    }

    @Override
    public UserPrincipal getOwner() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setOwner(UserPrincipal owner) {
      throw new UnsupportedOperationException();
    }
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileStore getFileStore(Path path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public java.nio.file.FileSystem newFileSystem(URI uri, Map<String, ?> settings) {
    throw new UnsupportedOperationException();
  }

  @Override
  public java.nio.file.FileSystem getFileSystem(URI uri) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Path getPath(URI uri) {
    return new HadoopFileSystem.Reach().path(uri);
  }
}
