package org.sistercityimpact.reports;

/** A parameter that the method has no value for, and how many rows wait for it. */
record MissingParameter(String parameter, String key, String dataset, long rows) {}
