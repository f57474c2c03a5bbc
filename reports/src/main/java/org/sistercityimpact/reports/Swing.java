package org.sistercityimpact.reports;

import java.math.BigDecimal;

/**
 * A headline of the network with one assumption at its low and at its high, all others central.
 *
 * @param assumption the parameter or rule that is moved
 */
record Swing(
    String metric, String assumption, BigDecimal atLow, BigDecimal central, BigDecimal atHigh) {}
