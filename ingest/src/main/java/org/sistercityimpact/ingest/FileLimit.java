package org.sistercityimpact.ingest;

import java.util.Map;
import org.sistercityimpact.ingest.check.Problem;
import org.sistercityimpact.ingest.check.ProblemCode;

/** The largest file that this process takes. */
final class FileLimit {
  private static final long MOST = 200L << 20;
  // A file, its text and its typed rows lie in memory together: about nine times its bytes.
  static final long BYTES = Math.min(MOST, Runtime.getRuntime().maxMemory() / 10);

  private FileLimit() {}

  /** What is told of a file above the limit. */
  static Problem problem(long bytes) {
    return ProblemCode.FILE_TOO_LARGE.ofFile(
        Map.of("size", String.valueOf(bytes >> 20), "limit", String.valueOf(BYTES >> 20)));
  }
}
