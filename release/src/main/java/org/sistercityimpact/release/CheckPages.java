package org.sistercityimpact.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.sistercityimpact.check.ContractFolder;
import org.sistercityimpact.check.Registry;
import org.sistercityimpact.check.Registry.Member;
import org.sistercityimpact.check.Registry.Partnership;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.check.json.Json;
import org.sistercityimpact.checkpage.CheckPage;
import org.sistercityimpact.reports.text.Words;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.SqlEngine;
import org.sistercityimpact.warehouse.Warehouse;

/** Makes pages on which cities check their files; they say what the letters to cities say. */
public final class CheckPages {
  private static final String KIND = "finding.";
  private static final String HIDDEN = "hidden.value.";
  private static final String NOT_SHOWN = "city_letter.hidden";

  private CheckPages() {}

  /**
   * A page.
   *
   * @param sql the folder with contracts, code lists and limits
   * @param registry members and partnerships in force
   * @param memberId whose page it is, whatever its case; null: every member's
   * @param dataYear the reporting year that it is for
   * @param language in which it opens
   * @throws ConfigurationException when the registry has no such member
   */
  public static CheckPage of(
      Path sql, Registry registry, String memberId, int dataYear, String language) {
    Contracts contracts = ContractFolder.read(sql);
    Member member = memberId == null ? null : registry.member(memberId);
    if (memberId != null && member == null) {
      throw new ConfigurationException(
          "Cannot make a page for member '%s': the registry has none of that id (write it as in members.csv)"
              .formatted(memberId));
    }
    String id = member == null ? null : member.id();
    byte[] known = Json.write(registry.document(id)).getBytes(StandardCharsets.UTF_8);
    String version = CheckPages.class.getPackage().getImplementationVersion();
    try {
      return new CheckPage(
          contracts,
          CheckPage.texts(sql),
          registry,
          HexFormat.of().formatHex(Warehouse.sha256().digest(known)),
          id,
          dataYear,
          language,
          version == null ? "development" : version,
          findings());
    } catch (IOException e) {
      throw new ConfigurationException(
          "Cannot read contracts in '%s': %s (check that the folder can be read)"
              .formatted(sql, Warehouse.reason(e)),
          e);
    }
  }

  /** The registry of an engine's tables {@code members} and {@code partnerships}. */
  public static Registry registry(SqlEngine engine) {
    List<Member> members =
        engine
            .read(
                "SELECT member_id, name || ', ' || state, member_since, member_until FROM members ORDER BY member_id")
            .values()
            .stream()
            .map(row -> new Member((String) row[0], (String) row[1], year(row[2]), year(row[3])))
            .toList();
    List<Partnership> partnerships =
        engine
            .read(
                "SELECT partnership_id, member_id, partner_name, partner_local_name, public FROM partnerships ORDER BY partnership_id")
            .values()
            .stream()
            .map(
                row ->
                    new Partnership(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (Boolean) row[4]))
            .toList();
    return new Registry(members, partnerships);
  }

  private static Integer year(Object value) {
    return value == null ? null : ((Number) value).intValue();
  }

  /** What the letters say of problems. */
  private static CheckPage.Findings findings() {
    Map<String, Map<String, String>> kinds = new LinkedHashMap<>();
    Map<String, Map<String, String>> hidden = new LinkedHashMap<>();
    Map<String, String> english = texts("findings_en");
    for (String language : CheckPage.LANGUAGES) {
      Map<String, String> words = texts("words_" + language);
      Map<String, String> of = new TreeMap<>();
      words.forEach(
          (key, text) -> {
            if (key.startsWith(KIND)) {
              of.put(key.substring(KIND.length()), text);
            }
          });
      kinds.put(language, of);
      Map<String, String> told = new TreeMap<>(Map.of("[hidden]", words.get(NOT_SHOWN)));
      texts("findings_" + language)
          .forEach(
              (key, text) -> {
                if (key.startsWith(HIDDEN)) {
                  told.put(english.get(key), text);
                }
              });
      hidden.put(language, told);
    }
    Map<String, String> spanish = texts("findings_es");
    // The longest first: what is said of one dataset before what is said of any.
    List<List<String>> sentences =
        english.keySet().stream()
            .sorted(
                Comparator.comparing((String key) -> -english.get(key).length())
                    .thenComparing(key -> key))
            .map(key -> List.of(key, english.get(key), spanish.get(key)))
            .toList();
    return new CheckPage.Findings(kinds, sentences, hidden);
  }

  /** Texts of the reports. */
  private static Map<String, String> texts(String name) {
    Properties texts = new Properties();
    try (InputStream in = Words.class.getResourceAsStream(name + ".properties")) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> sorted = new TreeMap<>();
    texts.stringPropertyNames().forEach(key -> sorted.put(key, texts.getProperty(key)));
    return sorted;
  }
}
