package org.sistercityimpact.ingest.check;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A file's bytes as text.
 *
 * @param text without its byte order mark
 * @param guess name of the encoding when it had to be guessed; null when it was certain
 */
record Decoded(String text, String guess) {
  // Below this ICU's guesses were more often wrong than right on real exports.
  private static final int LEAST_CONFIDENCE = 40;

  /**
   * Decodes by the byte order mark, else as strict UTF-8, else by ICU's guess; null when none of
   * them reads every byte.
   */
  static Decoded of(byte[] bytes) {
    Decoded marked = byMark(bytes);
    if (marked != null) {
      return usable(marked.text) ? marked : null;
    }
    String text = strict(bytes, 0, StandardCharsets.UTF_8);
    if (text != null && usable(text)) {
      return new Decoded(text, null);
    }
    Decoded guessed = guessed(bytes, foreignCells(bytes));
    return guessed != null ? guessed : guessed(bytes, bytes);
  }

  private static Decoded guessed(byte[] bytes, byte[] evidence) {
    CharsetDetector detector = new CharsetDetector();
    detector.setText(evidence);
    for (CharsetMatch match : detector.detectAll()) {
      if (match.getConfidence() < LEAST_CONFIDENCE) {
        return null;
      }
      if (Charset.isSupported(match.getName())) {
        String text = strict(bytes, 0, Charset.forName(match.getName()));
        if (text != null && usable(text)) {
          return new Decoded(text, match.getName());
        }
      }
    }
    return null;
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
        cells.write(' ');
      }
      start = i + 1;
      foreign = false;
    }
    return cells.toByteArray();
  }

  private static Decoded byMark(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
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
    return text == null ? null : new Decoded(text, null);
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
