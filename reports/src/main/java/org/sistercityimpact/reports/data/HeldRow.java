package org.sistercityimpact.reports.data;

import java.time.LocalDate;

/**
 * A row that its city holds back, for the city's own internal copy.
 *
 * @param memberId the city
 * @param dataset what it is a row of
 * @param date when it was
 * @param title what it was; the partner where it has no title
 * @param people who took part or came; null for a trade contact
 */
public record HeldRow(String memberId, String dataset, LocalDate date, String title, Long people) {}
