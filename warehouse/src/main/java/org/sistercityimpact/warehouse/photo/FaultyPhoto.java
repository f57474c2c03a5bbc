package org.sistercityimpact.warehouse.photo;

import java.io.IOException;

/** A photo that cannot be printed: what it is, and what to do, each a sentence without its end. */
public final class FaultyPhoto extends IOException {
  private static final long serialVersionUID = 1L;

  private final String because;
  private final String advice;

  FaultyPhoto(String because, String advice) {
    super("Cannot print photo: %s (%s)".formatted(because, advice));
    this.because = because;
    this.advice = advice;
  }

  /** What it is, to follow "cannot be printed:". */
  public String because() {
    return because;
  }

  /** What to do. */
  public String advice() {
    return advice;
  }
}
