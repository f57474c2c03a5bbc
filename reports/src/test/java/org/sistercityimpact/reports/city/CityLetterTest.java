package org.sistercityimpact.reports.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.pdf.lint.Conformance;
import org.sistercityimpact.pdf.lint.PrintLint;
import org.sistercityimpact.reports.PdfPages;
import org.sistercityimpact.reports.Reports;
import org.sistercityimpact.reports.SampleNetwork;
import org.sistercityimpact.reports.data.Dataset;
import org.sistercityimpact.reports.data.Finding;
import org.sistercityimpact.reports.data.Member;
import org.sistercityimpact.reports.data.Received;
import org.sistercityimpact.reports.data.ReceivedReader;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.data.ReportKind;
import org.sistercityimpact.reports.page.Templates;
import org.sistercityimpact.reports.text.FindingWords;
import org.sistercityimpact.reports.text.Words;

/**
 * The sample network's letters, after a second delivery: Fort Worth has mended its exchanges, and
 * Denver's events went wrong in three hundred rows.
 */
class CityLetterTest {
  private static final String FORT_WORTH = "US-TX-fort-worth";
  private static final String DENVER = "US-CO-denver";
  private static final int WRONG_ROWS = 300;

  /** In the title of each row that was spoiled on purpose. */
  private static final String FAULT = "Sample fault";

  @TempDir static Path folder;
  private static ReportData data;
  private static Path english;

  @BeforeAll
  static void print() throws IOException {
    Path warehouse = folder.resolve("warehouse");
    SampleNetwork.in(warehouse);
    Path second = folder.resolve("second/2025");
    List<String> exchanges =
        Files.readAllLines(SampleNetwork.INBOX.resolve("2025/" + FORT_WORTH + "/exchanges.csv"));
    write(
        second.resolve(FORT_WORTH + "/exchanges.csv"),
        exchanges.stream().filter(line -> !line.contains(FAULT)));
    List<String> events =
        Files.readAllLines(SampleNetwork.INBOX.resolve("2025/" + DENVER + "/events.csv"));
    write(
        second.resolve(DENVER + "/events.csv"),
        Stream.concat(
            events.stream().filter(line -> !line.contains(FAULT)),
            IntStream.range(0, WRONG_ROWS)
                .mapToObj(i -> "EV-X-%s,,,03/04/2025,Fair,cultural,12,,,count,".formatted(i))));
    SampleNetwork.build(folder.resolve("second"), warehouse);
    data = SampleNetwork.read(warehouse);
    english = letters("en");
  }

  private static void write(Path file, Stream<String> lines) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, lines.toList());
  }

  private static Path letters(String language) {
    Path out = folder.resolve(language);
    Reports.write(
        data, Words.of(language), Set.of(ReportKind.LETTER), Optional.empty(), out, 2, file -> {});
    return out;
  }

  private static PdfPages letter(String member) throws IOException {
    return new PdfPages(english.resolve("letters/" + member + ".pdf"));
  }

  @Test
  void writesToEveryMemberExpectedOnOneOrTwoPages() throws IOException {
    assertEquals(39, data.lettered().size());
    for (Member member : data.lettered()) {
      PdfPages letter = letter(member.id());
      assertTrue(letter.count() <= 2, member.id() + " has " + letter.count() + " pages");
      assertTrue(letter.text(1).contains("Dear colleagues in " + member.name() + ","));
    }
  }

  @Test
  void asksASilentMemberForEveryDataset() throws IOException {
    String letter = letter("US-MT-missoula").all();
    assertTrue(
        letter.contains(
            "We have no file from Missoula for 2025 yet, and would be sorry to print a report"
                + " without you."),
        letter);
    for (Dataset dataset : Dataset.ALL) {
      assertTrue(letter.contains(dataset.id() + ".csv"), dataset.id());
    }
    assertTrue(letter.contains("Files for 2025 are due by March 31, 2026."), letter);
  }

  @Test
  void namesEachCellWithWhatWasReadAndWhatToWrite() throws IOException {
    String letter = letter("US-CA-san-diego").all();
    Received received = data.reporting().received().get("us-ca-san-diego");
    assertEquals(13, received.findings().size());
    for (Finding finding : received.findings()) {
      assertTrue(letter.contains(finding.at().letter() + finding.at().row()), finding.toString());
      assertTrue(letter.contains(finding.message()), finding.message() + " in " + letter);
      assertTrue(letter.contains(finding.fix()), finding.fix());
    }
    assertTrue(
        letter.contains(
            "Thank you for your 4 files for 2025. We read 42 rows: 30 count, 11 were rejected, one"
                + " appeared twice."),
        letter);
    assertTrue(letter.contains("an empty cell"), letter);
  }

  @Test
  void countsNoRowOfFilesThatContradictEachOther() throws IOException {
    Path inbox = folder.resolve("contradicting");
    SampleNetwork.copy(SampleNetwork.INBOX, inbox);
    Path exchanges = inbox.resolve("2025/US-WA-seattle/exchanges.csv");
    Files.writeString(
        exchanges.resolveSibling("exchanges (2).csv"),
        Files.readString(exchanges).replaceFirst(",cultural,", ",sports,"));
    Path warehouse = folder.resolve("contradicting-warehouse");
    SampleNetwork.build(inbox, warehouse);
    for (String language : List.of("en", "es")) {
      Path out = folder.resolve("contradicting-" + language);
      Reports.write(
          SampleNetwork.read(warehouse),
          Words.of(language),
          Set.of(ReportKind.LETTER),
          Optional.of("US-WA-seattle"),
          out,
          2,
          file -> {});
      String letter = new PdfPages(out.resolve("letters/US-WA-seattle.pdf")).all();
      assertTrue(
          letter.contains(
              language.equals("en")
                  ? "We read 45 rows: 31 count, 14 in files that contradict each other do not count."
                  : "Leímos 45 filas: 31 cuentan, 14 de archivos que se contradicen no cuentan."),
          letter);
      assertTrue(letter.contains("exchanges.csv 7 0 0 0 "), letter);
      assertFalse(letter.contains("March 31, 2026: exchanges"), letter);
    }
  }

  @Test
  void comesWithCopiesOfTheFilesInWhichEachCellToFixIsMarked() throws IOException {
    Map<String, String> comments = comments(english, "US-CA-san-diego");
    List<Finding> toFix =
        data.reporting().received().get("us-ca-san-diego").findings().stream()
            .filter(f -> !f.severity().equals("assumed"))
            .toList();
    assertEquals(12, toFix.size());
    for (Finding finding : toFix) {
      String file = finding.at().file().replace(".csv", "-marked.xlsx");
      String comment = comments.get(file + " " + finding.at().letter() + finding.at().row());
      assertTrue(
          comment != null
              && comment.contains(finding.message())
              && comment.contains("To fix: " + finding.fix()),
          finding + " in " + comments);
    }
    assertEquals(toFix.size(), comments.size(), comments::toString);
    String letter = letter("US-CA-san-diego").all();
    assertTrue(letter.contains("come with this letter in marked/US-CA-san-diego."), letter);
    // What is in order is not sent back.
    assertEquals(Map.of(), comments(english, "US-MT-missoula"));
    assertFalse(letter("US-MT-missoula").all().contains("marked/"));
  }

  @Test
  void commentsInTheLanguageOfTheLetter() throws IOException {
    Path out = letters("es");
    FindingWords spanish = FindingWords.of("es").orElseThrow();
    String all = comments(out, "US-CA-san-diego").values().toString();
    data.reporting().received().get("us-ca-san-diego").findings().stream()
        .filter(Finding::isError)
        .forEach(
            finding ->
                assertTrue(
                    all.contains("Para corregirlo: " + spanish.fix(finding).orElseThrow()), all));
  }

  @Test
  void leavesNoCopyOfAnEarlierRun() throws IOException {
    Path out = letters("en");
    Path left = out.resolve("letters/marked/US-MT-missoula/exchanges-marked.xlsx");
    Files.createDirectories(left.getParent());
    Files.createFile(left);
    Path other = left.resolveSibling("../US-CA-san-diego/old-marked.xlsx").normalize();
    Files.createFile(other);
    letters("en");
    assertFalse(Files.exists(left.getParent()));
    assertFalse(Files.exists(other));
    assertEquals(12, comments(out, "US-CA-san-diego").size());
  }

  /** The comments in a member's copies, by file and cell. */
  private static Map<String, String> comments(Path out, String member) throws IOException {
    Path copies = out.resolve("letters/marked/" + member);
    Map<String, String> comments = new TreeMap<>();
    if (!Files.exists(copies)) {
      return comments;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(copies)) {
      for (Path file : files) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
          String xml =
              new String(
                  zip.getInputStream(zip.getEntry("xl/comments1.xml")).readAllBytes(),
                  StandardCharsets.UTF_8);
          Matcher comment =
              Pattern.compile("<comment ref=\"([A-Z0-9]+)\".*?</comment>", Pattern.DOTALL)
                  .matcher(xml);
          while (comment.find()) {
            String text = comment.group().replaceAll("<[^>]*>", "").replace("&apos;", "'");
            comments.put(file.getFileName() + " " + comment.group(1), text);
          }
        }
      }
    }
    return comments;
  }

  @Test
  void hidesWhatMayBePersonal() throws IOException {
    String letter = letter("US-NC-asheville").all();
    assertTrue(letter.contains("Column F"), letter);
    assertTrue(letter.contains("(not shown)"), letter);
  }

  @Test
  void tellsWhatTookThePlaceOfWhat() throws IOException {
    String letter = letter(FORT_WORTH).all();
    assertTrue(
        letter.contains(
            "What changed since last time Exchanges: the new exchanges.csv took the place of the"
                + " earlier exchanges.csv. Before, 8 rows counted; now 7 do."),
        letter);
    assertFalse(letter.contains("2025-02-30"), "the mended file is free of the old one's faults");
  }

  @Test
  void putsFindingsOfAKindInOneRowWhereTheyAreTooMany() throws IOException {
    PdfPages letter = letter(DENVER);
    assertTrue(letter.all().contains("D8, D9, D10 and 297 more"), letter.all());
    List<String> rows = Files.readAllLines(english.resolve("letters/tables/" + DENVER + ".csv"));
    assertEquals(
        1 + data.reporting().received().get(ReceivedReader.key(DENVER)).findings().size(),
        rows.size());
    assertTrue(rows.size() > WRONG_ROWS);
  }

  @Test
  void holdsNothingOfAnotherMember() throws IOException {
    ReportData first = SampleNetwork.in(folder.resolve("first"));
    Path out = folder.resolve("first-letters");
    Reports.write(
        first, Words.of("en"), Set.of(ReportKind.LETTER), Optional.empty(), out, 2, file -> {});
    String wrongTie = new PdfPages(out.resolve("letters/" + FORT_WORTH + ".pdf")).all();
    assertTrue(wrongTie.contains("B7"), "the cell is told");
    assertTrue(wrongTie.contains("(another member’s)"), wrongTie);
    List<String> strays = new ArrayList<>();
    for (Member member : first.lettered()) {
      String own = new PdfPages(out.resolve("letters/" + member.id() + ".pdf")).all();
      Path table = out.resolve("letters/tables/" + member.id() + ".csv");
      String told = Files.exists(table) ? own + Files.readString(table) : own;
      first.network().registered().stream()
          .filter(id -> !id.equals(member.id()))
          .filter(id -> Pattern.compile("\\b" + Pattern.quote(id) + "\\b").matcher(told).find())
          .forEach(id -> strays.add(id + " in " + member.id()));
      first.network().ties().values().stream()
          .flatMap(List::stream)
          .filter(tie -> !tie.memberId().equals(member.id()) && told.contains(tie.id()))
          .forEach(tie -> strays.add(tie.id() + " in " + member.id()));
    }
    assertEquals(List.of(), strays);
  }

  @Test
  void tellsEveryFindingInTheLanguageOfTheLetter() throws IOException {
    FindingWords spanish = FindingWords.of("es").orElseThrow();
    Set<String> codes = new TreeSet<>();
    for (Member member : data.lettered()) {
      for (Finding finding : data.receivedOf(member).findings()) {
        String said =
            spanish.message(finding).orElse("the message")
                + " / "
                + spanish.fix(finding).orElse("the fix");
        assertEquals(
            List.of(),
            Stream.of("the", "and", "or", "is", "are", "Write", "such", "'[hidden]'")
                .filter(word -> List.of(said.split("[ ,;]")).contains(word))
                .toList(),
            finding + " is told as " + said);
        codes.add(finding.code());
      }
    }
    assertTrue(codes.size() > 20, codes::toString);

    Path out = letters("es");
    String letter = new PdfPages(out.resolve("letters/US-CA-san-diego.pdf")).all();
    Received received = data.reporting().received().get("us-ca-san-diego");
    for (Finding finding : received.findings()) {
      assertTrue(letter.contains(spanish.fix(finding).orElseThrow()), letter);
    }
  }

  @Test
  void keepsTheStandardsAndCutsNothingInBothLanguages() throws Exception {
    for (String language : List.of("en", "es")) {
      Path out = letters(language);
      for (String member : List.of(FORT_WORTH, DENVER, "US-MT-missoula")) {
        assertEquals(
            List.of(),
            Conformance.failures(Files.readAllBytes(out.resolve("letters/" + member + ".pdf"))),
            language + " " + member);
      }
      CityLetter letters = new CityLetter(data, new Templates(Words.of(language)));
      assertEquals(
          List.of(),
          data.lettered().stream()
              .flatMap(member -> PrintLint.check(letters.of(member, true).print()).stream())
              .collect(Collectors.toList()),
          language);
    }
  }
}
