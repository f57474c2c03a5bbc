package org.sistercityimpact.reports;

/** What stands at the foot of one page. */
public record Foot(String left, String notice, String page) {}
