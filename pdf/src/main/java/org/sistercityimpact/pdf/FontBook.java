package org.sistercityimpact.pdf;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fonts of one document. A glyph of a typeface's shared core comes from the program made once
 * for all documents; any other goes into a subset of this document's own.
 */
final class FontBook {
  private record Key(Typeface face, boolean core) {}

  /** A font of this document: its resource name and its object. */
  record Entry(String resource, int id, Map<Integer, String> own) {}

  private final PdfFile file;
  private final Map<Key, Entry> entries = new LinkedHashMap<>();
  // Nearly every glyph is of the font of the one before it.
  private Key lastKey;
  private Entry last;

  FontBook(PdfFile file) {
    this.file = file;
  }

  /** Registers the use of a glyph and answers which font shows it; the first text given wins. */
  Entry use(Typeface face, int glyph, String text) {
    boolean core = face.core().has(glyph);
    if (lastKey == null || lastKey.face != face || lastKey.core != core) {
      lastKey = new Key(face, core);
      last =
          entries.computeIfAbsent(
              lastKey, key -> new Entry("F" + entries.size(), file.reserve(), new TreeMap<>()));
    }
    if (!core) {
      last.own.putIfAbsent(glyph, text);
    }
    return last;
  }

  /** Writes every font used and gives the resource dictionary that lists them. */
  String write() {
    StringBuilder out = new StringBuilder("<<");
    entries.forEach(
        (key, entry) -> {
          FontProgram program =
              key.core ? key.face.core() : FontProgram.of(key.face, entry.own, file);
          program.writeTo(file, entry.id);
          out.append('/').append(entry.resource).append(' ').append(entry.id).append(" 0 R");
        });
    return out.append(">>").toString();
  }
}
