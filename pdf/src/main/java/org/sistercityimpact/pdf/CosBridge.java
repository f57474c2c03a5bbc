package org.sistercityimpact.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;

/** Copies objects that PDFBox made, such as a drawing's form, into a {@link PdfFile}. */
final class CosBridge {
  private final PdfFile file;
  private final int fontsId;
  private final Map<COSStream, Integer> copied = new HashMap<>();

  /**
   * @param fontsId the document's font dictionary, which every copied form uses
   */
  CosBridge(PdfFile file, int fontsId) {
    this.file = file;
    this.fontsId = fontsId;
  }

  /** Copies a stream and all it refers to; gives its object number. */
  int copy(COSStream stream) throws IOException {
    Integer known = copied.get(stream);
    if (known != null) {
      return known;
    }
    int id = file.reserve();
    copied.put(stream, id);
    StringBuilder entries = new StringBuilder();
    appendEntries(entries, stream);
    try (InputStream raw = stream.createRawInputStream()) {
      file.setStream(id, entries.toString(), raw.readAllBytes());
    }
    return id;
  }

  private void append(StringBuilder out, COSBase value) throws IOException {
    COSBase plain = value instanceof COSObject object ? object.getObject() : value;
    if (plain instanceof COSStream stream) {
      out.append(' ').append(copy(stream)).append(" 0 R");
    } else if (plain instanceof COSDictionary dictionary) {
      out.append("<<");
      appendEntries(out, dictionary);
      out.append(">>");
    } else if (plain instanceof COSArray array) {
      out.append('[');
      for (COSBase each : array) {
        append(out, each);
      }
      out.append(']');
    } else if (plain instanceof COSName name) {
      appendName(out, name);
    } else if (plain instanceof COSNumber number) {
      out.append(' ').append(Content.format(number.floatValue()));
    } else if (plain instanceof COSBoolean || plain instanceof COSNull || plain == null) {
      out.append(' ').append(plain instanceof COSBoolean b ? b.getValue() : "null");
    } else if (plain instanceof COSString string) {
      out.append('<').append(string.toHexString()).append('>');
    } else {
      throw new IllegalStateException("PDFBox made an object of " + plain.getClass());
    }
  }

  private void appendEntries(StringBuilder out, COSDictionary dictionary) throws IOException {
    for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
      if (entry.getKey().equals(COSName.LENGTH) || entry.getKey().equals(COSName.INTERPOLATE)) {
        continue; // the length is written with the bytes; PDF/A forbids interpolation
      }
      if (entry.getKey().equals(COSName.RESOURCES)) {
        appendResources(out, entry.getValue());
        continue;
      }
      appendName(out, entry.getKey());
      append(out, entry.getValue());
    }
  }

  private void appendResources(StringBuilder out, COSBase value) throws IOException {
    COSBase plain = value instanceof COSObject object ? object.getObject() : value;
    out.append("/Resources<</Font ").append(fontsId).append(" 0 R");
    for (Map.Entry<COSName, COSBase> entry : ((COSDictionary) plain).entrySet()) {
      if (!entry.getKey().equals(COSName.FONT)) {
        appendName(out, entry.getKey());
        append(out, entry.getValue());
      }
    }
    out.append(">>");
  }

  private static void appendName(StringBuilder out, COSName name) {
    out.append('/');
    for (byte b : name.getName().getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      char c = (char) (b & 255);
      if (Character.isLetterOrDigit(c) && c < 128 || "-_+.".indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append('#').append(java.util.HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
  }
}
