package org.sistercityimpact.warehouse;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBLogicalType;
import org.duckdb.DuckDBReadableVector;

/**
 * The functions that models call and that engines themselves would answer differently: one Java
 * body, registered in each engine, so that a quotient is the same to the last digit.
 *
 * <ul>
 *   <li>{@code ratio4(a, b)}: a ÷ b rounded half up (away from zero) to 4 decimals
 *   <li>{@code ratio2(a, b)}: the same to 2 decimals
 *   <li>{@code product2(a, b)}: a × b rounded half up (away from zero) to 2 decimals, a of at most
 *       2 decimals, b of at most 10; gives DECIMAL(18,2)
 *   <li>{@code round2(amount)}: a decimal of at most 10 decimals, rounded half up (away from zero)
 *       to 2; gives DECIMAL(24,2). Only editions of before {@code product2} still call it
 *   <li>{@code days_between(first, last)}: last − first in days, an INTEGER
 *   <li>{@code mean_bound(n, total, squares, errors)}: the mean of n numbers, of which the sum and
 *       the sum of squares are given, plus so many standard errors (standard deviation with n − 1),
 *       rounded half up (away from zero) to 4 decimals; gives DECIMAL(28,4)
 *   <li>{@code level_key(level, public, state, member_id, partnership_id, partner_country,
 *       purpose)}: the key that a row has at a level of figures; null = it does not count there, as
 *       a row that is not public below the state
 *   <li>{@code compared_value(value)}: the text of a cell as it is compared with what somebody
 *       copied from it by a spreadsheet: no commas, dollar signs, blanks and empty decimals,
 *       month/day/year as a date
 * </ul>
 *
 * The ratios take DECIMAL(30,6) and give DECIMAL(28,4) and DECIMAL(28,2); null when either side is
 * null or b is 0. {@code mean_bound} takes three DECIMAL(30,6) and a DOUBLE; null when one is null
 * or n is less than 2.
 */
public final class SharedFunctions {
  /**
   * DuckDB multiplies decimals of up to 18 digits in one machine word, several times as fast as in
   * two, and stops at a product that has more digits: that one is made in 38.
   */
  private static final String PRODUCT2 =
      """
      CREATE MACRO product2(a, b) AS
      COALESCE(CAST(TRY(a * b) AS DECIMAL(18,2)), CAST(CAST(a AS DECIMAL(24,2)) * b AS DECIMAL(18,2)))""";

  /**
   * DuckDB takes 7 µs to cut a decimal of more than 18 digits, and 20 ns for a shorter one: small
   * amounts, which nearly all are, go the short way to the same cents.
   */
  private static final String ROUND2 =
      """
      CREATE MACRO round2(amount) AS
      COALESCE(
        CAST(CAST(TRY_CAST(amount AS DECIMAL(18,10)) AS DECIMAL(18,2)) AS DECIMAL(24,2)),
        CAST(amount AS DECIMAL(24,2))
      )""";

  /** A cell's value as another program may have written it, in SQL that every engine takes. */
  public static final String COMPARED_VALUE =
      """
      CASE
        WHEN regexp_replace(TRIM(value), '^[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}$', '') = ''
          THEN CONCAT(
            split_part(TRIM(value), '/', 3),
            '-',
            LPAD(split_part(TRIM(value), '/', 1), 2, '0'),
            '-',
            LPAD(split_part(TRIM(value), '/', 2), 2, '0')
          )
        ELSE regexp_replace(REPLACE(REPLACE(REPLACE(LOWER(value), ',', ''), '$', ''), ' ', ''), '[.]0+$', '')
      END""";

  /** The ladder from a row to its key at each level, in SQL that every engine takes. */
  public static final String LEVEL_KEY =
      """
      CASE
        WHEN level = 'network' THEN ''
        WHEN level = 'state' THEN state
        WHEN NOT public THEN NULL
        WHEN level = 'member' THEN member_id
        WHEN level = 'partnership' THEN partnership_id
        WHEN level = 'partner_country' THEN partner_country
        WHEN level = 'purpose' THEN purpose
      END""";

  private static final MathContext DIGITS = new MathContext(40);

  private SharedFunctions() {}

  /** a ÷ b at {@code scale} decimals, half up; null when undefined. */
  public static BigDecimal ratio(BigDecimal a, BigDecimal b, int scale) {
    return a == null || b == null || b.signum() == 0
        ? null
        : a.divide(b, scale, RoundingMode.HALF_UP);
  }

  /** Up to here the product of two whole numbers is whole as a double, too. */
  private static final double SMALL = 1 << 26;

  /**
   * The mean of {@code n} numbers plus {@code errors} standard errors, half up to 4 decimals; null
   * when undefined. The root is taken with 40 digits, so that the one rounding is the last.
   */
  public static BigDecimal meanBound(
      BigDecimal n, BigDecimal total, BigDecimal squares, Double errors) {
    if (n == null
        || total == null
        || squares == null
        || errors == null
        || n.compareTo(BigDecimal.ONE) <= 0) {
      return null;
    }
    BigDecimal quick =
        quickBound(n.doubleValue(), total.doubleValue(), squares.doubleValue(), errors);
    if (quick != null) {
      return quick;
    }
    if (errors == 0) {
      return total.divide(n, 4, RoundingMode.HALF_UP);
    }
    // sd ÷ √n = √((n × squares − total²) ÷ (n − 1)) ÷ n
    BigDecimal spread =
        n.multiply(squares)
            .subtract(total.multiply(total))
            .divide(n.subtract(BigDecimal.ONE), DIGITS)
            .sqrt(DIGITS);
    return total.add(spread.multiply(new BigDecimal(errors))).divide(n, 4, RoundingMode.HALF_UP);
  }

  /**
   * The same in doubles, in a tenth of the time: of whole numbers only the last steps are inexact,
   * by less than 2⁻⁵⁰ of what is added up. Null where that might decide how to round.
   */
  private static BigDecimal quickBound(double n, double total, double squares, double errors) {
    if (n != Math.rint(n) || total != Math.rint(total) || squares != Math.rint(squares)) {
      return null;
    }
    double spread = Math.sqrt((n * squares - total * total) / (n - 1)) * errors;
    double scaled = (total + spread) / n * 10_000;
    double size = (Math.abs(total) + Math.abs(spread)) / n * 10_000;
    double beyond = Math.abs(scaled) - Math.floor(Math.abs(scaled));
    boolean certain =
        Math.max(n, Math.max(Math.abs(total), squares)) < SMALL
            && size < 1 << 30
            && Math.abs(beyond - 0.5) > 1e-5;
    return certain ? BigDecimal.valueOf(Math.round(scaled), 4) : null;
  }

  static void register(Connection connection) throws SQLException {
    registerRatio(connection, "ratio4", 4);
    registerRatio(connection, "ratio2", 2);
    registerMeanBound(connection);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE MACRO days_between(first_day, last_day) AS CAST(last_day - first_day AS INTEGER)");
      statement.execute(PRODUCT2);
      statement.execute(ROUND2);
      statement.execute(
          "CREATE MACRO level_key(level, public, state, member_id, partnership_id, partner_country, purpose) AS "
              + LEVEL_KEY);
      statement.execute("CREATE MACRO compared_value(value) AS " + COMPARED_VALUE);
    }
  }

  private static void registerRatio(Connection connection, String name, int scale)
      throws SQLException {
    try (DuckDBLogicalType operand = DuckDBLogicalType.decimal(30, 6);
        DuckDBLogicalType quotient = DuckDBLogicalType.decimal(28, scale);
        var builder = DuckDBFunctions.scalarFunction()) {
      builder
          .withName(name)
          .withParameter(operand)
          .withParameter(operand)
          .withReturnType(quotient)
          .withVectorizedFunction(
              (in, out) -> {
                for (long row = 0; row < in.rowCount(); row++) {
                  BigDecimal value =
                      ratio(decimal(in.vector(0), row), decimal(in.vector(1), row), scale);
                  if (value == null) {
                    out.setNull(row);
                  } else {
                    out.setBigDecimal(row, value);
                  }
                }
              })
          .register(connection);
    }
  }

  private static void registerMeanBound(Connection connection) throws SQLException {
    try (DuckDBLogicalType number = DuckDBLogicalType.decimal(30, 6);
        DuckDBLogicalType factor = DuckDBLogicalType.of(DuckDBColumnType.DOUBLE);
        DuckDBLogicalType bound = DuckDBLogicalType.decimal(28, 4);
        var builder = DuckDBFunctions.scalarFunction()) {
      builder
          .withName("mean_bound")
          .withParameter(number)
          .withParameter(number)
          .withParameter(number)
          .withParameter(factor)
          .withReturnType(bound)
          .withVectorizedFunction(
              (in, out) -> {
                for (long row = 0; row < in.rowCount(); row++) {
                  BigDecimal value =
                      meanBound(
                          decimal(in.vector(0), row),
                          decimal(in.vector(1), row),
                          decimal(in.vector(2), row),
                          in.vector(3).isNull(row) ? null : in.vector(3).getDouble(row));
                  if (value == null) {
                    out.setNull(row);
                  } else {
                    out.setBigDecimal(row, value);
                  }
                }
              })
          .register(connection);
    }
  }

  private static BigDecimal decimal(DuckDBReadableVector vector, long row) {
    return vector.isNull(row) ? null : vector.getBigDecimal(row);
  }
}
