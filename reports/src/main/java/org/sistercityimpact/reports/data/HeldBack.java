package org.sistercityimpact.reports.data;

import org.sistercityimpact.transform.Level;

/**
 * What a figure leaves out at a city's wish; its state's and the network's count it.
 *
 * @param level member, partnership, partner_country or purpose
 * @param key which of them
 * @param rows submitted rows
 * @param ties partnerships
 */
public record HeldBack(Level level, String key, long rows, long ties) {}
