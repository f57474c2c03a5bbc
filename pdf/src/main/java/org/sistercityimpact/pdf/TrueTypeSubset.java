package org.sistercityimpact.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes a small font file of some of a font's glyphs. */
final class TrueTypeSubset {
  private TrueTypeSubset() {}

  /**
   * A font file with only these glyphs, under their old numbers, so that content can be written
   * before the set is known.
   */
  static byte[] of(TrueTypeFile font, BitSet wanted) {
    BitSet glyphs = (BitSet) wanted.clone();
    glyphs.set(0);
    for (int g = glyphs.nextSetBit(0); g >= 0; g = glyphs.nextSetBit(g + 1)) {
      addComponents(font, g, glyphs);
    }
    int count = glyphs.length();
    ByteArrayOutputStream outlines = new ByteArrayOutputStream();
    ByteBuffer offsets = ByteBuffer.allocate(4 * (count + 1));
    ByteBuffer metrics = ByteBuffer.allocate(4 * count);
    for (int g = 0; g < count; g++) {
      offsets.putInt(outlines.size());
      if (glyphs.get(g)) {
        outlines.writeBytes(font.bytes(font.outline(g), font.outline(g + 1)));
        while (outlines.size() % 4 != 0) {
          outlines.write(0);
        }
        metrics.putShort((short) font.advance(g)).putShort((short) font.bearing(g));
      } else {
        metrics.putInt(0);
      }
    }
    offsets.putInt(outlines.size());
    Map<String, byte[]> kept = new LinkedHashMap<>();
    kept.put("glyf", outlines.toByteArray());
    kept.put("head", with(font.copy("head"), 50, 1, 8, 0, 10, 0));
    kept.put("hhea", with(font.copy("hhea"), 34, count));
    kept.put("hmtx", metrics.array());
    kept.put("loca", offsets.array());
    kept.put("maxp", with(font.copy("maxp"), 4, count));
    return assemble(kept);
  }

  private static void addComponents(TrueTypeFile font, int glyph, BitSet glyphs) {
    int start = font.outline(glyph);
    if (start == font.outline(glyph + 1) || font.s16(start) >= 0) {
      return;
    }
    int at = start + 10;
    int flags;
    do {
      flags = font.u16(at);
      int component = font.u16(at + 2);
      if (!glyphs.get(component)) {
        glyphs.set(component);
        addComponents(font, component, glyphs);
      }
      at += 4 + ((flags & 1) != 0 ? 4 : 2);
      at += (flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0;
    } while ((flags & 0x20) != 0);
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
    ByteBuffer words = ByteBuffer.wrap(bytes);
    while (words.remaining() >= 4) {
      sum += words.getInt();
    }
    for (int shift = 24; words.hasRemaining(); shift -= 8) {
      sum += (words.get() & 255) << shift;
    }
    return sum;
  }
}
