package org.sistercityimpact.ingest;

import java.util.Map;
import org.sistercityimpact.check.Problem;
import org.sistercityimpact.check.ProblemCode;

/**
 * The largest file that is taken: the same on every machine, for what one refuses another should
 * not take. Other than 200 MB with {@code IMPACT_JAVA_OPTS=-Dimpact.largestFile=400}.
 */
final class FileLimit {
  static final long BYTES = Long.getLong("impact.largestFile", 200) << 20;

  private FileLimit() {}

  /** What is told of a file above the limit. */
  static Problem problem(long bytes) {
    return ProblemCode.FILE_TOO_LARGE.ofFile(
        Map.of("size", String.valueOf(bytes >> 20), "limit", String.valueOf(BYTES >> 20)));
  }
}
