package org.sistercityimpact.reports.text;

import com.ibm.icu.number.FormattedNumber;
import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.Notation;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.SignDisplay;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.number.Scale;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.NoUnit;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How one locale writes numbers. Half up, and by the rules of the ICU that the program brings:
 * those of a Java differ from one version to the next, and with them a report's bytes.
 */
public final class Numbers {
  private static final String MINUS = "\u2212";
  private static final int DECIMALS = 6;
  private static final double COMPACT_MONEY = 1e3;
  private static final double COMPACT_COUNT = 1e6;

  private final LocalizedNumberFormatter[] plain;
  private final LocalizedNumberFormatter[] dollars;
  private final LocalizedNumberFormatter[] percent;
  private final LocalizedNumberFormatter millions;
  private final boolean dollarFirst;
  private final LocalizedNumberFormatter compact;
  private final LocalizedNumberFormatter compactDollars;
  private final String[] months;
  private final DateFormat days;

  Numbers(Locale locale) {
    ULocale icu = ULocale.forLocale(locale);
    LocalizedNumberFormatter base =
        NumberFormatter.withLocale(icu)
            .roundingMode(RoundingMode.HALF_UP)
            .sign(SignDisplay.NEGATIVE);
    LocalizedNumberFormatter money =
        base.unit(Currency.getInstance("USD")).unitWidth(UnitWidth.NARROW);
    this.plain = fixed(base);
    this.dollars = fixed(money);
    this.percent = fixed(base.unit(NoUnit.PERCENT).scale(Scale.powerOfTen(2)));
    this.millions =
        base.notation(Notation.compactLong()).precision(Precision.maxSignificantDigits(3));
    this.dollarFirst = dollars[0].format(1).toString().startsWith("$");
    Precision short4 = Precision.maxSignificantDigits(4);
    this.compact = base.notation(Notation.compactShort()).precision(short4);
    this.compactDollars = money.notation(Notation.compactShort()).precision(short4);
    this.days = DateFormat.getDateInstance(DateFormat.LONG, icu);
    days.setTimeZone(TimeZone.GMT_ZONE);
    this.months =
        DateFormatSymbols.getInstance(icu)
            .getMonths(DateFormatSymbols.FORMAT, DateFormatSymbols.ABBREVIATED);
  }

  /** A hyphen before a number is passed over when it is read aloud; a minus is said. */
  private static String text(FormattedNumber number) {
    return number.toString().replace("-", MINUS);
  }

  private static LocalizedNumberFormatter[] fixed(LocalizedNumberFormatter format) {
    return IntStream.rangeClosed(0, DECIMALS)
        .mapToObj(d -> format.precision(Precision.fixedFraction(d)))
        .toArray(LocalizedNumberFormatter[]::new);
  }

  /** 1,234.50; at most 6 decimals. */
  public String decimal(BigDecimal value, int decimals) {
    return text(plain[decimals].format(value));
  }

  /** 1.25: with the decimals that it has. */
  public String shortest(BigDecimal value) {
    return decimal(value, Math.min(DECIMALS, Math.max(0, value.stripTrailingZeros().scale())));
  }

  /** 1,234. */
  public String count(long value) {
    return text(plain[0].format(value));
  }

  /** $1,234.50. */
  public String dollars(BigDecimal value, int decimals) {
    return text(dollars[decimals].format(value));
  }

  /** 82% for 0.816. */
  String percent(BigDecimal share) {
    return percent(share, 0);
  }

  /** 81.6% for 0.816. */
  String percent(BigDecimal share, int decimals) {
    return text(percent[decimals].format(share));
  }

  /** $1.2 million, for an amount of two or three significant digits. */
  String millions(BigDecimal amount) {
    String number = millions.format(amount.abs()).toString();
    // ICU puts "M" beside a sign of currency in every style.
    return (amount.signum() < 0 ? MINUS : "") + (dollarFirst ? "$" + number : number + "\u00a0$");
  }

  /** An axis label, short enough to stand under a tick: 1,500 or $2.5M. */
  public String tick(double value, boolean money) {
    BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
    int decimals = Math.min(DECIMALS, Math.max(0, exact.scale()));
    if (money) {
      return value >= COMPACT_MONEY
          ? compactDollars.format(value).toString()
          : dollars(exact, decimals);
    }
    return value >= COMPACT_COUNT ? compact.format(value).toString() : decimal(exact, decimals);
  }

  /** March 31, 2026. */
  public String day(LocalDate date) {
    // ICU's date formats keep state while they work: each thread takes its own.
    DateFormat format = days.clone();
    return format.format(Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  /** Jan 2025. */
  public String month(LocalDate date) {
    return months[date.getMonthValue() - 1] + " " + date.getYear();
  }
}
