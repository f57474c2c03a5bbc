package org.sistercityimpact.reports;

import java.util.List;

/** The submitted datasets, in the order in which reports name them. */
enum Dataset {
  EXCHANGES("exchanges"),
  EVENTS("events"),
  TRADE("trade_contacts"),
  VOLUNTEERS("volunteer_hours"),
  BUDGETS("budgets"),
  SURVEYS("surveys");

  static final List<Dataset> ALL = List.of(values());

  private final String id;

  Dataset(String id) {
    this.id = id;
  }

  /** As the warehouse names it. */
  String id() {
    return id;
  }
}
