package org.sistercityimpact.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The door through which every byte of a command leaves. File names and cells may hold anything:
 * what would steer a terminal or turn the direction of reading is written as a backslash, a u and
 * four digits, which JSON reads back as the character itself.
 *
 * <p>Ends of line, tabs and the letters of every script pass. Takes UTF-8.
 */
final class VisibleControls extends FilterOutputStream {
  /** The bytes of a character of which some are still to come. */
  private final byte[] begun = new byte[4];

  private int have;
  private int need;

  /** A carriage return waits for what follows: before a line feed it steers nothing. */
  private boolean returned;

  VisibleControls(OutputStream to) {
    super(to);
  }

  /** The same for what is to stay one line: an end of line within it is shown, too. */
  static String in(String line) {
    StringBuilder text = null;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean hidden = c == '\n' || steers(c);
      if (hidden && text == null) {
        text = new StringBuilder(line.substring(0, i));
      }
      if (text != null) {
        text.append(hidden ? visible(c) : String.valueOf(c));
      }
    }
    return text == null ? line : text.toString();
  }

  /** Controls, marks and overrides of direction, and ends of line that not every program knows. */
  private static boolean steers(int character) {
    return Character.isISOControl(character) && character != '\n' && character != '\t'
        || character == 0x61c
        || character == 0x200e
        || character == 0x200f
        || character >= 0x2028 && character <= 0x202e
        || character >= 0x2066 && character <= 0x206f;
  }

  private static String visible(int character) {
    return "\\u%04x".formatted(character);
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int end = from + length;
    int plain = from; // from here on all is as it is
    for (int i = from; i < end; i++) {
      byte next = bytes[i];
      if (have == 0 && !returned && (next >= ' ' && next != 0x7f || next == '\n')) {
        continue; // a letter of ASCII or the end of a line: nearly every byte is
      }
      out.write(bytes, plain, i - plain);
      plain = i + 1;
      take(next);
    }
    out.write(bytes, plain, end - plain);
  }

  private void take(byte next) throws IOException {
    if (have == 0) {
      if (returned) {
        returned = false;
        out.write(next == '\n' ? new byte[] {'\r'} : ascii(visible('\r')));
      }
      if (next == '\r') {
        returned = true;
        return;
      }
      need = next >= 0 ? 1 : (next & 0xff) < 0xe0 ? 2 : (next & 0xff) < 0xf0 ? 3 : 4;
    }
    begun[have++] = next;
    if (have == need) {
      have = 0;
      int character = need == 4 ? -1 : character();
      if (steers(character)) {
        out.write(ascii(visible(character)));
      } else {
        out.write(begun, 0, need);
      }
    }
  }

  /** The character of one to three bytes; longer ones steer nothing. */
  private int character() {
    return switch (need) {
      case 1 -> begun[0];
      case 2 -> (begun[0] & 0x1f) << 6 | begun[1] & 0x3f;
      default -> (begun[0] & 0x0f) << 12 | (begun[1] & 0x3f) << 6 | begun[2] & 0x3f;
    };
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void flush() throws IOException {
    if (returned) {
      returned = false;
      out.write(ascii(visible('\r')));
    }
    super.flush();
  }
}
