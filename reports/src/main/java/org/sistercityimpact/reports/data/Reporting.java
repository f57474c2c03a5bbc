package org.sistercityimpact.reports.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What members sent, and what of it is left out.
 *
 * @param intakes rows read and rejected by member
 * @param problems kinds of problems by member
 * @param received what each member sent, by its id in lower case; read for letters alone
 * @param due the last day in time for the year's files, where the calendar gives one
 * @param eventsWithoutGuests by member, events that say nothing of people from outside; all of them
 *     under an empty id
 * @param budgetYears by member, last days of budget years that are not 31 December
 * @param heldBack what figures below the state leave out at a city's wish; empty in an edition by
 *     the first rule of disclosure, which is printed as it was
 * @param heldRows those rows by member, in an internal copy alone
 */
public record Reporting(
    Map<String, List<Intake>> intakes,
    Map<String, List<ProblemCount>> problems,
    Map<String, Received> received,
    Optional<LocalDate> due,
    Map<String, Long> eventsWithoutGuests,
    Map<String, List<LocalDate>> budgetYears,
    Optional<List<HeldBack>> heldBack,
    Map<String, List<HeldRow>> heldRows) {}
