package org.sistercityimpact.check.xlsx;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which parts a part refers to, by what they are to it and by the ids it uses for them. */
final class Links {
  private record Link(String kind, String path) {}

  /** A part without a link. */
  static final byte[] NONE =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>"
          .getBytes(java.nio.charset.StandardCharsets.UTF_8);

  private final String folder;
  private final Map<String, Link> links = new LinkedHashMap<>();
  private boolean missing;

  private Links(String folder) {
    this.folder = folder;
  }

  /** The links of the part of a path; "": of the whole file. */
  static Links of(Zip zip, String path) throws Unreadable {
    String plain = path.replace('\\', '/');
    int slash = plain.lastIndexOf('/');
    Links links = new Links(plain.substring(0, slash + 1));
    Zip.Part part = zip.part(partOf(plain));
    if (part == null) {
      links.missing = true;
      return links;
    }
    Tags tags = new Tags(zip.open(part));
    while (tags.next()) {
      if (tags.opens("Relationship") && !"External".equals(tags.attribute("TargetMode"))) {
        links.add(tags.attribute("Id"), tags.attribute("Type"), tags.attribute("Target"));
      }
    }
    return links;
  }

  /** The path of the part that holds the links of another. */
  static String partOf(String path) {
    int slash = path.lastIndexOf('/');
    return path.substring(0, slash + 1) + "_rels/" + path.substring(slash + 1) + ".rels";
  }

  private void add(String id, String type, String target) {
    if (id != null && type != null && target != null) {
      links.put(id, new Link(type.substring(type.lastIndexOf('/') + 1), absolute(target)));
    }
  }

  private String absolute(String target) {
    String path = target.replace('\\', '/');
    if (path.startsWith("/")) {
      return path.substring(1);
    }
    String base = folder;
    while (path.startsWith("../") || path.startsWith("./")) {
      if (path.startsWith("../")) {
        base = base.substring(0, base.lastIndexOf('/', base.length() - 2) + 1);
      }
      path = path.substring(path.indexOf('/') + 1);
    }
    return base + path;
  }

  /** Whether the file does not say what the part refers to. */
  boolean isMissing() {
    return missing;
  }

  /** A path from where the part lies. */
  String beside(String path) {
    return folder + path;
  }

  /** The path of the one part of a kind; where none is told, the usual one beside. */
  String path(String kind, String usual) {
    for (Link link : links.values()) {
      if (link.kind().equals(kind)) {
        return link.path();
      }
    }
    return beside(usual);
  }

  /** The paths of all parts of a kind, by id. */
  Map<String, String> of(String kind) {
    Map<String, String> paths = new LinkedHashMap<>();
    links.forEach(
        (id, link) -> {
          if (link.kind().equals(kind)) {
            paths.put(id, link.path());
          }
        });
    return paths;
  }
}
