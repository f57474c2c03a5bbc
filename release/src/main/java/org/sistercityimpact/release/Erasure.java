package org.sistercityimpact.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.check.ErasedFile;
import org.sistercityimpact.check.Fold;
import org.sistercityimpact.check.Person;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.check.contract.Field;
import org.sistercityimpact.ingest.Ingest;
import org.sistercityimpact.ingest.Progress;
import org.sistercityimpact.release.edition.Edition;
import org.sistercityimpact.release.edition.EditionErasures;
import org.sistercityimpact.release.edition.EditionName;
import org.sistercityimpact.release.edition.EditionRecord;
import org.sistercityimpact.release.edition.Editions;
import org.sistercityimpact.release.edition.FrozenFile;
import org.sistercityimpact.warehouse.Access;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Erased;
import org.sistercityimpact.warehouse.ErasedTables;
import org.sistercityimpact.warehouse.Location;
import org.sistercityimpact.warehouse.Manifest;
import org.sistercityimpact.warehouse.Rewrite;
import org.sistercityimpact.warehouse.Warehouse;
import org.sistercityimpact.warehouse.WriteLock;
import org.sistercityimpact.warehouse.Zone;

/**
 * Takes a person out of a warehouse and out of all that was published from it but the publication
 * itself. Everything is looked through and written aside first; {@link #carryOut} then puts it in
 * place, all of it or nothing. Under the write lock from beginning to end.
 */
public final class Erasure implements AutoCloseable {
  private static final String RECEIVED =
      """
      SELECT DISTINCT sha256, file, sheet, dataset, member_id, submission_id FROM raw_receipts
      WHERE sha256 IS NOT NULL ORDER BY sha256, file, sheet, dataset, submission_id""";

  private final Warehouse warehouse;
  private final Contracts contracts;
  private final Progress progress;
  private final String at;
  private final String by;
  private final String reason;
  private final String member;
  private final WriteLock lock;
  private final Rewrite rewrite;
  private Person person;
  private int number;
  private final List<FoundFile> files = new ArrayList<>();
  private final Map<String, Long> tables = new TreeMap<>();
  private final List<String> editions = new ArrayList<>();
  private final List<String> unsearched = new ArrayList<>();
  private final Set<String> kept = new TreeSet<>();
  private int runs;

  /**
   * A file that the person was found in.
   *
   * @param file as it was called in the inbox, without the person
   * @param places their cells
   * @param elsewhere whether they stood anywhere else in it, as in a comment
   */
  public record FoundFile(String file, List<ErasedFile.Place> places, boolean elsewhere) {}

  private Erasure(
      Warehouse warehouse,
      Contracts contracts,
      String member,
      String by,
      String reason,
      Clock clock,
      Progress progress)
      throws IOException {
    this.warehouse = warehouse;
    this.contracts = contracts;
    this.progress = progress;
    this.member = member;
    this.by = by;
    this.reason = reason;
    at = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    lock = warehouse.lock();
    rewrite = new Rewrite(warehouse);
  }

  /**
   * Looks for a person everywhere, and writes aside what would be left.
   *
   * @param values what the person is called, one name, address or id each
   * @param member in whose files and rows alone; null: in everybody's
   * @param by who erases them
   * @param reason why; null: not said
   * @throws ConfigurationException if the warehouse lies on storage that machines share, or {@code
   *     by} or {@code reason}, which are kept, name the person
   */
  public static Erasure prepare(
      Warehouse warehouse,
      Contracts contracts,
      List<String> values,
      String member,
      String by,
      String reason,
      Clock clock,
      Progress progress)
      throws IOException {
    if (!Location.isLocal(warehouse.folder())) {
      throw new ConfigurationException(
          "Cannot forget in warehouse '%s': on storage that machines share no other writer can be kept away meanwhile (stop all jobs, copy the warehouse to a folder of this machine, run 'impact forget' there, and put it in the place of the one there)"
              .formatted(warehouse.folder()));
    }
    Erasure erasure = new Erasure(warehouse, contracts, member, by, reason, clock, progress);
    try {
      erasure.look(values);
      return erasure;
    } catch (IOException | RuntimeException e) {
      erasure.close();
      throw e;
    }
  }

  private void look(List<String> values) throws IOException {
    Manifest manifest = warehouse.manifest();
    List<JsonNode> records = records(warehouse.folder());
    number = records.size() + 1;
    int first = 1;
    for (JsonNode record : records) {
      first = Math.max(first, record.get("last_token").asInt() + 1);
    }
    person = Person.of(values, contracts, places(manifest), first);
    for (String word : Stream.of(by, reason).filter(w -> w != null).toList()) {
      if (!person.withoutIn(word).equals(word)) {
        throw new ConfigurationException(
            "Cannot forget: --by or --reason names the person, and is kept in the record (say it without)");
      }
    }
    Map<String, Received> received = received(warehouse, manifest);
    if (member != null && received.values().stream().noneMatch(file -> file.isOf(member))) {
      throw new ConfigurationException(
          "Cannot forget in files of member '%s': there are none (give its id as the registry spells it)"
              .formatted(member));
    }
    Map<String, Optional<byte[]>> left = new HashMap<>();
    originals(warehouse.folder(), received, left, null);
    Manifest next = manifest;
    try (ErasedTables erased =
        new ErasedTables(of(received), personalColumns(), person::without, person::withoutIn)) {
      for (Zone zone : Zone.values()) {
        ErasedTables.Left ofZone = erased.without(warehouse.folder(), next, zone, rewrite);
        next = ofZone.manifest();
        ofZone.cells().forEach((table, cells) -> tables.merge(table, cells, Long::sum));
      }
      for (EditionName name : Editions.of(warehouse.folder()).names()) {
        Edition edition = Editions.of(warehouse.folder()).open(name);
        String list = edition(edition, received, left, erased);
        if (list != null) {
          editions.add(name.toString());
          next = next.withFact(Edition.erasuresFact(name), list);
        }
      }
    }
    lookThroughRuns();
    if (isAnythingFound()) {
      byte[] record = EditionRecord.JSON.writeValueAsBytes(record());
      Path target = warehouse.folder().resolve(Zone.PROTECTED.folder()).resolve(Erased.RECORDS);
      rewrite.put(
          rewrite.aside(record, Access.PRIVATE), target.resolve("%05d.json".formatted(number)));
      next = Ingest.afresh(next);
      rewrite.put(rewrite.aside(next.json(), Access.SHARED), warehouse.manifestFile());
      for (Path file : warehouse.unnamed(next)) {
        rewrite.remove(file);
      }
    }
  }

  /** Ids and names of the registry, folded: as words of a text they are nobody's. */
  private Set<String> places(Manifest manifest) {
    Set<String> places = new LinkedHashSet<>();
    Map<String, List<String>> columns =
        Map.of(
            "raw_members", List.of("member_id", "name"),
            "raw_partnerships",
                List.of("partnership_id", "partner_name", "partner_local_name", "partner_country"));
    try (DuckDb engine = warehouse.openTables()) {
      columns.forEach(
          (table, names) -> {
            if (!manifest.files(table).isEmpty()) {
              for (Object[] row :
                  engine
                      .read("SELECT DISTINCT " + String.join(", ", names) + " FROM " + table)
                      .values()) {
                for (Object cell : row) {
                  if (cell != null) {
                    places.add(Fold.text(cell.toString()));
                  }
                }
              }
            }
          });
    }
    return places;
  }

  private Set<String> personalColumns() {
    Set<String> names = new LinkedHashSet<>();
    for (Contract contract : contracts.all()) {
      for (Field field : contract.fields()) {
        if (field.personal()) {
          names.add(field.name());
          names.add(field.name() + "_key");
        }
      }
    }
    return names;
  }

  /** What is known of the bytes of one hash. */
  private record Received(
      String file, List<ErasedFile.ReadAs> readAs, Set<String> members, Set<String> submissions) {
    boolean isOf(String member) {
      return member == null || members.contains(member);
    }
  }

  private ErasedTables.Of of(Map<String, Received> received) {
    return member == null
        ? ErasedTables.Of.ALL
        : new ErasedTables.Of(
            member,
            received.values().stream()
                .filter(file -> file.isOf(member))
                .flatMap(file -> file.submissions().stream())
                .collect(Collectors.toSet()));
  }

  private Map<String, Received> received(Warehouse store, Manifest manifest) {
    Map<String, Received> received = new LinkedHashMap<>();
    if (manifest.files("raw_receipts").isEmpty()) {
      return received;
    }
    try (DuckDb engine = store.openTables()) {
      for (Object[] row : engine.read(RECEIVED).values()) {
        Received file =
            received.computeIfAbsent(
                (String) row[0],
                sha256 ->
                    new Received(
                        (String) row[1],
                        new ArrayList<>(),
                        new LinkedHashSet<>(),
                        new LinkedHashSet<>()));
        file.members().add((String) row[4]);
        file.submissions().add((String) row[5]);
        Optional.ofNullable((String) row[3])
            .flatMap(contracts::named)
            .ifPresent(
                contract -> file.readAs().add(new ErasedFile.ReadAs((String) row[2], contract)));
      }
    }
    return received;
  }

  /**
   * Looks through the originals in a warehouse's folder.
   *
   * @param left what was left of each hash, filled in; empty: the person is not in it
   * @param changed takes paths and hashes of an edition's files; null: it is the warehouse itself
   */
  private void originals(
      Path folder,
      Map<String, Received> received,
      Map<String, Optional<byte[]>> left,
      Map<Path, String> changed)
      throws IOException {
    Path root = folder.resolve(Zone.PROTECTED.folder()).resolve("originals");
    if (!Files.isDirectory(root)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> tree = Files.walk(root)) {
      all =
          tree.filter(Files::isRegularFile)
              .filter(file -> file.getFileName().toString().matches("[0-9a-f]{64}"))
              .sorted()
              .toList();
    }
    int done = 0;
    for (Path original : all) {
      String sha256 = original.getFileName().toString();
      Received file = received.get(sha256);
      if (member != null && (file == null || !file.isOf(member))) {
        continue;
      }
      byte[] bytes = Files.readAllBytes(original);
      String hash = sha256(bytes);
      Optional<byte[]> without = left.get(hash);
      if (without == null) {
        without = without(file, bytes);
        left.put(hash, without);
      }
      if (without.isPresent()) {
        erase(original, without.get(), changed);
      }
      progress.step("Look through originals", ++done, all.size());
    }
  }

  private Optional<byte[]> without(Received received, byte[] bytes) {
    String name = person.without(received == null ? "a file that was not taken" : received.file());
    ErasedFile erased =
        ErasedFile.of(bytes, received == null ? List.of() : received.readAs(), person);
    if (!erased.isSearched()) {
      unsearched.add(name);
    }
    if (erased.bytes() == bytes) {
      return Optional.empty();
    }
    files.add(new FoundFile(name, erased.places(), erased.elsewhere()));
    return Optional.of(erased.bytes());
  }

  private void erase(Path original, byte[] without, Map<Path, String> changed) throws IOException {
    Path beside = original.resolveSibling(original.getFileName() + Erased.ENDING);
    List<String> hashes = new ArrayList<>();
    if (Files.exists(beside)) {
      hashes.addAll(Erased.read(beside).left());
    }
    hashes.remove(sha256(without));
    hashes.add(sha256(without));
    byte[] told = new Erased(hashes, at, by).json();
    // In this order: whatever was done of it, the bytes are among those that are told.
    rewrite.put(rewrite.aside(told, Access.PRIVATE), beside);
    rewrite.put(rewrite.aside(without, Access.PRIVATE), original);
    if (changed != null) {
      changed.put(beside, sha256(told));
      changed.put(original, sha256(without));
    }
  }

  /** Looks through an edition; gives the hash of its list of erasures, null: nothing is in it. */
  private String edition(
      Edition edition,
      Map<String, Received> received,
      Map<String, Optional<byte[]>> left,
      ErasedTables erased)
      throws IOException {
    Path store = edition.folder().resolve(Edition.WAREHOUSE);
    Map<Path, String> changed = new HashMap<>();
    originals(store, received, left, changed);
    Manifest manifest;
    ErasedTables.Left tablesLeft;
    try (Warehouse inside = edition.warehouse()) {
      manifest = inside.manifest();
      tablesLeft = erased.without(store, manifest, Zone.PROTECTED, rewrite);
      if (erased.holds(store, manifest, Zone.TABLES)) {
        kept.add(edition.name().toString());
      }
    }
    if (tablesLeft.isChanged()) {
      byte[] json = tablesLeft.manifest().json();
      Path target = store.resolve("manifest.json");
      rewrite.put(rewrite.aside(json, Access.SHARED), target);
      changed.put(target, sha256(json));
      tablesLeft.manifest().tables().values().stream()
          .flatMap(List::stream)
          .forEach(file -> changed.put(store.resolve(file.path()), file.sha256()));
      manifest.tables().values().stream()
          .flatMap(List::stream)
          .forEach(file -> changed.remove(store.resolve(file.path())));
      for (String gone : tablesLeft.removed()) {
        changed.put(store.resolve(gone), null);
      }
    }
    if (changed.isEmpty()) {
      return null;
    }
    Map<String, String> published =
        edition.record().files().stream()
            .collect(Collectors.toMap(FrozenFile::path, FrozenFile::sha256));
    Map<String, String> paths = new TreeMap<>();
    changed.forEach(
        (file, sha256) ->
            paths.put(edition.folder().relativize(file).toString().replace('\\', '/'), sha256));
    EditionErasures list =
        EditionErasures.of(
            edition.erasures().orElse(null), new EditionErasures.Event(at, by), published, paths);
    byte[] json = EditionRecord.JSON.writeValueAsBytes(list);
    rewrite.put(rewrite.aside(json, Access.SHARED), edition.folder().resolve(EditionErasures.FILE));
    tablesLeft.removed().forEach(gone -> rewrite.remove(store.resolve(gone)));
    return sha256(json);
  }

  /** Looks through the records of runs. */
  private void lookThroughRuns() throws IOException {
    Path folder = warehouse.folder().resolve("runs");
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> records;
    try (Stream<Path> list = Files.list(folder)) {
      records = list.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    for (Path record : records) {
      JsonNode json = EditionRecord.JSON.readTree(Files.readAllBytes(record));
      JsonNode left = without(json);
      if (!left.equals(json)) {
        rewrite.put(
            rewrite.aside(EditionRecord.JSON.writeValueAsBytes(left), Access.SHARED), record);
        runs++;
      }
    }
  }

  private JsonNode without(JsonNode json) {
    if (json.isTextual()) {
      return TextNode.valueOf(person.without(json.textValue()));
    }
    if (json.isArray()) {
      ArrayNode left = EditionRecord.JSON.createArrayNode();
      json.forEach(each -> left.add(without(each)));
      return left;
    }
    if (json.isObject()) {
      ObjectNode left = EditionRecord.JSON.createObjectNode();
      json.properties()
          .forEach(field -> left.set(person.without(field.getKey()), without(field.getValue())));
      return left;
    }
    return json;
  }

  /** What is kept of the erasure: no value, nor anything made from one. */
  private Map<String, Object> record() {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("number", number);
    record.put("erased_at", at);
    record.put("by", by);
    record.put("reason", reason);
    record.put("member_id", member);
    record.put("values", kinds());
    record.put("last_token", lastToken());
    record.put(
        "files",
        files().stream()
            .map(
                file -> {
                  Map<String, Object> entry = new LinkedHashMap<>();
                  entry.put("file", file.file());
                  entry.put("places", file.places());
                  entry.put("elsewhere", file.elsewhere());
                  return entry;
                })
            .toList());
    record.put("tables", tables);
    record.put("editions", editions);
    record.put("run_records", runs);
    record.put("not_searched", unsearched);
    return record;
  }

  private int lastToken() {
    String token = person.values().get(person.values().size() - 1).token();
    return Integer.parseInt(token.substring(token.lastIndexOf('-') + 1));
  }

  /** What the values are, in the order in which they were given. */
  public List<String> kinds() {
    return person.values().stream().map(value -> value.kind().words()).toList();
  }

  /** Numbers, from 1, of values that are looked for in columns of people alone. */
  public List<Integer> narrow() {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < person.values().size(); i++) {
      if (!person.values().get(i).isRare()) {
        numbers.add(i + 1);
      }
    }
    return numbers;
  }

  /** Whether the person is anywhere in the warehouse. */
  public boolean isAnythingFound() {
    return !files.isEmpty() || !tables.isEmpty() || !editions.isEmpty() || runs > 0;
  }

  /** Files as they were received that hold the person. */
  public List<FoundFile> files() {
    return files.stream().sorted(Comparator.comparing(FoundFile::file)).toList();
  }

  /** Of each table of the warehouse how many cells hold them. */
  public Map<String, Long> tables() {
    return tables;
  }

  /** Editions in whose protected files they are. */
  public List<String> editions() {
    return editions;
  }

  /** Editions whose published tables hold a text that names them, which stays. */
  public Set<String> kept() {
    return kept;
  }

  /** Records of runs that hold them. */
  public int runs() {
    return runs;
  }

  /** Files that nobody but a person can look through. */
  public List<String> unsearched() {
    return unsearched;
  }

  /** Puts all in place. Killed meanwhile, the next command that writes to the warehouse ends it. */
  public void carryOut() throws IOException {
    rewrite.carryOut();
  }

  /** The records of erasures of a warehouse, oldest first. */
  public static List<JsonNode> records(Path warehouse) throws IOException {
    Path folder = warehouse.resolve(Zone.PROTECTED.folder()).resolve(Erased.RECORDS);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<JsonNode> records = new ArrayList<>();
    try (Stream<Path> list = Files.list(folder)) {
      for (Path file : list.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        records.add(EditionRecord.JSON.readTree(Files.readAllBytes(file)));
      }
    }
    return records;
  }

  private static String sha256(byte[] bytes) {
    return java.util.HexFormat.of().formatHex(Warehouse.sha256().digest(bytes));
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      rewrite.close();
    }
  }
}
