package org.sistercityimpact.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The bytes of a file as received, which are read from the first on as often as it takes. */
public interface Content {
  /** How many there are. */
  long size();

  /** Begins to read them. */
  InputStream open() throws IOException;

  /** All of them, where they lie in memory anyway; null: they are too many. */
  byte[] held();

  /** Bytes that lie in memory, which nobody changes. */
  static Content of(byte[] bytes) {
    return new Content() {
      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }

      @Override
      public byte[] held() {
        return bytes;
      }
    };
  }

  /** The first bytes, at most {@code count} of them. */
  default byte[] first(int count) {
    try (InputStream in = open()) {
      return in.readNBytes(count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
