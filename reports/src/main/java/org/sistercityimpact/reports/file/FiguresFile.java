package org.sistercityimpact.reports.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sistercityimpact.reports.text.PrintedFigure;

/**
 * {@code figures.json}: every printed figure with the page on which it stands. A run that writes
 * some of the PDFs keeps the entries of the others that are there.
 */
public final class FiguresFile {
  public static final String NAME = "figures.json";

  private static final JsonFactory JSON = new JsonFactory();

  private FiguresFile() {}

  public static byte[] bytes(
      List<PrintedFigure> figures,
      Optional<String> whatIf,
      OutputFolder folder,
      Set<String> written) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.setPrettyPrinter(new LinePrinter());
      json.writeStartArray();
      // By PDF, so that reports printed one after another give the file that one run gives.
      Map<String, List<Object>> byPdf = new TreeMap<>(Comparator.comparing(FiguresFile::place));
      for (Kept kept : entries(folder)) {
        if (!written.contains(kept.pdf) && Files.isRegularFile(folder.resolve(kept.pdf))) {
          byPdf.computeIfAbsent(kept.pdf, pdf -> new ArrayList<>()).add(kept);
        }
      }
      for (PrintedFigure figure : figures) {
        byPdf.computeIfAbsent(figure.pdf(), pdf -> new ArrayList<>()).add(figure);
      }
      for (List<Object> entries : byPdf.values()) {
        for (Object entry : entries) {
          if (entry instanceof PrintedFigure figure) {
            write(json, figure, whatIf);
          } else {
            json.writeRawValue(((Kept) entry).text);
          }
        }
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new IllegalStateException("Cannot make figures.json", e);
    }
    out.write('\n');
    return out.toByteArray();
  }

  /** National reports first. */
  private static String place(String pdf) {
    return (pdf.contains("/") ? "1" : "0") + pdf;
  }

  private static void write(JsonGenerator json, PrintedFigure figure, Optional<String> whatIf)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("pdf", figure.pdf());
    json.writeNumberField("page", figure.page());
    json.writeStringField("figure_id", figure.id().toString());
    json.writeStringField("metric_id", figure.id().metric());
    json.writeStringField("level", figure.id().level().id());
    json.writeStringField("key", figure.id().key());
    json.writeNumberField("data_year", figure.id().year());
    json.writeStringField("text", figure.text());
    // As text, like all exact decimals that a command gives.
    json.writeStringField("value", figure.value() == null ? null : figure.value().toPlainString());
    json.writeStringField("status", figure.status().name().toLowerCase(Locale.ROOT));
    if (whatIf.isPresent()) {
      json.writeStringField("what_if", whatIf.get());
    }
    json.writeEndObject();
  }

  /** The PDFs that an earlier run wrote into the folder. */
  public static Set<String> pdfs(OutputFolder folder) {
    Set<String> pdfs = new TreeSet<>();
    entries(folder).forEach(entry -> pdfs.add(entry.pdf));
    return pdfs;
  }

  /** An entry of an earlier run, as it stands there: those of all briefs are a hundred thousand. */
  private record Kept(String pdf, String text) {}

  private static List<Kept> entries(OutputFolder folder) {
    Path file = folder.resolve(NAME);
    List<Kept> entries = new ArrayList<>();
    if (Files.isRegularFile(file)) {
      try {
        byte[] bytes = Files.readAllBytes(file);
        try (JsonParser json = JSON.createParser(bytes)) {
          json.nextToken();
          while (json.nextToken() == JsonToken.START_OBJECT) {
            entries.add(entry(json, bytes));
          }
        }
      } catch (IOException unreadable) {
        // Not ours, or torn by something else: it is replaced by what this run knows.
        return List.of();
      }
    }
    return entries;
  }

  private static Kept entry(JsonParser json, byte[] bytes) throws IOException {
    int from = (int) json.currentTokenLocation().getByteOffset();
    String pdf = "";
    while (json.nextToken() != JsonToken.END_OBJECT) {
      boolean names = "pdf".equals(json.currentName());
      if (json.nextToken() == JsonToken.VALUE_STRING && names) {
        pdf = json.getText();
      }
      json.skipChildren();
    }
    int to = (int) json.currentTokenLocation().getByteOffset() + 1;
    return new Kept(pdf, new String(bytes, from, to - from, StandardCharsets.UTF_8));
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
