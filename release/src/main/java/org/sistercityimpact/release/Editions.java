package org.sistercityimpact.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.transform.Transform;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DataFile;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Location;
import org.sistercityimpact.warehouse.Manifest;
import org.sistercityimpact.warehouse.Warehouse;
import org.sistercityimpact.warehouse.WriteLock;
import org.sistercityimpact.warehouse.Zone;

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
   * Tells a warehouse what its editions have published, so that no later figure, printed beside
   * them, gives a number away that they withheld. The same editions give the same table.
   */
  public static void tell(Warehouse warehouse) throws IOException {
    List<Edition> editions =
        Location.isLocal(warehouse.folder())
            ? of(warehouse.folder()).names().stream().map(of(warehouse.folder())::open).toList()
            : List.of();
    if (editions.isEmpty()) {
      return;
    }
    try (WriteLock lock = warehouse.lock();
        DuckDb engine = DuckDb.open(warehouse.scratchFolder(), "1GB")) {
      List<String> selects = new ArrayList<>();
      for (int i = 0; i < editions.size(); i++) {
        Warehouse published = editions.get(i).warehouse();
        engine.expose(
            "edition_" + i, published.paths(published.manifest(), FigureComparison.FIGURES));
        selects.add("SELECT metric_id, data_year, level, key, central, status FROM edition_" + i);
      }
      Path told = warehouse.scratchFile(".parquet");
      long rows = engine.save(String.join(" UNION ", selects) + " ORDER BY ALL", told);
      Manifest manifest = warehouse.manifest();
      List<DataFile> table = List.of(warehouse.adopt(told, Zone.TABLES, Transform.PUBLISHED, rows));
      if (!table.equals(manifest.files(Transform.PUBLISHED))) {
        warehouse.commit(manifest.withTable(Transform.PUBLISHED, table));
      }
    }
  }

  /** Refuses a name that was published, or that stands before one of its year. */
  void requireNext(EditionName name) {
    List<EditionName> ofYear = names().stream().filter(n -> n.year() == name.year()).toList();
    if (ofYear.contains(name)) {
      throw new ConfigurationException(
          "Cannot publish edition '%s': it was published on %s, and an edition never changes (publish the corrected figures as %s)"
              .formatted(name, open(name).record().publishedAt(), next(ofYear)));
    }
    if (!ofYear.isEmpty() && name.compareTo(next(ofYear)) < 0) {
      throw new ConfigurationException(
          "Cannot publish edition '%s': %s was published already, and editions count upwards (publish it as %s)"
              .formatted(name, ofYear.get(ofYear.size() - 1), next(ofYear)));
    }
  }

  private static EditionName next(List<EditionName> ofYear) {
    EditionName last = ofYear.get(ofYear.size() - 1);
    return new EditionName(last.year(), last.number() + 1);
  }
}
