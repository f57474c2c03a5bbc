package org.sistercityimpact.check.xlsx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Makes ZIPs as no ZIP library would: with wrong sizes, sums, flags and places. */
final class RawZip {
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
  private int count;
  private int lastPlace;

  /** Adds a part that is stored as it is. */
  RawZip stored(String name, byte[] bytes) {
    return part(name, 0, 0, bytes, crc(bytes), bytes.length);
  }

  /** Adds a part of which everything is told; false sizes too. */
  RawZip part(String name, int method, int flags, byte[] packed, int crc, int size) {
    lastPlace = body.size();
    byte[] path = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer local = buffer(30);
    local.putInt(0x04034b50).putShort((short) 20).putShort((short) flags);
    local.putShort((short) method).putInt(0).putInt(crc).putInt(packed.length).putInt(size);
    local.putShort((short) path.length).putShort((short) 0);
    body.writeBytes(local.array());
    body.writeBytes(path);
    body.writeBytes(packed);
    return again(name, method, flags, packed.length, crc, size);
  }

  /** Adds a line of the directory that points at the part added last. */
  RawZip again(String name, int method, int flags, int packed, int crc, int size) {
    byte[] path = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer line = buffer(46);
    line.putInt(0x02014b50).putShort((short) 20).putShort((short) 20).putShort((short) flags);
    line.putShort((short) method).putInt(0).putInt(crc).putInt(packed).putInt(size);
    line.putShort((short) path.length).putShort((short) 0).putShort((short) 0);
    line.putShort((short) 0).putShort((short) 0).putInt(0).putInt(lastPlace);
    directory.writeBytes(line.array());
    directory.writeBytes(path);
    count++;
    return this;
  }

  byte[] bytes() {
    ByteBuffer end = buffer(22);
    end.putInt(0x06054b50).putInt(0).putShort((short) count).putShort((short) count);
    end.putInt(directory.size()).putInt(body.size()).putShort((short) 0);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(body.toByteArray());
    all.writeBytes(directory.toByteArray());
    all.writeBytes(end.array());
    return all.toByteArray();
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  static int crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  /**
   * Deflates {@code head}, then {@code middle} so many times, then {@code tail}: in no more time
   * than it takes to deflate each once.
   */
  static byte[] deflated(byte[] head, byte[] middle, int times, byte[] tail) {
    Deflater deflater = new Deflater(9, true);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(block(deflater, head, Deflater.FULL_FLUSH));
    byte[] block = block(deflater, middle, Deflater.FULL_FLUSH);
    for (int i = 0; i < times; i++) {
      out.writeBytes(block);
    }
    deflater.setInput(tail);
    deflater.finish();
    byte[] last = new byte[tail.length + 100];
    out.write(last, 0, deflater.deflate(last));
    deflater.end();
    return out.toByteArray();
  }

  private static byte[] block(Deflater deflater, byte[] bytes, int flush) {
    deflater.setInput(bytes);
    byte[] packed = new byte[bytes.length + 1000];
    return Arrays.copyOf(packed, deflater.deflate(packed, 0, packed.length, flush));
  }
}
