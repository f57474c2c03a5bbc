package org.sistercityimpact.spark;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real Spark cluster on loopback: one master and two workers, each a process of its own, started
 * from the jars of this build. Workers know nothing of this project; what their executors run has
 * to be shipped to them.
 */
final class StandaloneCluster implements AutoCloseable {
  /** For executors that live for a test: the second compiler would not earn its keep. */
  static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=128m";

  private final Path folder;
  private final int port = freePort();
  private final int webPort = freePort();
  private final List<Process> processes = new ArrayList<>();

  private StandaloneCluster(Path folder) {
    this.folder = folder;
  }

  /** Starts the cluster in {@code folder} and waits until both workers have joined. */
  static StandaloneCluster start(Path folder) throws IOException, InterruptedException {
    StandaloneCluster cluster = new StandaloneCluster(folder);
    try {
      cluster.launch(
          "master",
          "org.apache.spark.deploy.master.Master",
          "--host",
          "127.0.0.1",
          "--port",
          String.valueOf(cluster.port),
          "--webui-port",
          String.valueOf(cluster.webPort));
      for (int worker = 1; worker <= 2; worker++) {
        cluster.launch(
            "worker" + worker,
            "org.apache.spark.deploy.worker.Worker",
            "--cores",
            "1",
            "--memory",
            "1g",
            "--host",
            "127.0.0.1",
            "--webui-port",
            String.valueOf(freePort()),
            "--work-dir",
            folder.resolve("work" + worker).toString(),
            cluster.master());
      }
      cluster.awaitWorkers();
      return cluster;
    } catch (IOException | InterruptedException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /** The address to give as {@code --master}. */
  String master() {
    return "spark://127.0.0.1:" + port;
  }

  /** Kills one executor without warning; says whether there was one to kill. */
  boolean killAnExecutor() {
    return processes.stream()
        .flatMap(Process::descendants)
        .filter(
            process ->
                process.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
        .findFirst()
        .map(ProcessHandle::destroyForcibly)
        .orElse(false);
  }

  /** A folder that Spark takes for its installation: {@code jars} leads to this build's jars. */
  static Path home() throws IOException {
    Path home = Path.of("target", "spark-home").toAbsolutePath();
    Path jars = Files.createDirectories(home.resolve("jars"));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path jar = Path.of(entry);
      Path link = jars.resolve(jar.getFileName());
      if (entry.endsWith(".jar")
          && !jar.getFileName().toString().startsWith("impact-")
          && !jar.getFileName().toString().contains("minicluster")
          && !Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
        Files.createSymbolicLink(link, jar);
      }
    }
    return home;
  }

  private void launch(String name, String mainClass, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + Path.of(System.getProperty("impact.home"), "spark", "java-options"));
    command.add("-Xmx200m");
    command.add("-cp");
    command.add(home() + "/jars/*");
    command.add(mainClass);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .putAll(
            Map.of(
                "SPARK_HOME", home().toString(),
                "SPARK_SCALA_VERSION", "2.13",
                "SPARK_LOCAL_IP", "127.0.0.1"));
    builder.redirectErrorStream(true);
    builder.redirectOutput(folder.resolve(name + ".log").toFile());
    processes.add(builder.start());
  }

  private void awaitWorkers() throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest state =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + webPort + "/json/"))
            .timeout(Duration.ofSeconds(5))
            .build();
    Instant deadline = Instant.now().plusSeconds(90);
    String seen = "nothing";
    while (Instant.now().isBefore(deadline)) {
      try {
        seen = client.send(state, HttpResponse.BodyHandlers.ofString()).body();
        if (seen.replace(" ", "").contains("\"aliveworkers\":2")) {
          return;
        }
      } catch (IOException notUpYet) {
        seen = notUpYet.toString();
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException(
        "The cluster did not come up; the master last said " + seen + "\n" + logs());
  }

  /** What the processes printed. */
  String logs() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path log : files.filter(f -> f.toString().endsWith(".log")).sorted().toList()) {
        all.append(log.getFileName()).append(":\n").append(Files.readString(log)).append('\n');
      }
    }
    return all.toString();
  }

  @Override
  public void close() {
    for (Process process : processes) {
      List<ProcessHandle> children = process.descendants().toList();
      process.destroy();
      children.forEach(ProcessHandle::destroy);
    }
    for (Process process : processes) {
      try {
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
