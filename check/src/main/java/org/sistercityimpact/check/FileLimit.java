package org.sistercityimpact.check;

import java.util.Map;

/**
 * The largest file that is taken: the same on every machine, for what one refuses another should
 * not take. Other than 200 MB with {@code IMPACT_JAVA_OPTS=-Dimpact.largestFile=400}.
 */
public final class FileLimit {
  /** In bytes. */
  public static final long BYTES = Long.getLong("impact.largestFile", 200) << 20;

  private FileLimit() {}

  /** What is told of a file above the limit. */
  public static Problem problem(long bytes) {
    return ProblemCode.FILE_TOO_LARGE.ofFile(
        Map.of("size", String.valueOf(bytes >> 20), "limit", String.valueOf(BYTES >> 20)));
  }
}
