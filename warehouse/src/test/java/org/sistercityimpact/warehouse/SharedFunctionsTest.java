package org.sistercityimpact.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharedFunctionsTest {
  private static final MathContext DIGITS = new MathContext(80);

  @Test
  void meanBoundIsTheOneOfEightyDigitsHoweverItIsMade() {
    Random dice = new Random(16);
    for (int i = 0; i < 5000; i++) {
      int numbers = 2 + dice.nextInt(i % 2 == 0 ? 30 : 3000);
      // Cents are no whole numbers, and millions have larger squares than a double holds.
      int unit = new int[] {1, 1, 1, 1_000_000}[i % 4];
      int scale = i % 5 == 0 ? 2 : 0;
      long total = 0;
      long squares = 0;
      for (int k = 0; k < numbers; k++) {
        long number = (long) unit * (dice.nextInt(9) - 4);
        total += number;
        squares += number * number;
      }
      // Halves and eighths end in a 5 behind the fourth decimal, where all depends on the last
      // digit.
      double errors = i % 3 == 0 ? 0 : dice.nextInt(4) * 0.5 + (i % 7 == 0 ? 0 : dice.nextDouble());
      BigDecimal sum = BigDecimal.valueOf(total, scale);
      BigDecimal ofSquares = BigDecimal.valueOf(squares, 2 * scale);

      assertEquals(
          exact(numbers, sum, ofSquares, errors),
          SharedFunctions.meanBound(BigDecimal.valueOf(numbers), sum, ofSquares, errors),
          numbers + " numbers, " + sum + ", " + ofSquares + ", " + errors);
    }
  }

  @Test
  void meanBoundRoundsHalfAwayFromZero() {
    BigDecimal many = BigDecimal.valueOf(32);
    BigDecimal one = BigDecimal.ONE;
    assertEquals(new BigDecimal("0.0313"), SharedFunctions.meanBound(many, one, one, 0.0));
    assertEquals(
        new BigDecimal("-0.0313"), SharedFunctions.meanBound(many, one.negate(), one, 0.0));
  }

  private static BigDecimal exact(int n, BigDecimal total, BigDecimal squares, double errors) {
    BigDecimal numbers = BigDecimal.valueOf(n);
    BigDecimal variance =
        squares
            .subtract(total.multiply(total).divide(numbers, DIGITS))
            .divide(BigDecimal.valueOf(n - 1L), DIGITS);
    BigDecimal error = variance.divide(numbers, DIGITS).sqrt(DIGITS);
    return total
        .divide(numbers, DIGITS)
        .add(error.multiply(new BigDecimal(errors)))
        .setScale(4, RoundingMode.HALF_UP);
  }
}
