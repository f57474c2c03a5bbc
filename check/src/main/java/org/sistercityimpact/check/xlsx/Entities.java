package org.sistercityimpact.check.xlsx;

/** The entities that XML knows without a definition: five by name, all letters by number. */
final class Entities {
  /** The most bytes that one has, "&amp;" and ";" included. */
  static final int LONGEST = 12;

  private Entities() {}

  /** The letter that an entity stands for; -1: it is none that XML knows without a definition. */
  static int letter(String name) {
    switch (name) {
      case "amp":
        return '&';
      case "lt":
        return '<';
      case "gt":
        return '>';
      case "quot":
        return '"';
      case "apos":
        return '\'';
      default:
        break;
    }
    if (name.length() < 2 || name.charAt(0) != '#') {
      return -1;
    }
    boolean hex = name.charAt(1) == 'x';
    int point = 0;
    for (int i = hex ? 2 : 1; i < name.length(); i++) {
      int digit = Character.digit(name.charAt(i), hex ? 16 : 10);
      if (digit < 0 || name.charAt(i) > 'f') {
        return -1;
      }
      point = point * (hex ? 16 : 10) + digit;
      if (point > Character.MAX_CODE_POINT) {
        return -1;
      }
    }
    return name.endsWith("x") || point == 0 || point >= 0xD800 && point < 0xE000 ? -1 : point;
  }

  /** A text with its entities as the letters they stand for. */
  static String resolved(String raw) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < raw.length(); i++) {
      int semicolon = raw.charAt(i) == '&' ? raw.indexOf(';', i) : -1;
      int point =
          semicolon > 0 && semicolon - i < LONGEST ? letter(raw.substring(i + 1, semicolon)) : -1;
      if (point >= 0) {
        text.appendCodePoint(point);
        i = semicolon;
      } else {
        text.append(raw.charAt(i));
      }
    }
    return text.toString();
  }
}
