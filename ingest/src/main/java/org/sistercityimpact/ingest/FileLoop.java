package org.sistercityimpact.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBDataChunkWriter;
import org.sistercityimpact.check.Checked;
import org.sistercityimpact.check.Content;
import org.sistercityimpact.check.ProblemCode;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.warehouse.DamageException;

/** One thread's loop over some files of a contract: read, hash, keep, check, hand over. */
final class FileLoop {
  private final CheckPass.Shared shared;
  private final Iterator<FileJob> files;
  private final Intake intake;
  private final ProblemSpool spool;
  private final SubmissionChecker check;
  private final RowWriter writer;
  private boolean holdsLargeFile;

  FileLoop(Contract contract, CheckPass.Shared shared, List<FileJob> files, ProblemSpool spool) {
    this.shared = shared;
    this.files = files.iterator();
    this.spool = spool;
    intake = new Intake(shared.originals());
    check = new SubmissionChecker(contract, shared.contracts(), shared.registry());
    writer = new RowWriter(contract, check.rows());
  }

  /** Fills one vector's worth of rows from as many files as it takes; 0: no file is left. */
  long fill(DuckDBDataChunkWriter out) throws InterruptedException {
    int capacity = (int) out.capacity();
    int filled = 0;
    while (filled < capacity) {
      if (!writer.hasMore()) {
        release();
        if (!files.hasNext() || shared.failure().get() != null) {
          break;
        }
        start(files.next());
      } else {
        filled += writer.write(out, filled, capacity - filled);
      }
    }
    return filled;
  }

  private void start(FileJob job) throws InterruptedException {
    if (job.bytes() > FileContent.LARGE) {
      shared.largeFiles().acquire();
      holdsLargeFile = true;
    }
    try {
      shared.done().accept(job.kept() == null ? arrived(job) : again(job));
    } catch (UncheckedIOException | DamageException e) {
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
      shared
          .done()
          .accept(
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
      shared.largeFiles().release();
    }
  }

  private FileResult arrived(FileJob job) throws IOException {
    Arrival arrival = job.arrival();
    Intake.Taken taken = intake.arrived(job.path(), arrival.file());
    String id =
        intake.submissionId(
            taken.sha256(),
            arrival.sheet(),
            arrival.memberFolder(),
            arrival.dataYear(),
            arrival.dataset());
    if (!shared.claimed().add(id)) {
      if (taken.wasGone()) {
        shared.originals().noteHealed(arrival.file());
      }
      return new FileResult(arrival, id, null, null);
    }
    return new FileResult(
        arrival, id, check(arrival, id, taken.sha256(), taken.content(), shared.now()), null);
  }

  private FileResult again(FileJob job) throws IOException {
    Submission kept = job.kept();
    Content content =
        intake.kept(kept.sha256(), kept.file(), kept.memberId(), kept.dataYear(), job.path());
    Submission checked = check(job.arrival(), kept.id(), kept.sha256(), content, kept.receivedAt());
    return new FileResult(job.arrival(), kept.id(), checked, null);
  }

  private Submission check(
      Arrival arrival, String id, String sha256, Content content, LocalDateTime receivedAt) {
    spool.begin(arrival.file(), arrival.sheet(), id);
    Checked checked =
        check.check(content, arrival.sheet(), arrival.memberFolder(), arrival.dataYear(), spool);
    String memberId = check.memberId();
    writer.begin(id, memberId, arrival.dataYear(), checked.accepted() > 0);
    return Submission.of(id, arrival, memberId, sha256, checked, receivedAt);
  }
}
