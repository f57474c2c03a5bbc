package org.sistercityimpact.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sistercityimpact.check.DatasetNames;
import org.sistercityimpact.check.OtherKind;
import org.sistercityimpact.check.Problem;
import org.sistercityimpact.check.ProblemCode;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.ingest.Arrival.Place;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.Warehouse;
import org.sistercityimpact.warehouse.photo.Photo;

/**
 * The folder in which files arrive: {@code <year>/<member_id>/<dataset>.csv} and {@code
 * registry/<table>.csv}. Says of every file what it is; reads none.
 */
final class Inbox {
  private static final String LETTER = "letter";
  private static final String NOTICE = "notice";

  /** Behind the name of a text, for the one that Spanish reports print. */
  private static final String SPANISH = "_es";

  private static final Set<String> TEXTS =
      Set.of(LETTER, LETTER + SPANISH, NOTICE, NOTICE + SPANISH);
  private static final Pattern TEXT_FILE =
      Pattern.compile("(?:letter-(?<year>(?:19|20)[0-9]{2})|notice)(?<spanish>\\.es)?\\.md");
  // A name may hold anything, a line break too.
  private static final Pattern HIDDEN =
      Pattern.compile("(?is)\\..*|~\\$.*|thumbs\\.db|desktop\\.ini");
  private static final Pattern PHOTOS = Pattern.compile("(?i)photos?|fotos?|pictures|images");
  private static final Pattern PACKAGE = Pattern.compile("(?i).*\\.(numbers|pages)");

  private final Path folder;
  private final Path warehouse;
  private final DatasetNames names;

  private Inbox(Path folder, Path warehouse, Contracts contracts) {
    this.folder = folder;
    this.warehouse = warehouse;
    names = new DatasetNames(contracts);
  }

  /** The inbox in {@code folder}, which must be there; a warehouse that lies in it is passed by. */
  static Inbox open(Path folder, Contracts contracts, Path warehouse) {
    require(folder);
    try {
      // A link to an inbox is an inbox; links inside it are another matter.
      return new Inbox(folder.toRealPath(), warehouse.toRealPath(), contracts);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read inbox " + folder, e);
    }
  }

  static void require(Path folder) {
    boolean isFolder;
    try {
      isFolder = Files.readAttributes(folder, BasicFileAttributes.class).isDirectory();
    } catch (NoSuchFileException e) {
      isFolder = false;
    } catch (IOException e) {
      // Storage that does not answer.
      throw new ConfigurationException(
          "Cannot read inbox '%s': %s (check its address and permissions)"
              .formatted(folder, Warehouse.reason(e)),
          e);
    }
    if (!isFolder) {
      throw new ConfigurationException(
          "Cannot read inbox '%s': it is not a folder (give the folder that holds registry/ and one folder a year)"
              .formatted(folder));
    }
  }

  /** All files but hidden ones, in the order of their paths, whatever the file system's order. */
  List<Arrival> arrivals() {
    List<Arrival> arrivals = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
              boolean skip = path.equals(warehouse) || !path.equals(folder) && isHidden(path);
              if (!skip && PACKAGE.matcher(path.getFileName().toString()).matches()) {
                // One document, though a folder of many files.
                arrivals.add(stray(path, ""));
                return FileVisitResult.SKIP_SUBTREE;
              }
              return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
              if (!isHidden(path)) {
                arrivals.add(arrival(path, attributes));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException e) {
              arrivals.add(unreadable(path, reason(e)));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read inbox " + folder, e);
    }
    arrivals.sort(Comparator.comparing(Arrival::file));
    return arrivals;
  }

  /** Whether a folder of that name is one for photos. */
  static boolean holdsPhotos(String folder) {
    return PHOTOS.matcher(folder).matches();
  }

  private static boolean isHidden(Path path) {
    return HIDDEN.matcher(path.getFileName().toString()).matches();
  }

  static String reason(IOException e) {
    if (e instanceof java.nio.file.NoSuchFileException) {
      return "it was removed meanwhile";
    }
    return Warehouse.reason(e);
  }

  private String relative(Path path) {
    return folder.relativize(path).toString().replace('\\', '/');
  }

  private Arrival unreadable(Path path, String reason) {
    return placed(path, 0).unreadable(ProblemCode.UNREADABLE_FILE.ofFile(Map.of("reason", reason)));
  }

  /** A file that is no submission, whosever it may be. */
  private Arrival stray(Path path, String reason) {
    Path inside = folder.relativize(path);
    Integer year =
        inside.getNameCount() > 2 ? DatasetNames.year(inside.getName(0).toString()) : null;
    String member = year == null ? null : inside.getName(1).toString();
    Optional<String> dataset = member == null ? Optional.empty() : meantAnywhere(inside, year);
    String name = inside.getFileName().toString();
    Optional<OtherKind> kind = member == null ? Optional.empty() : OtherKind.named(name);
    String place =
        dataset
            .map(meant -> "Put it at %s/%s/%s.csv".formatted(inside.getName(0), member, meant))
            .orElse("Put submissions at <year>/<member_id>/<dataset>.csv, and remove the rest");
    Problem problem =
        ProblemCode.STRAY_FILE.ofFile(
            Map.of(
                "reason",
                kind.map(OtherKind::because).orElse(reason),
                "advice",
                kind.map(OtherKind::advice).orElse(Problem.printable(place))));
    return new Arrival(
        path,
        relative(path),
        null,
        0,
        Place.STRAY,
        new Arrival.Subject(member, year, dataset.orElse(null)),
        problem,
        List.of());
  }

  /** The one dataset that the name of a file, or of a folder around it, means. */
  private Optional<String> meantAnywhere(Path inside, Integer year) {
    List<String> meant =
        java.util.stream.IntStream.range(2, inside.getNameCount())
            .mapToObj(i -> inside.getName(i).toString())
            .flatMap(
                name -> names.meant(name, year).or(() -> names.meant(name + ".csv", year)).stream())
            .distinct()
            .toList();
    return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
  }

  private Arrival arrival(Path path, BasicFileAttributes attributes) {
    long bytes = attributes.size();
    if (attributes.isSymbolicLink()) {
      try {
        Path target = path.toRealPath();
        if (!target.startsWith(folder) || !Files.isRegularFile(target)) {
          return placed(path, 0).unreadable(ProblemCode.OUTSIDE_INBOX.ofFile(Map.of()));
        }
        bytes = Files.size(target);
      } catch (IOException e) {
        return unreadable(path, "the link leads nowhere");
      }
    } else if (!attributes.isRegularFile()) {
      return stray(path, "it is no ordinary file");
    }
    return placed(path, bytes);
  }

  /** What the place and the name of a file make of it. */
  private Arrival placed(Path path, long bytes) {
    Path inside = folder.relativize(path);
    String top = inside.getName(0).toString();
    if (Photo.isNamed(inside.getFileName().toString())) {
      Optional<Arrival> photo = photo(path, bytes, inside);
      if (photo.isPresent()) {
        return photo.get();
      }
    }
    if (inside.getNameCount() == 2 && top.equalsIgnoreCase(DatasetNames.REGISTRY)) {
      return registryFile(path, bytes);
    }
    Integer year = DatasetNames.year(top);
    if (inside.getNameCount() == 3 && year != null) {
      List<Problem> assumed =
          top.equals(year.toString())
              ? List.of()
              : List.of(ProblemCode.FOLDER_READ.ofFile(Map.of("meant", year.toString())));
      return submission(path, bytes, year, inside.getName(1).toString(), assumed);
    }
    if (top.equalsIgnoreCase(DatasetNames.REGISTRY) || inside.getNameCount() == 1) {
      return stray(path, "submissions lie in a member's folder of a year");
    }
    return stray(
        path,
        year != null
            ? "it does not lie directly in a member's folder"
            : "'" + Problem.printable(top) + "' is not a year");
  }

  /** A picture beside the files of a member or of the registry, or in their folder of photos. */
  private Optional<Arrival> photo(Path path, long bytes, Path inside) {
    boolean ofRegistry = inside.getName(0).toString().equalsIgnoreCase(DatasetNames.REGISTRY);
    Integer year = DatasetNames.year(inside.getName(0).toString());
    int beside = ofRegistry ? 2 : 3;
    boolean fits =
        inside.getNameCount() == beside
            || inside.getNameCount() == beside + 1
                && holdsPhotos(inside.getName(beside - 1).toString());
    if (!fits || !ofRegistry && year == null) {
      return Optional.empty();
    }
    Map<String, String> words =
        Map.of(
            "reason",
            "it is a picture that no row names",
            "advice",
            "Send the spreadsheet itself, as Excel Workbook (.xlsx) or CSV UTF-8; if it is the photo of a story, name it in the column photo of highlights");
    return Optional.of(
        new Arrival(
            path,
            relative(path),
            null,
            bytes,
            Place.PHOTO,
            ofRegistry
                ? new Arrival.Subject(null, null, null)
                : new Arrival.Subject(
                    inside.getName(1).toString(), year, meantAnywhere(inside, year).orElse(null)),
            ProblemCode.STRAY_FILE.ofFile(words),
            List.of()));
  }

  /** Whether a dataset is a text of the registry, which is printed as it is. */
  static boolean isText(String dataset) {
    return dataset != null && TEXTS.contains(dataset);
  }

  private Arrival registryFile(Path path, long bytes) {
    String name = path.getFileName().toString();
    Matcher text = TEXT_FILE.matcher(name.toLowerCase(Locale.ROOT));
    if (text.matches()) {
      String year = text.group("year");
      return new Arrival(
          path,
          relative(path),
          null,
          bytes,
          Place.TEXT,
          new Arrival.Subject(
              null,
              year == null ? null : Integer.valueOf(year),
              (year == null ? NOTICE : LETTER) + (text.group("spanish") == null ? "" : SPANISH)),
          null,
          List.of());
    }
    return table(path, bytes, Place.REGISTRY, null, names.yearIn(name), List.of());
  }

  private Arrival submission(
      Path path, long bytes, Integer year, String member, List<Problem> assumed) {
    return table(path, bytes, Place.SUBMISSION, member, year, assumed);
  }

  private Arrival table(
      Path path, long bytes, Place place, String member, Integer year, List<Problem> folders) {
    String name = path.getFileName().toString();
    boolean isRegistry = place == Place.REGISTRY;
    Optional<String> dataset =
        isRegistry ? names.dataset(name, true) : names.meant(name, year, member);
    if (DatasetNames.isWorkbook(name) && place == Place.SUBMISSION) {
      // Its sheets say what it holds.
      return new Arrival(
          path,
          relative(path),
          null,
          bytes,
          Place.WORKBOOK,
          new Arrival.Subject(member, year, dataset.orElse(null)),
          null,
          folders);
    }
    if (dataset.isEmpty() && !DatasetNames.isWorkbook(name) && !DatasetNames.isCsv(name)) {
      return stray(path, "its name does not end in .csv");
    }
    Problem problem = dataset.isEmpty() ? names.unknown(isRegistry) : null;
    return new Arrival(
        path,
        relative(path),
        null,
        bytes,
        place,
        new Arrival.Subject(member, year, dataset.orElse(null)),
        problem,
        Stream.concat(folders.stream(), Stream.ofNullable(names.assumed(name, dataset))).toList());
  }
}
