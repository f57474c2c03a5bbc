package org.sistercityimpact.reports.template;

/**
 * A tie that a member's template offers.
 *
 * @param partner its partner's name
 * @param country its partner's country by its name
 * @param status as the registry has it
 * @param lastYear whether a row of the year before is about it
 */
record TemplateTie(String id, String partner, String country, String status, boolean lastYear) {}
