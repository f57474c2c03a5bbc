package org.sistercityimpact.release.edition;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sistercityimpact.warehouse.ConfigurationException;

/**
 * {@code <year>.<n>}: the n-th edition of a reporting year.
 *
 * @param year the reporting year
 * @param number from 1
 */
public record EditionName(int year, int number) implements Comparable<EditionName> {
  private static final Pattern FORM = Pattern.compile("((?:19|20)\\d\\d)\\.([1-9]\\d{0,3})");
  private static final Comparator<EditionName> ORDER =
      Comparator.comparingInt(EditionName::year).thenComparingInt(EditionName::number);

  /** Reads a name; throws {@link ConfigurationException} when it is none. */
  public static EditionName parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new ConfigurationException(
          "Cannot use edition '%s': editions are named <year>.<n> (write a name such as 2025.1)"
              .formatted(text));
    }
    return new EditionName(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
  }

  static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(EditionName other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return year + "." + number;
  }
}
