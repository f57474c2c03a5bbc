package org.sistercityimpact.reports.page;

import java.util.List;
import java.util.Map;

/**
 * A template and what it prints.
 *
 * @param template name of a file in {@code src/main/templates}, without its ending
 * @param parameters by name, as the template declares them
 * @param rows of its detail band, each given to the field {@code row}
 */
public record Section(String template, Map<String, Object> parameters, List<?> rows) {
  public static Section of(String template, Map<String, Object> parameters) {
    return new Section(template, parameters, List.of());
  }
}
