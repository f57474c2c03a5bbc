package org.sistercityimpact.release.edition;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.reports.data.EditionNote;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.Warehouse;
import org.sistercityimpact.warehouse.WriteLock;

/**
 * A published edition: a folder that never changes and needs nothing outside itself.
 *
 * <pre>
 * edition.json    who approved it, when, the program, and the hash of every other file
 * changes.json    what changed since the edition before: the change note of the report
 * reports/        what was printed, in the form that may leave the office
 * sql/            contracts, parameters, models, metrics and checks as they were
 * warehouse/      a warehouse: originals and receipts that all is computed from, and the tables
 * erasures.json   what was erased of a person since, if anything was
 * </pre>
 *
 * @param folder where it lies, absolute
 * @param record its {@code edition.json}
 */
public record Edition(Path folder, EditionRecord record) {
  public static final String CHANGES = "changes.json";
  public static final String REPORTS = "reports";
  public static final String SQL = "sql";
  public static final String WAREHOUSE = "warehouse";

  /** Opens the edition in a folder. */
  public static Edition open(Path folder) {
    Path file = folder.resolve(Warehouse.EDITION);
    try {
      EditionRecord record = EditionRecord.JSON.readValue(file.toFile(), EditionRecord.class);
      if (record.format() > EditionRecord.FORMAT) {
        throw new ConfigurationException(
            "Cannot read edition '%s': its format is %d, newer than this program's %d (use a newer version)"
                .formatted(folder, record.format(), EditionRecord.FORMAT));
      }
      return new Edition(folder.toAbsolutePath().normalize(), record);
    } catch (JsonProcessingException e) {
      throw new ConfigurationException(
          "Cannot read edition '%s': %s (restore its folder from a copy)"
              .formatted(file, e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new ConfigurationException(
          "Cannot read edition '%s': it has no readable %s (name a folder that 'impact publish' made)"
              .formatted(folder, Warehouse.EDITION),
          e);
    }
  }

  /** What was erased from it since it was published; empty: nothing was. */
  public Optional<EditionErasures> erasures() {
    Path file = folder.resolve(EditionErasures.FILE);
    try {
      return Files.exists(file)
          ? Optional.of(EditionRecord.JSON.readValue(file.toFile(), EditionErasures.class))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** Whether a folder holds an edition. */
  public static boolean isOne(Path folder) {
    return Files.isRegularFile(folder.resolve(Warehouse.EDITION));
  }

  public EditionName name() {
    return EditionName.parse(record.edition());
  }

  /** The fact in the warehouse's manifest that says what an edition is known by. */
  public static String fact(EditionName name) {
    return "edition " + name;
  }

  /** The fact that says what its withdrawal is known by. */
  private static String withdrawn(EditionName name) {
    return "withdrawn " + name;
  }

  /**
   * Withdraws an edition of a warehouse: all that it holds stays, and whoever uses it hears why it
   * should not be used.
   *
   * @param reason one line
   * @param by who withdraws it
   * @throws ConfigurationException if it is withdrawn already
   */
  public Withdrawal withdraw(Warehouse source, String reason, String by, Clock clock)
      throws IOException {
    try (WriteLock lock = source.lock()) {
      // One that was killed before the warehouse knew of it is none yet.
      withdrawal()
          .filter(earlier -> !contradictsWithdrawal(source.manifest().facts()))
          .ifPresent(
              earlier -> {
                throw new ConfigurationException(
                    "Cannot withdraw edition '%s': it was %s (nothing is left to do)"
                        .formatted(name(), earlier.sentence()));
              });
      Withdrawal withdrawal =
          new Withdrawal(
              name().toString(),
              sha256(),
              reason,
              by,
              clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
      withdrawal.write(folder);
      source.commit(
          source.manifest().withFact(withdrawn(name()), Warehouse.sha256(Withdrawal.file(folder))));
      return withdrawal;
    }
  }

  /** Whether its withdrawal is not the one that the warehouse knows. */
  boolean contradictsWithdrawal(Map<String, String> facts) {
    return !Objects.equals(facts.get(withdrawn(name())), sha256(Withdrawal.file(folder)));
  }

  /** Whether its list of erasures is not the one that the warehouse wrote. */
  boolean contradictsErasures(Map<String, String> facts) {
    return !Objects.equals(
        facts.get(erasuresFact(name())), sha256(folder.resolve(EditionErasures.FILE)));
  }

  /** The fact in the warehouse's manifest that holds the hash of an edition's list of erasures. */
  public static String erasuresFact(EditionName name) {
    return "erasures of edition " + name;
  }

  /** Of a file's bytes; null: there is no such file. */
  private static String sha256(Path file) {
    try {
      return Files.exists(file) ? Warehouse.sha256(file) : null;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** What the edition is known by: the SHA-256 of its record, which holds that of every file. */
  public String sha256() {
    return sha256(folder.resolve(Warehouse.EDITION));
  }

  /** How to name it where its figures are used: title, edition, date, the hash's beginning. */
  public String citation() {
    return "Sister Cities International, Sister City Impact, edition %s (%s), sha256 %s"
        .formatted(
            record.edition(),
            record.approval().publishedAt().substring(0, 10),
            sha256().substring(0, 12));
  }

  /** Why it should no longer be used; empty: it stands. */
  public Optional<Withdrawal> withdrawal() {
    return Withdrawal.of(folder);
  }

  /** The folder of what was printed. */
  public Path reports() {
    return folder.resolve(REPORTS);
  }

  /** What changed since the edition before, as the national report tells it. */
  public Path changes() {
    return folder.resolve(CHANGES);
  }

  /** The tables as they were published, every model under its plain name. */
  public Warehouse warehouse() {
    return Warehouse.open(folder.resolve(WAREHOUSE));
  }

  /** The folder {@code sql/} as it was. */
  public Path sql() {
    return folder.resolve(SQL);
  }

  /** What the national report says of the edition before. */
  public EditionNote note() throws IOException {
    return EditionRecord.JSON.readValue(folder.resolve(CHANGES).toFile(), EditionNote.class);
  }

  /**
   * What in the folder is not as it was published, or as an erasure left it, one line a file;
   * empty: all is.
   */
  public List<String> damage() {
    List<String> damage = new ArrayList<>();
    Map<String, String> frozen =
        record.files().stream().collect(Collectors.toMap(FrozenFile::path, FrozenFile::sha256));
    erasures().ifPresent(erasures -> erasures.applyTo(frozen));
    try {
      for (String path : files(folder)) {
        String sha256 = frozen.remove(path);
        if (path.equals(EditionErasures.FILE)) {
          continue;
        }
        if (sha256 == null) {
          damage.add(path + " was added");
        } else if (!Warehouse.sha256(folder.resolve(path)).equals(sha256)) {
          damage.add(path + " was changed");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read edition " + folder, e);
    }
    frozen.keySet().stream().sorted().forEach(path -> damage.add(path + " is missing"));
    return damage;
  }

  /** All files but the record, relative, in order. */
  public static List<String> files(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(path -> !path.equals(Warehouse.EDITION))
          .sorted()
          .toList();
    }
  }
}
