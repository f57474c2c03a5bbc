package org.sistercityimpact.spark.hadoop;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.Location;

/**
 * One of Hadoop's file systems as Java knows file systems, so that a warehouse or an inbox may lie
 * there. Open for as long as the process lives.
 */
final class HadoopFileSystem extends FileSystem {
  private static final Map<URI, HadoopFileSystem> OPEN = new ConcurrentHashMap<>();

  private final URI root;
  private final HadoopProvider provider;

  private HadoopFileSystem(org.apache.hadoop.fs.FileSystem files) {
    root = files.getUri();
    provider = new HadoopProvider(files);
  }

  /** Finds paths by the settings that Spark has, {@code spark.hadoop.*} among them. */
  public static final class Reach implements Location.Reach {
    @Override
    public Path path(URI uri) {
      try {
        org.apache.hadoop.fs.FileSystem files =
            org.apache.hadoop.fs.FileSystem.get(uri, configuration());
        return HadoopPath.of(
            OPEN.computeIfAbsent(files.getUri(), opened -> new HadoopFileSystem(files)),
            uri.getPath());
      } catch (IOException | IllegalArgumentException e) {
        throw new ConfigurationException(
            "Cannot reach '%s': %s (check the address; settings are given as -Dspark.hadoop.NAME=VALUE in IMPACT_JAVA_OPTS, or by spark-submit --conf)"
                .formatted(uri, String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
            e);
      }
    }

    private static Configuration configuration() {
      SparkEnv running = SparkEnv.get();
      return SparkHadoopUtil.get()
          .newConfiguration(running == null ? new SparkConf() : running.conf());
    }
  }

  /** Its address, such as {@code hdfs://host:8020}. */
  URI root() {
    return root;
  }

  @Override
  public FileSystemProvider provider() {
    return provider;
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public String getSeparator() {
    return "/";
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    return List.of(HadoopPath.of(this, "/"));
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return List.of();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return provider.hasPermissions() ? Set.of("basic", "posix") : Set.of("basic");
  }

  @Override
  public Path getPath(String first, String... more) {
    return HadoopPath.of(this, more.length == 0 ? first : first + "/" + String.join("/", more));
  }

  @Override
  public PathMatcher getPathMatcher(String syntaxAndPattern) {
    throw new UnsupportedOperationException();
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    throw new UnsupportedOperationException();
  }

  @Override
  public WatchService newWatchService() {
    throw new UnsupportedOperationException();
  }
}
