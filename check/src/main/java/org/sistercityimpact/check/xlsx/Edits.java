package org.sistercityimpact.check.xlsx;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Changes to a part, told by places in its bytes from first to last; all else stays as it is. */
final class Edits {
  /** Takes the changed bytes. */
  interface Target {
    void put(byte[] bytes, int from, int length);
  }

  private record Edit(long from, long to, byte[] text) {}

  private final List<Edit> edits = new ArrayList<>();

  /** Puts a text at a place. */
  void put(long at, String text) {
    replace(at, at, text);
  }

  /** Puts a text in the place of what stands there. */
  void replace(long from, long to, String text) {
    edits.add(new Edit(from, to, text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Puts a text in the place of what stands there. */
  void replace(long[] place, String text) {
    replace(place[0], place[1], text);
  }

  /**
   * Puts a text at the end of an element's content, while its closing tag is the present one, or
   * the tag that opens it if it closes itself.
   */
  void append(Tags tags, String text) {
    if (tags.closesItself()) {
      replace(tags.to() - 2, tags.to(), ">" + text + "</" + tags.prefix() + tags.name() + ">");
    } else {
      put(tags.from(), text);
    }
  }

  /** Gives the present tag an attribute, in the place of the one that it has. */
  void attribute(Tags tags, String name, String value) {
    long[] place = tags.value(name);
    if (place == null) {
      put(tags.behindName(), " " + name + "=\"" + value + "\"");
    } else {
      replace(place, value);
    }
  }

  /** Makes the changes while the bytes go by. */
  void apply(Source source, Target target) throws Unreadable {
    edits.sort((a, b) -> Long.compare(a.from, b.from));
    byte[] room = new byte[1 << 15];
    long at = 0;
    int next = 0;
    long skipTo = 0;
    for (int read = source.read(room, 0, room.length);
        read >= 0;
        read = source.read(room, 0, room.length)) {
      long end = at + read;
      while (next < edits.size() && edits.get(next).from < end) {
        Edit edit = edits.get(next++);
        give(room, at, Math.max(at, skipTo), edit.from, target);
        target.put(edit.text, 0, edit.text.length);
        skipTo = Math.max(skipTo, edit.to);
      }
      give(room, at, Math.max(at, skipTo), end, target);
      at = end;
    }
    while (next < edits.size()) {
      byte[] text = edits.get(next++).text;
      target.put(text, 0, text.length);
    }
  }

  private static void give(byte[] room, long at, long from, long to, Target target) {
    if (to > from) {
      target.put(room, (int) (from - at), (int) (to - from));
    }
  }
}
