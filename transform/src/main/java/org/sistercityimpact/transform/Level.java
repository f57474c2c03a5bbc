package org.sistercityimpact.transform;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;

/** What a figure is given for: the whole network, or one state, member, partnership … of it. */
public enum Level {
  NETWORK(""),
  STATE("state"),
  PARTNER_COUNTRY("partner_country"),
  PURPOSE("purpose"),
  MEMBER("member_id"),
  PARTNERSHIP("partnership_id"),
  /** The median of a member's peers; its key is the member. */
  PEER("member_id"),
  /** A headline of the network with one assumption, its key, at its low and at its high. */
  ASSUMPTION("assumption");

  /** Those of the table {@code metrics}, in the order in which they are told. */
  private static final EnumSet<Level> OF_METRICS = EnumSet.range(NETWORK, PARTNERSHIP);

  private static final Map<String, Level> BY_ID =
      Arrays.stream(values()).collect(Collectors.toMap(Level::id, level -> level));

  private final String id = name().toLowerCase(Locale.ROOT);
  private final String column;

  Level(String column) {
    this.column = column;
  }

  /** The level of a name as in {@code metrics.level}; throws {@link ConfigurationException}. */
  public static Level of(String id) {
    Level level = BY_ID.get(id);
    if (level == null) {
      throw new ConfigurationException(
          "Cannot read level '%s': there is none of that name (levels: %s)"
              .formatted(
                  id, Arrays.stream(values()).map(Level::id).collect(Collectors.joining(", "))));
    }
    return level;
  }

  /** The names of the levels of {@code metrics}, in the order in which they are told, as SQL. */
  public static String list() {
    return OF_METRICS.stream()
        .map(level -> DuckDb.literal(level.id()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** The name in tables, figure ids and on the command line. */
  public String id() {
    return id;
  }

  /** The column of rows that holds its keys; empty where a figure counts the rows of all. */
  public String column() {
    return column;
  }

  /** Whether rows and ties that are held back (public = no) count, too: see sql's levels. */
  public boolean isWhole() {
    return this == NETWORK || this == STATE;
  }

  @Override
  public String toString() {
    return id();
  }
}
