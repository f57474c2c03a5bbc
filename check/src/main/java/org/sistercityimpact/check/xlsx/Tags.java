package org.sistercityimpact.check.xlsx;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Goes from tag to tag through the XML of a part: names without their prefix, attributes, text, and
 * nesting that must be right. Document types, and with them entities of one's own, are refused; so
 * is no XML a person's spreadsheet could hold.
 *
 * <p>An element without content opens and then closes, as if both its tags stood there.
 */
final class Tags {
  /** The most letters that a cell can hold; what follows is left out. */
  static final int MOST_TEXT = 32_767;

  private static final int FIRST_ROOM = 1 << 15;
  private static final int MOST_ROOM = 1 << 20;
  private static final int DEEPEST = 100;
  private static final int MOST_ATTRIBUTES = 40;

  private final Source source;
  private byte[] bytes = new byte[FIRST_ROOM];
  private int at;
  private int end;
  private boolean ended;
  // Bytes of the part that are no longer held.
  private long gone;
  private int tagFrom;

  private final int[] open = new int[DEEPEST];
  private int depth;
  private boolean opens;
  private boolean withoutContent;
  private int nameFrom;
  private int nameTo;
  // Of each attribute where its name and its value begin and end.
  private final int[] attributes = new int[4 * MOST_ATTRIBUTES];
  private int attributeCount;
  private boolean cut;

  Tags(Source source) {
    this.source = source;
  }

  /** Goes to the next tag; false after the last. */
  boolean next() throws Unreadable {
    if (withoutContent) {
      withoutContent = false;
      opens = false;
      depth--;
      return true;
    }
    while (find()) {
      if (!has(2)) {
        throw damaged();
      }
      byte kind = bytes[at + 1];
      if (kind == '!') {
        passDeclaration();
      } else if (kind == '?') {
        passBehind("?>");
      } else {
        while (!readTag()) {
          if (!more()) {
            throw damaged();
          }
        }
        return true;
      }
    }
    if (depth > 0) {
      throw damaged();
    }
    return false;
  }

  /** Whether the present tag opens an element. */
  boolean opens() {
    return opens;
  }

  /** Whether the present tag opens an element of this name. */
  boolean opens(String name) {
    return opens && is(name);
  }

  /** Whether the present tag closes an element of this name. */
  boolean closes(String name) {
    return !opens && is(name);
  }

  private boolean is(String name) {
    return same(name, nameFrom, nameTo);
  }

  private boolean same(String name, int from, int to) {
    if (to - from != name.length()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (bytes[from + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the present tag opens an element without content, {@code <row/>}. */
  boolean closesItself() {
    return opens && withoutContent;
  }

  /** Whether an element of this name ends at the present tag; once, if the tag closes itself. */
  boolean ends(String name) {
    return is(name) && (opens ? withoutContent : bytes[tagFrom + 1] == '/');
  }

  /** The name of the present tag, without its prefix. */
  String name() {
    return new String(bytes, nameFrom, nameTo - nameFrom, StandardCharsets.UTF_8);
  }

  /** What stands before the present tag's name: "x:", or nothing. */
  String prefix() {
    int from = tagFrom + 1 + (bytes[tagFrom + 1] == '/' ? 1 : 0);
    return new String(bytes, from, nameFrom - from, StandardCharsets.UTF_8);
  }

  /** Where the present tag begins, in bytes of the part. */
  long from() {
    return gone + tagFrom;
  }

  /** Where the present tag's name ends. */
  long behindName() {
    return gone + nameTo;
  }

  /** Where the present tag ends. */
  long to() {
    return gone + at;
  }

  /** Where the value of an attribute begins and ends; null: there is none. */
  long[] value(String name) {
    int i = place(name);
    return i < 0 ? null : new long[] {gone + attributes[i + 2], gone + attributes[i + 3]};
  }

  /** How many elements are open, the one that the present tag opens among them. */
  int depth() {
    return depth;
  }

  /** Goes to the tag that closes the element that the present tag opens. */
  void skip() throws Unreadable {
    int inside = depth;
    while (depth >= inside) {
      if (!next()) {
        throw damaged();
      }
    }
  }

  /** The present tag's attribute of this name; of one with a prefix {@code ":name"}; null: none. */
  String attribute(String name) {
    int i = place(name);
    if (i < 0) {
      return null;
    }
    int from = attributes[i + 2];
    int to = attributes[i + 3];
    for (int j = from; j < to; j++) {
      if (bytes[j] == '&') {
        return Entities.resolved(new String(bytes, from, to - from, StandardCharsets.UTF_8));
      }
    }
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /** An attribute of plain digits; -1: there is none, or it is no number of at most 9 digits. */
  int number(String name) {
    int i = place(name);
    if (i < 0) {
      return -1;
    }
    int from = attributes[i + 2];
    int to = attributes[i + 3];
    if (from == to || to - from > 9) {
      return -1;
    }
    int value = 0;
    for (int j = from; j < to; j++) {
      int digit = bytes[j] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /** An attribute of one letter; 0: there is none; 1: it is longer. */
  char letter(String name) {
    int i = place(name);
    return i < 0
        ? 0
        : attributes[i + 3] - attributes[i + 2] == 1 ? (char) bytes[attributes[i + 2]] : 1;
  }

  /** An attribute that is "1", "true" or "on". */
  boolean flag(String name) {
    String value = attribute(name);
    return value != null && (value.equals("1") || value.equals("true") || value.equals("on"));
  }

  /**
   * The column of a cell's reference ("C7" is 2), whatever its row; -1: there is none; -2: it is no
   * reference to a cell of a spreadsheet.
   */
  int column(String name) {
    int i = place(name);
    if (i < 0) {
      return -1;
    }
    int j = attributes[i + 2];
    int to = attributes[i + 3];
    int column = 0;
    int letters = 0;
    while (j < to && Reference.letter(bytes[j]) > 0 && letters < 4) {
      column = column * 26 + Reference.letter(bytes[j++]);
      letters++;
    }
    boolean digits = j < to;
    while (j < to) {
      digits &= bytes[j] >= '0' && bytes[j] <= '9';
      j++;
    }
    return letters > 0 && letters < 4 && column <= Reference.MOST_COLUMNS && digits
        ? column - 1
        : -2;
  }

  private int place(String name) {
    for (int i = 0; i < attributeCount; i += 4) {
      if (same(name, attributes[i], attributes[i + 1])) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The text between the tag that opens an element and the next one, whatever white space it has,
   * with entities, CDATA and line ends as XML reads them, up to {@link #MOST_TEXT}.
   */
  String text() throws Unreadable {
    cut = false;
    if (!opens || withoutContent) {
      return "";
    }
    int i = at;
    while (true) {
      if (i == end) {
        int read = i - at;
        if (read > MOST_TEXT || !more()) {
          return textWithCare();
        }
        i = at + read;
      }
      byte c = bytes[i];
      if (c == '<') {
        break;
      }
      if (c == '&' || c == '\r') {
        return textWithCare();
      }
      i++;
    }
    if (i - at > MOST_TEXT || i + 1 == end || bytes[i + 1] == '!' || bytes[i + 1] == '?') {
      return textWithCare();
    }
    String text = new String(bytes, at, i - at, StandardCharsets.UTF_8);
    at = i;
    return text;
  }

  /** Whether the text given last was longer than a cell can hold. */
  boolean wasCut() {
    return cut;
  }

  private String textWithCare() throws Unreadable {
    StringBuilder text = new StringBuilder();
    while (true) {
      if (!has(1)) {
        throw damaged();
      }
      byte c = bytes[at];
      if (c == '<') {
        if (!has(2) || bytes[at + 1] != '!' && bytes[at + 1] != '?') {
          return text.toString();
        } else if (bytes[at + 1] == '?') {
          passBehind("?>");
        } else if (starts("<![CDATA[")) {
          at += 9;
          while (!starts("]]>")) {
            takeLetter(text);
          }
          at += 3;
        } else {
          passDeclaration();
        }
      } else if (c == '&') {
        takeEntity(text);
      } else {
        takeLetter(text);
      }
      if (text.length() >= MOST_TEXT && !endsHere()) {
        cut = true;
        text.setLength(MOST_TEXT);
        return text.toString();
      }
    }
  }

  private boolean endsHere() throws Unreadable {
    return has(2) && bytes[at] == '<' && bytes[at + 1] == '/';
  }

  private void takeEntity(StringBuilder text) throws Unreadable {
    has(Entities.LONGEST);
    int last = Math.min(end, at + Entities.LONGEST);
    for (int i = at + 1; i < last; i++) {
      if (bytes[i] == ';') {
        int point = Entities.letter(new String(bytes, at + 1, i - at - 1, StandardCharsets.UTF_8));
        if (point >= 0) {
          text.appendCodePoint(point);
          at = i + 1;
          return;
        }
        break;
      }
    }
    text.append('&');
    at++;
  }

  /** Takes one letter as written, a line end as one line feed. */
  private void takeLetter(StringBuilder text) throws Unreadable {
    if (!has(1)) {
      throw damaged();
    }
    int first = bytes[at] & 0xFF;
    if (first < 0x80) {
      at++;
      if (first == '\r') {
        at += has(1) && bytes[at] == '\n' ? 1 : 0;
        first = '\n';
      }
      text.append((char) first);
      return;
    }
    has(4);
    int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
    int i = 1;
    while (i < length && at + i < end && (bytes[at + i] & 0xC0) == 0x80) {
      i++;
    }
    text.append(new String(bytes, at, i, StandardCharsets.UTF_8));
    at += i;
  }

  /**
   * Goes behind the end of an element that the present one has as a child and whose content does
   * not matter, by its bytes alone; false: it does not end. Its name is long enough to stand
   * nowhere else.
   */
  boolean passBehindEndOf(String name) throws Unreadable {
    if (withoutContent) {
      return false;
    }
    int last = name.length() - 1;
    char rare = name.charAt(last);
    while (true) {
      if (!has(name.length() + 3)) {
        at = end;
        return false;
      }
      // The name's last letter is looked for; then what stands around it.
      int stop = end - 1;
      for (int i = at + last; i < stop; i++) {
        if (bytes[i] == rare && bytes[i + 1] == '>' && closes(i + 1, name)) {
          at = i + 2;
          return true;
        }
      }
      // So much is kept that a closing tag across the border, prefix and all, is found whole.
      at = Math.max(at, end - name.length() - 64);
      if (!more()) {
        at = end;
        return false;
      }
    }
  }

  /** Whether {@code </name} or {@code </prefix:name} stands before {@code to}. */
  private boolean closes(int to, String name) {
    int from = to - name.length();
    if (!same(name, from, to)) {
      return false;
    }
    int i = from - 1;
    if (i >= 0 && bytes[i] == ':') {
      i--;
      while (i >= 0 && bytes[i] != '/' && bytes[i] != '<' && bytes[i] != '>') {
        i--;
      }
    }
    return i > 0 && bytes[i] == '/' && bytes[i - 1] == '<';
  }

  /** Reads the tag at {@code at}; false: its end is not there yet. */
  private boolean readTag() throws Unreadable {
    byte[] b = bytes;
    int n = end;
    int i = at + 1;
    boolean closing = i < n && b[i] == '/';
    if (closing) {
      i++;
    }
    int from = i;
    int hash = 0;
    while (true) {
      if (i >= n) {
        return false;
      }
      int c = b[i] & 0xFF;
      if (c == '>' || c == '/' || c <= ' ') {
        break;
      } else if (c == ':') {
        from = i + 1;
        hash = 0;
      } else {
        hash = hash * 31 + c;
      }
      i++;
    }
    int to = i;
    if (to == from) {
      throw damaged();
    }
    int count = 0;
    boolean empty = false;
    while (true) {
      i = behindBlanks(i);
      if (i + 1 >= n && (i >= n || b[i] != '>')) {
        return false;
      }
      if (b[i] == '>') {
        i++;
        break;
      }
      if (b[i] == '/') {
        if (b[i + 1] != '>' || closing) {
          throw damaged();
        }
        empty = true;
        i += 2;
        break;
      }
      if (closing) {
        throw damaged();
      }
      i = readAttribute(i, count);
      if (i < 0) {
        return false;
      }
      count = Math.min(count + 4, attributes.length);
    }
    tagFrom = at;
    nameFrom = from;
    nameTo = to;
    attributeCount = count;
    at = i;
    opens = !closing;
    withoutContent = empty;
    if (closing) {
      if (depth == 0 || open[--depth] != hash) {
        throw damaged();
      }
    } else {
      if (depth == DEEPEST) {
        throw damaged();
      }
      open[depth++] = hash;
    }
    return true;
  }

  /**
   * Reads the attribute at {@code from} into its places from {@code slot} on, if there is room;
   * gives where it ends, or -1 if its end is not there yet.
   */
  private int readAttribute(int from, int slot) throws Unreadable {
    byte[] b = bytes;
    int n = end;
    int i = from;
    int nameStart = i;
    while (i < n && b[i] != '=' && b[i] != '>' && b[i] != '<' && (b[i] & 0xFF) > ' ') {
      if (b[i] == ':') {
        nameStart = i;
      }
      i++;
    }
    int nameEnd = i;
    i = behindBlanks(i);
    if (i < n && b[i] != '=') {
      throw damaged();
    }
    i = behindBlanks(i + 1);
    if (i >= n) {
      return -1;
    }
    byte quote = b[i++];
    if (quote != '"' && quote != '\'') {
      throw damaged();
    }
    int valueStart = i;
    while (i < n && b[i] != quote) {
      if (b[i] == '<') {
        throw damaged();
      }
      i++;
    }
    if (i >= n) {
      return -1;
    }
    if (slot < attributes.length) {
      attributes[slot] = nameStart;
      attributes[slot + 1] = nameEnd;
      attributes[slot + 2] = valueStart;
      attributes[slot + 3] = i;
    }
    return i + 1;
  }

  private int behindBlanks(int from) {
    int i = from;
    while (i < end && (bytes[i] & 0xFF) <= ' ') {
      i++;
    }
    return i;
  }

  private void passDeclaration() throws Unreadable {
    if (starts("<!--")) {
      passBehind("-->");
    } else if (starts("<![CDATA[")) {
      passBehind("]]>");
    } else if (starts("<!DOCTYPE") || starts("<!ENTITY")) {
      throw new Unreadable(Refusal.DOCUMENT_TYPE);
    } else {
      throw damaged();
    }
  }

  private boolean starts(String text) throws Unreadable {
    return has(text.length()) && same(text, at, at + text.length());
  }

  private void passBehind(String text) throws Unreadable {
    while (!starts(text)) {
      if (!has(text.length())) {
        throw damaged();
      }
      at++;
    }
    at += text.length();
  }

  /** Goes to the next "&lt;"; false: there is none. */
  private boolean find() throws Unreadable {
    while (true) {
      byte[] b = bytes;
      int n = end;
      for (int i = at; i < n; i++) {
        if (b[i] == '<') {
          at = i;
          return true;
        }
      }
      at = end;
      if (!more()) {
        return false;
      }
    }
  }

  /** Whether so many bytes are there from {@code at} on, read now if need be. */
  private boolean has(int count) throws Unreadable {
    while (end - at < count) {
      if (!more()) {
        return false;
      }
    }
    return true;
  }

  /** Reads on; what lies before {@code at} goes. False: nothing is left to read. */
  private boolean more() throws Unreadable {
    if (ended) {
      return false;
    }
    if (at > 0) {
      System.arraycopy(bytes, at, bytes, 0, end - at);
      gone += at;
      end -= at;
      at = 0;
    }
    if (bytes.length - end < FIRST_ROOM / 2) {
      if (bytes.length >= MOST_ROOM) {
        throw damaged();
      }
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    int read = source.read(bytes, end, bytes.length - end);
    if (read < 0) {
      ended = true;
      return false;
    }
    end += read;
    return true;
  }

  /** Reads to the end, so that all is counted and its sum compared. */
  void drain() throws Unreadable {
    do {
      at = end;
    } while (more());
  }

  /** Ends the reading before the end. */
  void close() {
    source.close();
  }

  private static Unreadable damaged() {
    return new Unreadable(Refusal.DAMAGED);
  }
}
