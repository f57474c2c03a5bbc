package org.sistercityimpact.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.sistercityimpact.check.Checked;
import org.sistercityimpact.check.Content;
import org.sistercityimpact.check.DatasetNames;
import org.sistercityimpact.check.Outcome;
import org.sistercityimpact.check.Problem;
import org.sistercityimpact.check.ProblemCode;
import org.sistercityimpact.check.Workbooks;
import org.sistercityimpact.ingest.Arrival.Place;
import org.sistercityimpact.warehouse.Originals;
import org.sistercityimpact.warehouse.Warehouse;
import org.sistercityimpact.warehouse.photo.Photo;

/**
 * The files that no contract describes: letters and notices, photos that rows name, and what cannot
 * be used as it is.
 */
final class OtherFiles {
  private final DatasetNames names;
  private final Workbooks workbooks;
  private final int leastPixels;
  private final Originals originals;
  private final Set<String> claimed;
  private final Queue<FileResult> results;
  private final ProblemSpool spool;
  private final LocalDateTime now;
  private final MessageDigest digest = Warehouse.sha256();

  OtherFiles(
      DatasetNames names,
      Workbooks workbooks,
      int leastPixels,
      Originals originals,
      Set<String> claimed,
      Queue<FileResult> results,
      ProblemSpool spool,
      LocalDateTime now) {
    this.names = names;
    this.workbooks = workbooks;
    this.leastPixels = leastPixels;
    this.originals = originals;
    this.claimed = claimed;
    this.results = results;
    this.spool = spool;
    this.now = now;
  }

  /** Takes a file of the inbox, when it is one of these. */
  void take(Arrival arrival) {
    if (arrival.place() == Place.UNREADABLE) {
      results.add(new FileResult(arrival, null, null, arrival.refusal()));
    } else if (arrival.place() == Place.PHOTO && arrival.bytes() > Photo.MOST_BYTES) {
      // Its row says so; nothing of it is worth the reading.
      return;
    } else if (arrival.place() == Place.TEXT
        || arrival.place() == Place.PHOTO
        || arrival.refusal() != null && isKept(arrival)) {
      try {
        keep(arrival, Files.readAllBytes(arrival.path()));
      } catch (IOException e) {
        Problem problem = ProblemCode.UNREADABLE_FILE.ofFile(Map.of("reason", Inbox.reason(e)));
        results.add(new FileResult(arrival, null, null, problem));
      }
    }
  }

  private static boolean isKept(Arrival arrival) {
    return arrival.place() == Place.SUBMISSION || arrival.place() == Place.REGISTRY;
  }

  private void keep(Arrival arrival, byte[] bytes) {
    String sha256 = Sha256.of(digest, bytes);
    // Without a dataset nothing else tells two names of the same bytes apart.
    String kind =
        arrival.dataset() == null
            ? "file " + arrival.file()
            : arrival.place() == Place.PHOTO
                ? arrival.dataset() + "|" + PhotoNames.key(arrival.file())
                : arrival.dataset();
    String id =
        Sha256.submissionId(digest, sha256, arrival.memberFolder(), arrival.dataYear(), kind);
    boolean wasGone = originals.keep(sha256, bytes, arrival.file());
    if (!claimed.add(id)) {
      if (wasGone) {
        originals.noteHealed(arrival.file());
      }
      results.add(new FileResult(arrival, id, null, null));
      return;
    }
    Checked checked = Checked.without(outcome(arrival, bytes));
    Submission submission =
        Submission.of(id, arrival, arrival.memberFolder(), sha256, checked, now);
    tell(submission, arrival.refusal());
    results.add(new FileResult(arrival, id, submission, null));
  }

  private Outcome outcome(Arrival arrival, byte[] bytes) {
    if (arrival.place() == Place.PHOTO) {
      return Photo.fault(bytes, leastPixels).isEmpty() ? Outcome.ROWS : Outcome.UNUSABLE;
    }
    if (arrival.refusal() != null || !isUtf8(bytes)) {
      return Outcome.UNUSABLE;
    }
    return new String(bytes, StandardCharsets.UTF_8).isBlank() ? Outcome.EMPTY : Outcome.ROWS;
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** Tells afresh what is wrong with a file of the log, when it is one of these. */
  void again(Submission kept) {
    if (kept.isPhoto()) {
      judge(kept);
    } else if (kept.dataset() == null || Inbox.isText(kept.dataset())) {
      tell(kept, null);
    }
  }

  /** Looks at a photo afresh: a newer program may read what an older one did not. */
  private void judge(Submission kept) {
    Arrival arrival =
        new Arrival(
            null,
            kept.file(),
            null,
            0,
            Place.PHOTO,
            new Arrival.Subject(kept.memberId(), kept.dataYear(), kept.dataset()),
            null,
            List.of());
    byte[] bytes = bytes(kept);
    Checked checked = Checked.without(outcome(arrival, bytes));
    Submission judged =
        Submission.of(
            kept.id(), arrival, kept.memberId(), kept.sha256(), checked, kept.receivedAt());
    results.add(new FileResult(arrival, kept.id(), judged, null));
  }

  private void tell(Submission submission, Problem refusal) {
    if (submission.outcome() != Outcome.UNUSABLE || submission.isPhoto()) {
      return;
    }
    spool.begin(submission.file(), submission.sheet(), submission.id());
    if (refusal != null) {
      spool.add(refusal);
    } else if (submission.dataset() != null) {
      spool.add(ProblemCode.UNREADABLE_TEXT.ofFile(Map.of()));
    } else if (DatasetNames.isWorkbook(submission.file())) {
      spool.add(workbooks.refusal(Content.of(bytes(submission))));
    } else {
      spool.add(names.refusal(submission.file()));
    }
  }

  private byte[] bytes(Submission submission) {
    try {
      return originals.read(
          submission.sha256(),
          submission.file(),
          submission.memberId(),
          submission.dataYear(),
          null);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot read the original of '%s'".formatted(submission.file()), e);
    }
  }
}
