package org.sistercityimpact.reports.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.sistercityimpact.reports.data.Definition;

/**
 * How much of a number of one metric is printed: of an estimate two significant digits, of other
 * dollars and of hours whole ones, of a share whole percent. What is there never reads as nothing,
 * nor a part as all.
 */
public final class Rounding {
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  /** From here on a ratio of dollars is told in whole ones. */
  private static final BigDecimal WHOLE_RATIO = BigDecimal.TEN;

  private static final List<String> WHOLE_UNITS = List.of("hours");
  private static final int CENTS = 2;
  private static final int PERCENT = 2;

  private final Definition definition;

  public Rounding(Definition definition) {
    this.definition = definition;
  }

  /** The number that is printed; a share as a part of 1. */
  BigDecimal of(BigDecimal value) {
    BigDecimal kept = definition.estimate() ? value.round(TWO_DIGITS) : value;
    return kept.setScale(places(kept), RoundingMode.HALF_UP);
  }

  private int places(BigDecimal value) {
    if (definition.isShare()) {
      return PERCENT;
    }
    if (definition.isDollarsPerDollar()) {
      return value.abs().compareTo(WHOLE_RATIO) < 0 ? CENTS : 0;
    }
    return definition.isMoney() || WHOLE_UNITS.contains(definition.unit())
        ? 0
        : definition.decimals();
  }

  /** $1,200,000, or 82%. */
  public String digits(BigDecimal value, Words words) {
    BigDecimal rounded = of(value);
    if (rounded.signum() == 0 && value.signum() > 0 && isAmount()) {
      BigDecimal least = BigDecimal.ONE.movePointLeft(rounded.scale());
      return words.say("number.under", plain(least, words)).text();
    }
    if (definition.isShare()
        && rounded.compareTo(BigDecimal.ONE) == 0
        && value.compareTo(BigDecimal.ONE) < 0) {
      return words.say("number.over", words.numbers().percent(new BigDecimal("0.99"))).text();
    }
    return plain(rounded, words);
  }

  /** The same, but $1.2 million of an estimate. */
  String spoken(BigDecimal value, Words words) {
    BigDecimal rounded = of(value);
    boolean millions = definition.estimate() && rounded.abs().compareTo(MILLION) >= 0;
    return millions ? words.numbers().millions(rounded) : digits(value, words);
  }

  /** With the metric's own decimals, dollars to the cent. */
  String exact(BigDecimal value, Words words) {
    if (definition.isShare()) {
      return words.numbers().percent(value, 1);
    }
    return definition.isMoney()
        ? words.numbers().dollars(value, Math.min(CENTS, definition.decimals()))
        : words.numbers().decimal(value, definition.decimals());
  }

  /** Points of a scale may change by as good as nothing. */
  private boolean isAmount() {
    return definition.isShare() || definition.isMoney() || WHOLE_UNITS.contains(definition.unit());
  }

  private String plain(BigDecimal rounded, Words words) {
    if (definition.isShare()) {
      return words.numbers().percent(rounded);
    }
    return definition.isMoney()
        ? words.numbers().dollars(rounded, rounded.scale())
        : words.numbers().decimal(rounded, rounded.scale());
  }
}
