package org.sistercityimpact.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.check.contract.Field;

/**
 * Decides what of a cell a message may show. People slip by a column: a name or an address may
 * stand under any header, and problems are read by more people than files are.
 */
final class PersonalData {
  private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>]+@[^\\s@,;<>]+\\.[^\\s@,;<>]+");
  // Grouped as people write them, never one run: that may be any number.
  private static final Pattern TELEPHONE =
      Pattern.compile(
          "(?<![0-9])(?:\\+[0-9][0-9 ().\\-/]{6,}[0-9]|\\(?[0-9]{3}\\)?[ .\\-/]{0,2}[0-9]{3}[ .\\-][0-9]{4}|[0-9]{3}[ .\\-][0-9]{4}|0[0-9]{2,4}[ /\\-][0-9 \\-]{5,})(?![0-9])");
  private static final Pattern BARE_TELEPHONE =
      Pattern.compile("1?[2-9][0-9]{2}[2-9][0-9]{6}|[0-9]{3}-[0-9]{2}-[0-9]{4}");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}]+");
  private static final int LONGEST_INITIALS = 3;

  private final boolean namesPeople;
  private final Set<String> vocabulary;
  private Supplier<Set<String>> cells = Set::of;
  private Registry registry;
  private String memberId;
  private Set<String> known;
  private boolean isAnything;
  private Set<String> places;

  PersonalData(Contract contract, Contracts contracts) {
    namesPeople = contract.fields().stream().anyMatch(Field::personal);
    vocabulary = Vocabulary.of(contracts);
  }

  /**
   * Begins a file.
   *
   * @param context who sends it, and whose partners' names are no people's
   * @param personal gives what stands in its personal columns, as {@link #remember} has it, null:
   *     more than can be looked up; asked only when a text is to be shown
   */
  void begin(Context context, Supplier<Set<String>> personal) {
    registry = context.registry();
    memberId = context.memberId();
    cells = personal;
    known = null;
    isAnything = false;
    places = null;
  }

  /** What may be shown of a cell of {@code field}. */
  Shown shown(Field field, String cell) {
    if (cell.isEmpty()) {
      return Shown.NOTHING;
    }
    if (field.personal()) {
      return Shown.HIDDEN;
    }
    Shown contact = contact(cell);
    if (contact != null) {
      return contact;
    }
    if (isHarmless(cell)) {
      return Shown.plain(cell);
    }
    if (known == null && !isAnything) {
      known = cells.get();
      isAnything = known == null;
    }
    if (isAnything || known.contains(Fold.text(cell))) {
      return Shown.ELSEWHERE;
    }
    return namesPeople ? Shown.PERSONAL : Shown.plain(cell);
  }

  /** What may be shown of the header of a column that nobody knows. */
  Shown header(String name) {
    return contact(name) == null && knowsAll(name, 1) ? Shown.plain(name) : Shown.HIDDEN;
  }

  private static Shown contact(String cell) {
    if (EMAIL.matcher(cell).find()) {
      return Shown.EMAIL;
    }
    boolean telephone = TELEPHONE.matcher(cell).find() || BARE_TELEPHONE.matcher(cell).matches();
    return telephone ? Shown.TELEPHONE : null;
  }

  /** Figures, ids such as T-12, and words that our lists, forms and the registry know. */
  private boolean isHarmless(String cell) {
    boolean holdsDigit = cell.chars().anyMatch(c -> c >= '0' && c <= '9');
    return knowsAll(cell, holdsDigit ? LONGEST_INITIALS : 1);
  }

  private boolean knowsAll(String cell, int initials) {
    for (String word : words(cell)) {
      if (word.length() > initials && !vocabulary.contains(word) && !places().contains(word)) {
        return false;
      }
    }
    return true;
  }

  private Set<String> places() {
    if (places == null) {
      places = new HashSet<>();
      if (registry != null) {
        for (Registry.Partnership tie : registry.partnershipsOf(memberId)) {
          places.addAll(words(tie.id()));
          places.addAll(words(tie.partnerName()));
        }
      }
    }
    return places;
  }

  /** Tells of a folded text whether it is words, all of contracts and forms. */
  static Predicate<String> wordsOf(Contracts contracts) {
    Set<String> vocabulary = Vocabulary.of(contracts);
    return text ->
        text.codePoints().anyMatch(CodePoints::isLetter)
            && words(text).stream().allMatch(word -> word.isEmpty() || vocabulary.contains(word));
  }

  private static List<String> words(String text) {
    return List.of(NO_WORD.split(Fold.text(text)));
  }

  /** The cells among which {@link Shown#ELSEWHERE} is looked up, made comparable. */
  void remember(String cell, Set<String> into) {
    String folded = Fold.text(cell);
    if (folded.length() > 2 && !isHarmless(folded)) {
      into.add(folded);
    }
  }

  /** Words of the contracts and of forms in general, folded. */
  private static final class Vocabulary {
    private static final String OF_FORMS =
        """
        address age am amount and any april area arrival as at august average begin budget but by
        category cell child city code column comment comments company contact cost count country
        county currency data date day days december delegation departure department description
        details dollar dollars each email end error euro event example exchange fax february file
        final first for form from fund gender group header hour hours host id in internal january
        july june label language last level line link list local location manager march may member
        memo mobile mon month months morning name names no none not note notes november null number
        october of office on only or order organization other our out page partner partnership
        paid people percent person phone place pm price program project purpose q1 quarter question
        rate reason receipt received reference region remark remarks report reported responsible
        row school section see september sex share sheet sister staff start state status street
        student students submitted sum table task tbd tel telephone text the time timestamp title
        to topic total totals town travel type unit unknown update updated url us usd use value
        version visit visited visiting visitor visitors volunteer volunteers website week when where who with year
        years yes yet zip
        na ref div num value null spill
        one two three four five six seven eight nine ten twenty thirty forty fifty hundred thousand
        few many several some about approx approximately
        jan feb mar apr jun jul aug sep sept oct nov dec
        enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre
        diciembre ene abr ago dic
        nombre correo telefono teléfono notas comentarios fecha total suma ninguno sin datos de la el
        y a en por
        """;

    private Vocabulary() {}

    static Set<String> of(Contracts contracts) {
      Set<String> words = new HashSet<>();
      add(OF_FORMS, words);
      for (Contract contract : contracts.all()) {
        add(contract.name(), words);
        add(contract.names().title(), words);
        contract.names().aliases().forEach(alias -> add(alias, words));
        for (Field field : contract.fields()) {
          add(field.name(), words);
          add(field.names().title(), words);
          field.names().aliases().forEach(alias -> add(alias, words));
          field.names().parts().forEach(part -> part.forEach(header -> add(header, words)));
          field.limits().allowed().forEach(word -> add(word, words));
        }
      }
      return words;
    }

    private static void add(String text, Set<String> words) {
      words.addAll(words(text));
    }
  }
}
