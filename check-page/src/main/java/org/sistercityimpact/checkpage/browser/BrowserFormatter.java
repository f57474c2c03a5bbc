package org.sistercityimpact.checkpage.browser;

import java.util.Locale;

/**
 * What the checker asks of {@code java.util.Formatter}: {@code %s} and {@code %d}, with the number
 * of an argument ({@code %1$s}) or without, {@code %04x}, {@code %04X} and {@code %%}. The whole
 * one brings the numbers of all countries into the page.
 */
public final class BrowserFormatter {
  private final StringBuilder out = new StringBuilder();

  /**
   * Appends a text with its places filled.
   *
   * @throws IllegalArgumentException for a place of another kind, so that a test meets it
   */
  public BrowserFormatter format(String format, Object... arguments) {
    int argument = 0;
    int from = 0;
    for (int at = format.indexOf('%'); at >= 0; at = format.indexOf('%', from)) {
      out.append(format, from, at);
      from = at + 2;
      if (format.startsWith("%s", at) || format.startsWith("%d", at)) {
        out.append(arguments[argument++]);
      } else if (format.startsWith("$s", at + 2) || format.startsWith("$d", at + 2)) {
        out.append(arguments[format.charAt(at + 1) - '1']);
        from = at + 4;
      } else if (format.startsWith("%04x", at) || format.startsWith("%04X", at)) {
        String digits = Integer.toHexString(number(arguments[argument++]));
        digits = "0".repeat(Math.max(0, 4 - digits.length())) + digits;
        out.append(format.charAt(at + 3) == 'X' ? digits.toUpperCase(Locale.ROOT) : digits);
        from = at + 4;
      } else if (format.startsWith("%%", at)) {
        out.append('%');
      } else {
        throw new IllegalArgumentException("The page does not know this form: " + format);
      }
    }
    out.append(format, from, format.length());
    return this;
  }

  private static int number(Object argument) {
    return argument instanceof Character c ? c : (Integer) argument;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
