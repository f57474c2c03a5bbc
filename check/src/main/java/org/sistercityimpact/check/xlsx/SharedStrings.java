package org.sistercityimpact.check.xlsx;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The texts that cells refer to by number: kept end to end as UTF-8, for a million strings of their
 * own would be four times as large.
 */
final class SharedStrings {
  private static final int MOST_BYTES = 64_000_000;
  private static final int MOST_TEXTS = 10_000_000;
  private static final int RECENT = 1 << 10;

  private byte[] bytes = new byte[1 << 12];
  private int[] ends = new int[1 << 8];
  private int count;
  private final String[] recent = new String[RECENT];
  private final int[] recentNumbers = new int[RECENT];

  /** Reads the part of shared strings. */
  static SharedStrings of(Tags tags) throws Unreadable {
    SharedStrings strings = new SharedStrings();
    while (tags.next()) {
      if (tags.opens("si")) {
        strings.add(CellText.of(tags).text());
      }
    }
    return strings;
  }

  static SharedStrings none() {
    return new SharedStrings();
  }

  private void add(String text) throws Unreadable {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    int from = count == 0 ? 0 : ends[count - 1];
    if (utf8.length > MOST_BYTES - from || count == MOST_TEXTS) {
      throw new Unreadable(Refusal.TOO_MUCH_TEXT);
    }
    int to = from + utf8.length;
    if (to > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(MOST_BYTES, Math.max(to, bytes.length * 2)));
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, Math.min(MOST_TEXTS, count * 2));
    }
    System.arraycopy(utf8, 0, bytes, from, utf8.length);
    ends[count++] = to;
  }

  /** The text of a number, from 0; null: there is none. */
  String text(int number) {
    if (number < 0 || number >= count) {
      return null;
    }
    int slot = number & RECENT - 1;
    if (recent[slot] == null || recentNumbers[slot] != number) {
      int from = number == 0 ? 0 : ends[number - 1];
      recent[slot] = new String(bytes, from, ends[number] - from, StandardCharsets.UTF_8);
      recentNumbers[slot] = number;
    }
    return recent[slot];
  }
}
