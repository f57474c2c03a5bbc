package org.sistercityimpact.checkpage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sistercityimpact.check.Registry;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contract.Kind;
import org.sistercityimpact.check.contract.ContractReader;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.check.contract.Field;
import org.sistercityimpact.check.json.FaultyJson;
import org.sistercityimpact.check.json.Json;

/**
 * The checker as one page, which needs nothing outside itself and sends nothing anywhere.
 *
 * @param contracts that files are checked against
 * @param texts of the contracts, by the names of their files
 * @param registry members and partnerships in force
 * @param registrySha256 of the files that it was read from
 * @param memberId whose page it is; null: every member's
 * @param dataYear the reporting year it is for
 * @param language in which it opens, en or es
 * @param program name and version of what makes it
 * @param findings what is said of problems in other words
 */
public record CheckPage(
    Contracts contracts,
    Map<String, String> texts,
    Registry registry,
    String registrySha256,
    String memberId,
    int dataYear,
    String language,
    String program,
    Findings findings) {
  /** The languages that a page speaks. */
  public static final List<String> LANGUAGES = List.of("en", "es");

  /**
   * Words about problems.
   *
   * @param kinds by language and code, a few words each
   * @param sentences key, English pattern and Spanish pattern; the longest English one first
   * @param hidden by language, what stands for a value that is not shown
   */
  public record Findings(
      Map<String, Map<String, String>> kinds,
      List<List<String>> sentences,
      Map<String, Map<String, String>> hidden) {
    /** Pages that say the codes. */
    public static final Findings NONE =
        new Findings(
            Map.of("en", Map.of(), "es", Map.of()),
            List.of(),
            Map.of("en", Map.of(), "es", Map.of()));
  }

  /** The texts of the contracts in the folder {@code sql}, as {@link #texts} wants them. */
  public static Map<String, String> texts(Path sql) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (var files = Files.list(sql.resolve("contracts"))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(ContractReader.ENDING)) {
          texts.put(name, Files.readString(file));
        }
      }
    }
    return texts;
  }

  /** The page: the same text for the same contracts, registry, year, member and program. */
  public String html() {
    String style =
        resource("page.css")
            .replace("{{regular}}", base64("inter-regular.woff2"))
            .replace("{{semibold}}", base64("inter-semibold.woff2"));
    return resource("page.html")
        .replace("{{style}}", style)
        .replace("{{worker}}", resource("worker.js"))
        .replace("{{script}}", resource("page.js"))
        .replace("{{checker}}", inScript(resource("checker.js")))
        // Nothing that stands in a name may end the element that holds it.
        .replace("{{data}}", Json.write(data()).replace("<", "\\u003c"));
  }

  private Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("program", program);
    data.put("year", dataYear);
    data.put("member", memberId);
    data.put("language", language);
    data.put("registry_sha256", registrySha256);
    data.putAll(PageData.document(texts, contracts, registry, memberId));
    Map<String, Object> datasets = new LinkedHashMap<>();
    contracts.all().forEach(contract -> datasets.put(contract.name(), names(contract)));
    data.put("datasets", datasets);
    data.put("kinds", findings.kinds());
    data.put("sentences", findings.sentences());
    data.put("hidden", findings.hidden());
    Map<String, Object> words = new LinkedHashMap<>();
    LANGUAGES.forEach(l -> words.put(l, words(l)));
    data.put("words", words);
    return data;
  }

  private static Map<String, Object> names(Contract contract) {
    Map<String, Object> names = new LinkedHashMap<>();
    names.put("submitted", contract.kind() == Kind.SUBMITTED);
    LANGUAGES.forEach(language -> names.put(language, contract.title(language)));
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Field field : contract.fields()) {
      Map<String, String> titles = new LinkedHashMap<>();
      LANGUAGES.forEach(language -> titles.put(language, field.title(language)));
      fields.put(field.name(), titles);
    }
    names.put("fields", fields);
    return names;
  }

  /** What the page says itself in a language, by key. */
  static Map<String, String> words(String language) {
    try {
      Map<String, String> words = new LinkedHashMap<>();
      Json.read(resource("words_" + language + ".json"))
          .members()
          .forEach((key, text) -> words.put(key, text.text()));
      return words;
    } catch (FaultyJson e) {
      throw new IllegalStateException("Words of the page in line " + e.line(), e);
    }
  }

  private static String inScript(String script) {
    // Only in texts and patterns can these stand, where the escape means the same.
    return script.replace("</", "<\\/").replace("<!--", "<\\!--");
  }

  private static String resource(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  private static String base64(String name) {
    return Base64.getEncoder().encodeToString(bytes(name));
  }

  private static byte[] bytes(String name) {
    try (InputStream in = CheckPage.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
