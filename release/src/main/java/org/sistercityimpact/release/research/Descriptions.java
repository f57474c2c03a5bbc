package org.sistercityimpact.release.research;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.sistercityimpact.check.contract.Described;
import org.sistercityimpact.release.edition.Edition;
import org.sistercityimpact.transform.Dictionary;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.Rows;
import org.sistercityimpact.warehouse.SqlEngine;
import org.sistercityimpact.warehouse.Warehouse;

/** What a release says of itself, to people and to programs. */
final class Descriptions {
  static final String PACKAGE = "datapackage.json";
  static final String DICTIONARY = "dictionary.csv";

  private static final CSVFormat CSV = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private static final String LICENSE = "CC-BY-4.0";
  private static final String LICENSE_PAGE = "https://creativecommons.org/licenses/by/4.0/";

  private final Edition edition;
  private final List<ReleasedTable> tables;
  private final Path folder;
  private final String title;

  /**
   * @param folder the release; its tables are written already
   */
  Descriptions(Edition edition, List<ReleasedTable> tables, Path folder) {
    this.edition = edition;
    this.tables = tables;
    this.folder = folder;
    this.title = "Sister City Impact, edition " + edition.name();
  }

  void write() throws IOException {
    write(PACKAGE, JSON.writeValueAsString(dataPackage()) + "\n");
    write("croissant.json", JSON.writeValueAsString(croissant()) + "\n");
    write(DICTIONARY, dictionary());
    write("dictionary.html", DictionaryPage.of(title, tables));
    write("CHANGELOG.md", changes());
  }

  /** What a release's descriptor says of how to name it. */
  static String citation(Path descriptor) {
    try {
      return JSON.readTree(descriptor.toFile()).path("citation").asText();
    } catch (IOException e) {
      throw new ConfigurationException(
          "Cannot read '%s': %s (restore the release from a copy)"
              .formatted(descriptor, Warehouse.reason(e)),
          e);
    }
  }

  /** Writes a template with what is known of the edition in place of the words in braces. */
  void fill(Path template) throws IOException {
    String text = Files.readString(template);
    for (Map.Entry<String, String> known : known().entrySet()) {
      text = text.replace("{" + known.getKey() + "}", known.getValue());
    }
    write(template.getFileName().toString(), text);
  }

  private Map<String, String> known() {
    Map<String, String> known = new LinkedHashMap<>();
    known.put("edition", edition.name().toString());
    known.put("year", String.valueOf(edition.name().year()));
    known.put("date", date());
    known.put("citation", edition.citation());
    known.put("sha256", edition.sha256());
    known.put("method", edition.record().rules().methodVersion());
    known.put("program", edition.record().program().version());
    known.put("approved_by", edition.record().approval().approvedBy());
    known.put(
        "tables",
        tables.stream()
            .map(
                table ->
                    "| `%s` | %s | %s |"
                        .formatted(
                            table.name(),
                            table.title(),
                            table.grain().isEmpty() ? "–" : table.grain()))
            .collect(Collectors.joining("\n")));
    return known;
  }

  private String date() {
    return edition.record().approval().publishedAt().substring(0, 10);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  // ---- data package, version 2

  private Map<String, Object> dataPackage() throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
    all.put("name", "sister-city-impact");
    all.put("title", title);
    all.put("description", description());
    all.put("version", edition.name().toString());
    all.put("created", edition.record().approval().publishedAt());
    all.put("citation", edition.citation());
    all.put("licenses", List.of(Map.of("name", LICENSE, "path", LICENSE_PAGE)));
    all.put(
        "contributors",
        List.of(ordered("title", "Sister Cities International", "roles", List.of("publisher"))));
    List<Object> resources = new ArrayList<>();
    for (ReleasedTable table : tables) {
      resources.add(resource(table));
    }
    all.put("resources", resources);
    return all;
  }

  private Map<String, Object> resource(ReleasedTable table) throws IOException {
    Path file = csv(table);
    Map<String, Object> resource =
        ordered(
            "name",
            table.name().replace('_', '-'),
            "type",
            "table",
            "path",
            relative(file),
            "title",
            table.title(),
            "description",
            table.grain().isEmpty() ? table.title() : table.grain(),
            "format",
            "csv",
            "compression",
            "gz",
            "mediatype",
            "text/csv",
            "encoding",
            "utf-8",
            "bytes",
            Files.size(file),
            "hash",
            "sha256:" + Warehouse.sha256(file));
    List<Object> fields = new ArrayList<>();
    for (ReleasedTable.Column column : table.columns()) {
      fields.add(
          ordered(
              "name", column.name(),
              "type", Type.of(column).tableSchema,
              "description", column.meaning()));
    }
    Map<String, Object> schema = ordered("fields", fields, "missingValues", List.of(""));
    if (!table.key().isEmpty()) {
      schema.put("primaryKey", table.key());
    }
    resource.put("schema", schema);
    return resource;
  }

  // ---- Croissant 1.1

  private Map<String, Object> croissant() throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("@context", JSON.readTree(CONTEXT));
    all.put("@type", "sc:Dataset");
    all.put("name", "sister-city-impact");
    all.put("description", description());
    all.put("conformsTo", "http://mlcommons.org/croissant/1.1");
    all.put("version", edition.name().toString());
    all.put("datePublished", date());
    all.put("license", LICENSE_PAGE);
    all.put("citeAs", edition.citation());
    all.put("creator", ordered("@type", "sc:Organization", "name", "Sister Cities International"));
    List<Object> files = new ArrayList<>();
    List<Object> records = new ArrayList<>();
    for (ReleasedTable table : tables) {
      Path file = folder.resolve("parquet").resolve(table.name() + ".parquet");
      String id = table.name() + ".parquet";
      files.add(
          ordered(
              "@type",
              "cr:FileObject",
              "@id",
              id,
              "name",
              id,
              "contentUrl",
              relative(file),
              "encodingFormat",
              "application/vnd.apache.parquet",
              "contentSize",
              Files.size(file) + " B",
              "sha256",
              Warehouse.sha256(file)));
      List<Object> fields = new ArrayList<>();
      for (ReleasedTable.Column column : table.columns()) {
        fields.add(
            ordered(
                "@type",
                "cr:Field",
                "@id",
                table.name() + "/" + column.name(),
                "name",
                column.name(),
                "description",
                column.meaning(),
                "dataType",
                Type.of(column).schemaOrg,
                "source",
                ordered(
                    "fileObject", Map.of("@id", id),
                    "extract", Map.of("column", column.name()))));
      }
      Map<String, Object> record =
          ordered(
              "@type", "cr:RecordSet",
              "@id", table.name(),
              "name", table.name(),
              "description", table.title());
      if (!table.key().isEmpty()) {
        record.put(
            "key",
            table.key().stream().map(key -> Map.of("@id", table.name() + "/" + key)).toList());
      }
      record.put("field", fields);
      records.add(record);
    }
    all.put("distribution", files);
    all.put("recordSet", records);
    return all;
  }

  /** The terms of Croissant, as its specification gives them. */
  private static final String CONTEXT =
      """
      {"@language": "en", "@vocab": "https://schema.org/", "sc": "https://schema.org/",
       "cr": "http://mlcommons.org/croissant/", "dct": "http://purl.org/dc/terms/",
       "citeAs": "cr:citeAs", "column": "cr:column", "conformsTo": "dct:conformsTo",
       "data": {"@id": "cr:data", "@type": "@json"}, "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
       "extract": "cr:extract", "field": "cr:field", "fileObject": "cr:fileObject", "fileProperty": "cr:fileProperty",
       "fileSet": "cr:fileSet", "format": "cr:format", "includes": "cr:includes", "isLiveDataset": "cr:isLiveDataset",
       "jsonPath": "cr:jsonPath", "key": "cr:key", "md5": "cr:md5", "parentField": "cr:parentField", "path": "cr:path",
       "recordSet": "cr:recordSet", "references": "cr:references", "regex": "cr:regex", "repeated": "cr:repeated",
       "replace": "cr:replace", "separator": "cr:separator", "source": "cr:source", "subField": "cr:subField",
       "transform": "cr:transform", "examples": {"@id": "cr:examples", "@type": "@json"}}
      """;

  // ---- dictionary and changes

  /** The tables of a dictionary as it was written; their columns' units stand in the meaning. */
  static List<Dictionary.Table> read(Path dictionary) {
    Map<String, CSVRecord> tables = new LinkedHashMap<>();
    Map<String, List<Described.Column>> columns = new LinkedHashMap<>();
    Map<String, List<String>> keys = new LinkedHashMap<>();
    try (CSVParser rows =
        CSVParser.parse(
            dictionary,
            StandardCharsets.UTF_8,
            CSV.builder().setHeader().setSkipHeaderRecord(true).get())) {
      for (CSVRecord row : rows) {
        String table = row.get("table");
        if (row.get("column").isEmpty()) {
          tables.put(table, row);
          columns.put(table, new ArrayList<>());
          keys.put(table, new ArrayList<>());
        } else {
          columns
              .get(table)
              .add(new Described.Column(row.get("column"), row.get("type"), row.get("meaning")));
          if (row.get("key").equals("yes")) {
            keys.get(table).add(row.get("column"));
          }
        }
      }
    } catch (IOException | IllegalArgumentException | NullPointerException e) {
      throw new ConfigurationException(
          "Cannot read dictionary '%s': it is damaged (copy the release again; SHA256SUMS tells which files are whole)"
              .formatted(dictionary),
          e);
    }
    return tables.values().stream()
        .map(
            row ->
                new Dictionary.Table(
                    row.get("table"),
                    "use",
                    "release",
                    row.get("meaning"),
                    "",
                    row.get("unit"),
                    String.join(", ", keys.get(row.get("table"))),
                    Dictionary.Origin.UNTOLD,
                    columns.get(row.get("table"))))
        .toList();
  }

  private String dictionary() throws IOException {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, CSV)) {
      printer.printRecord("table", "column", "type", "key", "meaning", "unit");
      for (ReleasedTable table : tables) {
        printer.printRecord(table.name(), "", "", "", table.described(), table.unit());
        for (ReleasedTable.Column column : table.columns()) {
          printer.printRecord(
              table.name(),
              column.name(),
              column.type(),
              table.key().contains(column.name()) ? "yes" : "",
              column.meaning(),
              "");
        }
      }
    }
    return text.toString();
  }

  private String changes() throws IOException {
    JsonNode note = JSON.readTree(edition.changes().toFile());
    StringBuilder text =
        new StringBuilder("# Changes\n\n## %s, %s\n\n".formatted(edition.name(), date()));
    if (note.path("previous").isNull() || note.path("previous").isMissingNode()) {
      return text.append("The first edition: %,d figures.\n".formatted(note.path("added").asLong()))
          .toString();
    }
    text.append(
        "Against %s: %,d figures new, %,d changed, %,d removed, %,d the same.\n"
            .formatted(
                note.path("previous").asText(),
                note.path("added").asLong(),
                note.path("changed").asLong(),
                note.path("removed").asLong(),
                note.path("same").asLong()));
    for (JsonNode change : note.path("changes")) {
      text.append(
          "- %s of %d: %s → %s\n"
              .formatted(
                  change.path("metric").asText(),
                  change.path("year").asInt(),
                  value(change.path("before")),
                  value(change.path("after"))));
    }
    return text.toString();
  }

  private static String value(JsonNode value) {
    return value.path("central").isNumber()
        ? value.path("central").decimalValue().stripTrailingZeros().toPlainString()
        : value.path("status").asText().replace('_', ' ');
  }

  private String description() {
    return "What the member cities of Sister Cities International did with their partners and what it brought, "
        + edition.name().year()
        + " and the years before: exchanges, events, trade contacts, volunteers, costs and survey results,"
        + " as published in edition "
        + edition.name()
        + ". Estimates are ranges with the source of every assumption.";
  }

  private Path csv(ReleasedTable table) {
    return folder.resolve("csv").resolve(table.name() + ".csv.gz");
  }

  private String relative(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  /** A result as CSV: a header, numbers in full, nothing for null. */
  static String csv(Rows result) throws IOException {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, CSV)) {
      printer.printRecord(result.columns().stream().map(SqlEngine.Column::name).toArray());
      for (Object[] row : result.values()) {
        Object[] cells = row.clone();
        for (int i = 0; i < cells.length; i++) {
          cells[i] = cells[i] instanceof BigDecimal number ? number.toPlainString() : cells[i];
        }
        printer.printRecord(cells);
      }
    }
    return text.toString();
  }

  private static Map<String, Object> ordered(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }

  /** A column's type in the words of either standard. */
  private enum Type {
    TEXT("string", "sc:Text"),
    WHOLE("integer", "sc:Integer"),
    NUMBER("number", "sc:Float"),
    YES_OR_NO("boolean", "sc:Boolean"),
    DATE("date", "sc:Date"),
    MOMENT("datetime", "sc:DateTime");

    private final String tableSchema;
    private final String schemaOrg;

    Type(String tableSchema, String schemaOrg) {
      this.tableSchema = tableSchema;
      this.schemaOrg = schemaOrg;
    }

    static Type of(ReleasedTable.Column column) {
      String type = column.type().toUpperCase(Locale.ROOT);
      return switch (type.replaceFirst("\\(.*", "")) {
        case "VARCHAR" -> TEXT;
        case "INTEGER", "BIGINT", "SMALLINT", "HUGEINT" -> WHOLE;
        case "DECIMAL", "DOUBLE", "FLOAT" -> NUMBER;
        case "BOOLEAN" -> YES_OR_NO;
        case "DATE" -> DATE;
        case "TIMESTAMP" -> MOMENT;
        default ->
            throw new IllegalStateException(
                "No standard type for %s of %s".formatted(type, column.name()));
      };
    }
  }
}
