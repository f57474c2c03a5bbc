package org.sistercityimpact.reports;

import java.util.List;

/** The submitted datasets, in the order in which reports name them. */
enum Dataset {
  EXCHANGES("exchanges", "exchanges"),
  EVENTS("events", "events"),
  TRADE("trade_contacts", "trade contacts"),
  VOLUNTEERS("volunteer_hours", "volunteer hours"),
  BUDGETS("budgets", "budgets"),
  SURVEYS("surveys", "surveys");

  static final List<Dataset> ALL = List.of(values());

  private final String id;
  private final String words;

  Dataset(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /** As the warehouse names it. */
  String id() {
    return id;
  }

  String words() {
    return words;
  }

  static String words(String id) {
    return ALL.stream()
        .filter(d -> d.id.equals(id))
        .map(Dataset::words)
        .findFirst()
        .orElse(id.replace('_', ' '));
  }
}
