package org.sistercityimpact.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.function.Predicate;

/**
 * What a file says, piece by piece: a file that is held in memory is one piece, of another one no
 * more is held than a piece. It may be gone through again and again.
 */
final class Text {
  private static final int PIECE = 1 << 19;

  private final String first;
  private final Content content;
  private final int skip;
  private final Encoding encoding;

  /** A text on its way from the beginning to the end. */
  interface Pieces {
    /** The next piece, which is not empty; null at the end. */
    String next();
  }

  /** A text that begins so; of which that is all where there is no {@code content}. */
  private Text(String first, Content content, int skip, Encoding encoding) {
    this.first = first;
    this.content = content;
    this.skip = skip;
    this.encoding = encoding;
  }

  /** A text that lies in memory. */
  static Text of(String text) {
    return new Text(text, null, 0, null);
  }

  /**
   * Bytes as text.
   *
   * @param skip bytes in front that are no part of it
   * @param usable what every piece must be
   * @return null where they are none in that encoding, or a piece is not usable
   */
  static Text decoded(Content content, int skip, Encoding encoding, Predicate<String> usable) {
    if (content.held() != null) {
      String whole = Platform.decoded(content.held(), skip, encoding.charset());
      return whole != null && usable.test(whole) ? of(whole) : null;
    }
    try (Decoding pieces = new Decoding(content, skip, encoding)) {
      String first = pieces.read();
      for (String piece = first; piece != null; piece = pieces.read()) {
        if (!usable.test(piece)) {
          return null;
        }
      }
      return first == null ? of("") : new Text(first, content, skip, encoding);
    } catch (CharacterCodingException notThisOne) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first piece: of a small file all; "" of an empty one. */
  String beginning() {
    return first;
  }

  /** Begins at the beginning. Nothing is open before the second piece, nor behind the last. */
  Pieces pieces() {
    return new Pieces() {
      private Decoding rest;
      private boolean begun;

      @Override
      public String next() {
        if (!begun) {
          begun = true;
          return first.isEmpty() ? null : first;
        }
        if (content == null) {
          return null;
        }
        if (rest == null) {
          rest = new Decoding(content, skip, encoding);
          rest.next();
        }
        return rest.next();
      }
    };
  }

  /** Whether any piece is of that kind. */
  boolean any(Predicate<String> kind) {
    Pieces pieces = pieces();
    boolean found = false;
    for (String piece = pieces.next(); piece != null; piece = pieces.next()) {
      found = found || kind.test(piece);
    }
    return found;
  }

  /** Pieces of a file that is not held. */
  private static final class Decoding implements Pieces, AutoCloseable {
    private final Content content;
    private final int skip;
    private final Encoding encoding;
    private final char[] buffer = new char[PIECE];
    private Reader reader;

    Decoding(Content content, int skip, Encoding encoding) {
      this.content = content;
      this.skip = skip;
      this.encoding = encoding;
    }

    @Override
    public String next() {
      try {
        return read();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String read() throws IOException {
      if (reader == null) {
        InputStream in = content.open();
        in.skipNBytes(skip);
        reader = Platform.reader(in, encoding.charset());
      }
      int filled = 0;
      int read;
      while (filled < PIECE && (read = reader.read(buffer, filled, PIECE - filled)) > 0) {
        filled += read;
      }
      if (filled == 0) {
        close();
        return null;
      }
      return new String(buffer, 0, filled);
    }

    @Override
    public void close() {
      try {
        if (reader != null) {
          reader.close();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
