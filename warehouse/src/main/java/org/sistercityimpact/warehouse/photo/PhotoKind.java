package org.sistercityimpact.warehouse.photo;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Kinds of pictures, by their first bytes. */
enum PhotoKind {
  JPEG("JPEG", "jpeg", "\u00ff\u00d8\u00ff.*"),
  PNG("PNG", "png", "\u0089PNG\r\n\u001a\n.*"),
  GIF("GIF", "gif", "GIF8[79]a.*"),
  BMP("BMP", "bmp", "BM.{4}\0{4}.*"),
  // Whatever Java or its extensions say of them, these are not read alike everywhere.
  HEIC(
      "HEIC, as phones of Apple save it", null, ".{4}ftyp(?:heic|heix|hevc|heim|heis|mif1|msf1).*"),
  AVIF("AVIF", null, ".{4}ftypavi[fs].*"),
  WEBP("WebP", null, "RIFF.{4}WEBP.*"),
  TIFF("TIFF", null, "(?:II\\*\0|MM\0\\*).*");

  private static final int FIRST = 32;

  private final String title;
  private final String format;
  private final Pattern beginning;

  PhotoKind(String title, String format, String beginning) {
    this.title = title;
    this.format = format;
    this.beginning = Pattern.compile(beginning, Pattern.DOTALL);
  }

  /** The kind of a picture; empty: it is none that is known. */
  static Optional<PhotoKind> of(byte[] bytes) {
    String first = new String(bytes, 0, Math.min(bytes.length, FIRST), StandardCharsets.ISO_8859_1);
    for (PhotoKind kind : values()) {
      if (kind.beginning.matcher(first).matches()) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** As people call it. */
  String title() {
    return title;
  }

  /** What Java's reader of it is called; null: it is not read. */
  String format() {
    return format;
  }
}
