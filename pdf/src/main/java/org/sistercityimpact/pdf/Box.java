package org.sistercityimpact.pdf;

import net.sf.jasperreports.engine.JRLineBox;
import net.sf.jasperreports.engine.JRPrintText;

/** A text's box as its reader sees it: width along the line, paddings turned with the text. */
record Box(float width, float height, float top, float left, float bottom, float right) {

  static Box of(JRPrintText text) {
    JRLineBox line = text.getLineBox();
    float w = text.getWidth();
    float h = text.getHeight();
    float t = line.getTopPadding();
    float l = line.getLeftPadding();
    float b = line.getBottomPadding();
    float r = line.getRightPadding();
    return switch (text.getRotation()) {
      case LEFT -> new Box(h, w, l, b, r, t);
      case RIGHT -> new Box(h, w, r, t, l, b);
      case UPSIDE_DOWN -> new Box(w, h, b, r, t, l);
      default -> new Box(w, h, t, l, b, r);
    };
  }

  /** Where the first line starts, counted from the top. */
  float verticalOffset(JRPrintText text) {
    float spare = height - top - bottom - text.getTextHeight();
    return switch (text.getVerticalTextAlign()) {
      case BOTTOM -> top + spare;
      case MIDDLE -> top + spare / 2;
      default -> top;
    };
  }
}
