package org.sistercityimpact.reports.data;

import java.util.List;

/** The submitted datasets, in the order in which reports name them. */
public enum Dataset {
  EXCHANGES("exchanges"),
  EVENTS("events"),
  TRADE("trade_contacts"),
  VOLUNTEERS("volunteer_hours"),
  BUDGETS("budgets"),
  SURVEYS("surveys");

  public static final List<Dataset> ALL = List.of(values());

  private final String id;

  Dataset(String id) {
    this.id = id;
  }

  /** As the warehouse names it. */
  public String id() {
    return id;
  }
}
