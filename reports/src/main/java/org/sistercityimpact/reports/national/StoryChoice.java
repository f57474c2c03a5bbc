package org.sistercityimpact.reports.national;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.data.Story;
import org.sistercityimpact.reports.text.Words;

/**
 * Which stories the national report has room for: those of national staff first, the newest first;
 * then one a member, its newest, from one state after the other and then from each once more, in an
 * order that is drawn anew each year from the year and the members' ids alone.
 *
 * @param all in the order in which they are printed
 * @param members that sent any
 * @param chosen members of which one is printed
 * @param others stories that are in the table alone
 */
record StoryChoice(List<Story> all, int members, int chosen, int others) {
  /** What two pages hold. */
  private static final int MOST = 7;

  /** Where members sent more than fill the rest. */
  private static final int MOST_OF_STAFF = 4;

  static StoryChoice of(ReportData data) {
    Map<String, Story> newest = new LinkedHashMap<>();
    data.network().stories().stream()
        .filter(story -> !story.ofStaff())
        .forEach(story -> newest.putIfAbsent(story.memberId(), story));
    List<Story> drawn =
        newest.values().stream()
            .sorted(
                Comparator.comparingLong((Story story) -> lot(data.year(), story.memberId()))
                    .thenComparing(Story::memberId))
            .toList();
    List<Story> all =
        new ArrayList<>(
            data.network().stories().stream()
                .filter(Story::ofStaff)
                .limit(Math.max(MOST_OF_STAFF, MOST - drawn.size()))
                .toList());
    Map<String, Integer> ofState = new LinkedHashMap<>();
    Map<Story, Integer> turns = new LinkedHashMap<>();
    drawn.forEach(story -> turns.put(story, ofState.merge(story.state(), 1, Integer::sum)));
    List<Story> chosen =
        drawn.stream()
            .sorted(Comparator.comparingInt(turns::get))
            .limit(MOST - all.size())
            .toList();
    all.addAll(chosen);
    return new StoryChoice(
        List.copyOf(all),
        drawn.size(),
        chosen.size(),
        data.network().stories().size() - all.size());
  }

  /** The rule in a sentence, and where those are that it leaves out. */
  String rule(Words words) {
    int staff = all.size() - chosen;
    return words
        .sentences(
            words.when(staff > 0, "stories.rule_staff"),
            words.when(
                chosen > 0,
                "stories.rule",
                staff,
                chosen,
                members,
                chosen == members ? "all" : "some"),
            words.text("stories.theirs"),
            words.when(others > 0, "stories.others", others))
        .text();
  }

  private static long lot(int year, String memberId) {
    CRC32 lot = new CRC32();
    lot.update((year + " " + memberId).getBytes(StandardCharsets.UTF_8));
    return lot.getValue();
  }
}
