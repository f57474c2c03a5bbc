package org.sistercityimpact.warehouse;

import java.nio.file.Path;

/**
 * What an engine is told when it is opened.
 *
 * @param master where a cluster engine's workers are, such as {@code spark://host:7077}; null: what
 *     the environment says, else this machine. The embedded engine has no use for it.
 * @param scratch where the embedded engine puts what does not fit in memory; null: nowhere. A
 *     cluster engine has its own folders on each of its machines.
 * @param memoryLimit how much the embedded engine may take, such as {@code "2GB"}; a cluster engine
 *     runs in the memory that its processes were given
 */
public record EngineOptions(String master, Path scratch, String memoryLimit) {
  private static final String MEMORY = "impact.memory";

  /**
   * How much memory a transform may take in this process: 4 GB, or what the property {@code
   * impact.memory} says for networks larger than most.
   *
   * @throws ConfigurationException if the property is no amount of memory
   */
  public static String transformMemory() {
    String memory = System.getProperty(MEMORY, "4GB");
    if (!memory.matches("[1-9][0-9]*(MB|GB)")) {
      throw new ConfigurationException(
          "Cannot give DuckDB '%s' of memory (write -D%s=8GB or 500MB)".formatted(memory, MEMORY));
    }
    return memory;
  }
}
