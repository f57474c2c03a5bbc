package org.sistercityimpact.check.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The XML of a part with other texts: those between tags, of attributes and of comments. The runs
 * of a rich text are read as one, for a name may change its color halfway.
 */
final class ErasedXml {
  /** What holds one text, however many runs it has. */
  private static final Set<String> RICH = Set.of("si", "is", "text", "p");

  /** How a text is pronounced: another spelling of the same. */
  private static final String PRONOUNCED = "rPh";

  /** {@code &L}, {@code &B} and the like, behind which the words of a header begin. */
  private static final Pattern CODES = Pattern.compile("(?<=&[A-Z])");

  private final String xml;
  private final UnaryOperator<String> erasing;
  private final StringBuilder out = new StringBuilder();
  private final List<String> open = new ArrayList<>();

  /** Texts of the rich text that is open: where in {@link #out} they begin, and how they read. */
  private final List<Run> runs = new ArrayList<>();

  private int richFrom = -1;

  private record Run(int from, int to, String text, boolean pronounced) {}

  ErasedXml(String xml, UnaryOperator<String> erasing) {
    this.xml = xml;
    this.erasing = erasing;
    read();
  }

  private void read() {
    int at = 0;
    while (at < xml.length()) {
      if (xml.charAt(at) != '<') {
        int end = xml.indexOf('<', at);
        end = end < 0 ? xml.length() : end;
        text(xml.substring(at, end), Entities.resolved(xml.substring(at, end)));
        at = end;
      } else if (xml.startsWith("<![CDATA[", at)) {
        int end = behind("]]>", at);
        text(xml.substring(at, end), xml.substring(at + 9, Math.max(at + 9, end - 3)));
        at = end;
      } else if (xml.startsWith("<!--", at)) {
        int end = behind("-->", at);
        out.append(erasing.apply(xml.substring(at, end)));
        at = end;
      } else if (xml.startsWith("<?", at) || xml.startsWith("<!", at)) {
        int end = behind(">", at);
        out.append(xml, at, end);
        at = end;
      } else {
        at = tag(at);
      }
    }
  }

  private int behind(String sign, int from) {
    int at = xml.indexOf(sign, from);
    return at < 0 ? xml.length() : at + sign.length();
  }

  private void text(String raw, String resolved) {
    String text = CellText.unescaped(resolved);
    if (richFrom >= 0) {
      boolean pronounced = open.contains(PRONOUNCED);
      int from = out.length();
      out.append(raw);
      if (!open.isEmpty() && !text.isEmpty() && !isLayout(text)) {
        runs.add(new Run(from, out.length(), text, pronounced));
      }
      return;
    }
    boolean isHeader =
        !open.isEmpty() && open.get(open.size() - 1).matches("(odd|even|first)(Header|Footer)");
    String erased = isHeader ? header(text) : erasing.apply(text);
    out.append(erased.equals(text) ? raw : escaped(erased));
  }

  /** White space between tags, which is in no text. */
  private boolean isLayout(String text) {
    return text.isBlank() && !open.get(open.size() - 1).equals("t");
  }

  private String header(String text) {
    StringBuilder all = new StringBuilder();
    for (String piece : CODES.split(text)) {
      all.append(erasing.apply(piece));
    }
    return all.toString();
  }

  /** Reads the tag at a place; gives where it ends. */
  private int tag(int from) {
    int at = from + 1;
    boolean closes = at < xml.length() && xml.charAt(at) == '/';
    at += closes ? 1 : 0;
    int nameFrom = at;
    while (at < xml.length() && " \t\r\n/>".indexOf(xml.charAt(at)) < 0) {
      at++;
    }
    String name = xml.substring(nameFrom, at);
    String local = name.substring(name.indexOf(':') + 1);
    if (closes) {
      close();
    }
    out.append(xml, from, at);
    char last = 0;
    while (at < xml.length() && xml.charAt(at) != '>') {
      char c = xml.charAt(at);
      if (c == '"' || c == '\'') {
        int end = xml.indexOf(c, at + 1);
        end = end < 0 ? xml.length() : end;
        attribute(xml.substring(at + 1, end), c);
        at = Math.min(xml.length(), end + 1);
        last = c;
      } else {
        out.append(c);
        last = c;
        at++;
      }
    }
    if (at < xml.length()) {
      out.append('>');
      at++;
    }
    if (!closes && last != '/') {
      open.add(local);
      if (richFrom < 0 && RICH.contains(local)) {
        richFrom = open.size();
      }
    }
    return at;
  }

  private void attribute(String raw, char quote) {
    String text = CellText.unescaped(Entities.resolved(raw));
    String erased = erasing.apply(text);
    out.append(quote).append(erased.equals(text) ? raw : escaped(erased)).append(quote);
  }

  private void close() {
    if (open.size() == richFrom) {
      settle();
      richFrom = -1;
    }
    if (!open.isEmpty()) {
      open.remove(open.size() - 1);
    }
  }

  /** The whole of a rich text has been read: what changes goes into its first run. */
  private void settle() {
    StringBuilder whole = new StringBuilder();
    runs.stream().filter(run -> !run.pronounced()).forEach(run -> whole.append(run.text()));
    String text = whole.toString();
    String erased = erasing.apply(text);
    boolean changed = !erased.equals(text);
    String rest = erased;
    for (int i = runs.size() - 1; i >= 0; i--) {
      Run run = runs.get(i);
      boolean first = runs.subList(0, i).stream().allMatch(Run::pronounced);
      if (run.pronounced()) {
        if (changed || !erasing.apply(run.text()).equals(run.text())) {
          out.replace(run.from(), run.to(), "");
        }
      } else if (changed) {
        out.replace(run.from(), run.to(), first ? escaped(rest) : "");
      }
    }
    runs.clear();
  }

  /** A text as it stands between tags, and in an attribute. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&apos;");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
