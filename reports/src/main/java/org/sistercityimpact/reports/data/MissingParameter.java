package org.sistercityimpact.reports.data;

/** A parameter that the method has no value for, and how many rows wait for it. */
public record MissingParameter(String parameter, String key, String dataset, long rows) {}
