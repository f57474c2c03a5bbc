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
 */
record StoryChoice(List<Story> all, int members, int chosen) {
  /** What two pages hold. */
  private static final int MOST = 7;

  private static final int MOST_OF_STAFF = 4;

  static StoryChoice of(ReportData data) {
    List<Story> all =
        new ArrayList<>(
            data.network().stories().stream().filter(Story::ofStaff).limit(MOST_OF_STAFF).toList());
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
    Map<String, Integer> ofState = new LinkedHashMap<>();
    Map<Story, Integer> turns = new LinkedHashMap<>();
    drawn.forEach(story -> turns.put(story, ofState.merge(story.state(), 1, Integer::sum)));
    List<Story> chosen =
        drawn.stream()
            .sorted(Comparator.comparingInt(turns::get))
            .limit(MOST - all.size())
            .toList();
    all.addAll(chosen);
    return new StoryChoice(List.copyOf(all), drawn.size(), chosen.size());
  }

  /** The rule in a sentence. */
  String rule(Words words) {
    return chosen == members
        ? words.say("stories.rule_all", chosen).text()
        : words.say("stories.rule", chosen, members).text();
  }

  private static long lot(int year, String memberId) {
    CRC32 lot = new CRC32();
    lot.update((year + " " + memberId).getBytes(StandardCharsets.UTF_8));
    return lot.getValue();
  }
}
