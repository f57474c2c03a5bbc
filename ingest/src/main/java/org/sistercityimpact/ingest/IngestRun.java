package org.sistercityimpact.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.check.Checker;
import org.sistercityimpact.check.DatasetNames;
import org.sistercityimpact.check.FileLimit;
import org.sistercityimpact.check.Fold;
import org.sistercityimpact.check.ProblemCode;
import org.sistercityimpact.check.Registry;
import org.sistercityimpact.check.Workbooks;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contract.Kind;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.ingest.Arrival.Place;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DataFile;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Manifest;
import org.sistercityimpact.warehouse.Originals;
import org.sistercityimpact.warehouse.SqlEngine.Part;
import org.sistercityimpact.warehouse.Warehouse;
import org.sistercityimpact.warehouse.Zone;

/** One run, under the lock: look, check, decide, write, commit. */
final class IngestRun {
  /** By which rules files were checked; other ones have all of them checked afresh. */
  static final String RULES_FACT = "ingest_rules";

  /** Year, member and file. */
  private static final int PLACES = 3;

  // With the heap of this process it keeps a run under 1 GB; what does not fit is spilled.
  private static final String ENGINE_MEMORY = "384MB";

  private final Contracts contracts;
  private final DatasetNames names;
  private final Path inboxFolder;
  private final Warehouse warehouse;
  private final Progress progress;
  private final CheckingCluster cluster;
  private final LocalDateTime now;
  private final Stopwatch watch = new Stopwatch();
  private List<Arrival> arrivals;
  private PhotoNames photos;
  private final DuckDb engine;
  private final Queue<FileResult> results = new ConcurrentLinkedQueue<>();
  private final List<ProblemSpool> spools = new ArrayList<>();

  IngestRun(
      Contracts contracts,
      Inbox inbox,
      Path inboxFolder,
      Warehouse warehouse,
      Clock clock,
      Progress progress,
      CheckingCluster cluster)
      throws IOException {
    this.contracts = contracts;
    names = new DatasetNames(contracts);
    this.inboxFolder = inboxFolder;
    this.warehouse = warehouse;
    this.progress = progress;
    this.cluster = cluster;
    now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    // DuckDB unpacks its library while this thread walks the inbox: half a second saved.
    Path scratch = warehouse.scratchFolder();
    CompletableFuture<DuckDb> starting =
        CompletableFuture.supplyAsync(() -> DuckDb.open(scratch, ENGINE_MEMORY));
    try {
      // One for each thread: they remember the header that they met last.
      ThreadLocal<Workbooks> workbooks =
          ThreadLocal.withInitial(() -> new Workbooks(contracts, names));
      arrivals =
          inbox.arrivals().parallelStream()
              .map(IngestRun::refuseTooLarge)
              .flatMap(arrival -> sheets(arrival, workbooks))
              .toList();
      Set<String> named = arrivals.stream().map(IngestRun::slot).collect(Collectors.toSet());
      arrivals = arrivals.stream().map(a -> byColumns(a, workbooks.get(), named)).toList();
    } catch (RuntimeException e) {
      starting.join().close();
      throw e;
    }
    engine = starting.join();
  }

  /** A file in a folder that is called otherwise than the one member that it means. */
  private static Arrival ofMember(Arrival arrival, Registry registry) {
    String folder = arrival.memberFolder();
    if (folder == null || registry.member(folder) != null) {
      return arrival;
    }
    return registry.memberMeant(folder).map(member -> arrival.of(member.id())).orElse(arrival);
  }

  /** A file above the limit is refused with advice, not tried. */
  private static Arrival refuseTooLarge(Arrival arrival) {
    if (arrival.bytes() <= FileLimit.BYTES
        || arrival.place() == Place.STRAY
        || arrival.place() == Place.PHOTO) {
      return arrival;
    }
    return arrival.unreadable(FileLimit.problem(arrival.bytes()));
  }

  /** A workbook as its sheets, any other file as it is. */
  private static Stream<Arrival> sheets(Arrival arrival, ThreadLocal<Workbooks> workbooks) {
    if (arrival.place() != Place.WORKBOOK) {
      return Stream.of(arrival);
    }
    try {
      Optional<String> ofFile = Optional.ofNullable(arrival.dataset());
      return workbooks
          .get()
          .sheets(FileContent.of(arrival.path()), arrival.dataYear(), ofFile)
          .stream()
          .map(arrival::with);
    } catch (IOException e) {
      Map<String, String> words = Map.of("reason", Inbox.reason(e));
      return Stream.of(arrival.unreadable(ProblemCode.UNREADABLE_FILE.ofFile(words)));
    }
  }

  private static String slot(Arrival arrival) {
    return slot(arrival, arrival.dataset());
  }

  private static String slot(Arrival arrival, String dataset) {
    String member = arrival.memberFolder() == null ? "" : Fold.letters(arrival.memberFolder());
    return member + "|" + arrival.dataYear() + "|" + dataset;
  }

  /** A text in a member's folder whose name says nothing, by its columns where they say it. */
  private Arrival byColumns(Arrival arrival, Workbooks workbooks, Set<String> named) {
    if (arrival.dataset() != null || !mayBeText(arrival)) {
      return arrival;
    }
    try {
      return workbooks
          .byColumns(FileContent.of(arrival.path()))
          .filter(dataset -> names.mayHold(dataset, arrival.file().split("/")[PLACES - 1]))
          .filter(dataset -> !named.contains(slot(arrival, dataset)))
          .map(arrival::byColumns)
          .orElse(arrival);
    } catch (IOException e) {
      // Whoever takes it will say why it cannot be read.
      return arrival;
    }
  }

  /** Whether it lies directly in a member's folder and may be cells under a name like Book1.txt. */
  private boolean mayBeText(Arrival arrival) {
    String[] place = arrival.file().split("/");
    boolean isSent =
        arrival.place() == Place.SUBMISSION
            || arrival.place() == Place.STRAY && Files.isRegularFile(arrival.path());
    return isSent
        && place.length == PLACES
        && names.leavesToColumns(place[PLACES - 1], arrival.dataYear())
        && arrival.dataYear() != null;
  }

  IngestReport run() throws IOException {
    Manifest before = warehouse.manifest();
    try (engine) {
      Originals originals = warehouse.originals();
      ReceiptLog log = ReceiptLog.load(engine, warehouse, before);
      RegistryInForce registry =
          RegistryInForce.find(contracts, arrivals, log, originals, inboxFolder);
      if (registry == null) {
        throw new ConfigurationException(
            "Cannot ingest inbox '%s': neither it nor the warehouse has a registry (put members.csv and partnerships.csv into %s)"
                .formatted(inboxFolder, inboxFolder.resolve(DatasetNames.REGISTRY)));
      }
      arrivals = arrivals.stream().map(a -> ofMember(a, registry.registry())).toList();
      watch.lap("look");
      String rules = Sha256.of(contracts.sha256() + Checker.VERSION + registry.sha256());
      boolean afresh = !rules.equals(before.fact(RULES_FACT));
      Manifest next = before.withFact(RULES_FACT, rules);
      next = check(next, log, originals, registry, afresh);
      StateTables tables =
          new StateTables(contracts, engine, warehouse, log, arrivals, results, photos);
      next = tables.write(next, spools);
      boolean changed = !next.equals(before);
      if (changed) {
        warehouse.commit(next);
      }
      watch.lap("write");
      return report(log, tables, registry, changed);
    }
  }

  private Manifest check(
      Manifest manifest,
      ReceiptLog log,
      Originals originals,
      RegistryInForce registry,
      boolean afresh)
      throws IOException {
    Set<String> claimed = ConcurrentHashMap.newKeySet();
    claimed.addAll(log.submissions().keySet());
    Map<Contract, Collection<List<FileJob>>> jobs = new LinkedHashMap<>();
    Map<String, List<Arrival>> sent =
        arrivals.stream()
            .filter(arrival -> arrival.dataset() != null)
            .collect(Collectors.groupingBy(Arrival::dataset));
    for (Contract contract : contracts.all()) {
      List<Arrival> mine = sent.getOrDefault(contract.name(), List.of());
      Collection<List<FileJob>> files = jobs(contract, mine, log, originals, afresh);
      if (!files.isEmpty() || replaces(manifest, contract, afresh)) {
        jobs.put(contract, files);
      }
    }
    int total = jobs.values().stream().flatMap(Collection::stream).mapToInt(Collection::size).sum();
    AtomicInteger done = new AtomicInteger();
    CheckPass.Shared shared =
        new CheckPass.Shared(
            contracts,
            registry.registry(),
            originals,
            claimed,
            result -> {
              results.add(result);
              progress.step("Check files", done.incrementAndGet(), total);
            },
            warehouse.scratchFolder(),
            now,
            new Semaphore(1),
            new AtomicReference<>());
    CheckStage stage = new CheckStage(engine, warehouse, shared, cluster);
    Map<Contract, List<Part>> parts = stage.run(jobs);
    spools.addAll(stage.spools());
    Manifest next = afresh ? manifest.withTable(StateTables.PROBLEMS, List.of()) : manifest;
    for (Contract contract : parts.keySet()) {
      next = with(next, contract, parts.get(contract), replaces(manifest, contract, afresh));
    }
    watch.lap("check");
    photos = PhotoNames.read(contracts, engine, warehouse, next);
    arrivals = arrivals.stream().map(photos::placed).toList();
    ProblemSpool others = new ProblemSpool(warehouse.scratchFolder().resolve("problems-others"));
    OtherFiles rest =
        new OtherFiles(
            names,
            new Workbooks(contracts, names),
            PhotoNames.leastPixels(contracts),
            originals,
            claimed,
            results,
            others,
            now);
    arrivals.forEach(rest::take);
    if (afresh) {
      log.submissions().values().forEach(rest::again);
    }
    others.close();
    spools.add(others);
    watch.lap("check other files");
    return next;
  }

  private Collection<List<FileJob>> jobs(
      Contract contract, List<Arrival> mine, ReceiptLog log, Originals originals, boolean afresh) {
    Place place = contract.kind() == Kind.SUBMITTED ? Place.SUBMISSION : Place.REGISTRY;
    Map<String, List<FileJob>> jobs = new LinkedHashMap<>();
    for (Arrival arrival : mine) {
      if (arrival.place() == place) {
        String member = arrival.memberFolder() == null ? "" : Fold.text(arrival.memberFolder());
        jobs.computeIfAbsent(member + "|" + arrival.dataYear(), slot -> new ArrayList<>())
            .add(new FileJob(arrival.path(), arrival.bytes(), arrival, null));
      }
    }
    if (afresh) {
      for (Submission kept : log.submissions().values()) {
        if (contract.name().equals(kept.dataset())) {
          Path sent = inboxFolder.resolve(kept.file());
          long bytes = size(originals.path(kept.sha256()));
          jobs.put(kept.id(), List.of(new FileJob(sent, bytes, arrival(kept, place), kept)));
        }
      }
    }
    return jobs.values();
  }

  private static long size(Path original) {
    try {
      return Files.size(original);
    } catch (IOException e) {
      // Whoever reads it will say why it cannot be read.
      return 0;
    }
  }

  private static Arrival arrival(Submission kept, Place place) {
    return new Arrival(
        null,
        kept.file(),
        kept.sheet(),
        0,
        place,
        new Arrival.Subject(kept.memberId(), kept.dataYear(), kept.dataset()),
        null,
        List.of());
  }

  private static boolean replaces(Manifest manifest, Contract contract, boolean afresh) {
    return afresh || manifest.files(contract.rawTable()).isEmpty();
  }

  private Manifest with(Manifest manifest, Contract contract, List<Part> parts, boolean replaces)
      throws IOException {
    if (parts.stream().allMatch(part -> part.rows() == 0) && !replaces) {
      for (Part part : parts) {
        Files.delete(part.file());
      }
      return manifest;
    }
    String table = contract.rawTable();
    List<DataFile> files = new ArrayList<>();
    for (Part part : parts) {
      files.add(warehouse.adopt(part.file(), Zone.PROTECTED, table, part.rows()));
    }
    return replaces ? manifest.withTable(table, files) : manifest.withMoreFiles(table, files);
  }

  private IngestReport report(
      ReceiptLog log, StateTables tables, RegistryInForce registry, boolean committed) {
    SubmissionStatuses statuses = tables.statuses();
    Tally tally = new Tally();
    results.stream()
        .sorted(Comparator.comparing(result -> result.arrival().label()))
        .forEach(result -> tally.add(result, log, statuses));
    arrivals.stream().filter(arrival -> arrival.place() == Place.STRAY).forEach(tally::stray);
    return tally.report(
        statuses.counts(),
        tables.problems(),
        registry.errors(),
        warehouse.originals().healed(),
        warehouse.originals().returned(),
        committed,
        watch.seconds());
  }

  /** Wall time by stage. */
  private static final class Stopwatch {
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private long last = System.nanoTime();

    void lap(String stage) {
      long time = System.nanoTime();
      seconds.put(stage, Math.round((time - last) / 1e6) / 1e3);
      last = time;
    }

    Map<String, Double> seconds() {
      return seconds;
    }
  }
}
