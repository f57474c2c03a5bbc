package org.sistercityimpact.release.edition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.warehouse.ConfigurationException;

/**
 * The editions of a warehouse, each in {@code editions/<name>/}.
 *
 * @param folder the folder {@code editions}, which need not be there
 */
public record Editions(Path folder) {

  /** The editions of the warehouse in a folder, which may hold nothing else. */
  public static Editions of(Path warehouse) {
    return new Editions(warehouse.toAbsolutePath().normalize().resolve("editions"));
  }

  /** The names, oldest first. */
  public List<EditionName> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(Edition::isOne)
          .map(child -> child.getFileName().toString())
          .filter(EditionName::isOne)
          .map(EditionName::parse)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }

  /** The edition of that name; throws {@link ConfigurationException} that lists those there are. */
  public Edition open(EditionName name) {
    if (!names().contains(name)) {
      throw new ConfigurationException(
          "Cannot open edition '%s' in %s: there is none of that name (%s)"
              .formatted(
                  name,
                  folder,
                  names().isEmpty()
                      ? "publish one with 'impact publish'"
                      : "there are "
                          + names().stream()
                              .map(EditionName::toString)
                              .collect(Collectors.joining(", "))));
    }
    return Edition.open(folder.resolve(name.toString()));
  }

  /** The latest edition before {@code name}. */
  public Optional<Edition> before(EditionName name) {
    return names().stream()
        .filter(other -> other.compareTo(name) < 0)
        .reduce((earlier, later) -> later)
        .map(this::open);
  }

  /**
   * Who knows an edition by another hash than it has: the warehouse that published it, or the
   * editions made after it. Then its record was changed, with or without the files that it names.
   *
   * @param facts of the warehouse's manifest
   */
  public List<String> contradictions(Edition edition, Map<String, String> facts) {
    String name = edition.name().toString();
    String now = edition.sha256();
    List<String> found = new ArrayList<>();
    String then = facts.get(Edition.fact(edition.name()));
    if (then != null && !then.equals(now)) {
      found.add("the warehouse published it as sha256 " + then.substring(0, 12));
    }
    if (edition.contradictsWithdrawal(facts)) {
      found.add("the warehouse knows nothing, or another reason, of its withdrawal");
    }
    if (edition.contradictsErasures(facts)) {
      found.add(
          "%s is not the list that the warehouse wrote when a person was erased"
              .formatted(EditionErasures.FILE));
    }
    for (EditionName other : names()) {
      EditionRecord.Before before = open(other).record().before();
      if (name.equals(before.previous())
          && before.previousSha256() != null
          && !before.previousSha256().equals(now)) {
        found.add(
            "edition %s was made after sha256 %s"
                .formatted(other, before.previousSha256().substring(0, 12)));
      }
    }
    return found;
  }

  /** Refuses a name that was published, or that stands before one of its year. */
  public void requireNext(EditionName name) {
    List<EditionName> ofYear = names().stream().filter(n -> n.year() == name.year()).toList();
    if (ofYear.contains(name)) {
      throw new ConfigurationException(
          "Cannot publish edition '%s': it was published on %s, and an edition never changes (publish the corrected figures as %s)"
              .formatted(name, open(name).record().approval().publishedAt(), next(ofYear)));
    }
    if (!ofYear.isEmpty() && !name.equals(next(ofYear))) {
      throw new ConfigurationException(
          "Cannot publish edition '%s': the latest of its year is %s, and editions count on by one (publish it as %s)"
              .formatted(name, ofYear.get(ofYear.size() - 1), next(ofYear)));
    }
  }

  private static EditionName next(List<EditionName> ofYear) {
    EditionName last = ofYear.get(ofYear.size() - 1);
    return new EditionName(last.year(), last.number() + 1);
  }
}
