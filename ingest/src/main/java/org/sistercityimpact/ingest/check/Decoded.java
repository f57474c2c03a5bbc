package org.sistercityimpact.ingest.check;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * A file's bytes as text.
 *
 * @param text without its byte order mark
 * @param guess name of the encoding when it had to be guessed; null when it was certain
 */
record Decoded(String text, String guess) {
  // Below this ICU's guesses were more often wrong than right on real exports.
  private static final int LEAST_CONFIDENCE = 40;

  private static final String WESTERN = "windows-1252";

  /** Of one byte a letter. A single accent in a Latin name looks like one of theirs to ICU. */
  private static final Set<String> OTHER_ALPHABETS =
      Set.of(
          "KOI8-R",
          "windows-1251",
          "windows-1253",
          "windows-1255",
          "windows-1256",
          "ISO-8859-5",
          "ISO-8859-6",
          "ISO-8859-7",
          "ISO-8859-8",
          "ISO-8859-8-I");

  /**
   * Decodes by the byte order mark, else as strict UTF-8, else by ICU's guess, else, where nothing
   * but single accents are to be read, as Windows does in the West; null when none of them reads
   * every byte.
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
    // A mark that lied belongs to no cell all the same.
    byte[] rest = isMarkedUtf8(bytes) ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    byte[] foreign = foreignCells(rest);
    Decoded guessed = guessed(rest, foreign);
    if (guessed == null) {
      guessed = guessed(rest, rest);
    }
    return guessed == null && hasLoneAccents(foreign) ? read(rest, WESTERN) : guessed;
  }

  private static boolean isMarkedUtf8(byte[] bytes) {
    return startsWith(bytes, 0xEF, 0xBB, 0xBF);
  }

  private static Decoded guessed(byte[] bytes, byte[] evidence) {
    CharsetDetector detector = new CharsetDetector();
    detector.setText(evidence);
    boolean latin = hasLoneAccents(evidence);
    for (CharsetMatch match : detector.detectAll()) {
      if (match.getConfidence() < LEAST_CONFIDENCE) {
        return null;
      }
      boolean possible = !latin || !OTHER_ALPHABETS.contains(match.getName());
      Decoded text = possible ? read(bytes, match.getName()) : null;
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  private static Decoded read(byte[] bytes, String charset) {
    if (!Charset.isSupported(charset)) {
      return null;
    }
    String text = strict(bytes, 0, Charset.forName(charset));
    return text != null && usable(text) ? new Decoded(text, charset) : null;
  }

  /**
   * Whether no two letters beyond ASCII stand side by side, as they do in any other alphabet, and
   * all are letters or signs of western Europe. Such a few tell ICU too little.
   */
  private static boolean hasLoneAccents(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      boolean foreign = bytes[i] < 0;
      if (foreign && ((bytes[i] & 0xFF) < 0xA0 || i > 0 && bytes[i - 1] < 0)) {
        return false;
      }
    }
    return true;
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
