package org.sistercityimpact.check.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.sistercityimpact.check.contract.Condition.Filled;
import org.sistercityimpact.check.contract.Condition.In;
import org.sistercityimpact.check.contract.Condition.Matches;
import org.sistercityimpact.check.contract.Condition.Term;
import org.sistercityimpact.check.contract.Contract.Kind;
import org.sistercityimpact.check.contract.Field.Folding;
import org.sistercityimpact.check.contract.Field.Type;
import org.sistercityimpact.check.json.FaultyJson;
import org.sistercityimpact.check.json.Json;

/** Reads one Table Schema descriptor; ours beyond the standard stands under {@code impact}. */
public final class ContractReader {
  private static final int WIDEST_DECIMAL = 18;

  /** How the names of their files end. */
  public static final String ENDING = ".schema.json";

  private final String file;
  private final Set<String> codeLists;

  private ContractReader(String file, Set<String> codeLists) {
    this.file = file;
    this.codeLists = codeLists;
  }

  /**
   * Reads a contract.
   *
   * @param file its name, for messages; the contract must be called as the file is
   * @param text what stands in it
   * @param codeLists names of those that there are
   * @throws FaultyContract when it cannot be used
   */
  public static Contract read(String file, String text, Set<String> codeLists) {
    return new ContractReader(file, codeLists).read(text);
  }

  private Contract read(String text) {
    Json schema;
    try {
      schema = Json.read(text);
    } catch (FaultyJson e) {
      throw refused("it is not JSON in line " + e.line(), "mend the line: " + e.getMessage());
    }
    List<Field> fields = new ArrayList<>();
    for (Json field : schema.get("fields").items()) {
      fields.add(field(field));
    }
    Json ours = schema.get("impact");
    Contract contract =
        new Contract(
            text(schema, "name"),
            word(Kind.class, text(ours, "kind")),
            ours.get("optional").isTrue(),
            new Contract.Names(
                text(schema, "title"),
                text(schema, "description"),
                ours.get("file_aliases").texts(),
                translations(ours)),
            fields,
            schema.get("primaryKey").texts(),
            rules(schema.get("rules")));
    checkNames(contract);
    return contract;
  }

  private Field field(Json json) {
    Json ours = json.get("impact");
    Json limits = json.get("constraints");
    String name = text(json, "name");
    Type type = word(Type.class, text(json, "type"));
    boolean excluded = !limits.get("exclusiveMinimum").isMissing();
    Json lowest =
        ours.get("least_pixels").isMissing()
            ? limits.get(excluded ? "exclusiveMinimum" : "minimum")
            : ours.get("least_pixels");
    Field field =
        new Field(
            name,
            type,
            ours.get("personal").isTrue(),
            ours.get("fold").isMissing() ? Folding.NONE : word(Folding.class, text(ours, "fold")),
            new Field.Names(
                text(json, "title"),
                text(json, "description"),
                ours.get("aliases").texts(),
                parts(name, type, ours.get("joined_from")),
                json.get("example").text(),
                translations(ours)),
            new Field.Limits(
                limits.get("required").isTrue(),
                limits.get("enum").texts(),
                ours.get("reference").text(),
                pattern(limits.get("pattern").text()),
                ours.get("hint").text(),
                count(limits.get("maxLength"))),
            Field.Range.of(
                type,
                lowest.number(),
                excluded,
                limits.get("maximum").number(),
                count(ours.get("decimals")),
                ours.get("rounded").isTrue()),
            new Field.Answers(json.get("trueValues").texts(), json.get("falseValues").texts()),
            new Field.Ignored(
                condition(ours.get("ignored_when")), condition(ours.get("ignored_unless"))));
    if (field.limits().reference() != null && !codeLists.contains(field.limits().reference())) {
      throw refused(
          "field '%s' names the code list '%s', which is not there"
              .formatted(name, field.limits().reference()),
          "add sql/reference/%s.csv or correct the name".formatted(field.limits().reference()));
    }
    if (type == Type.NUMBER && field.range().precision() > WIDEST_DECIMAL) {
      throw refused(
          "field '%s' needs %d digits".formatted(name, field.range().precision()),
          "lower its maximum or its decimals to %d digits in all".formatted(WIDEST_DECIMAL));
    }
    if (type == Type.BOOLEAN
        && (field.answers().yes().isEmpty() || field.answers().no().isEmpty())) {
      throw refused("field '%s' has no words for yes or no".formatted(name), "add trueValues");
    }
    return field;
  }

  /** Lists of headers; at least two, since one would be aliases. */
  private List<List<String>> parts(String field, Type type, Json json) {
    List<List<String>> parts = new ArrayList<>();
    for (Json part : json.items()) {
      parts.add(part.texts());
    }
    if (parts.size() == 1 || parts.stream().anyMatch(List::isEmpty)) {
      throw refused(
          "joined_from of field '%s' has a part without headers, or one part alone"
              .formatted(field),
          "write a list of headers for each of two or more parts");
    }
    if (!parts.isEmpty() && type != Type.STRING) {
      throw refused(
          "field '%s' is joined from columns but is no text".formatted(field),
          "use joined_from for a field of type string");
    }
    return parts;
  }

  /** Those whose name is a language's two letters. */
  private Map<String, Translation> translations(Json ours) {
    Map<String, Translation> translations = new HashMap<>();
    for (Map.Entry<String, Json> each : ours.members().entrySet()) {
      if (each.getKey().length() == 2) {
        Json json = each.getValue();
        Map<String, String> words = new HashMap<>();
        json.get("words").members().forEach((word, other) -> words.put(word, other.text()));
        translations.put(
            each.getKey(), new Translation(text(json, "title"), text(json, "description"), words));
      }
    }
    return translations;
  }

  private List<RowRule> rules(Json json) {
    List<RowRule> rules = new ArrayList<>();
    for (Json rule : json.items()) {
      rules.add(rule(rule));
    }
    return rules;
  }

  private RowRule rule(Json json) {
    String rule = text(json, "rule");
    return switch (rule) {
      case "not_before" ->
          new RowRule.NotBefore(text(json, "field"), text(json, "other"), wording(json, ""));
      case "in_reporting_year" ->
          new RowRule.InReportingYear(text(json, "field"), wording(json, ""));
      case "at_most" -> new RowRule.AtMost(json.get("fields").texts(), wording(json, ""));
      case "at_most_days_between" ->
          new RowRule.AtMostDaysBetween(
              text(json, "field"), text(json, "from"), text(json, "to"), wording(json, ""));
      case "needs_value" ->
          new RowRule.NeedsValue(
              text(json, "field"), condition(json.get("when")), wording(json, ""));
      case "needs_one_of" ->
          new RowRule.NeedsOneOf(
              json.get("fields").texts(),
              condition(json.get("when")),
              condition(json.get("unless")),
              wording(json, ""));
      case "exactly_one_of" ->
          new RowRule.ExactlyOneOf(
              json.get("fields").texts(), wording(json, ""), wording(json, "none_"));
      case "default_from" ->
          new RowRule.DefaultFrom(
              text(json, "field"),
              text(json, "from"),
              condition(json.get("when")),
              wording(json, ""));
      case "maximum_when" ->
          new RowRule.MaximumWhen(
              text(json, "field"),
              json.get("maximum").number(),
              condition(json.get("when")),
              wording(json, ""));
      case "told_unless" ->
          new RowRule.ToldUnless(
              text(json, "field"),
              condition(json.get("when")),
              condition(json.get("unless")),
              wording(json, ""));
      case "own_partnership" -> new RowRule.OwnPartnership(text(json, "field"));
      case "in_currency" ->
          new RowRule.InCurrency(text(json, "field"), text(json, "currency"), wording(json, ""));
      case "id_of_member" ->
          new RowRule.IdOfMember(text(json, "field"), text(json, "member"), wording(json, ""));
      case "id_names" ->
          new RowRule.IdNames(
              text(json, "field"), text(json, "part"), text(json, "other"), wording(json, ""));
      case "differs" ->
          new RowRule.Differs(text(json, "field"), text(json, "other"), wording(json, ""));
      case "known_member" -> new RowRule.KnownMember(text(json, "field"));
      default ->
          throw refused(
              "there is no rule '%s'".formatted(rule),
              "use not_before, in_reporting_year, at_most, at_most_days_between, needs_value,"
                  + " needs_one_of, exactly_one_of, default_from, maximum_when, told_unless,"
                  + " own_partnership, in_currency, id_of_member, id_names, differs or known_member");
    };
  }

  private Wording wording(Json json, String prefix) {
    return new Wording(
        text(json, prefix + "code"), text(json, prefix + "message"), text(json, prefix + "fix"));
  }

  private Condition condition(Json json) {
    if (json.isMissing()) {
      return null;
    }
    List<Term> terms = new ArrayList<>();
    for (Map.Entry<String, Json> term : json.members().entrySet()) {
      Json test = term.getValue();
      if (test.isText() && test.text().equals("filled")) {
        terms.add(new Filled(term.getKey()));
      } else if (!test.get("in").isMissing()) {
        terms.add(new In(term.getKey(), test.get("in").texts()));
      } else if (test.get("matches").isText()) {
        terms.add(new Matches(term.getKey(), pattern(text(test, "matches"))));
      } else {
        throw refused(
            "the condition on '%s' is not understood".formatted(term.getKey()),
            "write \"filled\", {\"in\": [...]} or {\"matches\": \"...\"}");
      }
    }
    return new Condition(terms);
  }

  /** A rule that names no field of the contract would silently never speak. */
  private void checkNames(Contract contract) {
    List<String> names = new ArrayList<>(contract.key());
    contract.rules().forEach(rule -> names.addAll(rule.fields()));
    for (Field field : contract.fields()) {
      addNames(field.ignored().when(), names);
      addNames(field.ignored().unless(), names);
    }
    for (RowRule rule : contract.rules()) {
      if (rule instanceof RowRule.NeedsValue needs) {
        addNames(needs.when(), names);
      } else if (rule instanceof RowRule.NeedsOneOf needs) {
        addNames(needs.when(), names);
        addNames(needs.unless(), names);
      } else if (rule instanceof RowRule.DefaultFrom defaults) {
        addNames(defaults.when(), names);
      } else if (rule instanceof RowRule.MaximumWhen most) {
        addNames(most.when(), names);
      } else if (rule instanceof RowRule.ToldUnless told) {
        addNames(told.when(), names);
        addNames(told.unless(), names);
      }
    }
    for (String name : names) {
      if (contract.index(name) < 0) {
        throw refused("it speaks of a field '%s' that it does not have".formatted(name), "add it");
      }
    }
    String ofFile = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    if (!ofFile.equals(contract.name() + ENDING)) {
      throw refused(
          "it is called '%s' inside".formatted(contract.name()),
          "name the file %s.schema.json".formatted(contract.name()));
    }
  }

  private static void addNames(Condition condition, List<String> names) {
    if (condition != null) {
      condition.terms().forEach(term -> names.add(term.field()));
    }
  }

  private <E extends Enum<E>> E word(Class<E> type, String word) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
        return constant;
      }
    }
    throw refused(
        "'%s' is not a %s".formatted(word, type.getSimpleName().toLowerCase(Locale.ROOT)),
        "use one of " + List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT));
  }

  private String pattern(String pattern) {
    try {
      if (pattern != null) {
        Pattern.compile(pattern);
      }
      return pattern;
    } catch (PatternSyntaxException e) {
      throw refused("the pattern '%s' is faulty".formatted(pattern), e.getDescription());
    }
  }

  private String text(Json json, String name) {
    Json value = json.get(name);
    if (!value.isText()) {
      throw refused("'%s' is missing".formatted(name), "add it as a text");
    }
    return value.text();
  }

  private static int count(Json json) {
    return json.isMissing() ? 0 : json.number().intValue();
  }

  private FaultyContract refused(String reason, String advice) {
    return new FaultyContract("Cannot read contract '%s': %s (%s)".formatted(file, reason, advice));
  }
}
