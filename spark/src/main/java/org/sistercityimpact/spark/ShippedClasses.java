package org.sistercityimpact.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Our classes on their way to executors: the jars that hold them, so that a worker needs nothing
 * installed but Spark itself. Classes that lie in folders (a build not yet packaged) are packed.
 */
final class ShippedClasses {
  private ShippedClasses() {}

  /** The jars in which {@code anchors} lie, each once, as Spark's setting {@code spark.jars}. */
  static String jarsOf(Class<?>... anchors) {
    Set<Path> sources =
        Arrays.stream(anchors)
            .map(ShippedClasses::source)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return sources.stream()
        .map(source -> Files.isDirectory(source) ? packed(source) : source)
        .map(jar -> jar.toUri().toString())
        .collect(Collectors.joining(","));
  }

  private static Path source(Class<?> anchor) {
    try {
      return Path.of(anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Cannot tell where " + anchor + " was loaded from", e);
    }
  }

  private static Path packed(Path folder) {
    try {
      Path jar = Files.createTempFile("impact-classes", ".jar");
      jar.toFile().deleteOnExit();
      try (OutputStream out = Files.newOutputStream(jar);
          JarOutputStream entries = new JarOutputStream(out);
          Stream<Path> tree = Files.walk(folder)) {
        for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
          entries.putNextEntry(new JarEntry(folder.relativize(file).toString().replace('\\', '/')));
          Files.copy(file, entries);
        }
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
