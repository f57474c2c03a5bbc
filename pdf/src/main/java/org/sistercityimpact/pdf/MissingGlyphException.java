package org.sistercityimpact.pdf;

/** A character that no font in the chain shows; caught where the element's name is known. */
public final class MissingGlyphException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingGlyphException(int codePoint) {
    super(
        "no font of its family shows '%s' (U+%04X, %s)"
            .formatted(Character.toString(codePoint), codePoint, Character.getName(codePoint)));
  }
}
