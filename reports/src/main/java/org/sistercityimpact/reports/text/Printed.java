package org.sistercityimpact.reports.text;

import java.util.List;
import java.util.stream.Stream;

/**
 * A text for a page and the figures in it. Templates print {@link #text()} and hang {@link #ids()}
 * on the same element, so that the figure is found on the page where it really stands.
 */
public record Printed(String text, List<Figure> parts) {

  /** A text without figures. */
  public static Printed plain(String text) {
    return new Printed(text, List.of());
  }

  /** Texts one after another. */
  public static Printed of(Object... texts) {
    StringBuilder text = new StringBuilder();
    Stream.Builder<Figure> parts = Stream.builder();
    for (Object piece : texts) {
      if (piece instanceof Printed printed) {
        text.append(printed.text);
        printed.parts.forEach(parts);
      } else {
        text.append(piece);
      }
    }
    return new Printed(text.toString(), parts.build().toList());
  }

  /** The figures as an element's property. */
  public String ids() {
    return Figure.join(parts);
  }
}
