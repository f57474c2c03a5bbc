package org.sistercityimpact.check.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The number format of each style of a workbook's cells. */
final class NumberFormats {
  private static final int MOST = 100_000;
  private static final int LONGEST = 1_000;

  private final List<NumberFormat> ofStyles = new ArrayList<>();

  /** Reads the part of styles. */
  static NumberFormats of(Tags tags) throws Unreadable {
    NumberFormats formats = new NumberFormats();
    Map<Integer, NumberFormat> own = new HashMap<>();
    while (tags.next()) {
      if (tags.opens("numFmt") && own.size() < MOST) {
        String code = tags.attribute("formatCode");
        if (code != null && code.length() < LONGEST) {
          own.put(tags.number("numFmtId"), NumberFormat.of(code));
        }
      } else if (tags.opens("cellXfs")) {
        formats.readStyles(tags, own);
      } else if (tags.opens("dxfs")) {
        // Formats of conditions, which may use a number again.
        tags.skip();
      }
    }
    return formats;
  }

  static NumberFormats none() {
    return new NumberFormats();
  }

  private void readStyles(Tags tags, Map<Integer, NumberFormat> own) throws Unreadable {
    int inside = tags.depth();
    while (tags.next() && (tags.opens() || tags.depth() >= inside)) {
      if (tags.opens("xf") && ofStyles.size() < MOST) {
        int number = tags.number("numFmtId");
        NumberFormat format = own.get(number);
        ofStyles.add(format != null ? format : NumberFormat.builtIn(number));
      }
    }
  }

  /** The format of a style; a plain number's where there is no such style. */
  NumberFormat ofStyle(int style) {
    return style >= 0 && style < ofStyles.size() ? ofStyles.get(style) : NumberFormat.GENERAL;
  }
}
