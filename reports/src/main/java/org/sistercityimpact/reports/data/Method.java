package org.sistercityimpact.reports.data;

import java.util.List;
import java.util.Map;

/**
 * How it was computed.
 *
 * @param definitions of metrics, by id
 * @param parameters that hold in the report's year
 * @param missing rows that parameters lack
 */
public record Method(
    Map<String, Definition> definitions,
    List<Parameter> parameters,
    List<MissingParameter> missing) {}
