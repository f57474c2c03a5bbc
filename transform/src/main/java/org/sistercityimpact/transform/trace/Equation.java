package org.sistercityimpact.transform.trace;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.transform.SqlFile;
import org.sistercityimpact.warehouse.ConfigurationException;

/**
 * How the terms of a metric make its figure: the header's {@code -- equals: youth ÷ people}. One
 * division at most, rounded half up to four decimals; on both sides of it what SQL can reckon.
 *
 * @param text names of terms, {@code + - ÷ ABS()} and parentheses
 */
public record Equation(String text) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z_0-9]*");

  /** The equation of a metric; a metric of one term need not write one. */
  static Equation of(SqlFile metric, List<Term> terms) {
    String text = metric.header().get("equals");
    if (text == null && terms.size() == 1) {
      text = terms.get(0).name();
    }
    if (text == null) {
      throw new ConfigurationException(
          "Cannot trace metric '%s' in %s: its header does not say how its %d terms make the figure (add a line '-- equals: …')"
              .formatted(metric.name(), metric.path(), terms.size()));
    }
    List<String> known = terms.stream().map(Term::name).toList();
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      if (!known.contains(name.group())) {
        throw new ConfigurationException(
            "Cannot read equation '%s' in %s: '%s' is no term of its trace (terms: %s)"
                .formatted(text, metric.path(), name.group(), String.join(", ", known)));
      }
    }
    return new Equation(text);
  }

  /** The result as an SQL expression, of decimals that stand for the terms. */
  String sql(Function<String, String> decimals) {
    String numbers = replaced(decimals, text);
    String[] sides = numbers.split("÷", -1);
    return sides.length == 1
        ? sides[0]
        : Stream.of(sides)
            .map(side -> "CAST(" + side + " AS DECIMAL(30,6))")
            .collect(Collectors.joining(", ", "ratio4(", ")"));
  }

  /** The same with the numbers as a person reads them. */
  public String inNumbers(Function<String, String> written) {
    return replaced(written, text).replace(" - ", " − ").replace("ABS", "abs");
  }

  private static String replaced(Function<String, String> value, String text) {
    return NAME.matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(value.apply(found.group())));
  }

  /** Whether the figure is nothing but its one term. */
  public boolean isPlain() {
    return NAME.matcher(text).matches();
  }
}
