package org.sistercityimpact.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sistercityimpact.check.Content;

/** The bytes of files that nobody changes, held where they are few. */
public final class FileContent {
  /** Files larger than this are not held in memory. */
  static final long LARGE = 8L << 20;

  private FileContent() {}

  /** The bytes of the file at a path. */
  public static Content of(Path file) throws IOException {
    long size = Files.size(file);
    if (size <= LARGE) {
      return Content.of(Files.readAllBytes(file));
    }
    return new Content() {
      @Override
      public long size() {
        return size;
      }

      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(file);
      }

      @Override
      public byte[] held() {
        return null;
      }
    };
  }
}
