package org.sistercityimpact.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code figures.json}: every printed figure with the page on which it stands. A run that writes
 * some of the PDFs keeps the entries of the others that are there.
 */
final class FiguresFile {
  static final String NAME = "figures.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  private FiguresFile() {}

  static byte[] bytes(List<PrintedFigure> figures, OutputFolder folder, Set<String> written) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.setPrettyPrinter(new LinePrinter());
      json.writeStartArray();
      for (JsonNode kept : kept(folder, written)) {
        json.writeTree(kept);
      }
      for (PrintedFigure figure : figures) {
        write(json, figure);
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new IllegalStateException("Cannot make figures.json", e);
    }
    out.write('\n');
    return out.toByteArray();
  }

  private static void write(JsonGenerator json, PrintedFigure figure) throws IOException {
    json.writeStartObject();
    json.writeStringField("pdf", figure.pdf());
    json.writeNumberField("page", figure.page());
    json.writeStringField("figure_id", figure.id().toString());
    json.writeStringField("metric_id", figure.id().metric());
    json.writeStringField("level", figure.id().level());
    json.writeStringField("key", figure.id().key());
    json.writeNumberField("data_year", figure.id().year());
    json.writeStringField("text", figure.text());
    json.writeEndObject();
  }

  private static List<JsonNode> kept(OutputFolder folder, Set<String> written) {
    Path file = folder.resolve(NAME);
    List<JsonNode> kept = new ArrayList<>();
    if (Files.isRegularFile(file)) {
      try {
        for (JsonNode entry : JSON.readTree(file.toFile())) {
          String pdf = entry.path("pdf").asText();
          if (!written.contains(pdf) && Files.isRegularFile(folder.resolve(pdf))) {
            kept.add(entry);
          }
        }
      } catch (IOException unreadable) {
        // Not ours or torn by something else: it is replaced by what this run knows.
        return List.of();
      }
    }
    return kept;
  }

  /** One figure a line, so that two editions can be compared with diff. */
  private static final class LinePrinter extends DefaultPrettyPrinter {
    private static final long serialVersionUID = 1L;

    LinePrinter() {
      indentArraysWith(new com.fasterxml.jackson.core.util.DefaultIndenter("", "\n"));
      indentObjectsWith(FixedSpaceIndenter.instance);
    }

    @Override
    public DefaultPrettyPrinter createInstance() {
      return new LinePrinter();
    }
  }
}
