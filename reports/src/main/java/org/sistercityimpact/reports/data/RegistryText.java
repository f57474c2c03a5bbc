package org.sistercityimpact.reports.data;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A text of the network office, and the same in Spanish where it was written.
 *
 * @param spanish printed in Spanish reports; without it they print the other one
 */
public record RegistryText(Optional<String> text, Optional<String> spanish) {
  public static final RegistryText NONE = new RegistryText(Optional.empty(), Optional.empty());

  /** A text in the office's language alone. */
  public static RegistryText of(String text) {
    return new RegistryText(Optional.of(text), Optional.empty());
  }

  /** What a report in some language prints. */
  public Optional<String> in(String language) {
    return isWrittenIn(language) ? spanish : text;
  }

  /** Whether there is one of its own for a language other than the office's. */
  public boolean isWrittenIn(String language) {
    return language.equals("es") && spanish.isPresent();
  }

  RegistryText map(UnaryOperator<String> change) {
    return new RegistryText(text.map(change), spanish.map(change));
  }
}
