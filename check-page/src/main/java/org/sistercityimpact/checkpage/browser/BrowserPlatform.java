package org.sistercityimpact.checkpage.browser;

import java.io.InputStream;
import java.io.Reader;
import java.util.Map;
import org.teavm.jso.JSBody;
import org.teavm.jso.typedarrays.Int8Array;

/** What a browser does in the place of {@code org.sistercityimpact.check.Platform}. */
final class BrowserPlatform {
  /** What browsers call charsets that Java calls otherwise. */
  private static final Map<String, String> LABELS =
      Map.of(
          "x-MacRoman", "macintosh",
          "x-MacCyrillic", "x-mac-cyrillic",
          "windows-31j", "shift_jis",
          "x-windows-949", "euc-kr");

  /** Those of DOS, which browsers do not know: what the bytes from 0x80 on mean. */
  private static final Map<String, String> OF_DOS =
      Map.of(
          "IBM437",
          "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
              + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0",
          "IBM850",
          "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
              + "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0",
          "IBM852",
          "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐"
              + "└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0");

  private BrowserPlatform() {}

  static String decoded(byte[] bytes, int from, String charset) {
    String table = OF_DOS.get(charset);
    if (table != null) {
      return byTable(bytes, from, table);
    }
    if (charset.equals("UTF-32LE")) {
      return utf32(bytes, from);
    }
    String text =
        decode(Int8Array.fromJavaArray(bytes), from, LABELS.getOrDefault(charset, charset));
    // What Windows leaves undefined browsers take for control characters, and Java for an error.
    boolean ofWindows = charset.startsWith("windows-125");
    return text != null && ofWindows && text.chars().anyMatch(c -> c >= 0x80 && c < 0xA0)
        ? null
        : text;
  }

  @JSBody(
      params = {"bytes", "from", "label"},
      script =
          "try { return new TextDecoder(label, {fatal: true, ignoreBOM: true}).decode(bytes.subarray(from)); }"
              + " catch (e) { return null; }")
  private static native String decode(Int8Array bytes, int from, String label);

  private static String byTable(byte[] bytes, int from, String table) {
    StringBuilder text = new StringBuilder(bytes.length - from);
    for (int i = from; i < bytes.length; i++) {
      text.append(bytes[i] >= 0 ? (char) bytes[i] : table.charAt(bytes[i] + 0x80));
    }
    return text.toString();
  }

  private static String utf32(byte[] bytes, int from) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < bytes.length; i += 4) {
      if (i + 4 > bytes.length) {
        return null;
      }
      int point =
          bytes[i] & 0xFF
              | (bytes[i + 1] & 0xFF) << 8
              | (bytes[i + 2] & 0xFF) << 16
              | bytes[i + 3] << 24;
      if (!Character.isValidCodePoint(point) || point >= 0xD800 && point < 0xE000) {
        return null;
      }
      text.appendCodePoint(point);
    }
    return text.toString();
  }

  static Reader reader(InputStream in, String charset) {
    throw new UnsupportedOperationException("A browser holds every file");
  }

  @JSBody(params = "text", script = "return text.toLowerCase();")
  static native String lowerCase(String text);

  @JSBody(params = "text", script = "return text.normalize('NFC');")
  static native String composed(String text);

  @JSBody(params = "text", script = "return text.normalize('NFD');")
  static native String decomposed(String text);
}
