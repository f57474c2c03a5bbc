package org.sistercityimpact.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sistercityimpact.check.ContractFolder;
import org.sistercityimpact.ingest.Ingest;
import org.sistercityimpact.ingest.Progress;
import org.sistercityimpact.release.diff.EditionDiff;
import org.sistercityimpact.release.edition.Edition;
import org.sistercityimpact.release.edition.EditionName;
import org.sistercityimpact.release.edition.Editions;
import org.sistercityimpact.release.edition.Snapshot;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.transform.Transform;
import org.sistercityimpact.warehouse.DuckDbProvider;
import org.sistercityimpact.warehouse.EngineOptions;
import org.sistercityimpact.warehouse.SqlEngine;
import org.sistercityimpact.warehouse.Warehouse;

/**
 * A folder with the inbox of two members, who reported two years, and its warehouse. Its editions
 * are all that editions are but for their reports: nothing is printed.
 */
public final class TwoMembers {
  public static final Path SQL = Path.of(System.getProperty("impact.home")).resolve("sql");
  public static final String EXCHANGES =
      "exchange_id,partnership_id,direction,purpose,title,start_date,end_date,people,youth,officials,first_time,nights,lodging,primary_purpose_share,paid_from_here_share,spend_usd,co_organizers";
  public static final String EVENTS =
      "event_id,partnership_id,exchange_id,date,title,purpose,attendance,nonlocal_attendance,delegates,method,co_organizers";

  /** Makes the folder that reports would be in, and leaves it empty. */
  private static final Printer NOTHING =
      (computed, edition, note, out) -> {
        Files.createDirectories(out);
        return List.of();
      };

  private final Path folder;
  private final Path inbox;

  private TwoMembers(Path folder) {
    this.folder = folder;
    this.inbox = folder.resolve("inbox");
  }

  /** Writes the inbox into {@code folder}, ingests and transforms it. */
  public static TwoMembers made(Path folder) throws IOException {
    TwoMembers made = new TwoMembers(folder);
    made.write(
        "registry/members.csv",
        "member_id,name,state,jurisdiction_type,latitude,longitude,member_since,member_until,inside_member_id",
        "US-TX-fort-worth,Fort Worth,TX,city,32.75,-97.33,1990,,",
        "US-OH-dayton,Dayton,OH,city,39.76,-84.19,1990,,");
    made.write(
        "registry/populations.csv",
        "member_id,data_year,population,source",
        "US-TX-fort-worth,2020,120000,invented");
    made.write(
        "registry/partnerships.csv",
        "partnership_id,member_id,partner_name,partner_local_name,partner_country,partner_latitude,partner_longitude,established,status,ended",
        "US-TX-fort-worth~DE-trier,US-TX-fort-worth,Trier,,DE,49.75,6.64,1990,active,",
        "US-TX-fort-worth~JP-nagaoka,US-TX-fort-worth,Nagaoka,長岡市,JP,37.45,138.85,,active,",
        "US-OH-dayton~DE-augsburg,US-OH-dayton,Augsburg,,DE,48.37,10.9,1964,active,");
    made.exchange(2024, "US-TX-fort-worth", "A1,US-TX-fort-worth~DE-trier,inbound", 20);
    made.exchange(2025, "US-TX-fort-worth", "E1,US-TX-fort-worth~DE-trier,inbound", 30);
    made.exchange(2025, "US-OH-dayton", "D1,US-OH-dayton~DE-augsburg,inbound", 40);
    made.take(SQL);
    return made;
  }

  /** The same once more, editions too, in another folder. */
  public TwoMembers copied(Path to) throws IOException {
    copy(folder, to);
    return new TwoMembers(to);
  }

  /** Writes a member's exchanges of a year, which are one. */
  public void exchange(int year, String member, String row, int people) throws IOException {
    write(
        year + "/" + member + "/exchanges.csv",
        EXCHANGES,
        "%s,cultural,Choir,%2$d-05-01,%2$d-05-06,%3$d,,,,,homestay,,,,"
            .formatted(row, year, people));
  }

  /** Writes a file of the inbox. */
  public void write(String name, String... lines) throws IOException {
    Path file = inbox.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  Warehouse warehouse() {
    return Warehouse.create(folder.resolve("warehouse"));
  }

  void ingest() {
    new Ingest(ContractFolder.read(SQL), Clock.systemUTC(), Progress.SILENT)
        .run(inbox, warehouse());
  }

  public void transform(Path sql) throws IOException {
    Warehouse warehouse = warehouse();
    EngineOptions options =
        new EngineOptions(null, warehouse.scratchFolder(), EngineOptions.transformMemory());
    try (SqlEngine engine = new DuckDbProvider().open(options)) {
      Transform.run(warehouse, SqlFolder.read(sql), engine, step -> {});
    }
  }

  /** Ingests and transforms. */
  public void take(Path sql) throws IOException {
    ingest();
    transform(sql);
  }

  /** Why an edition is not published; empty: it is. */
  public List<Refusal> publish(String name, Path sql) throws IOException {
    try (Publication publication =
        Publication.prepare(
            warehouse(),
            sql,
            EditionName.parse(name),
            Set.of(),
            NOTHING,
            (reports, pdfs) -> List.of(),
            Progress.SILENT)) {
      if (publication.refusals().isEmpty()) {
        publication.freeze("Ada Example", Clock.systemUTC());
      }
      return publication.refusals();
    }
  }

  public Edition edition(String name) {
    return Editions.of(folder.resolve("warehouse")).open(EditionName.parse(name));
  }

  public Rebuild rebuilt(String name) throws IOException {
    return Rebuild.of(edition(name), folder.resolve("again"), NOTHING, Progress.SILENT);
  }

  public EditionDiff between(String earlier, String later) {
    return EditionDiff.between(Snapshot.of(edition(earlier)), Snapshot.of(edition(later)));
  }

  /** From an edition to the warehouse as it is now, which {@code sql} made. */
  public EditionDiff since(String earlier, Path sql) {
    return EditionDiff.between(
        Snapshot.of(edition(earlier)), new Snapshot("the warehouse", warehouse(), sql));
  }

  /** A copy of sql/ in which a text of one file is replaced by another. */
  public Path sqlWith(String file, String text, String by) throws IOException {
    Path sql = Files.createTempDirectory(folder, "sql");
    copy(SQL, sql);
    Path changed = sql.resolve(file);
    String before = Files.readString(changed);
    if (!before.contains(text)) {
      throw new IllegalArgumentException(before);
    }
    Files.writeString(changed, before.replace(text, by));
    return sql;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path path : tree.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }
}
