package org.sistercityimpact.check;

/** The encodings in which programs save tables. */
enum Encoding {
  WINDOWS_1252("windows-1252"),
  WINDOWS_1250("windows-1250"),
  WINDOWS_1251("windows-1251"),
  WINDOWS_1253("windows-1253"),
  WINDOWS_1254("windows-1254"),
  WINDOWS_1255("windows-1255"),
  WINDOWS_1256("windows-1256"),
  WINDOWS_1257("windows-1257"),
  ISO_8859_2("ISO-8859-2"),
  ISO_8859_5("ISO-8859-5"),
  ISO_8859_7("ISO-8859-7"),
  ISO_8859_15("ISO-8859-15"),
  KOI8_R("KOI8-R"),
  KOI8_U("KOI8-U"),
  MAC_ROMAN("x-MacRoman"),
  MAC_CYRILLIC("x-MacCyrillic"),
  CP437("IBM437"),
  CP850("IBM850"),
  CP852("IBM852"),
  CP866("IBM866"),
  SHIFT_JIS("windows-31j"),
  EUC_JP("EUC-JP"),
  EUC_KR("x-windows-949"),
  GB18030("GB18030"),
  BIG5("Big5"),
  UTF_16LE("UTF-16LE"),
  UTF_16BE("UTF-16BE"),
  UTF_8("UTF-8"),
  UTF_32LE("UTF-32LE");

  private final String charset;

  Encoding(String charset) {
    this.charset = charset;
  }

  /** As Java calls it. */
  String charset() {
    return charset;
  }

  /** As a spreadsheet program calls it. */
  String label() {
    return switch (this) {
      case MAC_ROMAN -> "Mac Roman";
      case MAC_CYRILLIC -> "Mac Cyrillic";
      case SHIFT_JIS -> "Shift_JIS";
      case EUC_KR -> "EUC-KR";
      default -> charset;
    };
  }

  /** Whether it is one of Unicode, which nobody need guess by its letters. */
  boolean isUnicode() {
    return ordinal() >= UTF_16LE.ordinal();
  }

  /** Whether a letter may take two bytes, so that hardly any text is impossible. */
  boolean isWide() {
    return ordinal() >= SHIFT_JIS.ordinal();
  }
}
