package org.sistercityimpact.warehouse;

import java.util.ArrayList;
import java.util.List;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contract.Kind;
import org.sistercityimpact.check.contract.Field;
import org.sistercityimpact.warehouse.SqlEngine.Column;

/** The columns of the tables of accepted rows. */
public final class RawColumns {
  private RawColumns() {}

  /**
   * The columns of {@link Contract#rawTable()}: submission_id and source_row, for a submitted
   * dataset member_id and data_year, then each field, a folded one followed by its {@code _key}.
   */
  public static List<Column> of(Contract contract) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("submission_id", "VARCHAR"));
    columns.add(new Column("source_row", "INTEGER"));
    if (contract.kind() == Kind.SUBMITTED) {
      columns.add(new Column("member_id", "VARCHAR"));
      columns.add(new Column("data_year", "INTEGER"));
    }
    for (Field field : contract.fields()) {
      columns.add(new Column(field.name(), type(field)));
      if (field.fold() != Field.Fold.NONE) {
        columns.add(new Column(field.name() + "_key", "VARCHAR"));
      }
    }
    return List.copyOf(columns);
  }

  private static String type(Field field) {
    return switch (field.type()) {
      case STRING -> "VARCHAR";
      case INTEGER, YEAR -> "INTEGER";
      case NUMBER -> "DECIMAL(" + field.precision() + "," + field.decimals() + ")";
      case DATE -> "DATE";
      case BOOLEAN -> "BOOLEAN";
    };
  }
}
