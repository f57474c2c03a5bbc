package org.sistercityimpact.reports;

/**
 * A row of the first page of a brief.
 *
 * @param tie one of the city's ties; null where it has none, so that its page is printed all the
 *     same
 * @param first whether it is the first row of its page, which all above the ties comes with
 * @param last whether it is the last
 */
public record TieRow(BriefPage page, Line tie, boolean first, boolean last) {}
