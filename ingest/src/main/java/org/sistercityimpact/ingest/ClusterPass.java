package org.sistercityimpact.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.sistercityimpact.check.ProblemCode;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.ingest.CheckOrder.Group;
import org.sistercityimpact.ingest.CheckOrder.Kept;
import org.sistercityimpact.ingest.CheckOrder.SentFile;
import org.sistercityimpact.warehouse.DamageException;
import org.sistercityimpact.warehouse.SqlEngine.Part;
import org.sistercityimpact.warehouse.Warehouse;

/** Checks all files of one contract on a cluster: what {@link CheckPass} does on this machine. */
final class ClusterPass {
  private final Contract contract;
  private final CheckPass.Shared shared;
  private final Warehouse warehouse;
  private final List<FileJob> jobs = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private final ProblemSpool spool;
  private final AtomicInteger finished = new AtomicInteger();
  private final SortedSet<String> damaged = new TreeSet<>();
  private final AtomicLong accepted = new AtomicLong();

  ClusterPass(
      Contract contract,
      CheckPass.Shared shared,
      Warehouse warehouse,
      Collection<List<FileJob>> files)
      throws IOException {
    this.contract = contract;
    this.shared = shared;
    this.warehouse = warehouse;
    spool = new ProblemSpool(shared.spools().resolve("problems-" + contract.name()));
    for (List<FileJob> group : files) {
      List<SentFile> sent = new ArrayList<>();
      for (FileJob job : group) {
        sent.add(
            new SentFile(
                jobs.size(),
                job.path().toAbsolutePath().toString(),
                job.arrival().sheet(),
                job.bytes(),
                job.arrival().memberFolder(),
                job.arrival().dataYear(),
                kept(job.kept())));
        jobs.add(job);
      }
      groups.add(new Group(List.copyOf(sent)));
    }
  }

  private static Kept kept(Submission submission) {
    return submission == null
        ? null
        : new Kept(submission.id(), submission.sha256(), submission.file());
  }

  /** Runs the pass; returns the files written into {@code folder}. */
  List<Part> run(CheckingCluster cluster, Path folder) throws IOException {
    CheckOrder order =
        new CheckOrder(
            contract,
            shared.contracts(),
            shared.registry(),
            Set.copyOf(shared.claimed()),
            warehouse.folder().toString(),
            List.copyOf(groups));
    List<Part> parts = cluster.check(order, folder, this::done);
    spool.close();
    if (!damaged.isEmpty()) {
      throw new DamageException(damaged.first());
    }
    long written = parts.stream().mapToLong(Part::rows).sum();
    if (finished.get() != jobs.size() || written != accepted.get()) {
      throw new IllegalStateException(
          "Files of '%s' are not accounted for: %d of %d came back, with %d accepted rows, and %d rows were written"
              .formatted(contract.name(), finished.get(), jobs.size(), accepted.get(), written));
    }
    return parts;
  }

  /** The problems found, once the pass has run. */
  ProblemSpool spool() {
    return spool;
  }

  private synchronized void done(CheckedFile file) {
    FileJob job = jobs.get(file.number());
    if (file.damage() != null) {
      damaged.add(file.damage());
      return;
    }
    shared.done().accept(result(job, file));
    finished.incrementAndGet();
  }

  private FileResult result(FileJob job, CheckedFile file) {
    if (file.healed()) {
      shared.originals().noteHealed(job.arrival().file());
    }
    if (file.unreadable() != null) {
      return new FileResult(
          job.arrival(),
          null,
          null,
          ProblemCode.UNREADABLE_FILE.ofFile(Map.of("reason", file.unreadable())));
    }
    if (file.checked() == null) {
      return new FileResult(job.arrival(), file.submissionId(), null, null);
    }
    accepted.addAndGet(file.checked().accepted());
    shared.claimed().add(file.submissionId());
    spool.begin(job.arrival().file(), job.arrival().sheet(), file.submissionId());
    file.problems().forEach(spool::add);
    return new FileResult(
        job.arrival(),
        file.submissionId(),
        Submission.of(
            file.submissionId(),
            job.arrival(),
            file.memberId(),
            file.sha256(),
            file.checked(),
            job.kept() == null ? shared.now() : job.kept().receivedAt()),
        null);
  }
}
