package org.sistercityimpact.spark.hadoop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * This machine's files without Hadoop's habit of starting a {@code chmod} process for each one,
 * nine of them for a small table: most of the time that a small table took.
 */
public final class LocalFiles extends LocalFileSystem {
  /** Made by Hadoop, by name. */
  public LocalFiles() {
    super(new SameProcess());
  }

  private static final class SameProcess extends RawLocalFileSystem {
    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      try {
        Files.setPosixFilePermissions(
            pathToFile(path).toPath(),
            PosixFilePermissions.fromString(permission.toString().substring(0, 9)));
      } catch (UnsupportedOperationException notPosix) {
        super.setPermission(path, permission);
      }
    }
  }
}
