package org.sistercityimpact.reports.text;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.reports.data.MetricStatus;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.warehouse.ConfigurationException;

/**
 * What the reports say in one language, from {@code words_<language>.properties}. Texts with holes
 * are ICU messages; a figure put into one keeps its trace.
 */
public final class Words {
  /** Those with all their words, the default first. */
  public static final List<String> LANGUAGES = List.of("en", "es");

  private static final Pattern GROUPED = Pattern.compile("\\b\\d{1,3}(?:,\\d{3})+\\b");

  /** A mark without ink that a text runs from the left. */
  private static final char LEFT_TO_RIGHT = '\u200E';

  private final Locale locale;
  private final ResourceBundle bundle;
  private final Numbers numbers;
  private final Comparator<Object> order;
  private final Map<String, MessageFormat> messages = new ConcurrentHashMap<>();

  private Words(Locale locale) {
    this.locale = locale;
    this.bundle = bundle("words", locale.getLanguage());
    this.numbers = new Numbers(locale);
    this.order = Collator.getInstance(ULocale.forLocale(locale)).freeze();
  }

  /**
   * Takes a language, {@code es}, or one with a region that writes numbers in its own way, {@code
   * es-ES}.
   *
   * @throws ConfigurationException if the reports do not speak it
   */
  public static Words of(String tag) {
    Locale asked = Locale.forLanguageTag(tag.replace('_', '-'));
    if (!LANGUAGES.contains(asked.getLanguage())) {
      throw new ConfigurationException(
          "Cannot print language '%s': the reports speak %s (write one of them, or one with a region, such as es-ES)"
              .formatted(tag, String.join(", ", LANGUAGES)));
    }
    // Its readers are councils in the United States, whatever language they read.
    String region = asked.getCountry().isEmpty() ? "US" : asked.getCountry();
    return new Words(
        new Locale.Builder().setLanguage(asked.getLanguage()).setRegion(region).build());
  }

  public Locale locale() {
    return locale;
  }

  /** The language's two letters. */
  public String language() {
    return locale.getLanguage();
  }

  /** For a template's {@code $R{key}}. */
  public ResourceBundle bundle() {
    return bundle;
  }

  public Numbers numbers() {
    return numbers;
  }

  /** A text without holes; whole numbers in it are written as the region writes them. */
  public String text(String key) {
    String text = bundle.getString(key);
    return locale.getCountry().equals("US")
        ? text
        : GROUPED
            .matcher(text)
            .replaceAll(found -> numbers.count(Long.parseLong(found.group().replace(",", ""))));
  }

  /** A text with its holes filled by numbers, texts and figures. */
  public Printed say(String key, Object... pieces) {
    MessageFormat message =
        messages.computeIfAbsent(key, k -> new MessageFormat(text(k), ULocale.forLocale(locale)));
    Object[] texts =
        Arrays.stream(pieces).map(p -> p instanceof Printed printed ? printed.text() : p).toArray();
    String text;
    // ICU's formats keep state while they work.
    synchronized (message) {
      text = message.format(texts);
    }
    return new Printed(
        inOwnDirection(text),
        Arrays.stream(pieces)
            .flatMap(p -> p instanceof Printed printed ? printed.parts().stream() : Stream.of())
            .toList());
  }

  /**
   * A sentence runs as its language does, though it may begin with a name that runs from the right.
   */
  private static String inOwnDirection(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      switch (Character.getDirectionality(text.codePointAt(i))) {
        case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
          return text;
        }
        case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
          return LEFT_TO_RIGHT + text;
        }
        default -> {}
      }
    }
    return text;
  }

  /** The same where it can be said, else nothing. */
  public Printed when(boolean sayable, String key, Object... pieces) {
    return sayable ? say(key, pieces) : Printed.plain("");
  }

  /** Sentences one after another; empty ones leave no gap. */
  public Printed sentences(Object... sentences) {
    List<Printed> said =
        Arrays.stream(sentences)
            .map(s -> s instanceof Printed printed ? printed : Printed.plain((String) s))
            .filter(p -> !p.text().isEmpty())
            .toList();
    return new Printed(
        said.stream().map(Printed::text).collect(Collectors.joining(" ")),
        said.stream().flatMap(p -> p.parts().stream()).toList());
  }

  /** What stands in print where a number would stand. */
  public String status(MetricStatus status) {
    return name("status", status.name().toLowerCase(Locale.ROOT));
  }

  /**
   * The name of one value of a list, such as a purpose or a problem code; a value that experts
   * added under {@code sql/} stands as they wrote it.
   */
  public String name(String list, String value) {
    return knows(list, value) ? text(key(list, value)) : value.replace('_', ' ').replace('-', ' ');
  }

  /** Whether the language has a name for a value of a list. */
  public boolean knows(String list, String value) {
    return bundle.containsKey(key(list, value));
  }

  private static String key(String list, String value) {
    return list + "." + value.replaceAll("[^A-Za-z0-9-]+", "_");
  }

  /** The same with a capital letter, as it begins a row of a table. */
  public String capitalName(String list, String value) {
    String name = name(list, value);
    return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
  }

  /** The language's own order of texts, accents in their place. */
  public <T> Comparator<T> by(Function<T, String> text) {
    return Comparator.comparing(text, order);
  }

  /** The country's name, in English as {@code sql/reference/countries.csv} has it. */
  public String country(String code, String english) {
    if (language().equals("en")) {
      return english;
    }
    String name = ULocale.getDisplayCountry("-" + code, ULocale.forLocale(locale));
    return name.equals(code) ? english : name;
  }

  /** The state's name, in English as {@code sql/reference/states.csv} has it. */
  public String state(String code, String english) {
    String key = "state." + code;
    return bundle.containsKey(key) ? bundle.getString(key) : english;
  }

  /** Says that a what-if's figures are not those of the published method; empty when they are. */
  public String whatIf(ReportData data) {
    return data.additions().whatIf().map(set -> say("report.what_if", set).text()).orElse("");
  }

  /** What the pages of a document say of all its figures: it is a what-if, or what is in doubt. */
  public String mark(ReportData data, String doubts) {
    return data.additions().whatIf().isPresent() ? whatIf(data) : doubts;
  }

  /** A document's title, which a what-if begins with its mark. */
  public String title(ReportData data, Printed title) {
    return data.additions().whatIf().isPresent()
        ? whatIf(data) + ". " + title.text()
        : title.text();
  }

  /** The method's version. */
  public String method() {
    return ReportData.METHOD_VERSION;
  }

  /** The words of {@code <name>_<language>.properties}. */
  public static ResourceBundle bundle(String file, String language) {
    String name = file + "_" + language + ".properties";
    try (InputStream in = Words.class.getResourceAsStream(name)) {
      return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read " + name, e);
    }
  }
}
