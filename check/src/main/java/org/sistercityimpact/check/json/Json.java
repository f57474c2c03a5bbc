package org.sistercityimpact.check.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value, read or to be written, on any platform that runs the checker. */
public final class Json {
  private static final Json MISSING = new Json(null);

  private final Object value;

  private Json(Object value) {
    this.value = value;
  }

  /** Reads a whole text. */
  public static Json read(String text) throws FaultyJson {
    return new Reader(text).whole();
  }

  /**
   * Writes a value in one line.
   *
   * @param value a map with texts as keys, an iterable, a text, a number, a truth or null
   */
  public static String write(Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  /** The value of that name; where there is none, one that is missing. */
  public Json get(String name) {
    return members().getOrDefault(name, MISSING);
  }

  /** Whether nothing stood there, or null. */
  public boolean isMissing() {
    return value == null;
  }

  /** Whether it is a text. */
  public boolean isText() {
    return value instanceof String;
  }

  /** A text, or a number as written; null: missing. */
  public String text() {
    return value == null ? null : value.toString();
  }

  /** Whether it is the truth "true". */
  public boolean isTrue() {
    return Boolean.TRUE.equals(value);
  }

  /** A number; null: missing. */
  public BigDecimal number() {
    return value == null ? null : new BigDecimal(text());
  }

  /** The items of a list; none of anything else. */
  public List<Json> items() {
    return value instanceof Items items ? items.all : List.of();
  }

  /** The items of a list as texts. */
  public List<String> texts() {
    return items().stream().map(Json::text).toList();
  }

  /** The named values of an object in their order; none of anything else. */
  public Map<String, Json> members() {
    return value instanceof Members members ? members.all : Map.of();
  }

  private record Items(List<Json> all) {}

  private record Members(Map<String, Json> all) {}

  private static void write(Object value, StringBuilder out) {
    if (value instanceof Map<?, ?> map) {
      char before = '{';
      for (Map.Entry<?, ?> each : map.entrySet()) {
        quote(each.getKey().toString(), out.append(before));
        write(each.getValue(), out.append(':'));
        before = ',';
      }
      out.append(before == '{' ? "{}" : "}");
    } else if (value instanceof Iterable<?> items) {
      char before = '[';
      for (Object each : items) {
        write(each, out.append(before));
        before = ',';
      }
      out.append(before == '[' ? "[]" : "]");
    } else if (value instanceof CharSequence text) {
      quote(text.toString(), out);
    } else {
      out.append(value);
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append("\\u00").append(Character.forDigit(c >> 4, 16));
        out.append(Character.forDigit(c & 15, 16));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    Json whole() throws FaultyJson {
      Json all = value();
      if (next() != 0) {
        throw faulty("nothing may stand behind the end");
      }
      return all;
    }

    private Json value() throws FaultyJson {
      switch (next()) {
        case '{':
          return object();
        case '[':
          return list();
        case '"':
          return new Json(string());
        default:
          return word();
      }
    }

    private Json object() throws FaultyJson {
      Map<String, Json> members = new LinkedHashMap<>();
      at++;
      while (next() != '}') {
        String name = string();
        take(':');
        members.put(name, value());
        if (next() != '}') {
          take(',');
        }
      }
      at++;
      return new Json(new Members(members));
    }

    private Json list() throws FaultyJson {
      List<Json> items = new ArrayList<>();
      at++;
      while (next() != ']') {
        items.add(value());
        if (next() != ']') {
          take(',');
        }
      }
      at++;
      return new Json(new Items(items));
    }

    private String string() throws FaultyJson {
      take('"');
      StringBuilder string = new StringBuilder();
      while (at < text.length() && text.charAt(at) != '"') {
        char c = text.charAt(at++);
        string.append(c == '\\' ? escaped() : c);
      }
      take('"');
      return string.toString();
    }

    private char escaped() throws FaultyJson {
      char c = at < text.length() ? text.charAt(at++) : 0;
      int plain = "bfnrt".indexOf(c);
      if (plain >= 0) {
        return "\b\f\n\r\t".charAt(plain);
      }
      if (c == 'u' && at + 4 <= text.length()) {
        try {
          at += 4;
          return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        } catch (NumberFormatException e) {
          throw faulty("\\u takes four hexadecimal digits");
        }
      }
      if (c != '"' && c != '\\' && c != '/') {
        throw faulty("there is no such escape");
      }
      return c;
    }

    /** A number, kept as written, or true, false or null. */
    private Json word() throws FaultyJson {
      int from = at;
      while (at < text.length() && "{}[],:\" \t\r\n".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      String word = text.substring(from, at);
      switch (word) {
        case "true":
          return new Json(true);
        case "false":
          return new Json(false);
        case "null":
          return MISSING;
        default:
          try {
            return new Json(new BigDecimal(word));
          } catch (NumberFormatException e) {
            at = from;
            throw faulty(word.isEmpty() ? "a value is missing" : "'" + word + "' is no value");
          }
      }
    }

    private void take(char expected) throws FaultyJson {
      if (next() != expected) {
        throw faulty("'" + expected + "' is missing");
      }
      at++;
    }

    /** The next character that is no white space, which is not taken; 0: the end. */
    private char next() {
      while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      return at < text.length() ? text.charAt(at) : 0;
    }

    private FaultyJson faulty(String why) {
      int end = Math.min(at, text.length());
      return new FaultyJson(
          1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count(), why);
    }
  }
}
