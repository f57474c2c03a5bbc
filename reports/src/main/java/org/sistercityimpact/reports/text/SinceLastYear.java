package org.sistercityimpact.reports.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.sistercityimpact.reports.data.ReportData;

/** How a place's number differs from that of the year before. */
public final class SinceLastYear {
  /** Below so many, or under 1%, a change is told in numbers: a percentage says nothing. */
  private static final BigDecimal FEW = BigDecimal.valueOf(20);

  private final ReportData data;
  private final Words words;
  private final PlaceFigures scope;

  public SinceLastYear(Figures figures, PlaceFigures scope) {
    this.data = figures.data();
    this.words = figures.words();
    this.scope = scope;
  }

  /** "+12%", "−3", "0", or the sign for what is not known. */
  public String change(String metric) {
    if (!scope.has(metric) || !scope.ago(1).has(metric)) {
      return words.text("brief.unknown");
    }
    BigDecimal before = scope.ago(1).cell(metric).central();
    BigDecimal change = scope.cell(metric).central().subtract(before);
    if (change.signum() == 0) {
      return "0";
    }
    BigDecimal share =
        before.compareTo(FEW) < 0
            ? BigDecimal.ZERO
            : change.divide(before, 4, RoundingMode.HALF_UP);
    if (share.setScale(2, RoundingMode.HALF_UP).signum() == 0) {
      boolean money = data.definition(metric).isMoney();
      return money
          ? words.text("brief.unknown")
          : signed(change, words.numbers().decimal(change.abs(), 0));
    }
    return signed(change, words.numbers().percent(share.abs()));
  }

  private static String signed(BigDecimal change, String amount) {
    return (change.signum() < 0 ? "−" : "+") + amount;
  }
}
