package org.sistercityimpact.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;

/** The JDK's sRGB profile, which says what the document's colours mean; deflated once. */
final class OutputProfile {
  private static final byte[] DEFLATED =
      PdfFile.deflateForAll(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());

  private OutputProfile() {}

  static byte[] deflated() {
    return DEFLATED;
  }
}
