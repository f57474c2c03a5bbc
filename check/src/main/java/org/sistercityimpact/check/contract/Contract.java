package org.sistercityimpact.check.contract;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one dataset or registry table holds, and the rules its rows obey.
 *
 * @param name the dataset's name at every stage, such as {@code exchanges}
 * @param kind who keeps it
 * @param optional whether a member that does not send it owes nothing, as of stories
 * @param names what people call it
 * @param fields in the order of the raw table
 * @param key names of the fields that tell rows apart; empty: equal rows all count, with a warning
 * @param rules in the order in which they are applied
 */
public record Contract(
    String name,
    Kind kind,
    boolean optional,
    Names names,
    List<Field> fields,
    List<String> key,
    List<RowRule> rules)
    implements Serializable {

  public Contract {
    fields = List.copyOf(fields);
    key = List.copyOf(key);
    rules = List.copyOf(rules);
  }

  /**
   * By its name alone: contracts are keys of maps, and to hash all of their fields takes a while.
   */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /**
   * What people call a table, and how its files are recognised.
   *
   * @param title for people
   * @param description one or two sentences
   * @param aliases other file names that mean this table, without their ending
   * @param translations of title and description, by language
   */
  public record Names(
      String title, String description, List<String> aliases, Map<String, Translation> translations)
      implements Serializable {
    public Names {
      aliases = List.copyOf(aliases);
      translations = Map.copyOf(translations);
    }
  }

  /** Who keeps a table. */
  public enum Kind {
    /** National staff, in {@code inbox/registry/}. */
    REGISTRY,
    /** A member, for each year, in {@code inbox/<year>/<member_id>/}. */
    SUBMITTED
  }

  /** The field of that name. */
  public Optional<Field> field(String fieldName) {
    return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
  }

  /** The title in a language, or as it is where that has none. */
  public String title(String language) {
    Translation translation = names.translations().get(language);
    return translation == null ? names.title() : translation.title();
  }

  /** The description in a language, or as it is where that has none. */
  public String description(String language) {
    Translation translation = names.translations().get(language);
    return translation == null ? names.description() : translation.description();
  }

  /** The position of a field; -1 when the contract has none of that name. */
  public int index(String fieldName) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(fieldName)) {
        return i;
      }
    }
    return -1;
  }

  /** The table of accepted rows that ingest leaves. */
  public String rawTable() {
    return "raw_" + name;
  }
}
