package org.sistercityimpact.reports.data;

/**
 * A photo that may be printed.
 *
 * @param sha256 of the file as it was sent
 * @param alt what it shows, for people who do not see it
 * @param credit who took it; null: not said
 */
public record Photograph(String sha256, String alt, String credit) {}
