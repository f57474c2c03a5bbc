package org.sistercityimpact.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.duckdb.DuckDBDataChunkWriter;
import org.sistercityimpact.ingest.check.Checked;
import org.sistercityimpact.ingest.check.ProblemCode;
import org.sistercityimpact.warehouse.Warehouse;
import org.sistercityimpact.warehouse.contract.Contract;

/** One thread's way through the files of a contract: read, hash, keep, check, hand over. */
final class Lane {
  private final CheckPass pass;
  private final Contract contract;
  private final MessageDigest digest = Warehouse.sha256();
  private final ProblemSpool spool;
  private FileChecker check;
  private RowWriter writer;
  private final Queue<FileJob> mine = new ArrayDeque<>();
  private boolean holdsLargeFile;

  Lane(CheckPass pass, ProblemSpool spool) {
    this.pass = pass;
    this.contract = pass.contract();
    this.spool = spool;
    renew();
  }

  private void renew() {
    check = new FileChecker(contract, pass.contracts(), pass.registry());
    writer = new RowWriter(contract, check.rows());
  }

  ProblemSpool spool() {
    return spool;
  }

  /** Fills one vector's worth of rows from as many files as it takes; 0: no file is left. */
  long fill(DuckDBDataChunkWriter out) throws InterruptedException {
    int capacity = (int) out.capacity();
    int filled = 0;
    while (filled < capacity) {
      if (!writer.hasMore()) {
        release();
        if (mine.isEmpty()) {
          List<FileJob> more = pass.next();
          if (more == null) {
            break;
          }
          mine.addAll(more);
        }
        start(mine.remove());
      } else {
        filled += writer.write(out, filled, capacity - filled);
      }
    }
    return filled;
  }

  private void start(FileJob job) throws InterruptedException {
    if (check.rows().isOutsized()) {
      renew();
    }
    if (job.bytes() > CheckPass.LARGE) {
      pass.largeFiles().acquire();
      holdsLargeFile = true;
    }
    try {
      byte[] bytes = Files.readAllBytes(job.path());
      FileResult result = job.kept() == null ? arrived(job, bytes) : again(job, bytes);
      pass.done(result);
    } catch (UncheckedIOException e) {
      throw e;
    } catch (RuntimeException e) {
      // Nothing in a file may lead here: it is our own fault, and the file is the way to find it.
      throw new IllegalStateException(
          "Cannot check '%s': %s".formatted(job.arrival().file(), e), e);
    } catch (IOException e) {
      if (job.kept() != null) {
        throw new UncheckedIOException(
            "Cannot read the original of '%s'".formatted(job.arrival().file()), e);
      }
      pass.done(
          new FileResult(
              job.arrival(),
              null,
              null,
              ProblemCode.UNREADABLE_FILE.ofFile(Map.of("reason", Inbox.reason(e)))));
    }
  }

  private void release() {
    if (holdsLargeFile) {
      holdsLargeFile = false;
      pass.largeFiles().release();
    }
  }

  private FileResult arrived(FileJob job, byte[] bytes) {
    Arrival arrival = job.arrival();
    String sha256 = Sha256.of(digest, bytes);
    String id =
        Sha256.submissionId(
            digest, sha256, arrival.memberFolder(), arrival.dataYear(), arrival.dataset());
    if (!pass.claim(id)) {
      return new FileResult(arrival, id, null, null);
    }
    pass.originals().keep(sha256, bytes);
    return new FileResult(arrival, id, check(arrival, id, sha256, bytes, pass.now()), null);
  }

  private FileResult again(FileJob job, byte[] bytes) {
    Submission kept = job.kept();
    Submission checked = check(job.arrival(), kept.id(), kept.sha256(), bytes, kept.receivedAt());
    return new FileResult(job.arrival(), kept.id(), checked, null);
  }

  private Submission check(
      Arrival arrival, String id, String sha256, byte[] bytes, java.time.LocalDateTime receivedAt) {
    spool.begin(arrival.file(), id);
    Checked checked = check.check(bytes, arrival.memberFolder(), arrival.dataYear(), spool);
    String memberId = check.memberId();
    writer.begin(id, memberId, arrival.dataYear(), checked.accepted() > 0);
    return Submission.of(id, arrival, memberId, sha256, checked, receivedAt);
  }
}
