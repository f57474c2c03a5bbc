package org.sistercityimpact.warehouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Says beside an original that a person was erased from it: a small file, {@code <sha256>.erased}.
 *
 * @param left the SHA-256 of what was left, the latest erasure last
 * @param at when, UTC
 * @param by who did it
 */
public record Erased(List<String> left, String at, String by) {
  /** The folder in the protected zone with a record of every erasure. */
  public static final String RECORDS = "erasures";

  /** What the name of the file ends with. */
  public static final String ENDING = ".erased";

  private static final ObjectMapper JSON = new ObjectMapper();

  public Erased {
    left = List.copyOf(left);
  }

  /** What such a file says. */
  public static Erased read(Path file) throws IOException {
    JsonNode json = JSON.readTree(Files.readAllBytes(file));
    List<String> left = new ArrayList<>();
    json.get("left").forEach(hash -> left.add(hash.asText()));
    return new Erased(left, json.get("at").asText(), json.get("by").asText());
  }

  /** The file's bytes. */
  public byte[] json() throws IOException {
    ObjectNode json = JSON.createObjectNode().put("at", at).put("by", by);
    left.forEach(json.putArray("left")::add);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
  }

  /** The day of the latest erasure. */
  public String day() {
    return at.substring(0, 10);
  }
}
