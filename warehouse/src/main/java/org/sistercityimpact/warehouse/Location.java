package org.sistercityimpact.warehouse;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where files lie, as a person writes it: a path of this machine, or the URI of storage that
 * machines share, such as {@code hdfs://host:8020/impact}. Either becomes a {@link Path}, so that
 * the rest of the pipeline need not know which it is.
 */
public final class Location {
  /** Two letters at least: {@code C:/} is a folder of Windows. */
  private static final Pattern SCHEME =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(//)?(/?.*)", Pattern.DOTALL);

  private Location() {}

  /** Reaches storage beyond this machine's own. Found by {@link ServiceLoader}. */
  public interface Reach {
    /**
     * The path at {@code uri}; throws {@link ConfigurationException} when no such storage is known.
     */
    Path path(URI uri);
  }

  /** The path that {@code text} names; its characters count as they stand, in URIs too. */
  public static Path of(String text) {
    Matcher matcher = SCHEME.matcher(text);
    if (!matcher.matches() || !matcher.group(3).startsWith("/") && matcher.group(2) == null) {
      return Path.of(text);
    }
    if (matcher.group(1).equalsIgnoreCase("file")) {
      return Path.of(matcher.group(3));
    }
    Reach reach =
        ServiceLoader.load(Reach.class)
            .findFirst()
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        "Cannot reach '%s': only folders of this machine can be, without Spark's files (start it with the launcher, ./impact)"
                            .formatted(text)));
    String rest = matcher.group(3);
    boolean authority = matcher.group(2) != null;
    int slash = authority ? rest.indexOf('/') : 0;
    try {
      return reach.path(
          new URI(
              matcher.group(1),
              authority ? (slash < 0 ? rest : rest.substring(0, slash)) : null,
              slash < 0 ? "/" : rest.substring(slash),
              null,
              null));
    } catch (URISyntaxException e) {
      throw new ConfigurationException(
          "Cannot reach '%s': %s (write scheme://host:port/folder)"
              .formatted(text, e.getReason().toLowerCase(java.util.Locale.ROOT)),
          e);
    }
  }

  /** Whether {@code path} lies on this machine, where any program can open it. */
  public static boolean isLocal(Path path) {
    return path.getFileSystem() == FileSystems.getDefault();
  }
}
