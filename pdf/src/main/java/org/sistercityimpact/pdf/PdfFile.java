package org.sistercityimpact.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/**
 * A PDF 1.7 file being put together: numbered objects in, bytes out. Objects that are not streams
 * go into compressed object streams, which halves a tagged file, whose structure tree is larger
 * than its text.
 */
final class PdfFile implements AutoCloseable {
  private static final int OBJECTS_PER_STREAM = 256;

  /** One of the two is set: the text of a plain object, or a finished stream. */
  private static final class Slot {
    String plain;
    String dictionary;
    byte[] data;
  }

  private final List<Slot> slots = new ArrayList<>();
  // At Java's usual level it would be half of an export; to make a new one for each stream, a fifth
  // of the deflating.
  private final Deflater fast = new Deflater(Deflater.BEST_SPEED);

  PdfFile() {
    slots.add(new Slot()); // object 0 is the head of the free list
  }

  /** Takes the next object number. */
  int reserve() {
    slots.add(new Slot());
    return slots.size() - 1;
  }

  /** Sets the body of a reserved object, in PDF syntax and Latin-1. */
  void set(int id, CharSequence body) {
    slots.get(id).plain = body.toString();
  }

  int add(CharSequence body) {
    int id = reserve();
    set(id, body);
    return id;
  }

  /** Sets a stream whose bytes are stored as they are; the entries leave out Length. */
  void setStream(int id, String entries, byte[] data) {
    Slot slot = slots.get(id);
    slot.dictionary = entries;
    slot.data = data;
  }

  int addStream(String entries, byte[] data) {
    int id = reserve();
    setStream(id, entries, data);
    return id;
  }

  /** Deflates the bytes at a fixed level, so that the same bytes give the same stream. */
  int addDeflated(String entries, byte[] data) {
    return addStream(entries + "/Filter/FlateDecode", deflate(data));
  }

  /** For this document. */
  byte[] deflate(byte[] data) {
    fast.reset();
    return deflate(data, fast);
  }

  /** For what is deflated once and stands in every document. */
  static byte[] deflateForAll(byte[] data) {
    Deflater deflater = new Deflater(6);
    try {
      return deflate(data, deflater);
    } finally {
      deflater.end();
    }
  }

  private static byte[] deflate(byte[] data, Deflater deflater) {
    deflater.setInput(data);
    deflater.finish();
    byte[] out = new byte[Math.max(64, data.length / 3)];
    int size = 0;
    while (!deflater.finished()) {
      if (size == out.length) {
        out = java.util.Arrays.copyOf(out, out.length * 2);
      }
      size += deflater.deflate(out, size, out.length - size);
    }
    return java.util.Arrays.copyOf(out, size);
  }

  @Override
  public void close() {
    fast.end();
  }

  /**
   * Writes the whole file; the catalog, the information dictionary and both parts of the file
   * identifier are given.
   */
  void writeTo(OutputStream target, int catalog, int information, byte[] fileId)
      throws IOException {
    int[] place = new int[slots.size() + slots.size() / OBJECTS_PER_STREAM + 8];
    int[] container = new int[place.length];
    packPlainObjects(place, container);
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    out.writeBytes(latin1("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"));
    for (int id = 1; id < slots.size(); id++) {
      Slot slot = slots.get(id);
      if (slot.data != null) {
        place[id] = out.size();
        writeStream(out, id, slot.dictionary, slot.data);
      }
    }
    writeCrossReference(out, place, container, catalog, information, fileId);
    out.writeTo(target);
  }

  private void packPlainObjects(int[] place, int[] container) {
    List<Integer> plain = new ArrayList<>();
    for (int id = 1; id < slots.size(); id++) {
      Slot slot = slots.get(id);
      if (slot.plain == null && slot.data == null) {
        throw new IllegalStateException("PDF object " + id + " was reserved and never set");
      }
      if (slot.plain != null) {
        plain.add(id);
      }
    }
    for (int from = 0; from < plain.size(); from += OBJECTS_PER_STREAM) {
      List<Integer> part = plain.subList(from, Math.min(plain.size(), from + OBJECTS_PER_STREAM));
      StringBuilder index = new StringBuilder();
      StringBuilder bodies = new StringBuilder();
      int stream = reserve();
      for (int i = 0; i < part.size(); i++) {
        index.append(part.get(i)).append(' ').append(bodies.length()).append(' ');
        bodies.append(slots.get(part.get(i)).plain).append('\n');
        container[part.get(i)] = stream;
        place[part.get(i)] = i;
      }
      setStream(
          stream,
          "/Type/ObjStm/N " + part.size() + "/First " + index.length() + "/Filter/FlateDecode",
          deflate(latin1(index.append(bodies).toString())));
    }
  }

  private static void writeStream(ByteArrayOutputStream out, int id, String entries, byte[] data) {
    out.writeBytes(latin1(id + " 0 obj\n<<" + entries + "/Length " + data.length + ">>\nstream\n"));
    out.writeBytes(data);
    out.writeBytes(latin1("\nendstream\nendobj\n"));
  }

  private void writeCrossReference(
      ByteArrayOutputStream out,
      int[] place,
      int[] container,
      int catalog,
      int information,
      byte[] fileId) {
    int self = reserve();
    int start = out.size();
    ByteBuffer rows = ByteBuffer.allocate(slots.size() * 7);
    rows.put((byte) 0).putInt(0).putShort((short) 0xFFFF);
    for (int id = 1; id < self; id++) {
      if (container[id] > 0) {
        rows.put((byte) 2).putInt(container[id]).putShort((short) place[id]);
      } else {
        rows.put((byte) 1).putInt(place[id]).putShort((short) 0);
      }
    }
    rows.put((byte) 1).putInt(start).putShort((short) 0);
    String hex = "<" + java.util.HexFormat.of().formatHex(fileId) + ">";
    String entries =
        "/Type/XRef/Size %s/W[1 4 2]/Root %s 0 R/Info %s 0 R/ID[%s%s]/Filter/FlateDecode"
            .formatted(slots.size(), catalog, information, hex, hex);
    writeStream(out, self, entries, deflate(rows.array()));
    out.writeBytes(latin1("startxref\n" + start + "\n%%EOF\n"));
  }

  static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A text string object: literal when it is plain ASCII, else UTF-16 with its byte order mark. */
  static String text(String value) {
    StringBuilder out = new StringBuilder(value.length() + 2);
    if (value.chars().allMatch(c -> c >= 32 && c < 127)) {
      out.append('(');
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if (c == '(' || c == ')' || c == '\\') {
          out.append('\\');
        }
        out.append(c);
      }
      return out.append(')').toString();
    }
    out.append("<FEFF");
    appendUtf16(out, value);
    return out.append('>').toString();
  }

  static void appendUtf16(StringBuilder out, String value) {
    for (int i = 0; i < value.length(); i++) {
      appendHex4(out, value.charAt(i));
    }
  }

  static void appendHex4(StringBuilder out, int value) {
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(Character.toUpperCase(Character.forDigit(value >> shift & 15, 16)));
    }
  }
}
