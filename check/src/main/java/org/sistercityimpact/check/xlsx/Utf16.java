package org.sistercityimpact.check.xlsx;

import java.util.Arrays;

/** A part in UTF-16, which XML allows and some old programs wrote, as UTF-8. */
final class Utf16 implements Source {
  private static final char REPLACEMENT = '\uFFFD';

  private final Source source;
  private final boolean bigEndian;
  private byte[] raw = new byte[0];
  private int kept;
  private int high;
  private boolean ended;

  Utf16(Source source, byte[] first) {
    this.source = source;
    bigEndian = (first[0] & 0xFF) == 0xFE || first[0] == 0;
  }

  /** Whether the first two bytes are a mark of UTF-16, or half of them are of "&lt;". */
  static boolean isMarkedBy(byte[] first) {
    int a = first[0] & 0xFF;
    int b = first[1] & 0xFF;
    return a == 0xFE && b == 0xFF
        || a == 0xFF && b == 0xFE
        || a == 0 && b == '<'
        || a == '<' && b == 0;
  }

  @Override
  public int read(byte[] into, int at, int length) throws Unreadable {
    // A unit is three bytes at most, and one may wait from before.
    int units = length / 3 - 2;
    if (raw.length < 2 * units) {
      raw = Arrays.copyOf(raw, 2 * units);
    }
    int to = at;
    while (to == at && !ended) {
      int read = source.read(raw, kept, 2 * units - kept);
      int have = kept + Math.max(0, read);
      for (int i = 0; i + 1 < have; i += 2) {
        int unit =
            bigEndian
                ? (raw[i] & 0xFF) << 8 | raw[i + 1] & 0xFF
                : (raw[i + 1] & 0xFF) << 8 | raw[i] & 0xFF;
        to = put(unit, into, to);
      }
      kept = have & 1;
      if (kept == 1) {
        raw[0] = raw[have - 1];
      }
      if (read < 0) {
        ended = true;
        to = high == 0 ? to : encode(REPLACEMENT, into, to);
      }
    }
    return to == at ? -1 : to - at;
  }

  @Override
  public void close() {
    source.close();
  }

  private int put(int unit, byte[] into, int at) {
    int to = at;
    if (high != 0) {
      int pair = high;
      high = 0;
      if (Character.isLowSurrogate((char) unit)) {
        return encode(Character.toCodePoint((char) pair, (char) unit), into, to);
      }
      to = encode(REPLACEMENT, into, to);
    }
    if (Character.isHighSurrogate((char) unit)) {
      high = unit;
      return to;
    }
    return encode(Character.isLowSurrogate((char) unit) ? REPLACEMENT : unit, into, to);
  }

  private static int encode(int point, byte[] into, int at) {
    int to = at;
    if (point < 0x80) {
      into[to++] = (byte) point;
    } else if (point < 0x800) {
      into[to++] = (byte) (0xC0 | point >> 6);
      into[to++] = (byte) (0x80 | point & 0x3F);
    } else if (point < 0x10000) {
      into[to++] = (byte) (0xE0 | point >> 12);
      into[to++] = (byte) (0x80 | point >> 6 & 0x3F);
      into[to++] = (byte) (0x80 | point & 0x3F);
    } else {
      into[to++] = (byte) (0xF0 | point >> 18);
      into[to++] = (byte) (0x80 | point >> 12 & 0x3F);
      into[to++] = (byte) (0x80 | point >> 6 & 0x3F);
      into[to++] = (byte) (0x80 | point & 0x3F);
    }
    return to;
  }
}
