package org.sistercityimpact.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sistercityimpact.warehouse.Warehouse;

/**
 * What one writing command did: arguments, versions, seconds, counts and hashes, for {@code runs/}.
 */
final class RunRecord {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private final Instant started = Instant.now();
  private final String command;
  private final Map<String, Object> facts = new LinkedHashMap<>();
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private long stageBegan = System.nanoTime();

  RunRecord(String command) {
    this.command = command;
    facts.put("command", command);
    facts.put("started_at", started.toString());
    facts.put("version", Version.text());
    facts.put("java", System.getProperty("java.version"));
  }

  /** A fact of the run: an argument, a count, a hash. */
  void put(String name, Object value) {
    facts.put(name, value);
  }

  /** Closes a stage: the time since the last stage was closed. */
  double stage(String name) {
    long now = System.nanoTime();
    double taken = Math.round((now - stageBegan) / 1e6) / 1e3;
    stageBegan = now;
    seconds.put(name, taken);
    return taken;
  }

  /** Seconds by stage. */
  Map<String, Double> seconds() {
    return seconds;
  }

  /** Appends the record to the warehouse's runs. */
  void write(Warehouse warehouse, int exitCode) throws IOException {
    facts.put("seconds", seconds);
    facts.put("exit_code", exitCode);
    facts.put("facts", warehouse.manifest().facts());
    String name = NAME.format(started) + "-" + command + "-" + ProcessHandle.current().pid();
    warehouse.recordRun(name, Console.json(facts).getBytes(StandardCharsets.UTF_8));
  }
}
