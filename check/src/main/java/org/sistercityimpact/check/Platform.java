package org.sistercityimpact.check;

import com.ibm.icu.text.Normalizer2;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What the checker needs of the platform that it runs on: all that is not plain computing. In a
 * browser another class takes the place of this one.
 */
final class Platform {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
  private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

  private Platform() {}

  /** Bytes from a place on as text; null where they are none in that charset of Java. */
  static String decoded(byte[] bytes, int from, String charset) {
    if (charset.equals(UTF_8)) {
      // The intrinsic decoder is several times faster than the reporting one; only a replacement
      // character in its answer leaves open whether the bytes were sound.
      String fast = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
      if (fast.indexOf('\uFFFD') < 0) {
        return fast;
      }
    }
    try {
      return decoder(charset).decode(ByteBuffer.wrap(bytes, from, bytes.length - from)).toString();
    } catch (CharacterCodingException notThisOne) {
      return null;
    }
  }

  /** Decodes piece by piece; a {@link CharacterCodingException} where bytes are none. */
  static Reader reader(InputStream in, String charset) {
    return new InputStreamReader(in, decoder(charset));
  }

  private static CharsetDecoder decoder(String charset) {
    return Charset.forName(charset)
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** A text of ASCII alone in lower case. */
  static String lowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** In Unicode's composed form (NFC). */
  static String composed(String text) {
    return NFC.normalize(text);
  }

  /** In Unicode's decomposed form (NFD). */
  static String decomposed(String text) {
    return NFD.normalize(text);
  }
}
