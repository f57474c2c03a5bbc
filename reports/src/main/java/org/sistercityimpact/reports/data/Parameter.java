package org.sistercityimpact.reports.data;

import java.math.BigDecimal;

/** One reviewed parameter of the method that holds in the report's year. */
public record Parameter(
    String name,
    String key,
    BigDecimal low,
    BigDecimal central,
    BigDecimal high,
    String unit,
    String source,
    String confidence) {}
