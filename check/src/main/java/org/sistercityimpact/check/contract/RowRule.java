package org.sistercityimpact.check.contract;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * A rule over the cells of one row: the closed vocabulary that contracts are written in. A rule
 * says nothing about a row in which a cell it reads is itself faulty, and, unless told otherwise,
 * nothing where a side is empty.
 */
public sealed interface RowRule extends Serializable {

  /** The fields that the rule reads; the first one is named in the problem. */
  List<String> fields();

  /** What the rule may say in the contract's own words. */
  List<Wording> wordings();

  /** {@code field} is not before {@code other}: dates or years. */
  record NotBefore(String field, String other, Wording wording) implements RowRule {
    @Override
    public List<String> fields() {
      return List.of(field, other);
    }

    @Override
    public List<Wording> wordings() {
      return List.of(wording);
    }
  }

  /**
   * The year of {@code field} (a date, or a text that begins with a year) is the reporting year.
   */
  record InReportingYear(String field, Wording wording) implements RowRule {
    @Override
    public List<String> fields() {
      return List.of(field);
    }

    @Override
    public List<Wording> wordings() {
      return List.of(wording);
    }
  }

  /** The filled ones among {@code fields} never fall from left to right. */
  record AtMost(List<String> fields, Wording wording) implements RowRule {
    public AtMost {
      fields = List.copyOf(fields);
    }

    @Override
    public List<Wording> wordings() {
      return List.of(wording);
    }
  }

  /** {@code field} is at most the days from {@code from} to {@code to}. */
  record AtMostDaysBetween(String field, String from, String to, Wording wording)
      implements RowRule {
    @Override
    public List<String> fields() {
      return List.of(field, from, to);
    }

    @Override
    public List<Wording> wordings() {
      return List.of(wording);
    }
  }

  /** {@code field} is filled where the condition holds. */
  record NeedsValue(String field, Condition when, Wording wording) implements RowRule {
    @Override
    public List<String> fields() {
      return List.of(field);
    }

    @Override
    public List<Wording> wordings() {
      return List.of(wording);
    }
  }

  /** At least one of {@code fields} is filled where {@code when} holds and {@code unless} fails. */
  record NeedsOneOf(List<String> fields, Condition when, Condition unless, Wording wording)
      implements RowRule {
    public NeedsOneOf {
      fields = List.copyOf(fields);
    }

    @Override
    public List<Wording> wordings() {
      return List.of(wording);
    }
  }

  /** Exactly one of {@code fields} is filled. */
  record ExactlyOneOf(List<String> fields, Wording several, Wording none) implements RowRule {
    public ExactlyOneOf {
      fields = List.copyOf(fields);
    }

    @Override
    public List<Wording> wordings() {
      return List.of(several, none);
    }
  }

  /** An empty {@code field} takes the value of {@code from} where the condition holds: assumed. */
  record DefaultFrom(String field, String from, Condition when, Wording wording)
      implements RowRule {
    @Override
    public List<String> fields() {
      return List.of(field, from);
    }

    @Override
    public List<Wording> wordings() {
      return List.of(wording);
    }
  }

  /** {@code field} is at most {@code maximum} where the condition holds. */
  record MaximumWhen(String field, BigDecimal maximum, Condition when, Wording wording)
      implements RowRule {
    @Override
    public List<String> fields() {
      return List.of(field);
    }

    @Override
    public List<Wording> wordings() {
      return List.of(wording);
    }
  }

  /** Told of {@code field}, as assumed, where {@code when} holds and no {@code unless} does. */
  record ToldUnless(String field, Condition when, Condition unless, Wording wording)
      implements RowRule {
    @Override
    public List<String> fields() {
      return List.of(field);
    }

    @Override
    public List<Wording> wordings() {
      return List.of(wording);
    }
  }

  /**
   * {@code field} is a partnership of the submitting member: its id, or a partner's name that
   * matches exactly one (assumed). Stored as the registry spells it.
   */
  record OwnPartnership(String field) implements RowRule {
    @Override
    public List<String> fields() {
      return List.of(field);
    }

    @Override
    public List<Wording> wordings() {
      return List.of();
    }
  }

  /** The sign of a currency that stands with the amount of {@code field} is that of the row's. */
  record InCurrency(String field, String currency, Wording wording) implements RowRule {
    @Override
    public List<String> fields() {
      return List.of(field, currency);
    }

    @Override
    public List<Wording> wordings() {
      return List.of(wording);
    }
  }

  /**
   * The id in {@code field} begins with no other member's, before its {@code ~}, than {@code
   * member}.
   */
  record IdOfMember(String field, String member, Wording wording) implements RowRule {
    @Override
    public List<String> fields() {
      return List.of(field, member);
    }

    @Override
    public List<Wording> wordings() {
      return List.of(wording);
    }
  }

  /**
   * The code that a part of the id in {@code field} names is that of {@code other}; else it is
   * told, and {@code other} counts.
   *
   * @param part a pattern of the whole id whose first group is the code
   */
  record IdNames(String field, String part, String other, Wording wording) implements RowRule {
    @Override
    public List<String> fields() {
      return List.of(field, other);
    }

    @Override
    public List<Wording> wordings() {
      return List.of(wording);
    }
  }

  /** {@code field} is not the same id as {@code other}. */
  record Differs(String field, String other, Wording wording) implements RowRule {
    @Override
    public List<String> fields() {
      return List.of(field, other);
    }

    @Override
    public List<Wording> wordings() {
      return List.of(wording);
    }
  }

  /** {@code field} is a member of the network. Stored as the registry spells it. */
  record KnownMember(String field) implements RowRule {
    @Override
    public List<String> fields() {
      return List.of(field);
    }

    @Override
    public List<Wording> wordings() {
      return List.of();
    }
  }
}
