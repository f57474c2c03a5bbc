package org.sistercityimpact.reports.page;

import java.util.Iterator;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRField;

/** Gives each row whole to the template's one field, whose expressions call the row's methods. */
final class RowSource implements JRDataSource {
  private final Iterator<?> rows;
  private Object row;

  RowSource(Iterator<?> rows) {
    this.rows = rows;
  }

  @Override
  public boolean next() {
    boolean more = rows.hasNext();
    row = more ? rows.next() : null;
    return more;
  }

  @Override
  public Object getFieldValue(JRField field) {
    return row;
  }
}
