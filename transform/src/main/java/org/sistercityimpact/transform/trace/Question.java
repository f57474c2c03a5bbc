package org.sistercityimpact.transform.trace;

/**
 * One figure that somebody asks about.
 *
 * @param metric a metric's id
 * @param level network, state, member, partnership, partner_country, purpose, or {@link #PEER}
 * @param key which of them; empty for the network; the member whose peers are asked for
 * @param year the data year
 */
public record Question(String metric, String level, String key, int year) {
  /** The level of a median of peers. */
  public static final String PEER = "peer";

  /** Whether the median of a member's peers is asked for. */
  public boolean ofPeers() {
    return level.equals(PEER);
  }
}
