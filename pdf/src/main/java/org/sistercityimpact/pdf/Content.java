package org.sistercityimpact.pdf;

import java.awt.Color;
import java.util.Arrays;

/**
 * A content stream being written. Numbers carry at most three decimals: a thousandth of a point is
 * far below what any printer shows, and short numbers keep the file small.
 */
final class Content {
  private static final byte[] HEX =
      "0123456789ABCDEF".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  private byte[] bytes = new byte[4096];
  private int size;

  Content op(String operator) {
    room(operator.length() + 1);
    for (int i = 0; i < operator.length(); i++) {
      bytes[size++] = (byte) operator.charAt(i);
    }
    bytes[size++] = '\n';
    return this;
  }

  /** Writes text as it is, without a separator. */
  Content raw(String text) {
    room(text.length());
    for (int i = 0; i < text.length(); i++) {
      bytes[size++] = (byte) text.charAt(i);
    }
    return this;
  }

  Content num(double value) {
    room(24);
    size = append(bytes, size, value);
    bytes[size++] = ' ';
    return this;
  }

  Content nums(double... values) {
    for (double value : values) {
      num(value);
    }
    return this;
  }

  Content glyph(int id) {
    room(4);
    bytes[size++] = HEX[id >> 12 & 15];
    bytes[size++] = HEX[id >> 8 & 15];
    bytes[size++] = HEX[id >> 4 & 15];
    bytes[size++] = HEX[id & 15];
    return this;
  }

  /** Sets a colour; throws PdfExportException for a transparent one. */
  Content color(Color color, String operator) {
    if (color.getAlpha() < 255) {
      throw new PdfExportException(
          "its colour #%08X is transparent (use the opaque colour that it looks like)"
              .formatted(color.getRGB()));
    }
    return nums(color.getRed() / 255d, color.getGreen() / 255d, color.getBlue() / 255d)
        .op(operator);
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  /** Formats without Double.toString, which would be a fifth of a page's cost. */
  private static int append(byte[] out, int at, double value) {
    long scaled = Math.round(value * 1000);
    if (scaled < 0) {
      out[at++] = '-';
      scaled = -scaled;
    }
    long whole = scaled / 1000;
    int rest = (int) (scaled % 1000);
    int end = at;
    long left = whole;
    do {
      end++;
      left /= 10;
    } while (left > 0);
    for (int i = end - 1; i >= at; i--) {
      out[i] = (byte) ('0' + whole % 10);
      whole /= 10;
    }
    if (rest > 0) {
      out[end++] = '.';
      out[end++] = (byte) ('0' + rest / 100);
      if (rest % 100 > 0) {
        out[end++] = (byte) ('0' + rest / 10 % 10);
        if (rest % 10 > 0) {
          out[end++] = (byte) ('0' + rest % 10);
        }
      }
    }
    return end;
  }

  static String format(double value) {
    byte[] out = new byte[32];
    return new String(out, 0, append(out, 0, value), java.nio.charset.StandardCharsets.US_ASCII);
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
