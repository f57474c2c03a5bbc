package org.sistercityimpact.warehouse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
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
  private ManifestJson() {}

  static byte[] write(Manifest manifest) throws IOException {
    return new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValueAsBytes(manifest);
  }

  /**
   * Throws {@link com.fasterxml.jackson.core.JsonProcessingException} when the bytes are no
   * manifest; what a newer layout adds is passed over.
   */
  static Manifest read(byte[] json) throws IOException {
    int format = 0;
    SortedMap<String, String> facts = new TreeMap<>();
    SortedMap<String, List<DataFile>> tables = new TreeMap<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      require(parser.nextToken(), JsonToken.START_OBJECT, parser);
      for (String name = field(parser); name != null; name = field(parser)) {
        switch (name) {
          case "format" -> format = (int) number(parser);
          case "facts" -> {
            require(parser.nextToken(), JsonToken.START_OBJECT, parser);
            for (String fact = field(parser); fact != null; fact = field(parser)) {
              facts.put(fact, text(parser));
            }
          }
          case "tables" -> {
            require(parser.nextToken(), JsonToken.START_OBJECT, parser);
            for (String table = field(parser); table != null; table = field(parser)) {
              tables.put(table, files(parser));
            }
          }
          default -> pass(parser);
        }
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
      long rows = 0;
      long bytes = 0;
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
      if (path == null || sha256 == null) {
        throw new JsonParseException(parser, "a file has no path or no sha256");
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
