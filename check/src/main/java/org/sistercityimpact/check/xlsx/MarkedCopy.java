package org.sistercityimpact.check.xlsx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A copy of a workbook in which cells stand on another ground, each with a comment. Nothing else
 * changes: the parts that know nothing of it are taken over as they are packed.
 */
public final class MarkedCopy {
  private static final String TYPES = "[Content_Types].xml";
  private static final Map<String, String> ENDINGS =
      Map.of(
          "vml", "application/vnd.openxmlformats-officedocument.vmlDrawing",
          "rels", "application/vnd.openxmlformats-package.relationships+xml");
  private static final String TYPE_OF =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml";

  private static final Pattern UTF_16 =
      Pattern.compile("^[^>]*encoding\\s*=\\s*[\"'](utf-?16[a-z]*)", Pattern.CASE_INSENSITIVE);

  private record NewPart(byte[] bytes, Edits edits) {}

  private final Zip zip;
  private final Map<Zip.Part, Edits> changes = new HashMap<>();
  private final Map<String, NewPart> newParts = new LinkedHashMap<>();
  private final Map<String, String> newTypes = new LinkedHashMap<>();
  private int marked;

  private MarkedCopy(Zip zip) {
    this.zip = zip;
  }

  /**
   * A copy, and how much of what was wanted is in it.
   *
   * @param bytes of the workbook
   * @param cells that are marked; a damaged sheet stays as it is
   */
  public record Copy(byte[] bytes, int cells) {}

  /** Marks cells of a workbook's sheets. */
  public static Copy of(Workbook workbook, Map<Worksheet, List<CellMark>> marks) {
    try {
      MarkedCopy copy = new MarkedCopy(workbook.zip());
      copy.mark(workbook, marks);
      return new Copy(copy.bytes(), copy.marked);
    } catch (Unreadable e) {
      throw new IllegalStateException("A workbook has changed while it was copied", e);
    }
  }

  private void mark(Workbook workbook, Map<Worksheet, List<CellMark>> marks) throws Unreadable {
    Zip.Part part = workbook.styles();
    byte[] bytes = part == null ? MarkedStyles.none(Dialect.main(workbook.isStrict())) : all(part);
    MarkedStyles styles = MarkedStyles.of(bytes);
    for (Map.Entry<Worksheet, List<CellMark>> ofSheet : marks.entrySet()) {
      Zip.Part sheet = ofSheet.getKey().part();
      if (sheet != null && !ofSheet.getValue().isEmpty()) {
        mark(sheet, ofSheet.getValue(), styles);
      }
    }
    if (part != null) {
      changes.put(part, styles.edits());
    } else {
      String path = workbook.stylesPath();
      newParts.put(path, new NewPart(bytes, styles.edits()));
      newTypes.put(path, TYPE_OF.formatted("styles"));
      if (Links.of(zip, workbook.book().name()).of("styles").isEmpty()) {
        link(workbook.book(), Map.of("styles", path), workbook.isStrict());
      }
    }
    tellTypes();
  }

  private void mark(Zip.Part part, List<CellMark> marks, MarkedStyles styles) throws Unreadable {
    MarkedSheet sheet;
    try {
      sheet = MarkedSheet.of(new Tags(zip.open(part)), marks, styles);
    } catch (Unreadable damaged) {
      return;
    }
    marked += sheet.placed().size();
    Links links = Links.of(zip, part.name());
    MarkedComments comments = new MarkedComments(sheet.placed());
    Map<String, String> added = new LinkedHashMap<>();
    Zip.Part texts = first(links.of("comments"));
    if (texts != null) {
      changes.put(texts, comments.texts(new Tags(zip.open(texts))));
    } else {
      byte[] none = MarkedComments.noTexts(sheet.isStrict());
      Edits edits = comments.texts(new Tags(Source.of(none)));
      added.put("comments", add("xl/comments", ".xml", TYPE_OF.formatted("comments"), none, edits));
    }
    String id = sheet.drawing();
    Zip.Part boxes = id == null ? null : zip.part(links.of("vmlDrawing").get(id));
    if (boxes != null) {
      changes.put(boxes, comments.boxes(all(boxes)));
    } else {
      byte[] none = MarkedComments.noBoxes();
      added.put(
          "vmlDrawing", add("xl/drawings/vmlDrawing", ".vml", null, none, comments.boxes(none)));
    }
    Map<String, String> ids = added.isEmpty() ? Map.of() : link(part, added, sheet.isStrict());
    changes.put(part, sheet.edits(ids.get("vmlDrawing")));
  }

  private Zip.Part first(Map<String, String> paths) {
    return paths.values().stream()
        .map(zip::part)
        .filter(part -> part != null)
        .findFirst()
        .orElse(null);
  }

  /** Adds a part under a name that is free, which it gives; {@code type} null: its ending tells. */
  private String add(String before, String behind, String type, byte[] bytes, Edits edits) {
    int number = 1;
    while (zip.part(before + number + behind) != null
        || newParts.containsKey(before + number + behind)) {
      number++;
    }
    String name = before + number + behind;
    newParts.put(name, new NewPart(bytes, edits));
    if (type != null) {
      newTypes.put(name, type);
    }
    return name;
  }

  /** All parts in their order, the new ones last. */
  private byte[] bytes() throws Unreadable {
    ZipWriter out = new ZipWriter();
    for (Zip.Part part : zip.parts()) {
      Edits edits = changes.get(part);
      if (edits == null) {
        zip.copy(part, out);
      } else {
        inUtf8(part, edits);
        out.part(part.name(), edits, zip.open(part));
      }
    }
    for (Map.Entry<String, NewPart> part : newParts.entrySet()) {
      out.part(part.getKey(), part.getValue().edits, Source.of(part.getValue().bytes));
    }
    return out.finish();
  }

  /** A part in UTF-16 is written in UTF-8, and has to say so. */
  private void inUtf8(Zip.Part part, Edits edits) throws Unreadable {
    byte[] first = new byte[200];
    int length = 0;
    Source source = zip.open(part);
    for (int read = 0; read >= 0 && length < first.length - 20; length += Math.max(0, read)) {
      read = source.read(first, length, first.length - length);
    }
    source.close();
    Matcher told = UTF_16.matcher(new String(first, 0, length, StandardCharsets.ISO_8859_1));
    if (told.find()) {
      edits.replace(told.start(1), told.end(1), "UTF-8");
    }
  }

  /** Links a part to others, by their kinds; gives the ids of the links. */
  private Map<String, String> link(Zip.Part from, Map<String, String> targets, boolean strict)
      throws Unreadable {
    String path = Links.partOf(from.name());
    Zip.Part part = zip.part(path);
    byte[] bytes = part == null ? Links.NONE : all(part);
    Tags tags = new Tags(Source.of(bytes));
    Edits edits = new Edits();
    Set<String> taken = new HashSet<>();
    Map<String, String> ids = new HashMap<>();
    while (tags.next()) {
      if (tags.opens("Relationship")) {
        taken.add(tags.attribute("Id"));
      }
      if (tags.ends("Relationships")) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> target : targets.entrySet()) {
          String id = free("impact", taken);
          ids.put(target.getKey(), id);
          text.append(
              "<%sRelationship Id=\"%s\" Type=\"%s/%s\" Target=\"/%s\"/>"
                  .formatted(
                      tags.prefix(),
                      id,
                      Dialect.links(strict),
                      target.getKey(),
                      target.getValue()));
        }
        edits.append(tags, text.toString());
      }
    }
    if (part == null) {
      newParts.put(path, new NewPart(bytes, edits));
    } else {
      changes.put(part, edits);
    }
    return ids;
  }

  private static String free(String word, Set<String> taken) {
    int number = 1;
    while (!taken.add(word + number)) {
      number++;
    }
    return word + number;
  }

  /** Tells what the new parts are. */
  private void tellTypes() throws Unreadable {
    Zip.Part part = zip.part(TYPES);
    if (part == null) {
      return;
    }
    Tags tags = new Tags(zip.open(part));
    Edits edits = new Edits();
    Map<String, String> endings = new TreeMap<>(ENDINGS);
    while (tags.next()) {
      if (tags.opens("Default")) {
        endings.keySet().removeIf(ending -> ending.equalsIgnoreCase(tags.attribute("Extension")));
      } else if (tags.opens("Override")) {
        newTypes
            .keySet()
            .removeIf(path -> ("/" + path).equalsIgnoreCase(tags.attribute("PartName")));
      }
      if (tags.ends("Types")) {
        StringBuilder text = new StringBuilder();
        endings.forEach(
            (ending, type) ->
                text.append(
                    "<%sDefault Extension=\"%s\" ContentType=\"%s\"/>"
                        .formatted(tags.prefix(), ending, type)));
        newTypes.forEach(
            (name, type) ->
                text.append(
                    "<%sOverride PartName=\"/%s\" ContentType=\"%s\"/>"
                        .formatted(tags.prefix(), name, type)));
        edits.append(tags, text.toString());
      }
    }
    changes.put(part, edits);
  }

  private byte[] all(Zip.Part part) throws Unreadable {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new Edits().apply(zip.open(part), bytes::write);
    return bytes.toByteArray();
  }
}
