package org.sistercityimpact.reports.data;

import java.util.List;
import java.util.Map;
import org.sistercityimpact.transform.Level;

/**
 * What was computed.
 *
 * @param metrics by level; only of those levels that the kinds of reports print
 * @param slices of members' visits and spending
 * @param sensitivity the network's headlines with one assumption moved, those that move most first
 * @param steady by metric, the sum of the members that have a number in every year of the trends
 */
public record Results(
    Map<Level, Map<Metric.Key, Metric>> metrics,
    List<Slice> slices,
    List<Metric> sensitivity,
    Map<String, Steady> steady) {}
