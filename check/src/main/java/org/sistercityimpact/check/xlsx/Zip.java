package org.sistercityimpact.check.xlsx;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The parts of a ZIP by its directory. A part is unpacked as it is read, and what comes out is
 * counted: no size that a file tells of itself is believed.
 */
final class Zip {
  static final int MOST_BYTES = 50_000_000;

  private static final int MOST_PARTS = 1_000;
  private static final long MOST_UNPACKED = 500_000_000;
  private static final long MOST_TIMES = 100;
  // Small parts of one repeated line can pack better than any bomb needs to.
  private static final int HARMLESS = 100_000;
  // From here on the end of a part is not waited for.
  private static final int LARGE = 10_000_000;

  private static final int END = 0x06054b50;
  private static final int END_64 = 0x06064b50;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int IN_DIRECTORY = 0x02014b50;
  private static final int BEFORE_DATA = 0x04034b50;
  private static final long SEE_EXTRA = 0xFFFFFFFFL;

  /** Where the packed bytes of a part lie, and how much of it was counted so far. */
  static final class Part {
    private final String name;
    private final int method;
    private final int from;
    private final int packed;
    private final int crc;
    private final long size;
    private final long time;
    private long counted;
    private boolean checked;
    private boolean spoiled;

    private Part(String name, int method, int from, int packed, int crc, long size, long time) {
      this.name = name;
      this.method = method;
      this.from = from;
      this.packed = packed;
      this.crc = crc;
      this.size = size;
      this.time = time;
    }

    /**
     * Whether it was found not to be what was packed: where in it is not the same for every program
     * that unpacks.
     */
    boolean isSpoiled() {
      return spoiled;
    }

    /** Its path as written. */
    String name() {
      return name;
    }
  }

  private final byte[] bytes;
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private long unpacked;

  private Zip(byte[] bytes) {
    this.bytes = bytes;
  }

  static boolean isClaimedBy(byte[] bytes) {
    return bytes.length > 3
        && bytes[0] == 'P'
        && bytes[1] == 'K'
        && (bytes[2] == 3 && bytes[3] == 4 || bytes[2] == 5 && bytes[3] == 6);
  }

  /** Reads the directory of a ZIP. */
  static Zip of(byte[] bytes) throws Unreadable {
    Zip zip = new Zip(bytes);
    zip.readDirectory();
    return zip;
  }

  private void readDirectory() throws Unreadable {
    int end = end();
    long count = u16(end + 10);
    long size = u32(end + 12);
    long start = u32(end + 16);
    int directoryEnd = end;
    if ((count == 0xFFFF || start == SEE_EXTRA) && end >= 20 && i32(end - 20) == LOCATOR_64) {
      int end64 = index(i64(end - 12));
      if (i32(end64) != END_64) {
        throw new Unreadable(Refusal.DAMAGED);
      }
      count = i64(end64 + 32);
      size = i64(end64 + 40);
      start = i64(end64 + 48);
      directoryEnd = end64;
    }
    if (count > MOST_PARTS) {
      throw new Unreadable(Refusal.TOO_MANY_PARTS);
    }
    // What a file has in front of its ZIP moves all places by as much.
    int at = index(directoryEnd - size);
    int moved = index(at - start);
    long packed = 0;
    long told = 0;
    for (int i = 0; i < count; i++) {
      if (i32(at) != IN_DIRECTORY) {
        throw new Unreadable(Refusal.DAMAGED);
      }
      packed += add(at, moved);
      told += size(at);
      at += 46 + u16(at + 28) + u16(at + 30) + u16(at + 32);
    }
    if (told > MOST_UNPACKED) {
      throw new Unreadable(Refusal.UNPACKS_TOO_LARGE);
    }
    if (packed > bytes.length) {
      // Parts that lie on top of each other: the trick of a bomb without nesting.
      throw new Unreadable(Refusal.UNPACKS_TOO_FAR);
    }
  }

  private int end() throws Unreadable {
    for (int at = bytes.length - 22; at >= 0 && at >= bytes.length - 22 - 0xFFFF; at--) {
      if (bytes[at] == 'P' && i32(at) == END) {
        return at;
      }
    }
    throw new Unreadable(Refusal.DAMAGED);
  }

  /** Takes up the part whose line in the directory is at {@code at}; gives its packed size. */
  private int add(int at, int moved) throws Unreadable {
    int nameEnd = index((long) at + 46 + u16(at + 28));
    String name = new String(bytes, at + 46, nameEnd - at - 46, StandardCharsets.UTF_8);
    if ((u16(at + 8) & 1) != 0) {
      throw new Unreadable(Refusal.PASSWORD);
    }
    int packed = index(wide(at, 20, u32(at + 24) == SEE_EXTRA ? 8 : 0));
    int skip = (u32(at + 24) == SEE_EXTRA ? 8 : 0) + (u32(at + 20) == SEE_EXTRA ? 8 : 0);
    int local = index(wide(at, 42, skip) + moved);
    if (i32(local) != BEFORE_DATA) {
      throw new Unreadable(Refusal.DAMAGED);
    }
    int from = local + 30 + u16(local + 26) + u16(local + 28);
    if (packed > bytes.length - from) {
      throw new Unreadable(Refusal.DAMAGED);
    }
    Part part = new Part(name, u16(at + 10), from, packed, i32(at + 16), size(at), u32(at + 12));
    if (!name.endsWith("/") && parts.put(key(name), part) != null) {
      throw new Unreadable(Refusal.ONE_NAME_TWICE);
    }
    return packed;
  }

  private long size(int at) throws Unreadable {
    return Math.max(0, wide(at, 24, 0));
  }

  /** A size or place of a directory's line, which stands in its extra field if it is large. */
  private long wide(int at, int field, int skip) throws Unreadable {
    long value = u32(at + field);
    if (value != SEE_EXTRA) {
      return value;
    }
    int extra = at + 46 + u16(at + 28);
    int last = extra + u16(at + 30);
    while (extra + 4 <= last) {
      if (u16(extra) == 1 && u16(extra + 2) >= skip + 8) {
        return i64(extra + 4 + skip);
      }
      extra += 4 + u16(extra + 2);
    }
    throw new Unreadable(Refusal.DAMAGED);
  }

  /** All parts, in the order of the directory. */
  Collection<Part> parts() {
    return parts.values();
  }

  /** The part of this path, whatever its case; null: none. */
  Part part(String path) {
    return parts.get(key(path));
  }

  /** Spellings of one path: programs differ in case, slashes and a slash in front. */
  private static String key(String path) {
    String key = path.replace('\\', '/').toLowerCase(Locale.ROOT);
    return key.startsWith("/") ? key.substring(1) : key;
  }

  /** Adds a part to a ZIP in the making, packed as it is here. */
  void copy(Part part, ZipWriter into) {
    into.packed(
        part.name, part.method, part.time, part.crc, part.size, bytes, part.from, part.packed);
  }

  /** The bytes of a part, unpacked, in UTF-8. */
  Source open(Part part) throws Unreadable {
    Begun source = new Begun(new Unpacked(part));
    return source.isUtf16() ? new Utf16(source, source.first) : source;
  }

  /** A source of which the first two bytes were looked at. */
  private static final class Begun implements Source {
    private final Source rest;
    private final byte[] first = new byte[2];
    private int looked;
    private int given;

    Begun(Source rest) throws Unreadable {
      this.rest = rest;
      looked = Math.max(0, rest.read(first, 0, 2));
      looked += looked == 1 ? Math.max(0, rest.read(first, 1, 1)) : 0;
    }

    boolean isUtf16() {
      return looked == 2 && Utf16.isMarkedBy(first);
    }

    @Override
    public int read(byte[] into, int at, int length) throws Unreadable {
      if (given == looked) {
        return rest.read(into, at, length);
      }
      int read = Math.min(looked - given, length);
      System.arraycopy(first, given, into, at, read);
      given += read;
      return read;
    }

    @Override
    public void close() {
      rest.close();
    }
  }

  private final class Unpacked implements Source {
    private final Part part;
    private final Inflater inflater;
    private final CRC32 crc = new CRC32();
    private long given;
    private boolean ended;

    Unpacked(Part part) throws Unreadable {
      this.part = part;
      if (part.method != 0 && part.method != 8) {
        throw new Unreadable(Refusal.DAMAGED);
      }
      inflater = part.method == 8 ? new Inflater(true) : null;
      if (inflater != null) {
        inflater.setInput(bytes, part.from, part.packed);
      }
    }

    @Override
    public int read(byte[] into, int at, int length) throws Unreadable {
      int read =
          ended ? -1 : inflater == null ? copied(into, at, length) : inflated(into, at, length);
      if (read > 0) {
        given += read;
        if (!part.checked) {
          crc.update(into, at, read);
          count();
        }
      } else if (!ended) {
        close();
        if (!part.checked && (int) crc.getValue() != part.crc) {
          throw spoiled();
        }
        part.checked = true;
      }
      return read;
    }

    @Override
    public void close() {
      if (inflater != null && !ended) {
        inflater.end();
      }
      ended = true;
    }

    private int copied(byte[] into, int at, int length) {
      int read = (int) Math.min(length, part.packed - given);
      System.arraycopy(bytes, part.from + (int) given, into, at, read);
      return read == 0 ? -1 : read;
    }

    private int inflated(byte[] into, int at, int length) throws Unreadable {
      try {
        int read = inflater.inflate(into, at, length);
        if (read == 0 && !inflater.finished()) {
          throw spoiled();
        }
        return read == 0 ? -1 : read;
      } catch (DataFormatException e) {
        throw spoiled();
      }
    }

    /** What was counted when the part was begun before is not counted again. */
    private Unreadable spoiled() {
      part.spoiled = true;
      return new Unreadable(Refusal.DAMAGED);
    }

    private void count() throws Unreadable {
      if (given <= part.counted) {
        return;
      }
      unpacked += given - part.counted;
      part.counted = given;
      boolean tooFar = given > HARMLESS && given > MOST_TIMES * part.packed;
      boolean soFar =
          inflater != null && given > LARGE && given > MOST_TIMES * inflater.getBytesRead();
      if (tooFar || soFar) {
        throw new Unreadable(Refusal.UNPACKS_TOO_FAR);
      }
      if (unpacked > MOST_UNPACKED) {
        throw new Unreadable(Refusal.UNPACKS_TOO_LARGE);
      }
    }
  }

  private int index(long place) throws Unreadable {
    if (place < 0 || place > bytes.length) {
      throw new Unreadable(Refusal.DAMAGED);
    }
    return (int) place;
  }

  private int u16(int at) throws Unreadable {
    if (at < 0 || at + 2 > bytes.length) {
      throw new Unreadable(Refusal.DAMAGED);
    }
    return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
  }

  private int i32(int at) throws Unreadable {
    return u16(at) | u16(at + 2) << 16;
  }

  private long u32(int at) throws Unreadable {
    return i32(at) & 0xFFFFFFFFL;
  }

  private long i64(int at) throws Unreadable {
    return u32(at) | (long) i32(at + 4) << 32;
  }
}
