/**
 * Takes a figure apart: the rows that add up to it, the parameters behind them, and what is
 * missing.
 */
package org.sistercityimpact.transform.trace;
