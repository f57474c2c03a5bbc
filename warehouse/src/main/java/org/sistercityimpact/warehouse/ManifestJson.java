package org.sistercityimpact.warehouse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A manifest as its file's bytes. Every command reads one before anything else, so it is read token
 * by token: Jackson's binding to objects is a tenth of a second when it is asked for the first
 * time.
 */
final class ManifestJson {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private ManifestJson() {}

  static byte[] write(Manifest manifest) throws IOException {
    return new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValueAsBytes(manifest);
  }

  /**
   * Throws {@link com.fasterxml.jackson.core.JsonProcessingException} when the bytes are no
   * manifest; fields that it does not know are passed over, and of a newer layout only the format
   * is read.
   */
  static Manifest read(byte[] json) throws IOException {
    int format = 0;
    SortedMap<String, String> facts = null;
    SortedMap<String, List<DataFile>> tables = null;
    try (JsonParser parser = FACTORY.createParser(json)) {
      require(parser.nextToken(), JsonToken.START_OBJECT, parser);
      for (String name = field(parser); name != null; name = field(parser)) {
        switch (name) {
          case "format" -> {
            require(parser.nextToken(), JsonToken.VALUE_NUMBER_INT, parser);
            format = parser.getIntValue();
            if (format > Manifest.FORMAT) {
              return new Manifest(format, new TreeMap<>(), new TreeMap<>());
            }
          }
          case "facts" -> {
            facts = new TreeMap<>();
            require(parser.nextToken(), JsonToken.START_OBJECT, parser);
            for (String fact = field(parser); fact != null; fact = field(parser)) {
              facts.put(fact, text(parser));
            }
          }
          case "tables" -> {
            tables = new TreeMap<>();
            require(parser.nextToken(), JsonToken.START_OBJECT, parser);
            for (String table = field(parser); table != null; table = field(parser)) {
              tables.put(table, files(parser));
            }
          }
          default -> pass(parser);
        }
      }
      // A part that is lost must not look like one that is empty: the next writer would sweep it.
      if (format == 0 || facts == null || tables == null) {
        throw new JsonParseException(parser, "it has no format, no facts or no tables");
      }
    }
    return new Manifest(format, facts, tables);
  }

  private static List<DataFile> files(JsonParser parser) throws IOException {
    List<DataFile> files = new ArrayList<>();
    require(parser.nextToken(), JsonToken.START_ARRAY, parser);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      require(parser.currentToken(), JsonToken.START_OBJECT, parser);
      String path = null;
      long rows = -1;
      long bytes = -1;
      String sha256 = null;
      for (String name = field(parser); name != null; name = field(parser)) {
        switch (name) {
          case "path" -> path = text(parser);
          case "rows" -> rows = number(parser);
          case "bytes" -> bytes = number(parser);
          case "sha256" -> sha256 = text(parser);
          default -> pass(parser);
        }
      }
      if (path == null || rows < 0 || bytes < 0 || sha256 == null) {
        throw new JsonParseException(parser, "a file has no path, rows, bytes or sha256");
      }
      files.add(new DataFile(path, rows, bytes, sha256));
    }
    return files;
  }

  /** The name of the next field; null at the object's end. */
  private static String field(JsonParser parser) throws IOException {
    if (parser.nextToken() == JsonToken.END_OBJECT) {
      return null;
    }
    require(parser.currentToken(), JsonToken.FIELD_NAME, parser);
    return parser.currentName();
  }

  private static String text(JsonParser parser) throws IOException {
    require(parser.nextToken(), JsonToken.VALUE_STRING, parser);
    return parser.getText();
  }

  private static long number(JsonParser parser) throws IOException {
    require(parser.nextToken(), JsonToken.VALUE_NUMBER_INT, parser);
    return parser.getLongValue();
  }

  private static void pass(JsonParser parser) throws IOException {
    parser.nextToken();
    parser.skipChildren();
  }

  private static void require(JsonToken found, JsonToken expected, JsonParser parser)
      throws IOException {
    if (found != expected) {
      throw new JsonParseException(parser, "expected " + expected + ", found " + found);
    }
  }
}
