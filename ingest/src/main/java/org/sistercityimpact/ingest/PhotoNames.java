package org.sistercityimpact.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.check.Checked;
import org.sistercityimpact.check.Fold;
import org.sistercityimpact.check.Problem;
import org.sistercityimpact.check.ProblemCode;
import org.sistercityimpact.check.Problems;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contract.Kind;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.ingest.Arrival.Place;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Manifest;
import org.sistercityimpact.warehouse.Originals;
import org.sistercityimpact.warehouse.Rows;
import org.sistercityimpact.warehouse.SqlEngine.Column;
import org.sistercityimpact.warehouse.Warehouse;
import org.sistercityimpact.warehouse.photo.FaultyPhoto;
import org.sistercityimpact.warehouse.photo.Photo;

/**
 * The photos that rows name, in a column {@code photo} of their contract: whatever its case and
 * folder, a name means a file beside that of the row. A picture that no row names is none of them.
 */
final class PhotoNames {
  /** What submissions of photos are called. */
  static final String DATASET = "photo";

  /** Which original each row's photo is: of rows in force, and of photos that can be printed. */
  static final String TABLE = "raw_photos";

  static final List<Column> COLUMNS =
      List.of(
          new Column("submission_id", "VARCHAR"),
          new Column("source_row", "INTEGER"),
          new Column("sha256", "VARCHAR"));

  private static final Pattern ESCAPED = Pattern.compile("%[0-9A-Fa-f]{2}");

  private static final String FIELD = "photo";

  private final List<Named> named;
  private final Set<String> places;
  private final int leastPixels;

  /**
   * A row that names a photo.
   *
   * @param memberId null: the registry's
   * @param dataYear null: the registry's
   * @param photo as written
   */
  private record Named(
      String submissionId, int row, String memberId, Integer dataYear, String photo) {

    String place() {
      return PhotoNames.place(memberId, dataYear, photo);
    }
  }

  private PhotoNames(List<Named> named, int leastPixels) {
    this.named = named;
    this.leastPixels = leastPixels;
    places = named.stream().map(Named::place).collect(Collectors.toSet());
  }

  /** What all rows name that a warehouse holds, in force or not. */
  static PhotoNames read(
      Contracts contracts, DuckDb engine, Warehouse warehouse, Manifest manifest) {
    List<Named> named = new ArrayList<>();
    for (Contract contract : contracts.all()) {
      List<Path> files = warehouse.paths(manifest, contract.rawTable());
      if (contract.field(FIELD).isEmpty() || files.isEmpty()) {
        continue;
      }
      String rows = "photos_of_" + contract.name();
      engine.expose(rows, files);
      String whose = contract.kind() == Kind.SUBMITTED ? "member_id, data_year" : "NULL, NULL";
      Rows found =
          engine.read(
              "SELECT submission_id, CAST(source_row AS BIGINT), %s, photo FROM %s WHERE photo IS NOT NULL ORDER BY ALL"
                  .formatted(whose, rows));
      for (Object[] row : found.values()) {
        named.add(
            new Named(
                (String) row[0],
                ((Long) row[1]).intValue(),
                (String) row[2],
                row[3] == null ? null : ((Long) row[3]).intValue(),
                (String) row[4]));
      }
    }
    return new PhotoNames(named, leastPixels(contracts));
  }

  /**
   * How many pixels a photo's shorter side must have for all contracts: its bytes are judged once,
   * whichever rows name it. Contracts of editions made before this was asked leave it at 0.
   */
  static int leastPixels(Contracts contracts) {
    return contracts.all().stream().mapToInt(PhotoNames::leastPixels).max().orElse(0);
  }

  private static int leastPixels(Contract contract) {
    return contract.field(FIELD).map(field -> field.range().minimum().intValue()).orElse(0);
  }

  /** The name of a photo, however somebody wrote it: without its folder, capitals or escapes. */
  static String key(String name) {
    String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return Fold.text(ESCAPED.matcher(file).find() ? decoded(file) : file);
  }

  /** The name behind an address of the web: "city%20hall.jpg" is "city hall.jpg". */
  private static String decoded(String file) {
    try {
      return URLDecoder.decode(file.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return file;
    }
  }

  private static String place(String memberId, Integer dataYear, String name) {
    return (memberId == null ? "" : Fold.text(memberId)) + "|" + dataYear + "|" + key(name);
  }

  private static String place(Arrival arrival) {
    return place(arrival.memberFolder(), arrival.dataYear(), arrival.file());
  }

  /** A picture of the inbox as what it is: a photo that rows name, or one that none does. */
  Arrival placed(Arrival arrival) {
    if (arrival.place() != Place.PHOTO) {
      return arrival;
    }
    return places.contains(place(arrival)) ? arrival.photo() : arrival.stray();
  }

  /**
   * What became of the names.
   *
   * @param rows of {@link #TABLE}
   * @param problems of each submission that names them
   */
  record Used(List<Object[]> rows, Map<String, List<Problem>> problems) {}

  /** Finds the photo of each row in force. */
  Used used(
      Map<String, Submission> submissions,
      SubmissionStatuses statuses,
      List<Arrival> arrivals,
      Originals originals) {
    Map<String, List<Submission>> photos =
        submissions.values().stream()
            .filter(Submission::isPhoto)
            .filter(photo -> statuses.status(photo.id()) != Status.SUPERSEDED)
            .collect(
                Collectors.groupingBy(
                    photo -> place(photo.memberId(), photo.dataYear(), photo.file())));
    Map<String, Long> tooLarge = new HashMap<>();
    arrivals.stream()
        .filter(a -> a.place() == Place.PHOTO && a.bytes() > Photo.MOST_BYTES)
        .forEach(arrival -> tooLarge.put(place(arrival), arrival.bytes()));
    List<Object[]> rows = new ArrayList<>();
    Map<String, List<Problem>> problems = new TreeMap<>();
    for (Named row : named) {
      Submission naming = submissions.get(row.submissionId());
      if (naming == null || statuses.status(naming.id()) != Status.IN_FORCE) {
        continue;
      }
      Told told =
          new Told(
              row.row(),
              column(naming.checked().columns()),
              row.photo(),
              problems.computeIfAbsent(naming.id(), id -> new ArrayList<>())::add);
      List<Submission> sent = photos.getOrDefault(row.place(), List.of());
      if (tooLarge.containsKey(row.place())) {
        told.faulty(Photo.tooLarge(tooLarge.get(row.place())));
      } else if (sent.isEmpty()) {
        told.missing();
      }
      for (Submission photo : sent) {
        if (statuses.status(photo.id()) == Status.IN_FORCE) {
          rows.add(new Object[] {naming.id(), row.row(), photo.sha256()});
        } else if (statuses.status(photo.id()) == Status.UNUSABLE) {
          Photo.fault(bytes(photo, originals), leastPixels).ifPresent(told::faulty);
        }
      }
    }
    return new Used(rows, problems);
  }

  private static byte[] bytes(Submission photo, Originals originals) {
    try {
      return originals.read(photo.sha256(), photo.file(), photo.memberId(), photo.dataYear(), null);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the original of '%s'".formatted(photo.file()), e);
    }
  }

  /** Looks at the photos of a file that somebody checks, as far as they lie beside it. */
  static void check(
      Path folder,
      Contract contract,
      Checked checked,
      org.sistercityimpact.check.AcceptedRows rows,
      Problems problems) {
    int field = contract.index(FIELD);
    if (field < 0) {
      return;
    }
    Map<String, Path> beside = beside(folder);
    do {
      for (int slot = 0; slot < rows.slots(); slot++) {
        String photo = rows.all().get(field).text(slot);
        if (!rows.counts(slot) || photo == null) {
          continue;
        }
        Told told = new Told(rows.sourceRow(slot), column(checked.columns()), photo, problems::add);
        Path file = beside.get(key(photo));
        if (file == null) {
          told.missing();
        } else {
          fault(file, leastPixels(contract)).ifPresent(told::faulty);
        }
      }
    } while (rows.advance());
  }

  private static Optional<FaultyPhoto> fault(Path file, int leastPixels) {
    try {
      long bytes = Files.size(file);
      return bytes > Photo.MOST_BYTES
          ? Optional.of(Photo.tooLarge(bytes))
          : Photo.fault(Files.readAllBytes(file), leastPixels);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The pictures of a folder, and of its folder of photos, by their keys. */
  private static Map<String, Path> beside(Path folder) {
    Map<String, Path> beside = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = new ArrayList<>(files.sorted(Comparator.naturalOrder()).toList());
      for (Path inner : List.copyOf(all)) {
        if (Files.isDirectory(inner) && Inbox.holdsPhotos(inner.getFileName().toString())) {
          try (Stream<Path> photos = Files.list(inner)) {
            all.addAll(photos.sorted(Comparator.naturalOrder()).toList());
          }
        }
      }
      all.stream()
          .filter(Files::isRegularFile)
          .filter(file -> Photo.isNamed(file.getFileName().toString()))
          .forEach(file -> beside.putIfAbsent(key(file.getFileName().toString()), file));
      return beside;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In which column a file had the names, such as {@code ;photo=C;}; -1: it does not say. */
  private static int column(String columns) {
    int from = columns.indexOf(";" + FIELD + "=");
    if (from < 0) {
      return -1;
    }
    int letters = from + FIELD.length() + 2;
    return Problem.column(columns.substring(letters, columns.indexOf(';', letters)));
  }

  /** What is told of the cell that names a photo. */
  private record Told(int row, int column, String photo, Consumer<Problem> problems) {
    void missing() {
      tell(ProblemCode.PHOTO_MISSING, Map.of());
    }

    void faulty(FaultyPhoto fault) {
      tell(
          ProblemCode.PHOTO_NOT_USED, Map.of("because", fault.because(), "advice", fault.advice()));
    }

    private void tell(ProblemCode code, Map<String, String> more) {
      String shown = Problem.printable(photo);
      Map<String, String> words = new HashMap<>(more);
      words.put("field", FIELD);
      words.put("value", "'" + shown + "'");
      problems.accept(code.at(row, column, FIELD, shown, words));
    }
  }
}
