package org.sistercityimpact.check.xlsx;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Notes being taken: each kind once, however often it is met. */
final class Notes {
  private static final class Tally {
    int count;
    final List<String> places = new ArrayList<>();
  }

  private final Map<Note.What, Tally> tallies = new EnumMap<>(Note.What.class);

  /** Takes note of something at a cell. */
  void add(Note.What what, int row, int column) {
    Tally tally = tally(what);
    if (tally.places.size() < Note.MOST_PLACES) {
      tally.places.add(Reference.cell(row, column));
    }
  }

  /** Takes note of something at another place; null: of the whole. */
  void add(Note.What what, String place) {
    Tally tally = tally(what);
    if (place != null && tally.places.size() < Note.MOST_PLACES) {
      tally.places.add(place);
    }
  }

  private Tally tally(Note.What what) {
    Tally tally = tallies.computeIfAbsent(what, w -> new Tally());
    tally.count++;
    return tally;
  }

  List<Note> toList() {
    List<Note> notes = new ArrayList<>();
    tallies.forEach(
        (what, tally) -> notes.add(new Note(what, tally.count, List.copyOf(tally.places))));
    return notes;
  }
}
