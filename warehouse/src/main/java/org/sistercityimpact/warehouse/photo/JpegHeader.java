package org.sistercityimpact.warehouse.photo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What the segments before the pixels of a JPEG say of them.
 *
 * @param components 1: gray, 3: color, 4: inks; 0: it has no such segment
 * @param orientation of Exif, 1 to 8: how the camera was held; 1: upright, or not said
 */
record JpegHeader(int components, int orientation) {
  private static final int ORIENTATION = 0x0112;
  private static final int LONGEST_FOLDER = 512;

  static JpegHeader of(byte[] bytes) {
    int components = 0;
    int orientation = 1;
    int at = 2;
    while (at + 4 <= bytes.length && (bytes[at] & 0xFF) == 0xFF) {
      int marker = bytes[at + 1] & 0xFF;
      if (marker == 0xFF) {
        at++;
        continue;
      }
      int length = (bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF;
      boolean isFrame =
          marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
      if (isFrame && at + 9 < bytes.length) {
        components = bytes[at + 9];
      }
      if (marker == 0xE1 && at + 2 + length <= bytes.length) {
        orientation = orientation(ByteBuffer.wrap(bytes, at + 4, Math.max(0, length - 2)).slice());
      }
      if (marker == 0xDA || length < 2) {
        break;
      }
      at += 2 + length;
    }
    return new JpegHeader(components, orientation);
  }

  /** The orientation in a segment, which may hold anything else, or nothing that makes sense. */
  private static int orientation(ByteBuffer segment) {
    byte[] name = new byte[6];
    if (segment.remaining() < 14) {
      return 1;
    }
    segment.get(name);
    if (!new String(name, StandardCharsets.ISO_8859_1).equals("Exif\0\0")) {
      return 1;
    }
    ByteBuffer exif = segment.slice();
    exif.order(exif.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    long first = exif.getInt(4) & 0xFFFFFFFFL;
    if (first + 2 > exif.limit()) {
      return 1;
    }
    int entries = Math.min(exif.getShort((int) first) & 0xFFFF, LONGEST_FOLDER);
    for (int i = 0; i < entries; i++) {
      int entry = (int) first + 2 + 12 * i;
      if (entry + 12 > exif.limit()) {
        return 1;
      }
      if ((exif.getShort(entry) & 0xFFFF) == ORIENTATION) {
        int value = exif.getShort(entry + 8) & 0xFFFF;
        return value >= 1 && value <= 8 ? value : 1;
      }
    }
    return 1;
  }
}
