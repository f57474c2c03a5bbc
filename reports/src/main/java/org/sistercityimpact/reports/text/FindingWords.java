package org.sistercityimpact.reports.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sistercityimpact.reports.data.Finding;

/**
 * Findings in another language than that of the warehouse. Ingest stores what it found as English
 * sentences: the pattern of one, from {@code findings_en.properties}, gives back what was filled
 * in, and the same key of the other language takes it.
 */
public final class FindingWords {
  private static final String ENGLISH = "en";

  /** What ingest adds to any message: the editor's line, the rows of which the same is told. */
  private static final Pattern BESIDE = Pattern.compile("(.*) \\(([^()]*)\\)", Pattern.DOTALL);

  private static final Pattern HOLE = Pattern.compile("\\{(\\w+)}");

  /** By what begins their keys: {@code not-in-list.fix}, {@code phrase.words}. */
  private final Map<String, List<Sentence>> sentences = new HashMap<>();

  private record Sentence(Pattern english, List<String> holes, String said) {}

  private FindingWords() {}

  /** Empty for English, which needs no other words. */
  public static Optional<FindingWords> of(String language) {
    if (language.equals(ENGLISH)) {
      return Optional.empty();
    }
    FindingWords words = new FindingWords();
    ResourceBundle english = Words.bundle("findings", ENGLISH);
    ResourceBundle other = Words.bundle("findings", language);
    // The longest first: what is said of one dataset before what is said of any.
    english.keySet().stream()
        .sorted(Comparator.comparing((String key) -> -english.getString(key).length()))
        .forEach(key -> words.add(key, english.getString(key), other.getString(key)));
    return Optional.of(words);
  }

  private void add(String key, String english, String said) {
    StringBuilder pattern = new StringBuilder();
    List<String> holes = new ArrayList<>();
    Matcher hole = HOLE.matcher(english);
    int end = 0;
    while (hole.find()) {
      pattern.append(Pattern.quote(english.substring(end, hole.start()))).append("(.*?)");
      holes.add(hole.group(1));
      end = hole.end();
    }
    pattern.append(Pattern.quote(english.substring(end)));
    String[] parts = key.split("[.]");
    sentences
        .computeIfAbsent(parts[0] + "." + parts[1], k -> new ArrayList<>())
        .add(new Sentence(Pattern.compile(pattern.toString(), Pattern.DOTALL), holes, said));
  }

  /** What is wrong; empty where no pattern fits, as for a rule that experts have added. */
  public Optional<String> message(Finding finding) {
    Matcher beside = BESIDE.matcher(finding.message());
    Optional<String> more =
        beside.matches() ? said("phrase.beside", beside.group(2)) : Optional.empty();
    return more.isEmpty()
        ? said(finding.code() + ".message", finding.message())
        : message(finding.with(beside.group(1))).map(said -> said + " (" + more.get() + ")");
  }

  /** What to write instead; empty where no pattern fits. */
  public Optional<String> fix(Finding finding) {
    return said(finding.code() + ".fix", finding.fix());
  }

  /** What a value that is not shown is called; empty for one that is. */
  public static Optional<String> kind(String value, String language) {
    if (!value.startsWith("[")) {
      return Optional.empty();
    }
    ResourceBundle english = Words.bundle("findings", ENGLISH);
    return english.keySet().stream()
        .filter(key -> key.startsWith("hidden.value.") && value.equals(english.getString(key)))
        .findFirst()
        .map(key -> Words.bundle("findings", language).getString(key));
  }

  private Optional<String> said(String keys, String text) {
    for (Sentence sentence : sentences.getOrDefault(keys, List.of())) {
      Matcher found = sentence.english().matcher(text);
      if (found.matches()) {
        Map<String, String> filled = new HashMap<>();
        for (int i = 0; i < sentence.holes().size(); i++) {
          String hole = sentence.holes().get(i);
          String words = found.group(i + 1);
          filled.put(hole, said("phrase." + hole, words).orElse(words));
        }
        return Optional.of(
            HOLE.matcher(sentence.said())
                .replaceAll(hole -> Matcher.quoteReplacement(filled.get(hole.group(1)))));
      }
    }
    return Optional.empty();
  }
}
