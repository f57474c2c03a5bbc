package org.sistercityimpact.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A file's bytes as text.
 *
 * @param text without its byte order mark
 * @param guess the encoding when it had to be guessed; null when it was certain
 * @param other the same bytes in an encoding that is as likely; null where {@code text} is meant
 */
record Decoded(Text text, Encoding guess, Decoded other) {
  // What a guess looks at: names of partners repeat, and more of them say nothing new.
  private static final int MOST_FOREIGN = 4 << 20;

  /**
   * Decodes by the byte order mark, else as strict UTF-8, else by the guess that makes words of it;
   * null when none of them does.
   */
  static Decoded of(Content content) {
    byte[] first = content.first(4);
    Decoded marked = byMark(content, first);
    if (marked != null) {
      return marked.text.any(piece -> !usable(piece)) ? null : marked;
    }
    Text text = Text.decoded(content, 0, Encoding.UTF_8, piece -> true);
    if (text != null && !text.any(piece -> !usable(piece))) {
      return new Decoded(text, null, null);
    }
    Decoded unmarked = unmarkedUtf16(content);
    if (text != null || unmarked != null) {
      return unmarked;
    }
    // A mark that lied belongs to no cell all the same.
    int skip = isMarkedUtf8(first) ? 3 : 0;
    EncodingGuess guess = EncodingGuess.of(foreignCells(content, skip));
    if (guess.best() == null) {
      return null;
    }
    Decoded other = guess.rival() == null ? null : read(content, skip, guess.rival(), null);
    return read(content, skip, guess.best(), other);
  }

  /** In which encoding the bytes were read that this text came of. */
  Encoding encoding(Content content) {
    if (guess != null) {
      return guess;
    }
    byte[] first = content.first(4);
    if (startsWith(first, 0xFF, 0xFE, 0, 0)) {
      return Encoding.UTF_32LE;
    }
    return startsWith(first, 0xFE, 0xFF)
        ? Encoding.UTF_16BE
        : startsWith(first, 0xFF, 0xFE) ? Encoding.UTF_16LE : Encoding.UTF_8;
  }

  /** How many bytes stand in front of the text. */
  int mark(Content content) {
    boolean isMarkedUtf8 = isMarkedUtf8(content.first(4));
    return switch (encoding(content)) {
      case UTF_8 -> isMarkedUtf8 ? 3 : 0;
      case UTF_16LE, UTF_16BE -> guess == null ? 2 : 0;
      case UTF_32LE -> 4;
      default -> isMarkedUtf8 ? 3 : 0;
    };
  }

  private static Decoded read(Content content, int skip, Encoding encoding, Decoded other) {
    Text text =
        Text.decoded(
            content, skip, encoding, piece -> usable(piece) && EncodingGuess.isText(piece));
    return text == null ? null : new Decoded(text, encoding, other);
  }

  /** Nearly every second byte of it is zero, for nearly all of a table is ASCII. */
  private static Decoded unmarkedUtf16(Content content) {
    long[] zeros = new long[2];
    each(
        content,
        0,
        (bytes, from, count) -> {
          for (int i = 0; i < count; i++) {
            zeros[(int) ((from + i) % 2)] += bytes[i] == 0 ? 1 : 0;
          }
          return true;
        });
    long most = Math.max(zeros[0], zeros[1]);
    Encoding encoding = zeros[1] > zeros[0] ? Encoding.UTF_16LE : Encoding.UTF_16BE;
    return most > content.size() / 4 ? read(content, 0, encoding, null) : null;
  }

  private static boolean isMarkedUtf8(byte[] bytes) {
    return startsWith(bytes, 0xEF, 0xBB, 0xBF);
  }

  /**
   * Only the cells that hold other bytes than ASCII: ids, words of lists and numbers say nothing
   * about the encoding, and drown the few names that do.
   */
  private static byte[] foreignCells(Content content, int skip) {
    ByteArrayOutputStream cells = new ByteArrayOutputStream();
    ByteArrayOutputStream cell = new ByteArrayOutputStream();
    boolean[] foreign = new boolean[1];
    each(
        content,
        skip,
        (bytes, from, count) -> {
          for (int i = 0; i < count && cells.size() < MOST_FOREIGN; i++) {
            if (",;|\"\t\r\n".indexOf(bytes[i]) < 0) {
              foreign[0] |= bytes[i] < 0;
              cell.write(bytes[i]);
            } else {
              end(cell, foreign, cells);
            }
          }
          return cells.size() < MOST_FOREIGN;
        });
    end(cell, foreign, cells);
    return cells.toByteArray();
  }

  private static void end(
      ByteArrayOutputStream cell, boolean[] foreign, ByteArrayOutputStream cells) {
    if (foreign[0]) {
      cells.write(cell.toByteArray(), 0, cell.size());
      cells.write('\n');
    }
    cell.reset();
    foreign[0] = false;
  }

  /** Takes some bytes and how many stand before them; false: no more are wanted. */
  private interface Taker {
    boolean take(byte[] bytes, long from, int count);
  }

  private static void each(Content content, int skip, Taker taker) {
    try (InputStream in = content.open()) {
      in.skipNBytes(skip);
      byte[] bytes = new byte[1 << 16];
      long from = 0;
      for (int count = in.read(bytes); count > 0; count = in.read(bytes)) {
        if (!taker.take(bytes, from, count)) {
          return;
        }
        from += count;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Decoded byMark(Content content, byte[] first) {
    if (isMarkedUtf8(first)) {
      return marked(content, 3, Encoding.UTF_8);
    }
    if (startsWith(first, 0xFF, 0xFE, 0, 0)) {
      return marked(content, 4, Encoding.UTF_32LE);
    }
    if (startsWith(first, 0xFE, 0xFF)) {
      return marked(content, 2, Encoding.UTF_16BE);
    }
    if (startsWith(first, 0xFF, 0xFE)) {
      return marked(content, 2, Encoding.UTF_16LE);
    }
    return null;
  }

  /** A mark with other bytes behind it is no mark: then the guess decides. */
  private static Decoded marked(Content content, int from, Encoding encoding) {
    Text text = Text.decoded(content, from, encoding, piece -> true);
    return text == null ? null : new Decoded(text, null, null);
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Text files hold no NUL; what does is another encoding, or no text at all. */
  private static boolean usable(String text) {
    return text.indexOf('\0') < 0;
  }
}
