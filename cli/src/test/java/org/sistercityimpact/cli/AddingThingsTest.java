package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.cli.Shell.Said;

/** What docs/adding-things.md says of a dataset, a sum, a ratio and a check, to the letter. */
class AddingThingsTest {
  @TempDir Path folder;

  private void add(String file, String text) throws IOException {
    Files.writeString(folder.resolve("sql").resolve(file), text);
  }

  /** Puts a line before the first that begins so. */
  private void insert(String file, String before, String line) throws IOException {
    Path path = folder.resolve("sql").resolve(file);
    String text = Files.readString(path);
    assertEquals(2, text.split("\n" + before, 2).length, file);
    Files.writeString(path, text.replaceFirst("\n" + before, "\n" + line + "\n" + before));
  }

  private void addEverything() throws IOException {
    Path own = ImpactCommand.home().resolve("sql");
    try (Stream<Path> files = Files.walk(own)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve("sql").resolve(own.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    add(
        "contracts/translations.schema.json",
        """
        {
          "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
          "name": "translations",
          "title": "Translations",
          "description": "Texts translated for a partner city.",
          "impact": { "kind": "submitted" },
          "fields": [
            { "name": "language", "type": "string", "title": "Language", "description": "Into which.", "constraints": { "required": true } },
            { "name": "pages", "type": "integer", "title": "Pages", "description": "How many.", "constraints": { "required": true, "minimum": 1 } },
            { "name": "pages_by_youth", "type": "integer", "title": "Pages by young people", "description": "How many of them young people translated.", "constraints": { "required": true, "minimum": 0 } }
          ],
          "primaryKey": [],
          "rules": []
        }
        """);
    add(
        "models/10_staging/translations.sql",
        """
        -- title: Translations
        -- grain: one row per text in force
        -- unit: pages
        -- formula: none
        -- sources: raw_translations, raw_submissions (in force)
        -- key: submission_id, source_row
        -- columns:
        --    submission_id VARCHAR: the file
        --    source_row INTEGER: its row there
        --    member_id VARCHAR: the member
        --    data_year INTEGER: the year
        --    state VARCHAR: none, for figures are of the network and of members
        --    pages INTEGER: pages
        --    pages_by_youth INTEGER: of these, by young people
        SELECT r.submission_id, r.source_row, r.member_id, r.data_year, CAST(NULL AS VARCHAR) AS state, r.pages, r.pages_by_youth
        FROM raw_translations AS r
        JOIN raw_submissions AS s ON s.submission_id = r.submission_id
        WHERE s.status = 'in_force'
        """);
    insert(
        "models/20_basis/measures.sql",
        "  \\('cost', 'all'",
        "  ('translated_pages', 'all', 'translations', FALSE, FALSE),");
    insert(
        "models/40_contributions/contributions.sql",
        "UNION ALL",
        """
        UNION ALL
        SELECT 'translated_pages', t.data_year, t.member_id, y.state, NULL, NULL, NULL, TRUE, NULL, NULL, NULL, t.submission_id, t.source_row,
          t.pages, t.pages, t.pages, NULL
        FROM translations AS t
        JOIN member_years AS y ON y.member_id = t.member_id AND y.data_year = t.data_year""");
    add(
        "metrics/translated_pages.sql",
        """
        -- title: Translated pages
        -- unit: pages
        -- goal: creative exchange
        -- formula: pages translated
        -- sources: contributions of rows in force
        -- levels: network, state, member
        -- datasets: translations
        -- counts: rows of the dataset
        -- decimals: 0
        -- figures: totals WHERE measure = 'translated_pages' AND part = 'all'
        """);
    add(
        "metrics/translated_by_youth_share.sql",
        """
        -- title: Share translated by young people
        -- unit: ratio, 0 to 1
        -- goal: creative exchange
        -- formula: pages by young people ÷ pages
        -- sources: translations in force
        -- levels: network, member
        -- datasets: translations
        -- decimals: 4
        -- trace: young = SUM(pages_by_youth) FROM translations;
        --    pages = SUM(pages) FROM translations
        -- equals: young ÷ pages
        -- not_applicable: nothing was translated
        WITH
        sums AS (
          SELECT data_year, 'network' AS level, '' AS key, SUM(pages) AS pages, SUM(pages_by_youth) AS young
          FROM translations
          GROUP BY data_year
          UNION ALL
          SELECT data_year, 'member', member_id, SUM(pages), SUM(pages_by_youth)
          FROM translations
          GROUP BY data_year, member_id
        )

        SELECT
          r.data_year,
          r.level,
          r.key,
          ratio4(CAST(s.young AS DECIMAL(30,6)), CAST(s.pages AS DECIMAL(30,6))) AS low,
          ratio4(CAST(s.young AS DECIMAL(30,6)), CAST(s.pages AS DECIMAL(30,6))) AS central,
          ratio4(CAST(s.young AS DECIMAL(30,6)), CAST(s.pages AS DECIMAL(30,6))) AS high,
          COALESCE(s.pages, 0) AS n,
          CASE WHEN s.pages > 0 THEN 'value' WHEN r.reported > 0 THEN 'not_applicable' ELSE 'not_reported' END AS status,
          0 AS rows_not_computed
        FROM level_reports AS r
        LEFT JOIN sums AS s ON s.data_year = r.data_year AND s.level = r.level AND s.key = r.key
        WHERE r.dataset = 'translations' AND r.level IN ('network', 'member')
        """);
    add(
        "checks/young_pages_are_pages.sql",
        """
        -- title: Young people translate no more pages than there are
        SELECT submission_id, source_row FROM translations WHERE pages_by_youth > pages
        """);
  }

  @Test
  void aDatasetASumARatioAndACheckReachAReportsTableAsThePageSays() throws IOException {
    addEverything();
    Path sql = folder.resolve("sql");
    Path warehouse = folder.resolve("warehouse");
    Path inbox = Shell.smallInbox(folder.resolve("inbox"));
    Shell.write(
        inbox,
        "2025/US-TX-fort-worth/translations.csv",
        "language,pages,pages_by_youth",
        "German,30,10",
        "Hungarian,10,0");
    Shell.write(
        inbox, "2025/US-OH-dayton/translations.csv", "language,pages,pages_by_youth", "German,7,7");

    Shell.run("ingest", inbox, "--warehouse", warehouse, "--sql", sql).good();
    Shell.run("transform", "--warehouse", warehouse, "--sql", sql).good();
    Shell.run("trace", "--check", "--warehouse", warehouse, "--sql", sql).good();
    Path out = folder.resolve("reports");
    Shell.run(
            "report",
            "national",
            "--year",
            2025,
            "--warehouse",
            warehouse,
            "--sql",
            sql,
            "--out",
            out)
        .good();

    List<String> printed;
    try (Stream<Path> files = Files.walk(out)) {
      Path table =
          files.filter(file -> file.endsWith("tables/network.csv")).findFirst().orElseThrow();
      printed =
          Files.readAllLines(table).stream()
              .filter(line -> line.contains("translated") && line.contains("2025"))
              .toList();
    }
    assertEquals(
        List.of(
            "translated_by_youth_share,Share translated by young people,\"ratio, 0 to 1\",2025,,,0.3617,0.3617,0.3617,47,value,0,0",
            "translated_pages,Translated pages,pages,2025,,,47,47,47,3,value,0,0"),
        printed);

    Shell.write(
        inbox, "2025/US-OH-dayton/translations.csv", "language,pages,pages_by_youth", "German,7,8");
    Shell.run("ingest", inbox, "--warehouse", warehouse, "--sql", sql).good();
    Said failed = Shell.run("transform", "--warehouse", warehouse, "--sql", sql);
    assertEquals(1, failed.code(), failed.out());
    assertEquals(
        1,
        failed
            .out()
            .lines()
            .filter(line -> line.contains("Young people translate no more pages than there are"))
            .count(),
        failed.out());
  }
}
