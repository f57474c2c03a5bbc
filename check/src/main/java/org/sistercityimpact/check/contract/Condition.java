package org.sistercityimpact.check.contract;

import java.io.Serializable;
import java.util.List;

/** Something that may hold of a row: all of its terms do. */
public record Condition(List<Term> terms) implements Serializable {
  public Condition {
    terms = List.copyOf(terms);
  }

  /** Something that may hold of one cell; never of an empty one. */
  public sealed interface Term extends Serializable {
    /** The field whose cell is looked at. */
    String field();
  }

  /** The cell is one of these words. */
  public record In(String field, List<String> values) implements Term {
    public In {
      values = List.copyOf(values);
    }
  }

  /** The cell holds anything. */
  public record Filled(String field) implements Term {}

  /** The whole cell matches a regular expression. */
  public record Matches(String field, String pattern) implements Term {}
}
