package org.sistercityimpact.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sistercityimpact.check.contract.Field;
import org.sistercityimpact.check.contract.Field.Folding;

/**
 * Free texts, as written but trimmed, each with its comparable form where the field asks for it.
 */
class TextColumn extends CellColumn {
  private static final Pattern CUT_SHORT =
      Pattern.compile("\\+?[0-9](?:(?:[.,][0-9]+)? ?[eE]\\+?|[.,][0-9]+ ?[eE]-)[0-9]{1,3}");

  private static final Set<String> BEHIND_NAMES =
      Set.of("", "inc", "llc", "ltd", "co", "corp", "lp", "llp", "pc", "pllc", "gmbh", "sa", "jr");

  private static final int REMEMBERED = 1 << 10;

  private final Matcher pattern;
  private final boolean folded;
  private final String[] folds;
  private final String[] foldedTo;
  String[] values = new String[256];
  private String[] keys;

  TextColumn(Field field) {
    super(field);
    pattern =
        field.limits().pattern() == null
            ? null
            : Pattern.compile(field.limits().pattern()).matcher("");
    folded = field.fold() != Folding.NONE;
    keys = folded ? new String[256] : null;
    boolean remembers = folded && field.fold() != Folding.ID;
    folds = remembers ? new String[REMEMBERED] : null;
    foldedTo = remembers ? new String[REMEMBERED] : null;
  }

  @Override
  void read(String cell, int slot, CellContext file) {
    clear(slot);
    boolean mayBeLong =
        field.limits().maxLength() > 0 && cell.length() > field.limits().maxLength();
    int length = mayBeLong ? length(cell) : 0;
    if (mayBeLong && length > field.limits().maxLength()) {
      file.report(
          this,
          ProblemCode.TOO_LONG,
          cell,
          Map.of(
              "length", String.valueOf(length),
              "over", String.valueOf(length - field.limits().maxLength()),
              "limit", String.valueOf(field.limits().maxLength())));
    } else if (holdsControl(cell)) {
      file.report(this, ProblemCode.CONTROL_CHARACTER, cell, Map.of());
    } else if (pattern != null && !pattern.reset(cell).matches()) {
      if (takes(cell, slot, file)) {
        return;
      }
      String hint =
          field.limits().hint() == null ? "letters, digits, . _ - only" : field.hint(file.year());
      file.report(this, ProblemCode.WRONG_FORM, cell, Map.of("hint", hint));
    } else if (field.fold() == Folding.ID && isCutShort(cell)) {
      file.report(this, ProblemCode.SCIENTIFIC_ID, cell, Map.of());
    } else {
      String text = field.fold() == Folding.LIST ? withoutPlaceholders(cell, file) : cell;
      if (!text.isEmpty()) {
        set(slot, settled(text, file));
      }
    }
  }

  /** The items of a list, but for those that say nothing: N/A is no organization. */
  private String withoutPlaceholders(String cell, CellContext file) {
    if (cell.indexOf(';') < 0) {
      boolean isName = Placeholder.ofName(cell) == null;
      if (!isName) {
        file.report(
            this, ProblemCode.PLACEHOLDER_READ, cell, Map.of("kind", Placeholder.NOTHING.kind()));
      }
      return isName ? cell : "";
    }
    List<String> kept = new ArrayList<>();
    boolean all = true;
    for (String item : cell.split(";")) {
      String name = Fold.trim(item);
      Placeholder nothing = name.isEmpty() ? null : Placeholder.ofName(name);
      if (nothing != null) {
        all = false;
        file.report(this, ProblemCode.PLACEHOLDER_READ, name, Map.of("kind", nothing.kind()));
      } else if (!name.isEmpty()) {
        kept.add(name);
      }
    }
    return all ? cell : String.join("; ", kept);
  }

  /** Characters as a person counts them: an emoji is one, and a line break of Windows, too. */
  private static int length(String cell) {
    int length = cell.codePointCount(0, cell.length());
    for (int at = cell.indexOf('\r'); at >= 0; at = cell.indexOf('\r', at + 1)) {
      length--;
    }
    return length;
  }

  /**
   * The names of organizations as somebody has settled them; any other text as it is. A name that
   * is said to mean itself is one of its own, and nothing is to be told.
   */
  private String settled(String cell, CellContext file) {
    boolean isName = field.fold() == Folding.NAME || field.fold() == Folding.LIST;
    if (!isName || field.personal()) {
      return cell;
    }
    String[] items = field.fold() == Folding.LIST ? cell.split(";") : new String[] {cell};
    boolean known = false;
    boolean any = false;
    for (int i = 0; i < items.length; i++) {
      String meant = file.meant(this, items[i]);
      known |= meant != null;
      if (meant != null && !isSame(meant, items[i])) {
        any = true;
        items[i] = meant;
      }
    }
    if (!known && field.fold() == Folding.LIST && items.length == 1 && mayBeSeveral(cell)) {
      file.report(this, ProblemCode.ONE_NAME, cell, Map.of());
    }
    String read = String.join(";", items);
    if (any) {
      file.report(this, ProblemCode.NAME_SETTLED, cell, Map.of("read", read));
      return read;
    }
    return cell;
  }

  private static boolean isSame(String one, String other) {
    return Fold.text(one).equals(Fold.text(other));
  }

  /** Whether commas or lines stand between names, as in "Rotary, Lions", not in "Acme, Inc.". */
  private static boolean mayBeSeveral(String cell) {
    if (cell.indexOf(',') < 0 && cell.indexOf('\n') < 0) {
      return false;
    }
    String[] parts = cell.split("[,\n]");
    for (int i = 1; i < parts.length; i++) {
      if (!BEHIND_NAMES.contains(Fold.letters(parts[i]))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a cell that has not the right form is read all the same. */
  boolean takes(String cell, int slot, CellContext file) {
    return false;
  }

  private static boolean isCutShort(String cell) {
    char first = cell.charAt(0);
    return (first >= '0' && first <= '9' || first == '+') && CUT_SHORT.matcher(cell).matches();
  }

  /** Replaces the value by the spelling of a registry. */
  final void set(int slot, String value) {
    values[slot] = value;
    if (folded) {
      keys[slot] = field.fold() == Folding.ID ? folded(value) : remembered(value);
    }
  }

  /** Names come again and again, and folding one takes longer than to find it. */
  private String remembered(String value) {
    int place = value.hashCode() & REMEMBERED - 1;
    if (!value.equals(folds[place])) {
      folds[place] = value;
      foldedTo[place] = folded(value);
    }
    return foldedTo[place];
  }

  private String folded(String value) {
    return field.fold() == Folding.LIST ? Fold.list(value) : Fold.text(value);
  }

  private static boolean holdsControl(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c < ' ' && c != '\t' && c != '\n' && c != '\r' || c >= 0x7F && c < 0xA0) {
        return true;
      }
    }
    return false;
  }

  @Override
  void clear(int slot) {
    values[slot] = null;
    if (folded) {
      keys[slot] = null;
    }
  }

  @Override
  void copy(CellColumn from, int slot) {
    set(slot, from.text(slot));
  }

  @Override
  void grow(int slots) {
    if (values.length < slots) {
      values = Arrays.copyOf(values, slots);
      keys = folded ? Arrays.copyOf(keys, slots) : null;
    }
  }

  @Override
  int hash(int slot) {
    String[] compared = compared();
    return compared[slot] == null ? 0 : compared[slot].hashCode();
  }

  @Override
  boolean same(int a, int b) {
    String[] compared = compared();
    return compared[a] == null ? compared[b] == null : compared[a].equals(compared[b]);
  }

  @Override
  long print(int slot) {
    String compared = compared()[slot];
    if (compared == null) {
      return -1;
    }
    long print = compared.length();
    for (int i = 0; i < compared.length(); i++) {
      print = RowPrints.mixed(print * 31 + compared.charAt(i));
    }
    return print;
  }

  /** Ids are one whatever their case; names are compared as written. */
  private String[] compared() {
    return field.fold() == Folding.ID ? keys : values;
  }

  @Override
  public boolean isEmpty(int slot) {
    return values[slot] == null;
  }

  @Override
  public String text(int slot) {
    return values[slot];
  }

  @Override
  public String key(int slot) {
    return keys[slot];
  }

  @Override
  String shown(int slot) {
    return isEmpty(slot) ? "" : values[slot];
  }
}
