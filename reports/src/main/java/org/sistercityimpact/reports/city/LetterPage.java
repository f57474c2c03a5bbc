package org.sistercityimpact.reports.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.reports.data.Dataset;
import org.sistercityimpact.reports.data.Finding;
import org.sistercityimpact.reports.data.Intake;
import org.sistercityimpact.reports.data.Member;
import org.sistercityimpact.reports.data.Office;
import org.sistercityimpact.reports.data.Received;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.data.SentFile;
import org.sistercityimpact.reports.data.Typography;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.Numbers;
import org.sistercityimpact.reports.text.Printed;
import org.sistercityimpact.reports.text.TableRow;
import org.sistercityimpact.reports.text.Words;

/** The sentences of a city's letter, and the rows of its tables of files. */
public final class LetterPage {
  private static final double FILE_WIDTH = 122;
  private static final double SIZE = 8.5;

  private final Figures figures;
  private final ReportData data;
  private final Words words;
  private final Numbers numbers;
  private final Member member;
  private final Received received;
  private final boolean marked;
  private final Typography typography = new Typography();

  /** A page with which copies of the member's files come, or do not. */
  LetterPage(Figures figures, Member member, Received received, boolean marked) {
    this.figures = figures;
    this.data = figures.data();
    this.words = figures.words();
    this.numbers = words.numbers();
    this.member = member;
    this.received = received;
    this.marked = marked;
  }

  Member member() {
    return member;
  }

  /** Whether copies with marked cells come with it. */
  boolean marked() {
    return marked;
  }

  /** The data year. */
  public String year() {
    return Integer.toString(data.year());
  }

  /** "Fort Worth, Texas". */
  public String name() {
    String state = figures.state(member.state());
    return member.name().equals(state)
        ? state
        : words.say("brief.name", member.name(), state).text();
  }

  Received received() {
    return received;
  }

  /** Whether anything came. */
  boolean anything() {
    return !received.arrivals().isEmpty();
  }

  /** Files that could not be read have come all the same. */
  private Printed nothingRead() {
    long unread =
        received.findings().stream()
            .filter(Finding::isUnread)
            .map(finding -> finding.at().file())
            .distinct()
            .count();
    return unread == 0
        ? words.say("city_letter.silent", member.name(), year())
        : words.say("city_letter.unread", member.name(), year(), unread);
  }

  /** What the letter has to say, before any table. */
  List<TableRow> lead(long errors, long doubts) {
    Stream<Printed> said =
        anything()
            ? Stream.of(words.sentences(thanks(), verdict(errors, doubts)), late())
            : Stream.of(nothingRead());
    boolean asks = errors + doubts > 0 || !missing().isEmpty();
    return Stream.of(
            Stream.of(dated(), words.say("city_letter.greeting", member.name())),
            said,
            Stream.of(words.when(marked, "city_letter.marked", "marked/" + member.id())),
            Stream.of(asks ? answer() : Printed.plain("")))
        .flatMap(paragraphs -> paragraphs)
        .filter(p -> !p.text().isEmpty())
        .map(TableRow::of)
        .toList();
  }

  private Printed thanks() {
    Intake rows =
        received.arrivals().stream()
            .filter(a -> !a.is("superseded"))
            .map(a -> new Intake("", "", a.read(), a.counted(), a.rejected(), a.duplicate()))
            .reduce(new Intake("", "", 0, 0, 0, 0), Intake::plus);
    long files = received.arrivals().stream().filter(a -> !a.is("superseded")).count();
    return words.say(
        "city_letter.thanks",
        files,
        year(),
        rows.read(),
        rows.accepted(),
        rows.rejected(),
        rows.duplicate(),
        rows.read() - rows.accepted() - rows.rejected() - rows.duplicate());
  }

  private Printed dated() {
    return Printed.plain(
        data.network().office().map(Office::letterDate).map(this::date).orElse(""));
  }

  private Printed answer() {
    return data.network()
        .office()
        .map(Office::answerBy)
        .map(day -> words.say("city_letter.answer", date(day)))
        .orElse(Printed.plain(""));
  }

  /** Who writes, and whom to ask: what the end of a letter is filled with. */
  Map<String, Object> signature() {
    Optional<Office> office = data.network().office();
    String asked =
        office.stream()
            .flatMap(o -> Stream.of(o.contact(), o.phone(), o.email()))
            .filter(Objects::nonNull)
            .collect(Collectors.joining("  ·  "));
    String lines =
        Stream.of(
                office.map(Office::name).orElse(words.text("city_letter.signed")),
                office.map(Office::address).orElse(""),
                asked.isEmpty() ? "" : words.say("city_letter.ask", asked).text())
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n"));
    return Map.of("signed", lines);
  }

  private Printed verdict(long errors, long doubts) {
    Printed asked = words.when(doubts > 0, "city_letter.doubt_it", doubts);
    if (errors > 0) {
      return words.sentences(words.say("city_letter.mend_it", errors), asked);
    }
    if (doubts > 0) {
      return asked;
    }
    return missing().isEmpty()
        ? words.say("city_letter.all_well")
        : words.say("city_letter.well_so_far");
  }

  private Printed late() {
    // What contradicts itself, or cannot be used, counts neither late nor in time.
    List<String> datasets =
        ids().stream()
            .filter(received.late()::contains)
            .filter(
                dataset ->
                    received.arrivals().stream()
                        .filter(a -> dataset.equals(a.dataset()))
                        .anyMatch(a -> !a.is("conflict") && !a.is("unusable")))
            .toList();
    return datasets.isEmpty() || data.reporting().due().isEmpty()
        ? Printed.plain("")
        : words.say("city_letter.late", date(data.reporting().due().get()), names(datasets));
  }

  /** When the files are due, where the calendar says so. */
  Printed due() {
    return data.reporting()
        .due()
        .map(day -> words.say("city_letter.due", year(), date(day)))
        .orElse(Printed.plain(""));
  }

  private String date(LocalDate day) {
    return numbers.day(day);
  }

  private String names(List<String> datasets) {
    return datasets.stream().map(d -> words.name("dataset", d)).collect(Collectors.joining(", "));
  }

  /** One row a file that stands. */
  List<TableRow> arrived() {
    return received.arrivals().stream()
        .filter(a -> !a.is("superseded"))
        .sorted(Comparator.comparing(a -> place(a.dataset())))
        .map(
            a ->
                TableRow.of(
                    a.dataset() == null
                        ? words.text("city_letter.unknown_dataset")
                        : words.capitalName("dataset", a.dataset()),
                    typography.fit(file(a), FILE_WIDTH, SIZE, false),
                    numbers.count(a.read()),
                    numbers.count(a.counted()),
                    numbers.count(a.rejected()),
                    numbers.count(a.duplicate()),
                    words.name("arrival", a.status())))
        .toList();
  }

  private static List<String> ids() {
    return Dataset.ALL.stream().map(Dataset::id).toList();
  }

  /** What was not recognised first, what nobody has to send last. */
  private static int place(String dataset) {
    return dataset == null || ids().contains(dataset) ? ids().indexOf(dataset) : ids().size();
  }

  private String file(SentFile a) {
    return a.sheet() == null
        ? a.file()
        : words.say("city_letter.sheet", a.file(), a.sheet()).text();
  }

  /** One row a dataset of which nothing can be used yet. */
  List<TableRow> missing() {
    return ids().stream()
        .filter(d -> member.expected() && !member.reported(d))
        .map(d -> TableRow.of(words.capitalName("dataset", d), d + ".csv", words.name("holds", d)))
        .toList();
  }

  /** What took the place of what. */
  List<TableRow> changes() {
    List<TableRow> changes = new ArrayList<>();
    for (Dataset dataset : Dataset.ALL) {
      Optional<SentFile> before = received.superseded(dataset.id());
      Optional<SentFile> now = received.inForce(dataset.id());
      if (before.isPresent() && now.isPresent()) {
        changes.add(
            TableRow.of(
                words.say(
                    "city_letter.replaced",
                    words.capitalName("dataset", dataset.id()),
                    file(before.get()),
                    before.get().accepted(),
                    now.get().accepted(),
                    file(now.get()))));
      }
    }
    return changes;
  }
}
