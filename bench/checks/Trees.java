import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What lies in a folder: sizes, hashes, and whether a file is whole. */
final class Trees {
  private Trees() {}

  /** The files below a folder; none where it is missing. */
  static List<Path> files(Path root) {
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> tree = Files.walk(root)) {
      return tree.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static long bytes(Path root) {
    return files(root).stream().mapToLong(Trees::size).sum();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException goneMeanwhile) {
      return 0;
    }
  }

  /**
   * SHA-256 of each file, by its path below {@code root}; what matches {@code without} is left out.
   */
  static Map<String, String> hashes(Path root, String without) {
    Map<String, String> hashes = new TreeMap<>();
    for (Path file : files(root)) {
      String name = root.relativize(file).toString();
      if (!name.matches(without)) {
        hashes.put(name, hash(file));
      }
    }
    return hashes;
  }

  static String hash(Path file) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Files under their final names, not those of a warehouse's scratch, that are cut off. */
  static List<Path> torn(Path root) {
    return files(root).stream()
        .filter(file -> !root.relativize(file).toString().matches("(.*/)?scratch/.*|.*\\.part|(.*/)?lock"))
        .filter(file -> !isWhole(file))
        .toList();
  }

  private static boolean isWhole(Path file) {
    try {
      String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
      String name = file.toString();
      String end = bytes.substring(Math.max(0, bytes.length() - 64)).strip();
      if (name.endsWith(".parquet")) {
        return bytes.startsWith("PAR1") && bytes.endsWith("PAR1");
      }
      if (name.endsWith(".pdf")) {
        return bytes.startsWith("%PDF") && end.endsWith("%%EOF");
      }
      if (name.endsWith(".json")) {
        return end.endsWith("}") || end.endsWith("]");
      }
      return !name.endsWith(".xlsx") || bytes.startsWith("PK") && end.contains("PK\5\6");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void copy(Path from, Path to) throws IOException {
    for (Path file : files(from)) {
      Path copy = to.resolve(from.relativize(file));
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
  }

  static void delete(Path root) throws IOException {
    if (Files.exists(root)) {
      try (Stream<Path> tree = Files.walk(root)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    }
  }
}
