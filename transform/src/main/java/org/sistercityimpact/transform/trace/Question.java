package org.sistercityimpact.transform.trace;

import org.sistercityimpact.transform.Level;

/**
 * One figure that somebody asks about.
 *
 * @param metric a metric's id
 * @param key which of them; empty for the network; the member whose peers are asked for; the
 *     assumption that is moved
 * @param year the data year
 */
public record Question(String metric, Level level, String key, int year) {
  /** Whether a headline with one assumption moved is asked for. */
  public boolean ofAssumption() {
    return level == Level.ASSUMPTION;
  }

  /** The headline itself, of one with an assumption moved; any other question as it is. */
  Question headline() {
    return ofAssumption() ? new Question(metric, Level.NETWORK, "", year) : this;
  }

  /** Whether the median of a member's peers is asked for. */
  public boolean ofPeers() {
    return level == Level.PEER;
  }
}
