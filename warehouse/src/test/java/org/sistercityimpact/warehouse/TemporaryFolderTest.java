package org.sistercityimpact.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {
  @TempDir Path all;
  private int started;

  /** What a command does: takes its folder, leaves a file there, and ends or waits to be killed. */
  static final class Command {
    private Command() {}

    public static void main(String[] words) throws Exception {
      TemporaryFolder.hold();
      Path left = Files.createTempFile("+~JF", ".tmp");
      Files.write(left, new byte[100_000]);
      System.out.println(left);
      if (words[0].equals("wait")) {
        Thread.sleep(Duration.ofMinutes(5).toMillis());
      }
      Runtime.getRuntime().exit(0);
    }
  }

  /** As the launcher starts it. */
  private Process start(String word) throws IOException {
    Path own = Files.createDirectory(all.resolve("impact-7-" + ++started));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.io.tmpdir=" + own,
            "-Dimpact.temporary=" + own,
            "-cp",
            System.getProperty("java.class.path"),
            Command.class.getName(),
            word)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static Path left(Process process) throws IOException {
    return Path.of(process.inputReader().readLine());
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> each = Files.list(all)) {
      return each.sorted().toList();
    }
  }

  @Test
  void whatAProcessLeavesGoesWithIt() throws Exception {
    Process process = start("end");
    Path left = left(process);
    assertEquals(all, left.getParent().getParent(), "the process has a folder of its own");
    assertEquals(0, process.waitFor());
    assertEquals(List.of(), folders());
  }

  @Test
  void whatAKilledProcessLeavesGoesWithTheNextAndALivingOnesStays() throws Exception {
    Process living = start("wait");
    Path used = left(living);
    Path others = Files.createDirectory(all.resolve("impact-of-somebody"));
    try {
      for (int kill = 0; kill < 5; kill++) {
        Process killed = start("wait");
        assertTrue(Files.exists(left(killed)));
        killed.destroyForcibly().waitFor();
        assertTrue(folders().size() <= 3, () -> "only the last one's is there still");
      }
      assertEquals(0, start("end").waitFor());
      assertEquals(List.of(used.getParent(), others).stream().sorted().toList(), folders());
      assertEquals(100_000, Files.size(used));
    } finally {
      living.destroyForcibly().waitFor();
    }
  }

  @Test
  void aSweepThatIsKilledLeavesAFolderThatTheNextOneKnowsAsDead() throws Exception {
    Process killed = start("wait");
    Path left = left(killed);
    killed.destroyForcibly().waitFor();
    Path folder = left.getParent();
    List<String> order = new ArrayList<>();
    try (WatchService watch = all.getFileSystem().newWatchService()) {
      folder.register(watch, StandardWatchEventKinds.ENTRY_DELETE);
      TemporaryFolder.remove(folder);
      for (WatchKey key = watch.poll(30, TimeUnit.SECONDS);
          key != null;
          key = watch.poll(1, TimeUnit.SECONDS)) {
        key.pollEvents().forEach(event -> order.add(event.context().toString()));
        key.reset();
      }
    }
    assertEquals(List.of(left.getFileName().toString(), "lock"), order);
  }

  @Test
  void aFolderThatWasNeverLockedGoesAfterTenMinutes() throws IOException {
    Path young = Files.createDirectory(all.resolve("impact-1-1"));
    Path old = Files.createDirectory(all.resolve("impact-1-2"));
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofMinutes(11))));
    Path own = Files.createDirectory(all.resolve("impact-1-3"));
    TemporaryFolder.sweep(own);
    assertEquals(List.of(young, own), folders());
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aLinkIsNotFollowed() throws IOException {
    Path kept = Files.createDirectory(all.resolve("kept"));
    Files.createFile(kept.resolve("lock"));
    Path link = Files.createSymbolicLink(all.resolve("impact-1-4"), kept);
    TemporaryFolder.sweep(Files.createDirectory(all.resolve("impact-1-5")));
    assertTrue(Files.exists(link.resolve("lock")));
  }
}
