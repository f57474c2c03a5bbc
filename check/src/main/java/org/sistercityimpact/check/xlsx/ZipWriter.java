package org.sistercityimpact.check.xlsx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Puts a ZIP together from parts that are packed already and parts that are not. */
final class ZipWriter {
  private static final int NAMES_IN_UTF8 = 1 << 11;
  private static final int VERSION = 20;
  private static final int DEFLATED = 8;
  // The first day that a ZIP can tell: the same parts give the same bytes.
  private static final long FIRST_DAY = 0x00210000L;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
  private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
  private int count;

  /** Adds a part as it is packed in {@code bytes}. */
  void packed(
      String name, int method, long time, int crc, long size, byte[] bytes, int from, int length) {
    int at = out.size();
    byte[] path = name.getBytes(StandardCharsets.UTF_8);
    put(out, 0x04034b50L, 4);
    head(out, method, time, crc, length, size, path.length);
    out.write(path, 0, path.length);
    out.write(bytes, from, length);
    put(directory, 0x02014b50L, 4);
    put(directory, VERSION, 2);
    head(directory, method, time, crc, length, size, path.length);
    put(directory, 0, 10);
    put(directory, at, 4);
    directory.write(path, 0, path.length);
    count++;
  }

  private static void head(
      ByteArrayOutputStream to, int method, long time, int crc, int packed, long size, int name) {
    put(to, VERSION, 2);
    put(to, NAMES_IN_UTF8, 2);
    put(to, method, 2);
    put(to, time, 4);
    put(to, crc & 0xFFFFFFFFL, 4);
    put(to, packed, 4);
    put(to, size, 4);
    put(to, name, 2);
    put(to, 0, 2);
  }

  private static void put(ByteArrayOutputStream to, long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      to.write(i < 8 ? (int) (value >> 8 * i) & 0xFF : 0);
    }
  }

  /** Adds a part with changes. */
  void part(String name, Edits edits, Source source) throws Unreadable {
    Packing packing = new Packing();
    edits.apply(source, packing);
    add(name, packing);
  }

  /** Adds a new part. */
  void part(String name, byte[] whole) {
    Packing packing = new Packing();
    packing.put(whole, 0, whole.length);
    add(name, packing);
  }

  private void add(String name, Packing packing) {
    packing.finish();
    byte[] bytes = packing.out.toByteArray();
    packed(
        name,
        DEFLATED,
        FIRST_DAY,
        (int) packing.crc.getValue(),
        packing.size,
        bytes,
        0,
        bytes.length);
  }

  /** The whole ZIP. */
  byte[] finish() {
    int at = out.size();
    out.write(directory.toByteArray(), 0, directory.size());
    put(out, 0x06054b50L, 4);
    put(out, 0, 4);
    put(out, count, 2);
    put(out, count, 2);
    put(out, directory.size(), 4);
    put(out, at, 4);
    put(out, 0, 2);
    return out.toByteArray();
  }

  /** Packs what it is given, piece by piece. */
  private static final class Packing implements Edits.Target {
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final CRC32 crc = new CRC32();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final byte[] room = new byte[1 << 13];
    private long size;

    @Override
    public void put(byte[] bytes, int from, int length) {
      size += length;
      crc.update(bytes, from, length);
      deflater.setInput(bytes, from, length);
      while (!deflater.needsInput()) {
        out.write(room, 0, deflater.deflate(room));
      }
    }

    void finish() {
      deflater.finish();
      while (!deflater.finished()) {
        out.write(room, 0, deflater.deflate(room));
      }
      deflater.end();
    }
  }
}
