package org.sistercityimpact.spark;

import java.math.BigDecimal;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.DateDiff;
import org.apache.spark.sql.catalyst.expressions.EvalMode;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Multiply;
import org.apache.spark.sql.types.DataTypes;
import org.sistercityimpact.warehouse.SharedFunctions;
import scala.Function1;
import scala.Option;
import scala.collection.immutable.Seq;

/** The functions of {@link SharedFunctions} as Spark has them. */
final class SparkFunctions {
  private SparkFunctions() {}

  static void register(SparkSession session) {
    registerRatio(session, "ratio4", 4);
    registerRatio(session, "ratio2", 2);
    registerMeanBound(session);
    session.sql(
        "CREATE OR REPLACE TEMPORARY FUNCTION level_key(level STRING, public BOOLEAN, state STRING, member_id STRING, partnership_id STRING, partner_country STRING, purpose STRING) RETURNS STRING RETURN "
            + SharedFunctions.LEVEL_KEY);
    session.sql(
        "CREATE OR REPLACE TEMPORARY FUNCTION compared_value(value STRING) RETURNS STRING RETURN "
            + SharedFunctions.COMPARED_VALUE);
    // As expressions, which take an argument of any precision without rounding it on the way in.
    alias(session, "product2", 2, of -> rounded(new Multiply(of.apply(0), of.apply(1)), 18));
    alias(session, "round2", 1, of -> rounded(of.apply(0), 24));
    alias(session, "days_between", 2, of -> new DateDiff(of.apply(1), of.apply(0)));
  }

  private static Expression rounded(Expression amount, int digits) {
    return new Cast(
        amount, DataTypes.createDecimalType(digits, 2), Option.empty(), EvalMode.ANSI());
  }

  private static void registerRatio(SparkSession session, String name, int scale) {
    UDF2<BigDecimal, BigDecimal, BigDecimal> ratio = (a, b) -> SharedFunctions.ratio(a, b, scale);
    session.udf().register("exact_" + name, ratio, DataTypes.createDecimalType(28, scale));
    // Spark does not convert the arguments of a Java function; those of a SQL function it does.
    session.sql(
        "CREATE OR REPLACE TEMPORARY FUNCTION %1$s(a DECIMAL(30,6), b DECIMAL(30,6)) RETURNS DECIMAL(28,%2$d) RETURN exact_%1$s(a, b)"
            .formatted(name, scale));
  }

  private static void registerMeanBound(SparkSession session) {
    UDF4<BigDecimal, BigDecimal, BigDecimal, Double, BigDecimal> bound = SharedFunctions::meanBound;
    session.udf().register("exact_mean_bound", bound, DataTypes.createDecimalType(28, 4));
    session.sql(
        "CREATE OR REPLACE TEMPORARY FUNCTION mean_bound(n DECIMAL(30,6), total DECIMAL(30,6), squares DECIMAL(30,6), errors DOUBLE) RETURNS DECIMAL(28,4) RETURN exact_mean_bound(n, total, squares, errors)");
  }

  private static void alias(
      SparkSession session,
      String name,
      int arguments,
      Function1<Seq<Expression>, Expression> expression) {
    FunctionRegistry registry =
        ((org.apache.spark.sql.classic.SparkSession) session).sessionState().functionRegistry();
    registry.createOrReplaceTempFunction(
        name,
        of -> {
          if (of.size() != arguments) {
            throw new IllegalArgumentException(
                "%s takes %d arguments, not %d".formatted(name, arguments, of.size()));
          }
          return expression.apply(of);
        },
        "scala_udf");
  }
}
