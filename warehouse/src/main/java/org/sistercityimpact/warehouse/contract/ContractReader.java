package org.sistercityimpact.warehouse.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.contract.Condition.Filled;
import org.sistercityimpact.warehouse.contract.Condition.In;
import org.sistercityimpact.warehouse.contract.Condition.Matches;
import org.sistercityimpact.warehouse.contract.Condition.Term;
import org.sistercityimpact.warehouse.contract.Contract.Kind;
import org.sistercityimpact.warehouse.contract.Field.Fold;
import org.sistercityimpact.warehouse.contract.Field.Type;

/** Reads one Table Schema descriptor; ours beyond the standard stands under {@code impact}. */
final class ContractReader {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int WIDEST_DECIMAL = 18;

  private final Path file;
  private final Set<String> codeLists;

  ContractReader(Path file, Set<String> codeLists) {
    this.file = file;
    this.codeLists = codeLists;
  }

  Contract read() throws IOException {
    JsonNode schema;
    try {
      schema = JSON.readTree(file.toFile());
    } catch (JsonProcessingException e) {
      throw refused(
          "it is not JSON in line " + e.getLocation().getLineNr(),
          "mend the line: " + e.getOriginalMessage());
    }
    List<Field> fields = new ArrayList<>();
    for (JsonNode field : schema.path("fields")) {
      fields.add(field(field));
    }
    JsonNode ours = schema.path("impact");
    Contract contract =
        new Contract(
            text(schema, "name"),
            word(Kind.class, text(ours, "kind")),
            text(schema, "title"),
            text(schema, "description"),
            texts(ours.path("file_aliases")),
            fields,
            texts(schema.path("primaryKey")),
            rules(schema.path("rules")),
            translations(ours));
    checkNames(contract);
    return contract;
  }

  private Field field(JsonNode json) {
    JsonNode ours = json.path("impact");
    JsonNode limits = json.path("constraints");
    String name = text(json, "name");
    Type type = word(Type.class, text(json, "type"));
    boolean required = limits.path("required").asBoolean();
    boolean excluded = limits.has("exclusiveMinimum");
    Field field =
        new Field(
            name,
            type,
            text(json, "title"),
            text(json, "description"),
            texts(ours.path("aliases")),
            required,
            ours.path("personal").asBoolean(),
            texts(limits.path("enum")),
            number(limits.path(excluded ? "exclusiveMinimum" : "minimum")),
            excluded,
            number(limits.path("maximum")),
            pattern(limits.path("pattern").asText(null)),
            ours.path("hint").asText(null),
            limits.path("maxLength").asInt(),
            ours.path("decimals").asInt(),
            ours.path("rounded").asBoolean(),
            word(Fold.class, ours.path("fold").asText("none")),
            ours.path("reference").asText(null),
            texts(json.path("trueValues")),
            texts(json.path("falseValues")),
            condition(ours.get("ignored_when")),
            condition(ours.get("ignored_unless")),
            json.path("example").asText(null),
            translations(ours));
    if (field.reference() != null && !codeLists.contains(field.reference())) {
      throw refused(
          "field '%s' names the code list '%s', which is not there"
              .formatted(name, field.reference()),
          "add sql/reference/%s.csv or correct the name".formatted(field.reference()));
    }
    if (type == Type.NUMBER && field.precision() > WIDEST_DECIMAL) {
      throw refused(
          "field '%s' needs %d digits".formatted(name, field.precision()),
          "lower its maximum or its decimals to %d digits in all".formatted(WIDEST_DECIMAL));
    }
    if (type == Type.BOOLEAN && (field.trueWords().isEmpty() || field.falseWords().isEmpty())) {
      throw refused("field '%s' has no words for yes or no".formatted(name), "add trueValues");
    }
    return field;
  }

  /** Those whose name is a language's two letters. */
  private Map<String, Translation> translations(JsonNode ours) {
    Map<String, Translation> translations = new HashMap<>();
    for (Map.Entry<String, JsonNode> each : ours.properties()) {
      if (each.getKey().length() == 2) {
        JsonNode json = each.getValue();
        Map<String, String> words = new HashMap<>();
        json.path("words").properties().forEach(w -> words.put(w.getKey(), w.getValue().asText()));
        translations.put(
            each.getKey(), new Translation(text(json, "title"), text(json, "description"), words));
      }
    }
    return translations;
  }

  private List<RowRule> rules(JsonNode json) {
    List<RowRule> rules = new ArrayList<>();
    for (JsonNode rule : json) {
      rules.add(rule(rule));
    }
    return rules;
  }

  private RowRule rule(JsonNode json) {
    String rule = text(json, "rule");
    return switch (rule) {
      case "not_before" ->
          new RowRule.NotBefore(text(json, "field"), text(json, "other"), wording(json, ""));
      case "in_reporting_year" ->
          new RowRule.InReportingYear(text(json, "field"), wording(json, ""));
      case "at_most" -> new RowRule.AtMost(texts(json.path("fields")), wording(json, ""));
      case "at_most_days_between" ->
          new RowRule.AtMostDaysBetween(
              text(json, "field"), text(json, "from"), text(json, "to"), wording(json, ""));
      case "needs_value" ->
          new RowRule.NeedsValue(
              text(json, "field"), condition(json.get("when")), wording(json, ""));
      case "needs_one_of" ->
          new RowRule.NeedsOneOf(
              texts(json.path("fields")),
              condition(json.get("when")),
              condition(json.get("unless")),
              wording(json, ""));
      case "exactly_one_of" ->
          new RowRule.ExactlyOneOf(
              texts(json.path("fields")), wording(json, ""), wording(json, "none_"));
      case "default_from" ->
          new RowRule.DefaultFrom(
              text(json, "field"),
              text(json, "from"),
              condition(json.get("when")),
              wording(json, ""));
      case "maximum_when" ->
          new RowRule.MaximumWhen(
              text(json, "field"),
              number(json.path("maximum")),
              condition(json.get("when")),
              wording(json, ""));
      case "own_partnership" -> new RowRule.OwnPartnership(text(json, "field"));
      case "known_member" -> new RowRule.KnownMember(text(json, "field"));
      default ->
          throw refused(
              "there is no rule '%s'".formatted(rule),
              "use not_before, in_reporting_year, at_most, at_most_days_between, needs_value,"
                  + " needs_one_of, exactly_one_of, default_from, maximum_when, own_partnership or"
                  + " known_member");
    };
  }

  private Wording wording(JsonNode json, String prefix) {
    return new Wording(
        text(json, prefix + "code"), text(json, prefix + "message"), text(json, prefix + "fix"));
  }

  private Condition condition(JsonNode json) {
    if (json == null) {
      return null;
    }
    List<Term> terms = new ArrayList<>();
    for (Map.Entry<String, JsonNode> term : json.properties()) {
      JsonNode test = term.getValue();
      if (test.isTextual() && test.asText().equals("filled")) {
        terms.add(new Filled(term.getKey()));
      } else if (test.has("in")) {
        terms.add(new In(term.getKey(), texts(test.path("in"))));
      } else if (test.has("matches")) {
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
      addNames(field.ignoredWhen(), names);
      addNames(field.ignoredUnless(), names);
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
      }
    }
    for (String name : names) {
      if (contract.index(name) < 0) {
        throw refused("it speaks of a field '%s' that it does not have".formatted(name), "add it");
      }
    }
    if (!file.getFileName().toString().equals(contract.name() + ".schema.json")) {
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

  private String text(JsonNode json, String name) {
    JsonNode value = json.get(name);
    if (value == null || !value.isTextual()) {
      throw refused("'%s' is missing".formatted(name), "add it as a text");
    }
    return value.asText();
  }

  private static List<String> texts(JsonNode json) {
    List<String> texts = new ArrayList<>();
    json.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static BigDecimal number(JsonNode json) {
    return json.isMissingNode() ? null : new BigDecimal(json.asText());
  }

  private ConfigurationException refused(String reason, String advice) {
    return new ConfigurationException(
        "Cannot read contract '%s': %s (%s)".formatted(file, reason, advice));
  }
}
