package org.sistercityimpact.reports.data;

/**
 * An award of the report's year.
 *
 * @param memberId who got it; null: nobody in particular
 * @param name of the member, which may have left since
 * @param state of the member
 * @param citation what for; null: not told
 * @param photo null: none
 */
public record Award(
    String award, String memberId, String name, String state, String citation, Photograph photo) {}
