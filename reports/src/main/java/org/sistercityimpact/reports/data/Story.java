package org.sistercityimpact.reports.data;

import java.time.LocalDate;

/**
 * A highlight of the report's year, in the words of whoever sent it, who agreed that it is printed.
 *
 * @param ofStaff whether national staff sent it
 * @param memberId the member that it is about; null: the whole network
 * @param name of the member, which may have left since
 * @param state of the member
 * @param partner of the tie that it is about; null: of none, or of one that is not shown
 * @param photo null: none
 */
public record Story(
    boolean ofStaff,
    LocalDate date,
    String memberId,
    String name,
    String state,
    String partner,
    String title,
    String text,
    Photograph photo) {}
