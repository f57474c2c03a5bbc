package org.sistercityimpact.check;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sistercityimpact.check.contract.CodeList;
import org.sistercityimpact.check.contract.Condition;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.check.contract.Field.Type;
import org.sistercityimpact.check.contract.Plausible;
import org.sistercityimpact.check.contract.RowRule;

/** The rules of one contract, tied to the columns they read. */
final class RowRules {
  private final Contract contract;
  private final CellColumn[] columns;
  private final CodeList countries;
  private final CodeList states;
  private final CodeList currencies;
  private final List<Rule> rules = new ArrayList<>();

  private interface Rule {
    void check(Row row);
  }

  RowRules(Contract contract, Contracts contracts, CellColumn[] columns) {
    this.contract = contract;
    this.columns = columns;
    countries = contracts.codeLists().get("countries");
    states = contracts.codeLists().get("states");
    currencies = contracts.codeLists().get("currencies");
    List<Plausible> limits = contracts.plausible();
    for (RowRule rule : contract.rules()) {
      rules.add(tied(rule));
    }
    for (Plausible limit : limits) {
      if (limit.dataset().equals(contract.name())) {
        rules.add(new PlausibleRule(limit, this::column)::check);
      }
    }
    if (contract.kind() == Contract.Kind.SUBMITTED && !limits.isEmpty()) {
      for (CellColumn column : columns) {
        if (column.field().type() == Type.INTEGER || column.field().name().equals("hours")) {
          rules.add(new CountRule(column)::check);
        }
      }
    }
  }

  /** Applies all rules, in the contract's order, to a row whose cells have been read. */
  void apply(Row row) {
    for (int i = 0; i < rules.size(); i++) {
      rules.get(i).check(row);
    }
  }

  private Rule tied(RowRule rule) {
    if (rule instanceof RowRule.NotBefore r) {
      return notBefore(r);
    } else if (rule instanceof RowRule.InReportingYear r) {
      return inReportingYear(r);
    } else if (rule instanceof RowRule.AtMost r) {
      return atMost(r);
    } else if (rule instanceof RowRule.AtMostDaysBetween r) {
      return atMostDaysBetween(r);
    } else if (rule instanceof RowRule.NeedsValue r) {
      return needsValue(r);
    } else if (rule instanceof RowRule.NeedsOneOf r) {
      return needsOneOf(r);
    } else if (rule instanceof RowRule.ExactlyOneOf r) {
      return exactlyOneOf(r);
    } else if (rule instanceof RowRule.DefaultFrom r) {
      return defaultFrom(r);
    } else if (rule instanceof RowRule.MaximumWhen r) {
      return maximumWhen(r);
    } else if (rule instanceof RowRule.ToldUnless r) {
      return toldUnless(r);
    } else if (rule instanceof RowRule.OwnPartnership r) {
      return new PartnershipRule((TextColumn) column(r.field()), countries, states)::check;
    } else if (rule instanceof RowRule.KnownMember r) {
      return knownMember(r);
    } else if (rule instanceof RowRule.IdOfMember r) {
      return idOfMember(r);
    } else if (rule instanceof RowRule.IdNames r) {
      return idNames(r);
    } else if (rule instanceof RowRule.Differs r) {
      return differs(r);
    } else if (rule instanceof RowRule.InCurrency r) {
      NumberColumn amount = (NumberColumn) column(r.field());
      amount.takeSigns();
      return new CurrencyRule(r, amount, column(r.currency()), currencies)::check;
    }
    throw new IllegalStateException("A rule that nothing checks: " + rule);
  }

  private CellColumn column(String field) {
    return columns[contract.index(field)];
  }

  private Rule notBefore(RowRule.NotBefore rule) {
    CellColumn late = column(rule.field());
    CellColumn early = column(rule.other());
    return row -> {
      if (filled(late, row)
          && filled(early, row)
          && late.number(row.slot()) < early.number(row.slot())) {
        row.report(late, Severity.ERROR, rule.wording(), Map.of());
      }
    };
  }

  private Rule inReportingYear(RowRule.InReportingYear rule) {
    CellColumn column = column(rule.field());
    boolean text = column.field().type() == Type.STRING;
    long[] span = new long[3];
    return row -> {
      Integer year = row.context().dataYear();
      if (year == null || !filled(column, row)) {
        return;
      }
      boolean outside;
      if (text) {
        outside = !column.text(row.slot()).startsWith(String.valueOf(year));
      } else {
        if (span[0] != year) {
          span[0] = year;
          span[1] = java.time.LocalDate.of(year, 1, 1).toEpochDay();
          span[2] = java.time.LocalDate.of(year, 12, 31).toEpochDay();
        }
        long day = column.number(row.slot());
        outside = day < span[1] || day > span[2];
      }
      if (outside) {
        row.report(column, Severity.ERROR, rule.wording(), Map.of("year", String.valueOf(year)));
      }
    };
  }

  private Rule atMost(RowRule.AtMost rule) {
    CellColumn[] chain = rule.fields().stream().map(this::column).toArray(CellColumn[]::new);
    return row -> {
      CellColumn low = null;
      for (CellColumn high : chain) {
        if (!filled(high, row)) {
          continue;
        }
        if (low != null && low.number(row.slot()) > high.number(row.slot())) {
          row.report(
              low,
              Severity.ERROR,
              rule.wording(),
              Map.of(
                  "low_field", low.field().name(),
                  "low", low.shown(row.slot()),
                  "high_field", high.field().name(),
                  "high", high.shown(row.slot())));
        }
        low = high;
      }
    };
  }

  private Rule atMostDaysBetween(RowRule.AtMostDaysBetween rule) {
    CellColumn column = column(rule.field());
    CellColumn from = column(rule.from());
    CellColumn to = column(rule.to());
    return row -> {
      if (!filled(column, row) || !filled(from, row) || !filled(to, row)) {
        return;
      }
      long days = to.number(row.slot()) - from.number(row.slot());
      // Days that run backwards are another rule's finding.
      if (days >= 0 && column.number(row.slot()) > days) {
        row.report(column, Severity.ERROR, rule.wording(), Map.of("limit", String.valueOf(days)));
      }
    };
  }

  private Rule needsValue(RowRule.NeedsValue rule) {
    CellColumn column = column(rule.field());
    RowTest when = test(rule.when());
    return row -> {
      if (empty(column, row) && when.holds(row.slot())) {
        row.report(column, Severity.ERROR, rule.wording(), Map.of());
      }
    };
  }

  private Rule needsOneOf(RowRule.NeedsOneOf rule) {
    CellColumn[] choice = rule.fields().stream().map(this::column).toArray(CellColumn[]::new);
    RowTest when = test(rule.when());
    RowTest unless = test(rule.unless());
    return row -> {
      for (CellColumn column : choice) {
        if (!empty(column, row)) {
          return;
        }
      }
      if (when.holds(row.slot())
          && (unless == null || !unless.isOpen() && !unless.holds(row.slot()))) {
        row.report(choice[0], Severity.ERROR, rule.wording(), Map.of());
      }
    };
  }

  private Rule exactlyOneOf(RowRule.ExactlyOneOf rule) {
    CellColumn[] choice = rule.fields().stream().map(this::column).toArray(CellColumn[]::new);
    return row -> {
      int given = 0;
      CellColumn last = null;
      for (CellColumn column : choice) {
        if (!empty(column, row)) {
          given++;
          last = column;
        }
      }
      if (given == 0) {
        row.report(choice[0], Severity.ERROR, rule.none(), Map.of());
      } else if (given > 1) {
        row.report(last, Severity.ERROR, rule.several(), Map.of());
      }
    };
  }

  private Rule defaultFrom(RowRule.DefaultFrom rule) {
    CellColumn column = column(rule.field());
    CellColumn from = column(rule.from());
    RowTest when = test(rule.when());
    return row -> {
      if (empty(column, row) && filled(from, row) && when.holds(row.slot())) {
        column.copy(from, row.slot());
        row.report(column, Severity.ASSUMED, rule.wording(), Map.of());
      }
    };
  }

  private Rule maximumWhen(RowRule.MaximumWhen rule) {
    CellColumn column = column(rule.field());
    RowTest when = test(rule.when());
    long most =
        rule.maximum()
            .setScale(column.decimals(), RoundingMode.FLOOR)
            .unscaledValue()
            .longValueExact();
    return row -> {
      if (filled(column, row) && column.number(row.slot()) > most && when.holds(row.slot())) {
        row.report(column, Severity.ERROR, rule.wording(), Map.of());
      }
    };
  }

  private Rule toldUnless(RowRule.ToldUnless rule) {
    CellColumn column = column(rule.field());
    RowTest when = test(rule.when());
    RowTest unless = test(rule.unless());
    return row -> {
      boolean holds = when == null || when.holds(row.slot());
      boolean excepted = unless != null && (unless.isOpen() || unless.holds(row.slot()));
      if (holds && !excepted) {
        row.report(column, Severity.ASSUMED, rule.wording(), Map.of());
      }
    };
  }

  private Rule knownMember(RowRule.KnownMember rule) {
    TextColumn column = (TextColumn) column(rule.field());
    return row -> {
      Registry registry = row.context().registry();
      if (registry == null || !filled(column, row)) {
        return;
      }
      Registry.Member member = registry.member(column.text(row.slot()));
      if (member == null) {
        String meant =
            registry.memberMeant(column.text(row.slot())).map(Registry.Member::id).orElse(null);
        row.report(
            column,
            ProblemCode.UNKNOWN_MEMBER,
            Map.of("advice", meant == null ? Registry.MEMBER_ADVICE : "Write " + meant));
      } else {
        column.set(row.slot(), member.id());
      }
    };
  }

  private Rule idOfMember(RowRule.IdOfMember rule) {
    CellColumn id = column(rule.field());
    CellColumn member = column(rule.member());
    return row -> {
      Registry registry = row.context().registry();
      if (registry == null || !filled(id, row) || !filled(member, row)) {
        return;
      }
      String text = id.text(row.slot());
      int end = text.indexOf('~');
      Registry.Member named = end < 0 ? null : registry.member(text.substring(0, end));
      if (named != null && !named.equals(registry.member(member.text(row.slot())))) {
        row.report(id, Severity.ERROR, rule.wording(), Map.of("named", named.id()));
      }
    };
  }

  private Rule idNames(RowRule.IdNames rule) {
    CellColumn id = column(rule.field());
    CellColumn other = column(rule.other());
    Matcher part = Pattern.compile(rule.part()).matcher("");
    return row -> {
      if (filled(id, row) && filled(other, row) && part.reset(id.text(row.slot())).matches()) {
        String named = part.group(1).toUpperCase(Locale.ROOT);
        if (!named.equals(other.text(row.slot()))) {
          Map<String, String> words = Map.of("named", named, "read", other.text(row.slot()));
          row.report(other, Severity.WARNING, rule.wording(), words);
        }
      }
    };
  }

  private Rule differs(RowRule.Differs rule) {
    CellColumn column = column(rule.field());
    CellColumn other = column(rule.other());
    return row -> {
      if (filled(column, row)
          && filled(other, row)
          && Fold.text(column.text(row.slot())).equals(Fold.text(other.text(row.slot())))) {
        row.report(column, Severity.ERROR, rule.wording(), Map.of());
        // Whatever else is wrong with the id comes of it.
        column.bad = true;
      }
    };
  }

  private static boolean filled(CellColumn column, Row row) {
    return !column.bad && !column.isEmpty(row.slot());
  }

  /** Truly empty: a faulty cell is not, though nothing could be stored of it. */
  private static boolean empty(CellColumn column, Row row) {
    return !column.bad && column.isEmpty(row.slot());
  }

  /** The condition tied to its columns; null stays null. */
  RowTest test(Condition condition) {
    return condition == null ? null : new RowTest(condition, this::column);
  }
}
