package org.sistercityimpact.pdf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A TrueType font read in place: hardly anything is parsed before it is asked for, so that a 3 MB
 * font of Chinese characters costs nothing until a page needs one of them. Immutable after
 * construction, so threads share it.
 */
final class TrueTypeFile {
  private record Table(int offset, int length) {}

  private final ByteBuffer data;
  private final Map<String, Table> tables = new LinkedHashMap<>();

  /** Up to here a text's characters are mostly found, so their glyphs are looked up beforehand. */
  private static final int LATIN_END = 0x250;

  private final int cmap;
  private final boolean longOffsets;
  private final int metrics;
  private final int metricCount;
  private final int[] latin = new int[LATIN_END];
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
    metrics = at("hmtx");
    metricCount = u16(at("hhea") + 34);
    cmap = unicodeMap();
    for (int c = 0; c < LATIN_END; c++) {
      latin[c] = find(c);
    }
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
    return codePoint < LATIN_END ? latin[codePoint] : find(codePoint);
  }

  private int find(int codePoint) {
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
    return u16(metrics + 4 * Math.min(glyph, metricCount - 1));
  }

  int bearing(int glyph) {
    return glyph < metricCount
        ? u16(metrics + 4 * glyph + 2)
        : u16(metrics + 4 * metricCount + 2 * (glyph - metricCount));
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

  /** Where a glyph's outline starts; it ends where the next one's starts. */
  int outline(int glyph) {
    int loca = at("loca");
    int offset = longOffsets ? data.getInt(loca + 4 * glyph) : 2 * u16(loca + 2 * glyph);
    return at("glyf") + offset;
  }

  byte[] bytes(int from, int to) {
    return java.util.Arrays.copyOfRange(data.array(), from, to);
  }

  byte[] copy(String tag) {
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

  int u16(int offset) {
    return data.getShort(offset) & 0xFFFF;
  }

  int s16(int offset) {
    return data.getShort(offset);
  }
}
