package org.sistercityimpact.spark;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/** Spark's types under the names that our SQL files use. */
final class SparkTypes {
  private SparkTypes() {}

  /** The type of that SQL name. */
  static DataType named(String sqlName) {
    return DataType.fromDDL(SparkDialect.of(sqlName));
  }

  /** The SQL name, such as {@code DECIMAL(18,2)}. */
  static String sqlName(DataType type) {
    if (type instanceof DecimalType decimal) {
      return "DECIMAL(%d,%d)".formatted(decimal.precision(), decimal.scale());
    }
    if (type.equals(DataTypes.StringType)) {
      return "VARCHAR";
    }
    if (type.equals(DataTypes.IntegerType)) {
      return "INTEGER";
    }
    if (type.equals(DataTypes.TimestampNTZType)) {
      return "TIMESTAMP";
    }
    if (type.equals(DataTypes.TimestampType)) {
      return "TIMESTAMP WITH TIME ZONE";
    }
    return type.sql();
  }
}
