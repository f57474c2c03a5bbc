package org.sistercityimpact.release.research;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.check.CellText;
import org.sistercityimpact.release.CheckPages;
import org.sistercityimpact.release.edition.Edition;
import org.sistercityimpact.reports.file.XlsxFile;
import org.sistercityimpact.transform.Dictionary;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.Disk;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Manifest;
import org.sistercityimpact.warehouse.Rows;
import org.sistercityimpact.warehouse.Warehouse;
import org.sistercityimpact.warehouse.Zone;

/**
 * The research release of an edition: a folder that stands alone, made from the tables that may
 * leave the office and from what {@code sql/release} says of them. The same edition gives the same
 * bytes.
 *
 * <pre>
 * README.md LICENSE CITATION.cff CHANGELOG.md     to read first
 * datapackage.json croissant.json dictionary.csv dictionary.html
 * parquet/ csv/ xlsx/                             each table; the wide ones as workbooks, too
 * impact-2025.1.duckdb                            all tables with keys and comments
 * queries/                                        worked queries, each with its result
 * check.html                                      the page on which cities check their files
 * SHA256SUMS                                      of every other file
 * </pre>
 *
 * @param folder where it lies
 * @param tables how many
 * @param rows of all tables
 * @param files how many
 * @param bytes of all files
 * @param citation how to name it
 */
public record ResearchRelease(
    Path folder, int tables, long rows, int files, long bytes, String citation) {
  private static final String SUMS = "SHA256SUMS";
  private static final String RELEASE = "release";
  private static final String PRINTED = "printed_figures";

  /** Wide tables, which people open in a spreadsheet. */
  private static final String WIDE = "_by_year";

  /** Older clients open a file of this layout, too. */
  private static final String STORAGE = "v1.2.0";

  /** The folder's name in the output folder. */
  public static String name(Edition edition) {
    return "release-" + edition.name();
  }

  /**
   * Makes the release of an edition.
   *
   * @param out the output folder; the release is a new folder in it
   * @throws ConfigurationException if it is there already, the edition is damaged, or the list of
   *     what may leave the office does not fit
   */
  public static ResearchRelease write(Edition edition, Path out) throws IOException {
    Path target = out.resolve(name(edition));
    if (Files.exists(target)) {
      throw new ConfigurationException(
          "Cannot release into '%s': it is there already (name another folder, or remove it)"
              .formatted(target));
    }
    List<String> damage = edition.damage();
    if (!damage.isEmpty()) {
      throw new ConfigurationException(
          "Cannot release edition '%s' in %s: %s (restore its folder from a copy)"
              .formatted(edition.name(), edition.folder(), damage.get(0)));
    }
    Files.createDirectories(out);
    Path aside = out.resolve("." + name(edition) + ".part");
    Disk.deleteTree(aside);
    try (Making making = new Making(edition, aside)) {
      ResearchRelease made = making.all(target);
      Disk.moveAtomically(aside, target);
      return made;
    } finally {
      Disk.deleteTree(aside);
    }
  }

  /** The Parquet files of a release by table, as {@code impact sql --release} reads them. */
  public static Map<String, Path> tables(Path release) {
    Path parquet = release.resolve("parquet");
    if (!Files.isRegularFile(release.resolve(SUMS)) || !Files.isDirectory(parquet)) {
      throw new ConfigurationException(
          "Cannot open release '%s': it is none (name a folder release-<edition> that 'impact release' made)"
              .formatted(release));
    }
    try (Stream<Path> files = Files.list(parquet)) {
      return files
          .sorted()
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".parquet", ""), file -> file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + parquet, e);
    }
  }

  /** What a release's own dictionary says of its tables, in its order. */
  public static List<Dictionary.Table> dictionary(Path release) {
    tables(release);
    return Descriptions.read(release.resolve(Descriptions.DICTIONARY));
  }

  /** How a release wants to be named. */
  public static String citation(Path release) {
    return Descriptions.citation(release.resolve(Descriptions.PACKAGE));
  }

  /** One release on its way. */
  private static final class Making implements AutoCloseable {
    private final Edition edition;
    private final Path folder;
    private final Path templates;
    private final DuckDb engine = DuckDb.openPool(null, "2GB", 1);
    private final List<ReleasedTable> tables;
    private long rows;

    Making(Edition edition, Path folder) {
      this.edition = edition;
      this.folder = folder;
      this.templates = edition.sql().resolve(RELEASE);
      Warehouse warehouse = edition.warehouse();
      Manifest manifest = warehouse.manifest();
      // What is protected is not even there to be asked for.
      manifest.tables().keySet().stream()
          .filter(table -> manifest.isIn(Zone.TABLES, table))
          .forEach(table -> engine.expose(table, warehouse.paths(manifest, table)));
      engine.execute(
          """
          CREATE TABLE %s AS
          SELECT pdf, page, figure_id, metric_id, level, key, data_year, "text"
          FROM read_json(%s, columns = {
            pdf: 'VARCHAR', page: 'INTEGER', figure_id: 'VARCHAR', metric_id: 'VARCHAR', level: 'VARCHAR',
            key: 'VARCHAR', data_year: 'INTEGER', text: 'VARCHAR'})"""
              .formatted(PRINTED, DuckDb.literal(edition.reports().resolve("figures.json"))));
      this.tables =
          new AllowList(templates.resolve("tables.csv"))
              .tables(engine, Dictionary.of(SqlFolder.open(edition.sql())));
    }

    ResearchRelease all(Path target) throws IOException {
      for (String part : List.of("parquet", "csv", "xlsx", "queries")) {
        Files.createDirectories(folder.resolve(part));
      }
      for (ReleasedTable table : tables) {
        data(table);
      }
      database();
      queries();
      Files.writeString(
          folder.resolve("check.html"),
          CheckPages.of(
                  edition.sql(), CheckPages.registry(engine), null, edition.name().year(), "en")
              .html());
      Descriptions descriptions = new Descriptions(edition, tables, folder);
      descriptions.write();
      for (String template : List.of("README.md", "LICENSE", "CITATION.cff")) {
        descriptions.fill(templates.resolve(template));
      }
      return sums(target);
    }

    private void data(ReleasedTable table) throws IOException {
      engine.save(
          table.select(),
          folder.resolve("parquet").resolve(table.name() + ".parquet"),
          table.about());
      String harmless =
          table.columns().stream()
              .map(
                  column ->
                      column.isText()
                          ? CellText.harmlessSql(column.quoted()) + " AS " + column.quoted()
                          : column.quoted())
              .collect(Collectors.joining(", "));
      engine.execute(
          "COPY (SELECT %s FROM (%s)) TO %s (FORMAT csv, HEADER, COMPRESSION gzip)"
              .formatted(
                  harmless,
                  table.select(),
                  DuckDb.literal(folder.resolve("csv").resolve(table.name() + ".csv.gz"))));
      if (table.name().endsWith(WIDE)) {
        XlsxFile.write(
            folder.resolve("xlsx").resolve(table.name() + ".xlsx"),
            table.name(),
            engine.read(table.select()));
      }
    }

    /** A file with every table; made afresh, so that no block holds what was deleted. */
    private void database() throws IOException {
      Path file = folder.resolve("impact-%s.duckdb".formatted(edition.name()));
      engine.execute(
          "ATTACH %s AS released (STORAGE_VERSION '%s')".formatted(DuckDb.literal(file), STORAGE));
      for (ReleasedTable table : tables) {
        String name = "released.\"" + table.name() + '"';
        String columns =
            table.columns().stream()
                .map(column -> column.quoted() + " " + column.type())
                .collect(Collectors.joining(", "));
        String key =
            table.key().isEmpty()
                ? ""
                : ", PRIMARY KEY (" + ReleasedTable.quoted(table.key()) + ")";
        engine.execute("CREATE TABLE %s (%s%s)".formatted(name, columns, key));
        engine.execute("INSERT INTO %s %s".formatted(name, table.select()));
        engine.execute(
            "COMMENT ON TABLE %s IS %s".formatted(name, DuckDb.literal(table.described())));
        for (ReleasedTable.Column column : table.columns()) {
          engine.execute(
              "COMMENT ON COLUMN %s.%s IS %s"
                  .formatted(name, column.quoted(), DuckDb.literal(column.meaning())));
        }
        rows += (Long) engine.read("SELECT COUNT(*) FROM " + name).values().get(0)[0];
      }
      engine.execute("CHECKPOINT released");
      engine.execute("DETACH released");
    }

    /** Worked queries with the results that they have on this release. */
    private void queries() throws IOException {
      try (DuckDb asked = DuckDb.openPool(null, "2GB", 1)) {
        for (ReleasedTable table : tables) {
          asked.expose(
              table.name(), List.of(folder.resolve("parquet").resolve(table.name() + ".parquet")));
        }
        for (Path query : children(templates.resolve("queries"))) {
          String text =
              Files.readString(query).replace("{year}", String.valueOf(edition.name().year()));
          String file = query.getFileName().toString();
          Files.writeString(folder.resolve("queries").resolve(file), text);
          Rows result = asked.read(text);
          Files.writeString(
              folder.resolve("queries").resolve(file.replace(".sql", ".csv")),
              Descriptions.csv(result));
        }
      }
    }

    private static List<Path> children(Path folder) throws IOException {
      try (Stream<Path> files = Files.list(folder)) {
        return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
      }
    }

    private ResearchRelease sums(Path target) throws IOException {
      List<String> lines = new ArrayList<>();
      long bytes = 0;
      try (Stream<Path> tree = Files.walk(folder)) {
        for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
          bytes += Files.size(file);
          lines.add(
              Warehouse.sha256(file)
                  + "  "
                  + folder.relativize(file).toString().replace('\\', '/'));
        }
      }
      Files.write(folder.resolve(SUMS), lines, StandardCharsets.UTF_8);
      return new ResearchRelease(
          target, tables.size(), rows, lines.size() + 1, bytes, edition.citation());
    }

    @Override
    public void close() {
      engine.close();
    }
  }
}
