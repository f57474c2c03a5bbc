package org.sistercityimpact.transform;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sistercityimpact.warehouse.ConfigurationException;

/**
 * Parameters set otherwise than the method has them, to see which figures follow. Such figures are
 * not the published method's, and every output of them says so.
 */
public final class WhatIf {
  /** The method as published. */
  public static final WhatIf NONE = new WhatIf(List.of());

  private static final Pattern SETTING = Pattern.compile("([^:=]+)(?::(.+))?=([^=]*)");

  /** Short enough for every type that the models carry parameters in. */
  private static final Pattern NUMBER = Pattern.compile("\\d{0,6}(\\.\\d{1,4})?(?<=\\d)");

  /**
   * One parameter's new values.
   *
   * @param text as written, for messages
   * @param key null where the parameter has one row only
   */
  private record Setting(
      String text, String name, String key, String low, String central, String high) {
    String told() {
      String values =
          low.equals(central) && central.equals(high)
              ? central
              : String.join("/", low, central, high);
      return (key == null ? name : name + ":" + key) + "=" + values;
    }

    ConfigurationException fault(String reason, String advice) {
      return WhatIf.fault(text, reason, advice);
    }
  }

  private final List<Setting> settings;

  private WhatIf(List<Setting> settings) {
    this.settings = List.copyOf(settings);
  }

  /**
   * Reads settings as a person writes them: {@code capture_rate=.6}, {@code
   * stay_lodging_share:hotel=.5}, or low, central and high: {@code capture_rate=.5/.6/.7}.
   *
   * @param sql the folder whose parameters they must name
   * @throws ConfigurationException if a setting is malformed, names no parameter or key that is
   *     there, or a value that its unit does not allow
   */
  public static WhatIf of(List<String> texts, Path sql) {
    WhatIf whatIf = new WhatIf(texts.stream().map(WhatIf::read).toList());
    CsvTables.parameters(sql.resolve("parameters"), whatIf);
    return whatIf;
  }

  private static Setting read(String text) {
    Matcher parts = SETTING.matcher(text);
    if (!parts.matches()) {
      throw fault(
          text,
          "it is no 'name=value'",
          "write capture_rate=.6, stay_lodging_share:hotel=.5, or low/central/high: capture_rate=.5/.6/.7");
    }
    String[] values = parts.group(3).strip().split("/", -1);
    if (values.length != 1 && values.length != 3) {
      throw fault(
          text,
          "there are %d values".formatted(values.length),
          "write one, or low/central/high such as .5/.6/.7");
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = number(text, values[i].strip());
    }
    return new Setting(
        text,
        parts.group(1).strip(),
        parts.group(2) == null ? null : parts.group(2).strip(),
        values[0],
        values[values.length / 2],
        values[values.length - 1]);
  }

  private static String number(String text, String value) {
    if (!NUMBER.matcher(value).matches()) {
      throw fault(
          text,
          "'%s' is no number of at most 6 digits and 4 decimals".formatted(value),
          "write digits and a decimal point, such as .6");
    }
    return new BigDecimal(value).toPlainString();
  }

  private static ConfigurationException fault(String text, String reason, String advice) {
    return new ConfigurationException(
        "Cannot set parameter '%s': %s (%s)".formatted(text, reason, advice));
  }

  /** The settings in one line, {@code capture_rate=0.6, …}; empty when there are none. */
  public String text() {
    return settings.stream().map(Setting::told).sorted().collect(Collectors.joining(", "));
  }

  /** Limits of what is printed, which are no assumption: nothing is withheld less for a what-if. */
  private static final String DISCLOSURE = "disclosure";

  /** Puts the new values into the cells of the parameter rows, and marks those rows. */
  void applyTo(List<Map<String, String>> all) {
    List<Map<String, String>> rows =
        all.stream().filter(row -> !DISCLOSURE.equals(row.get("name"))).toList();
    List<Map<String, String>> set = new ArrayList<>();
    for (Setting setting : settings) {
      Map<String, String> row = rowOf(setting, rows);
      if (set.contains(row)) {
        throw setting.fault("it is set twice", "keep one");
      }
      row.put(
          "source",
          "What-if, not the published method, which has %s / %s / %s"
              .formatted(row.get("low"), row.get("central"), row.get("high")));
      row.put("low", setting.low());
      row.put("central", setting.central());
      row.put("high", setting.high());
      row.put("confidence", CsvTables.WHAT_IF);
      row.put("note", "set by hand: " + setting.told());
      String wrong = CsvTables.wrongValues(row);
      if (wrong != null) {
        throw setting.fault(wrong, "the published values are in sql/parameters");
      }
      set.add(row);
    }
  }

  private static Map<String, String> rowOf(Setting setting, List<Map<String, String>> rows) {
    List<Map<String, String>> named =
        rows.stream().filter(row -> row.get("name").equals(setting.name())).toList();
    if (named.isEmpty()) {
      throw setting.fault(
          "there is no parameter '%s'".formatted(setting.name()),
          "there are "
              + rows.stream()
                  .map(row -> row.get("name"))
                  .distinct()
                  .collect(Collectors.joining(", ")));
    }
    if (setting.key() == null && named.size() == 1) {
      return named.get(0);
    }
    String keys =
        named.stream().map(row -> row.get("key")).limit(8).collect(Collectors.joining(", "))
            + (named.size() > 8 ? " and %d more".formatted(named.size() - 8) : "");
    if (setting.key() == null) {
      throw setting.fault(
          "%s has %d keys".formatted(setting.name(), named.size()),
          "name one, as in %s:%s=…, of %s"
              .formatted(setting.name(), named.get(0).get("key"), keys));
    }
    return named.stream()
        .filter(row -> setting.key().equals(row.get("key")))
        .findFirst()
        .orElseThrow(
            () ->
                setting.fault(
                    "%s has no key '%s'".formatted(setting.name(), setting.key()),
                    "it has " + keys));
  }
}
