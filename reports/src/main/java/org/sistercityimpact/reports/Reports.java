package org.sistercityimpact.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.sistercityimpact.reports.city.Brief;
import org.sistercityimpact.reports.city.CityLetter;
import org.sistercityimpact.reports.data.Form;
import org.sistercityimpact.reports.data.MarkedCopies;
import org.sistercityimpact.reports.data.Member;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.data.ReportKind;
import org.sistercityimpact.reports.data.Typography;
import org.sistercityimpact.reports.file.DataFiles;
import org.sistercityimpact.reports.file.DataTables;
import org.sistercityimpact.reports.file.FiguresFile;
import org.sistercityimpact.reports.file.OutputFolder;
import org.sistercityimpact.reports.file.Table;
import org.sistercityimpact.reports.national.National;
import org.sistercityimpact.reports.national.NationalAnnex;
import org.sistercityimpact.reports.national.NationalSections;
import org.sistercityimpact.reports.page.FilledReport;
import org.sistercityimpact.reports.page.Pages;
import org.sistercityimpact.reports.page.PdfOutput;
import org.sistercityimpact.reports.page.Section;
import org.sistercityimpact.reports.page.Templates;
import org.sistercityimpact.reports.state.States;
import org.sistercityimpact.reports.text.Foot;
import org.sistercityimpact.reports.text.PrintedFigure;
import org.sistercityimpact.reports.text.Words;
import org.sistercityimpact.warehouse.Access;
import org.sistercityimpact.warehouse.ConfigurationException;

/** Writes a year's reports. The same data give the same bytes, with any number of threads. */
public final class Reports {
  /** Briefs filled at a time: enough that filling pays, few enough for both memory and threads. */
  static final int TOGETHER = 10;

  private final ReportData data;
  private final OutputFolder out;
  private final Consumer<String> progress;
  private final Templates templates;
  private final PdfOutput pdfs;

  private Reports(ReportData data, Words words, Path out, Consumer<String> progress) {
    this.data = data;
    // Exact numbers never lie among those for everybody.
    this.out =
        data.form() == Form.INTERNAL
            ? new OutputFolder(out.resolve("internal"), Access.PRIVATE)
            : new OutputFolder(out, Access.SHARED);
    this.progress = progress;
    this.templates = new Templates(words);
    this.pdfs = new PdfOutput(data.year(), words);
  }

  /**
   * Writes PDFs, tables and figures.json into a folder; internal copies, which are briefs without
   * tables, into the folder {@code internal} within it.
   *
   * @param words the language of the PDFs; rows of data files keep the warehouse's English
   * @param memberId writes only this member's brief and letter
   * @param threads how many documents are made at a time
   * @param progress told each file as it is written, from any of the threads
   * @throws ConfigurationException if the member is unknown or reported nothing, or the folder
   *     cannot be written
   */
  public static ReportRun write(
      ReportData data,
      Words words,
      Set<ReportKind> kinds,
      Optional<String> memberId,
      Path out,
      int threads,
      Consumer<String> progress) {
    return new Reports(data, words, out, progress).write(kinds, memberId, threads);
  }

  private record Written(List<Path> files, int pages, List<PrintedFigure> figures) {
    static Written all(List<Written> parts) {
      return new Written(
          parts.stream().flatMap(part -> part.files.stream()).toList(),
          parts.stream().mapToInt(Written::pages).sum(),
          parts.stream().flatMap(part -> part.figures.stream()).toList());
    }
  }

  /**
   * Has Java load what the first page needs, fonts above all: for a thread beside the one that
   * still reads the warehouse.
   */
  public static void warmUp(Words words) {
    Typography.requireFonts();
    Templates templates = new Templates(words);
    Section empty = new Section("foot", Map.of(), List.of(new Foot("", "", "", "", "1")));
    try {
      new PdfOutput(0, words).pdf(new FilledReport("", "", "-", "", templates.fill(empty)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ReportRun write(Set<ReportKind> kinds, Optional<String> memberId, int threads) {
    ExecutorService pool = pool(threads);
    try {
      return write(kinds, memberId, pool);
    } finally {
      pool.shutdownNow();
    }
  }

  private ReportRun write(Set<ReportKind> kinds, Optional<String> memberId, ExecutorService pool) {
    long start = System.nanoTime();
    Typography.requireFonts();
    List<Callable<Written>> tasks = new ArrayList<>();
    if (kinds.contains(ReportKind.NATIONAL)) {
      Future<List<Table>> tables = pool.submit(() -> new DataTables(data).national());
      // Sections on all threads: only one can put them together, the annex first, for the report
      // names its pages.
      NationalSections parts = new NationalSections(data, templates);
      NationalAnnex annex = new NationalAnnex(parts);
      annex.place(filled(annex.sections(), pool));
      National national = new National(parts, annex);
      FilledReport report = national.document(filled(national.sections(), pool));
      tasks.add(() -> write(report));
      tasks.add(() -> write(annex.document(report)));
      made(tables).forEach(table -> tasks.add(() -> write(table)));
    }
    if (kinds.contains(ReportKind.CITY)) {
      briefs(tasks, kinds, memberId);
    }
    if (kinds.contains(ReportKind.STATE) && memberId.isEmpty()) {
      States states = new States(data, templates);
      data.reportingStates().forEach(code -> tasks.add(() -> write(states.of(code))));
    }
    if (kinds.contains(ReportKind.LETTER)) {
      letters(tasks, memberId);
    }
    Written all = Written.all(all(tasks, pool));
    List<Path> files = new ArrayList<>(all.files);
    Set<String> pdfNames = new LinkedHashSet<>();
    all.figures.forEach(f -> pdfNames.add(f.pdf()));
    if (memberId.isEmpty()) {
      tidy(kinds, pdfNames);
    }
    files.add(
        out.write(
            FiguresFile.NAME,
            FiguresFile.bytes(all.figures, data.additions().whatIf(), out, pdfNames)));
    return new ReportRun(
        List.copyOf(files), all.pages, all.figures.size(), (System.nanoTime() - start) / 1e9);
  }

  private List<Pages.Filled> filled(List<Section> sections, ExecutorService pool) {
    return all(
        sections.stream()
            .<Callable<Pages.Filled>>map(section -> () -> templates.filled(section))
            .toList(),
        pool);
  }

  private void briefs(
      List<Callable<Written>> tasks, Set<ReportKind> kinds, Optional<String> memberId) {
    List<Member> members = data.reportingMembers();
    if (memberId.isPresent()) {
      Member member = member(memberId.get());
      if (!member.reportedAny() && !kinds.contains(ReportKind.LETTER)) {
        throw new ConfigurationException(
            "Cannot report member '%s': it reported nothing for %s (ingest its files first, or print its letter with 'impact report letter')"
                .formatted(member.id(), data.year()));
      }
      members = member.reportedAny() ? List.of(member) : List.of();
    } else if (data.form() == Form.PUBLISHED) {
      List<Member> all = members;
      tasks.add(() -> write(new DataTables(data).members(all)));
    }
    Brief briefs = new Brief(data, templates);
    for (int from = 0; from < members.size(); from += TOGETHER) {
      List<Member> some = members.subList(from, Math.min(from + TOGETHER, members.size()));
      tasks.add(() -> Written.all(briefs.of(some).stream().map(this::write).toList()));
    }
  }

  private void letters(List<Callable<Written>> tasks, Optional<String> memberId) {
    CityLetter letters = new CityLetter(data, templates);
    List<Member> members = memberId.isPresent() ? List.of(member(memberId.get())) : data.lettered();
    for (Member member : members) {
      tasks.add(() -> write(letters, member));
      if (!data.receivedOf(member).findings().isEmpty()) {
        String title = templates.words().say("city_letter.table", member.name()).text();
        tasks.add(() -> write(letters.findings(member), title));
      }
    }
  }

  /** A letter behind the copies that it speaks of. */
  private Written write(CityLetter letters, Member member) {
    String folder = CityLetter.copiesFolder(member.id());
    out.clear(folder);
    List<Path> files = new ArrayList<>();
    for (MarkedCopies.Copy copy : letters.copies(member)) {
      files.add(out.write(folder + copy.name(), copy.bytes()));
    }
    Written letter = write(letters.of(member, !files.isEmpty()));
    return Written.all(List.of(letter, new Written(files, 0, List.of())));
  }

  private Member member(String id) {
    return data.network().members().stream()
        .filter(m -> m.id().equalsIgnoreCase(id))
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "Cannot report member '%s': no member of that id in %s (impact status lists them)"
                        .formatted(id, data.year())));
  }

  /** A brief or letter of a run before, whose member has none today, would contradict this run. */
  private void tidy(Set<ReportKind> kinds, Set<String> figured) {
    boolean figures = kinds.contains(ReportKind.CITY) || kinds.contains(ReportKind.STATE);
    // Read once: those of all briefs are megabytes.
    Set<String> before = figures ? FiguresFile.pdfs(out) : Set.of();
    if (kinds.contains(ReportKind.CITY)) {
      Set<String> ours = new HashSet<>();
      for (String id : data.network().registered()) {
        ours.add(Brief.file(data, templates.words(), id));
        // As earlier programs named them.
        ours.add("briefs/" + id + ".pdf");
      }
      before.stream()
          .filter(pdf -> ours.contains(pdf) && !figured.contains(pdf))
          .forEach(out::delete);
    }
    if (kinds.contains(ReportKind.STATE)) {
      data.network().states().keySet().stream()
          .map(code -> States.file(data, templates.words(), code))
          .filter(pdf -> before.contains(pdf) && !figured.contains(pdf))
          .forEach(out::delete);
    }
    if (kinds.contains(ReportKind.LETTER)) {
      Set<String> without = new HashSet<>(data.network().registered());
      data.lettered().forEach(m -> without.remove(m.id()));
      without.forEach(id -> CityLetter.files(id).forEach(out::delete));
      without.forEach(id -> out.clear(CityLetter.copiesFolder(id)));
      data.lettered().stream()
          .filter(m -> data.receivedOf(m).findings().isEmpty())
          .forEach(m -> CityLetter.tables(m.id()).forEach(out::delete));
    }
  }

  private Written write(FilledReport document) {
    try {
      Path file = out.write(document.file(), pdfs.pdf(document));
      progress.accept(document.file());
      return new Written(
          List.of(file),
          document.print().getPages().size(),
          PrintedFigure.of(document.print(), document.file(), document.id()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Written write(Table table) {
    return write(table, templates.words().capitalName("table", table.name()));
  }

  private Written write(Table table, String title) {
    return new Written(
        new DataFiles(data, templates.words(), out).write(table, title), 0, List.of());
  }

  private static ExecutorService pool(int threads) {
    return Executors.newFixedThreadPool(
        Math.max(1, threads),
        task -> {
          Thread thread = new Thread(task, "reports");
          thread.setDaemon(true);
          return thread;
        });
  }

  /** What the tasks give, in their order. */
  private static <T> List<T> all(List<Callable<T>> tasks, ExecutorService pool) {
    try {
      List<T> all = new ArrayList<>();
      for (Future<T> future : pool.invokeAll(tasks)) {
        all.add(made(future));
      }
      return all;
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static <T> T made(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      throw interrupted();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("Cannot write a report", e.getCause());
    }
  }

  private static IllegalStateException interrupted() {
    Thread.currentThread().interrupt();
    return new IllegalStateException("Interrupted while writing reports");
  }
}
