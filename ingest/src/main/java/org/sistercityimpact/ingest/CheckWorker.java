package org.sistercityimpact.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sistercityimpact.check.AcceptedRows;
import org.sistercityimpact.check.Checked;
import org.sistercityimpact.check.Content;
import org.sistercityimpact.check.Problem;
import org.sistercityimpact.check.Problems;
import org.sistercityimpact.ingest.CheckOrder.SentFile;
import org.sistercityimpact.warehouse.DamageException;
import org.sistercityimpact.warehouse.Location;
import org.sistercityimpact.warehouse.Originals;
import org.sistercityimpact.warehouse.Warehouse;

/** One task's way through its files on a cluster: read, hash, keep, check. */
public final class CheckWorker {
  private final CheckOrder order;
  private final Originals originals;
  private final Intake intake;
  private final Set<String> claimed = new HashSet<>();
  private final SubmissionChecker check;

  /** A worker at {@code order}; not to be shared between threads. */
  public CheckWorker(CheckOrder order) {
    this.order = order;
    originals = Warehouse.create(Location.of(order.warehouse())).originals();
    intake = new Intake(originals);
    check = new SubmissionChecker(order.contract(), order.contracts(), order.registry());
  }

  /** Takes one file; its accepted rows are in {@link #rows()} until the next one. */
  public CheckedFile take(SentFile file) {
    Path path = Location.of(file.path());
    try {
      return file.kept() == null
          ? arrived(file, path)
          : checked(
              file,
              file.kept().id(),
              file.kept().sha256(),
              intake.kept(
                  file.kept().sha256(),
                  file.kept().file(),
                  file.memberFolder(),
                  file.dataYear(),
                  path));
    } catch (IOException e) {
      if (file.kept() != null) {
        throw new UncheckedIOException(
            "Cannot read the original of '" + file.kept().file() + "'", e);
      }
      return CheckedFile.unchecked(file.number(), Inbox.reason(e), null);
    } catch (DamageException e) {
      return CheckedFile.unchecked(file.number(), null, e.getMessage());
    }
  }

  /** The rows of the file taken last, when its account says that any were accepted. */
  public AcceptedRows rows() {
    return check.rows();
  }

  private CheckedFile arrived(SentFile file, Path path) throws IOException {
    Intake.Taken taken = intake.arrived(path, file.path());
    String id =
        intake.submissionId(
            taken.sha256(),
            file.sheet(),
            file.memberFolder(),
            file.dataYear(),
            order.contract().name());
    if (order.known().contains(id) || !claimed.add(id)) {
      if (taken.wasGone()) {
        originals.noteHealed(file.path());
      }
      return new CheckedFile(
          file.number(),
          id,
          taken.sha256(),
          null,
          null,
          List.of(),
          null,
          null,
          !originals.healed().isEmpty());
    }
    return checked(file, id, taken.sha256(), taken.content());
  }

  private CheckedFile checked(SentFile file, String id, String sha256, Content bytes) {
    Found found = new Found();
    Checked checked = check.check(bytes, file.sheet(), file.memberFolder(), file.dataYear(), found);
    return new CheckedFile(
        file.number(),
        id,
        sha256,
        check.memberId(),
        checked,
        found.problems,
        null,
        null,
        !originals.healed().isEmpty());
  }

  private static final class Found implements Problems {
    private final List<Problem> problems = new ArrayList<>();

    @Override
    public void add(Problem problem) {
      problems.add(problem);
    }

    @Override
    public void discard() {
      problems.clear();
    }
  }
}
