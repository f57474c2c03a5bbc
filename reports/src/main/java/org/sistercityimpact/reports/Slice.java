package org.sistercityimpact.reports;

import java.math.BigDecimal;

/**
 * Part of one member's contributions to a metric in the report's year.
 *
 * @param category for a cost the funder, for a trade stage the stage, for hours the activity, for
 *     people the purpose
 * @param detail for a cost its category, for a trade stage the evidence
 * @param rows submitted rows behind it
 */
record Slice(
    String metric,
    String memberId,
    String category,
    String detail,
    long rows,
    BigDecimal central) {}
