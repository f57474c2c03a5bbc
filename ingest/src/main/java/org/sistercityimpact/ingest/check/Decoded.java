package org.sistercityimpact.ingest.check;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A file's bytes as text.
 *
 * @param text without its byte order mark
 * @param guess the encoding when it had to be guessed; null when it was certain
 * @param other the same bytes in an encoding that is as likely; null where {@code text} is meant
 */
record Decoded(String text, Encoding guess, Decoded other) {
  /**
   * Decodes by the byte order mark, else as strict UTF-8, else by the guess that makes words of it;
   * null when none of them does.
   */
  static Decoded of(byte[] bytes) {
    Decoded marked = byMark(bytes);
    if (marked != null) {
      return usable(marked.text) ? marked : null;
    }
    String text = strict(bytes, 0, StandardCharsets.UTF_8);
    if (text != null) {
      return usable(text) ? new Decoded(text, null, null) : unmarkedUtf16(bytes);
    }
    // A mark that lied belongs to no cell all the same.
    byte[] rest = isMarkedUtf8(bytes) ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    EncodingGuess guess = EncodingGuess.of(foreignCells(rest));
    if (guess.best() == null) {
      return null;
    }
    Decoded other = guess.rival() == null ? null : read(rest, guess.rival(), null);
    return read(rest, guess.best(), other);
  }

  private static Decoded read(byte[] bytes, Encoding encoding, Decoded other) {
    String text = EncodingGuess.decoded(bytes, encoding);
    return text != null && usable(text) ? new Decoded(text, encoding, other) : null;
  }

  /** Nearly every second byte of it is zero, for nearly all of a table is ASCII. */
  private static Decoded unmarkedUtf16(byte[] bytes) {
    int[] zeros = new int[2];
    for (int i = 0; i < bytes.length; i++) {
      zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
    }
    int most = Math.max(zeros[0], zeros[1]);
    Encoding encoding = zeros[1] > zeros[0] ? Encoding.UTF_16LE : Encoding.UTF_16BE;
    return most > bytes.length / 4 ? read(bytes, encoding, null) : null;
  }

  private static boolean isMarkedUtf8(byte[] bytes) {
    return startsWith(bytes, 0xEF, 0xBB, 0xBF);
  }

  /**
   * Only the cells that hold other bytes than ASCII: ids, words of lists and numbers say nothing
   * about the encoding, and drown the few names that do.
   */
  private static byte[] foreignCells(byte[] bytes) {
    ByteArrayOutputStream cells = new ByteArrayOutputStream();
    int start = 0;
    boolean foreign = false;
    for (int i = 0; i <= bytes.length; i++) {
      if (i < bytes.length && ",;|\"\t\r\n".indexOf(bytes[i]) < 0) {
        foreign |= bytes[i] < 0;
        continue;
      }
      if (foreign) {
        cells.write(bytes, start, i - start);
        cells.write('\n');
      }
      start = i + 1;
      foreign = false;
    }
    return cells.toByteArray();
  }

  private static Decoded byMark(byte[] bytes) {
    if (isMarkedUtf8(bytes)) {
      return marked(bytes, 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
      return marked(bytes, 4, Charset.forName("UTF-32LE"));
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return marked(bytes, 2, StandardCharsets.UTF_16BE);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return marked(bytes, 2, StandardCharsets.UTF_16LE);
    }
    return null;
  }

  /** A mark with other bytes behind it is no mark: then the guess decides. */
  private static Decoded marked(byte[] bytes, int from, Charset charset) {
    String text = strict(bytes, from, charset);
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

  private static String strict(byte[] bytes, int from, Charset charset) {
    if (charset == StandardCharsets.UTF_8) {
      // The intrinsic decoder is several times faster than the reporting one; only a replacement
      // character in its answer leaves open whether the bytes were sound.
      String fast = new String(bytes, from, bytes.length - from, charset);
      if (fast.indexOf('\uFFFD') < 0) {
        return fast;
      }
    }
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
          .toString();
    } catch (CharacterCodingException notThisOne) {
      return null;
    }
  }
}
