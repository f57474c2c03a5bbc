package org.sistercityimpact.transform.trace;

/**
 * One figure that somebody asks about.
 *
 * @param metric a metric's id
 * @param level network, state, member, partnership, partner_country, purpose, {@link #PEER} or
 *     {@link #ASSUMPTION}
 * @param key which of them; empty for the network; the member whose peers are asked for; the
 *     assumption that is moved
 * @param year the data year
 */
public record Question(String metric, String level, String key, int year) {
  /** The level of a median of peers. */
  public static final String PEER = "peer";

  /** The level of a headline of the network with one assumption at its low and at its high. */
  public static final String ASSUMPTION = "assumption";

  /** Whether a headline with one assumption moved is asked for. */
  public boolean ofAssumption() {
    return level.equals(ASSUMPTION);
  }

  /** The headline itself, of one with an assumption moved; any other question as it is. */
  Question headline() {
    return ofAssumption() ? new Question(metric, "network", "", year) : this;
  }

  /** Whether the median of a member's peers is asked for. */
  public boolean ofPeers() {
    return level.equals(PEER);
  }
}
