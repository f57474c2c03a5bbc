package org.sistercityimpact.transform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.Warehouse;

/**
 * The files under {@code sql/} that make numbers: {@code models/<layer>_<name>/*.sql}, {@code
 * metrics/*.sql}, {@code checks/*.sql} and {@code trace/*.sql}. A model reads its own layer, in any
 * order that has no circle, and lower ones; metrics stand between the layers below {@value
 * #METRICS} and those above.
 *
 * @param folder the {@code sql} folder
 * @param layers models by layer number, lowest first, each layer's files by name
 * @param metrics one file a metric, by name
 * @param checks one file a check, by name
 * @param traces one file a view over the models that only a trace asks for, by name
 */
public record SqlFolder(
    Path folder,
    List<Layer> layers,
    List<SqlFile> metrics,
    List<SqlFile> checks,
    List<SqlFile> traces) {

  /** The layer at which the metrics' union is made. */
  public static final int METRICS = 50;

  /**
   * One numbered folder of models.
   *
   * @param models by name
   */
  public record Layer(int number, String name, List<SqlFile> models) {

    /**
     * The models in the order in which they can be made: each step reads, of this layer, only the
     * steps before it. Throws {@link ConfigurationException} where models read each other in a
     * circle.
     */
    public List<List<SqlFile>> steps() {
      Map<String, SqlFile> byName = new HashMap<>();
      models.forEach(model -> byName.put(model.name(), model));
      Map<SqlFile, Integer> depths = new HashMap<>();
      models.forEach(model -> depth(model, byName, depths));
      List<List<SqlFile>> steps = new ArrayList<>();
      for (SqlFile model : models) {
        while (steps.size() <= depths.get(model)) {
          steps.add(new ArrayList<>());
        }
        steps.get(depths.get(model)).add(model);
      }
      return steps;
    }

    private static int depth(
        SqlFile model, Map<String, SqlFile> byName, Map<SqlFile, Integer> depths) {
      Integer known = depths.get(model);
      if (known != null) {
        return known;
      }
      depths.put(model, ON_THE_WAY);
      int depth = 0;
      for (String table : model.reads()) {
        SqlFile read = byName.get(table);
        if (read == null) {
          continue;
        }
        int below = depth(read, byName, depths);
        if (below == ON_THE_WAY) {
          throw new ConfigurationException(
              "Cannot use model '%s' in %s: it reads '%s', which is made from it (break the circle)"
                  .formatted(model.name(), model.path(), table));
        }
        depth = Math.max(depth, below + 1);
      }
      depths.put(model, depth);
      return depth;
    }

    private static final int ON_THE_WAY = -1;
  }

  /** Reads and validates all files; throws {@link ConfigurationException} at the first fault. */
  public static SqlFolder read(Path folder) {
    SqlFolder read = open(folder);
    read.groups().forEach(group -> group.parallelStream().forEach(SqlFile::select));
    read.requireDownwardReading();
    return read;
  }

  /**
   * Finds all files and reads each when it is first asked for: for who needs few, of a folder that
   * made numbers already.
   */
  public static SqlFolder open(Path folder) {
    Path models = folder.resolve("models");
    List<Layer> layers = new ArrayList<>();
    for (Path layer : children(models)) {
      String name = layer.getFileName().toString();
      if (!name.matches("\\d\\d_[a-z_]+")) {
        continue;
      }
      layers.add(new Layer(Integer.parseInt(name.substring(0, 2)), name, files(layer)));
    }
    return new SqlFolder(
        folder,
        List.copyOf(layers),
        files(folder.resolve("metrics")),
        files(folder.resolve("checks")),
        files(folder.resolve("trace")));
  }

  /** The models of all layers, lowest first. */
  public Stream<SqlFile> models() {
    return layers.stream().flatMap(layer -> layer.models().stream());
  }

  /** The models of all layers, each after those that it reads. */
  public Stream<SqlFile> inOrder() {
    return layers.stream().flatMap(layer -> layer.steps().stream().flatMap(List::stream));
  }

  /** The number of the rule of disclosure that {@code published_metrics} follows, else 1. */
  public int disclosureRule() {
    return models()
        .filter(model -> model.name().equals("published_metrics"))
        .map(model -> Integer.valueOf(model.header().getOrDefault("disclosure_rule", "1")))
        .findFirst()
        .orElse(1);
  }

  /** What is not stored, each after those that it reads: models first, then those of a trace. */
  public List<SqlFile> views() {
    return Stream.concat(inOrder().filter(model -> !model.stored()), traces.stream()).toList();
  }

  /** SHA-256 over names and contents of all files, so that a run can say which SQL it ran. */
  public String sha256() {
    MessageDigest digest = Warehouse.sha256();
    for (List<SqlFile> group : groups()) {
      for (SqlFile file : group) {
        digest.update(
            (file.name() + "\n" + file.header() + "\n" + file.columns() + "\n" + file.select())
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private List<List<SqlFile>> groups() {
    List<List<SqlFile>> groups = new ArrayList<>();
    layers.forEach(layer -> groups.add(layer.models()));
    groups.add(metrics);
    groups.add(checks);
    groups.add(traces);
    return groups;
  }

  private void requireDownwardReading() {
    Map<String, Integer> layerOf = new HashMap<>();
    layerOf.put("metrics", METRICS);
    for (Layer layer : layers) {
      for (SqlFile model : layer.models()) {
        if (layerOf.put(model.name(), layer.number()) != null) {
          throw new ConfigurationException(
              "Cannot use model '%s' in %s: another model has its name (rename one)"
                  .formatted(model.name(), model.path()));
        }
        if (model.columns().isEmpty()) {
          throw new ConfigurationException(
              "Cannot use model '%s' in %s: its header lists no columns (add '-- columns:')"
                  .formatted(model.name(), model.path()));
        }
      }
    }
    for (Layer layer : layers) {
      layer.models().parallelStream()
          .forEach(model -> requireLower(model, layer.number(), layerOf));
    }
    metrics.parallelStream().forEach(metric -> requireLower(metric, METRICS - 1, layerOf));
    layers.forEach(Layer::steps);
  }

  private static void requireLower(SqlFile file, int layer, Map<String, Integer> layerOf) {
    for (String table : file.reads()) {
      Integer other = layerOf.get(table);
      if (other != null && other > layer) {
        throw new ConfigurationException(
            "Cannot use model '%s' in %s: it reads '%s' of layer %d, which is above its own, %d (move one of them)"
                .formatted(file.name(), file.path(), table, other, layer));
      }
    }
  }

  private static List<SqlFile> files(Path folder) {
    return children(folder).stream()
        .filter(file -> file.toString().endsWith(".sql"))
        .map(SqlFile::new)
        .toList();
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new ConfigurationException(
          "Cannot read SQL folder '%s': it is not there (run from the checkout, or name it with --sql)"
              .formatted(folder));
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (IOException e) {
      throw new ConfigurationException(
          "Cannot read SQL folder '%s': %s (check its permissions)"
              .formatted(folder, e.getMessage()),
          e);
    }
  }
}
