package org.sistercityimpact.warehouse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contract.Kind;
import org.sistercityimpact.check.contract.Field;
import org.sistercityimpact.warehouse.SqlEngine.Column;

/** The columns of the tables of accepted rows. */
public final class RawColumns {
  private static final Map<String, String> OF_EVERY_ROW =
      Map.of(
          "submission_id", "the file that the row came in",
          "source_row", "its row there, as a person sees it",
          "member_id", "the member that sent it",
          "data_year", "the reporting year");

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
      if (field.fold() != Field.Folding.NONE) {
        columns.add(new Column(field.name() + "_key", "VARCHAR"));
      }
    }
    return List.copyOf(columns);
  }

  /** What the files of {@link Contract#rawTable()} tell of it: each column's meaning, too. */
  public static Map<String, String> about(Contract contract) {
    Map<String, String> about = new LinkedHashMap<>();
    about.put("title", contract.names().title() + ", as received");
    about.put("grain", "one accepted row of a file, in force or superseded");
    about.put("unit", "as each column says");
    about.put("key", "submission_id, source_row");
    for (Column column : of(contract)) {
      about.put("column " + column.name(), OF_EVERY_ROW.getOrDefault(column.name(), ""));
    }
    for (Field field : contract.fields()) {
      about.put(
          "column " + field.name(),
          field.names().description() + (field.personal() ? " Personal." : ""));
      if (field.fold() != Field.Folding.NONE) {
        about.put("column " + field.name() + "_key", field.name() + ", folded for comparing");
      }
    }
    return about;
  }

  private static String type(Field field) {
    return switch (field.type()) {
      case STRING -> "VARCHAR";
      case INTEGER, YEAR -> "INTEGER";
      case NUMBER -> "DECIMAL(" + field.range().precision() + "," + field.range().decimals() + ")";
      case DATE -> "DATE";
      case BOOLEAN -> "BOOLEAN";
    };
  }
}
