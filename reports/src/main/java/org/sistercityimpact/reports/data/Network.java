package org.sistercityimpact.reports.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the registry and its tables say.
 *
 * @param members those expected in the year or with rows in it, by id
 * @param ties partnerships by member
 * @param awards of the year
 * @param stories highlights of the year that may be printed, the newest first
 * @param countries English names by ISO code
 * @param states English names by postal code
 * @param registered ids of all members that the registry has, of any year
 * @param office who writes the letters, where the registry says so
 * @param councilNotes what members have their briefs say to their councils, by member
 */
public record Network(
    List<Member> members,
    Map<String, List<Tie>> ties,
    List<Award> awards,
    List<Story> stories,
    Map<String, String> countries,
    Map<String, String> states,
    Set<String> registered,
    Optional<Office> office,
    Map<String, CouncilNote> councilNotes) {

  Network withMembers(List<Member> newMembers) {
    return new Network(
        newMembers, ties, awards, stories, countries, states, registered, office, councilNotes);
  }
}
