package org.sistercityimpact.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A TrueType font read in place: nothing is parsed before it is asked for, so that a 3 MB font of
 * Chinese characters costs nothing until a page needs one of them. Immutable after construction, so
 * threads share it.
 */
final class TrueTypeFile {
  private record Table(int offset, int length) {}

  private final ByteBuffer data;
  private final Map<String, Table> tables = new LinkedHashMap<>();
  private final int cmap;
  private final boolean longOffsets;
  private final int metricCount;
  final int unitsPerEm;
  final int glyphCount;

  /** Takes the file's bytes; throws IllegalArgumentException when it is not TrueType outlines. */
  TrueTypeFile(byte[] bytes) {
    data = ByteBuffer.wrap(bytes);
    int count = u16(4);
    for (int i = 0; i < count; i++) {
      int entry = 12 + 16 * i;
      String tag = new String(bytes, entry, 4, StandardCharsets.ISO_8859_1);
      tables.put(tag, new Table(data.getInt(entry + 8), data.getInt(entry + 12)));
    }
    if (!tables.containsKey("glyf")) {
      throw new IllegalArgumentException("no TrueType outlines (table glyf) in it");
    }
    unitsPerEm = u16(at("head") + 18);
    longOffsets = u16(at("head") + 50) == 1;
    glyphCount = u16(at("maxp") + 4);
    metricCount = u16(at("hhea") + 34);
    cmap = unicodeMap();
  }

  private int unicodeMap() {
    int best = -1;
    int base = at("cmap");
    for (int i = 0; i < u16(base + 2); i++) {
      int platform = u16(base + 4 + 8 * i);
      int subtable = base + data.getInt(base + 8 + 8 * i);
      int format = u16(subtable);
      boolean unicode = platform == 0 || platform == 3;
      if (unicode && (format == 12 || format == 4 && best < 0)) {
        best = subtable;
      }
    }
    if (best < 0) {
      throw new IllegalArgumentException("no Unicode character map in it");
    }
    return best;
  }

  /** The glyph of a character, 0 when the font has none. */
  int glyph(int codePoint) {
    return u16(cmap) == 12 ? glyphOfGroups(codePoint) : glyphOfSegments(codePoint);
  }

  private int glyphOfGroups(int codePoint) {
    int low = 0;
    int high = data.getInt(cmap + 12) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int group = cmap + 16 + 12 * middle;
      if (codePoint < data.getInt(group)) {
        high = middle - 1;
      } else if (codePoint > data.getInt(group + 4)) {
        low = middle + 1;
      } else {
        return data.getInt(group + 8) + codePoint - data.getInt(group);
      }
    }
    return 0;
  }

  private int glyphOfSegments(int codePoint) {
    int twice = u16(cmap + 6);
    for (int i = 0; i < twice && codePoint <= 0xFFFF; i += 2) {
      if (codePoint <= u16(cmap + 14 + i)) {
        int start = u16(cmap + 16 + twice + i);
        int delta = u16(cmap + 16 + 2 * twice + i);
        int rangeAt = cmap + 16 + 3 * twice + i;
        if (codePoint < start) {
          return 0;
        }
        if (u16(rangeAt) == 0) {
          return codePoint + delta & 0xFFFF;
        }
        int glyph = u16(rangeAt + u16(rangeAt) + 2 * (codePoint - start));
        return glyph == 0 ? 0 : glyph + delta & 0xFFFF;
      }
    }
    return 0;
  }

  /** Advance width in font units. */
  int advance(int glyph) {
    return u16(at("hmtx") + 4 * Math.min(glyph, metricCount - 1));
  }

  private int bearing(int glyph) {
    int base = at("hmtx");
    return glyph < metricCount
        ? u16(base + 4 * glyph + 2)
        : u16(base + 4 * metricCount + 2 * (glyph - metricCount));
  }

  /** Whether the font itself is bold, so that the JDK does not thicken it once more. */
  boolean isBold() {
    return (u16(at("head") + 44) & 1) != 0 || (u16(at("OS/2") + 62) & 0x20) != 0;
  }

  boolean isItalic() {
    return (u16(at("head") + 44) & 2) != 0 || (u16(at("OS/2") + 62) & 1) != 0;
  }

  /** xMin, yMin, xMax, yMax, ascent, descent, all in thousandths of the em. */
  int[] extent() {
    int head = at("head");
    int hhea = at("hhea");
    int[] values = {
      s16(head + 36), s16(head + 38), s16(head + 40), s16(head + 42), s16(hhea + 4), s16(hhea + 6)
    };
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] * 1000 / unitsPerEm;
    }
    return values;
  }

  /**
   * A font file with only these glyphs, under their old numbers, so that content can be written
   * before the set is known.
   */
  byte[] subset(BitSet wanted) {
    BitSet glyphs = (BitSet) wanted.clone();
    glyphs.set(0);
    for (int g = glyphs.nextSetBit(0); g >= 0; g = glyphs.nextSetBit(g + 1)) {
      addComponents(g, glyphs);
    }
    int count = glyphs.length();
    ByteArrayOutputStream outlines = new ByteArrayOutputStream();
    ByteBuffer offsets = ByteBuffer.allocate(4 * (count + 1));
    ByteBuffer metrics = ByteBuffer.allocate(4 * count);
    for (int g = 0; g < count; g++) {
      offsets.putInt(outlines.size());
      if (glyphs.get(g)) {
        int start = outline(g);
        outlines.write(data.array(), start, outline(g + 1) - start);
        while (outlines.size() % 4 != 0) {
          outlines.write(0);
        }
        metrics.putShort((short) advance(g)).putShort((short) bearing(g));
      } else {
        metrics.putInt(0);
      }
    }
    offsets.putInt(outlines.size());
    Map<String, byte[]> kept = new LinkedHashMap<>();
    kept.put("glyf", outlines.toByteArray());
    kept.put("head", with(copy("head"), 50, 1, 8, 0, 10, 0));
    kept.put("hhea", with(copy("hhea"), 34, count));
    kept.put("hmtx", metrics.array());
    kept.put("loca", offsets.array());
    kept.put("maxp", with(copy("maxp"), 4, count));
    return assemble(kept);
  }

  private void addComponents(int glyph, BitSet glyphs) {
    int start = outline(glyph);
    if (start == outline(glyph + 1) || s16(start) >= 0) {
      return;
    }
    int at = start + 10;
    int flags;
    do {
      flags = u16(at);
      int component = u16(at + 2);
      if (!glyphs.get(component)) {
        glyphs.set(component);
        addComponents(component, glyphs);
      }
      at += 4 + ((flags & 1) != 0 ? 4 : 2);
      at += (flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0;
    } while ((flags & 0x20) != 0);
  }

  private int outline(int glyph) {
    int loca = at("loca");
    int offset = longOffsets ? data.getInt(loca + 4 * glyph) : 2 * u16(loca + 2 * glyph);
    return at("glyf") + offset;
  }

  private static byte[] with(byte[] table, int... offsetsAndValues) {
    ByteBuffer buffer = ByteBuffer.wrap(table);
    for (int i = 0; i < offsetsAndValues.length; i += 2) {
      buffer.putShort(offsetsAndValues[i], (short) offsetsAndValues[i + 1]);
    }
    return table;
  }

  private static byte[] assemble(Map<String, byte[]> kept) {
    int offset = 12 + 16 * kept.size();
    int size = offset;
    for (byte[] table : kept.values()) {
      size += table.length + 3 & ~3;
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    int power = Integer.highestOneBit(kept.size());
    out.putInt(0x00010000).putShort((short) kept.size()).putShort((short) (power * 16));
    out.putShort((short) Integer.numberOfTrailingZeros(power));
    out.putShort((short) (kept.size() * 16 - power * 16));
    int headAt = 0;
    for (Map.Entry<String, byte[]> table : kept.entrySet()) {
      byte[] bytes = table.getValue();
      out.put(table.getKey().getBytes(StandardCharsets.ISO_8859_1));
      out.putInt(checksum(bytes)).putInt(offset).putInt(bytes.length);
      System.arraycopy(bytes, 0, out.array(), offset, bytes.length);
      headAt = table.getKey().equals("head") ? offset : headAt;
      offset += bytes.length + 3 & ~3;
    }
    out.putInt(headAt + 8, 0xB1B0AFBA - checksum(out.array()));
    return out.array();
  }

  private static int checksum(byte[] bytes) {
    int sum = 0;
    for (int i = 0; i < bytes.length; i++) {
      sum += (bytes[i] & 255) << 24 - 8 * (i & 3);
    }
    return sum;
  }

  private byte[] copy(String tag) {
    Table table = tables.get(tag);
    return java.util.Arrays.copyOfRange(data.array(), table.offset, table.offset + table.length);
  }

  private int at(String tag) {
    Table table = tables.get(tag);
    if (table == null) {
      throw new IllegalArgumentException("no table " + tag + " in it");
    }
    return table.offset;
  }

  private int u16(int offset) {
    return data.getShort(offset) & 0xFFFF;
  }

  private int s16(int offset) {
    return data.getShort(offset);
  }
}
