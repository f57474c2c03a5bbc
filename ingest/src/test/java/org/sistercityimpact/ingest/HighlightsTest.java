package org.sistercityimpact.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sistercityimpact.check.Problem;

/** Stories and their photos: what is kept of them, and what is told. */
class HighlightsTest {
  private static final String FOLDER = "2025/US-TX-fort-worth/";
  private static final String STORIES = FOLDER + "highlights-2025.csv";
  private static final String HEADER =
      "date,partnership_id,title,text,photo,alt_text,credit,consent\n";
  private static final String WALL =
      "2025-06-14,Trier,One wall,Twelve painters.,%s,A wall,A. Painter,yes\n";

  @TempDir Path folder;
  private Network network;

  @BeforeEach
  void makeAnInbox() throws IOException {
    network = new Network(folder);
  }

  private static byte[] photo(int gray) throws IOException {
    BufferedImage image = new BufferedImage(150, 100, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(1, 1, 0, gray);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private void story(String photo) throws IOException {
    network.put(STORIES, HEADER + WALL.formatted(photo));
  }

  /** Row and photo of what can be printed. */
  private String photos() {
    return network.query(
        """
        SELECT n.file, p.source_row, f.file FROM raw_photos AS p
        JOIN raw_submissions AS n USING (submission_id)
        JOIN raw_submissions AS f ON f.sha256 = p.sha256 AND f.dataset = 'photo' ORDER BY ALL""");
  }

  private String told() {
    return network.query(
        """
        SELECT file, source_row, column_letter, severity, code, message FROM raw_problems
        WHERE code <> 'partner-by-name' ORDER BY ALL""");
  }

  private String unread() {
    return network.query("SELECT file FROM raw_unread_files ORDER BY ALL");
  }

  @Test
  void takesAStoryAndItsPhoto() throws IOException {
    story("wall.png");
    network.put(FOLDER + "wall.png", photo(1));
    network.ingest();
    assertEquals(
        STORIES + "|in_force|1|1|0|0\n" + FOLDER + "wall.png|in_force|0|0|0|0",
        network.submissions());
    assertEquals(STORIES + "|2|" + FOLDER + "wall.png", photos());
    assertEquals("", told());
    assertEquals("", unread());
    String sha = network.query("SELECT sha256 FROM raw_photos");
    assertTrue(
        Arrays.equals(photo(1), Files.readAllBytes(network.warehouse.originals().path(sha))));
  }

  @Test
  void findsAPhotoInTheFolderOfPhotosWhateverItsCapitals() throws IOException {
    story("PHOTOS\\Wall.PNG");
    network.put(FOLDER + "photos/wall.png", photo(1));
    network.ingest();
    assertEquals(STORIES + "|2|" + FOLDER + "photos/wall.png", photos());
    assertEquals("", told());
  }

  @ParameterizedTest
  @CsvSource({
    "wall.png,wall.png",
    "WALL.PNG,wall.png",
    "./wall.png,wall.png",
    "photos/wall.png,wall.png",
    "Photos/Wall.png,photos/wall.png",
    "wall.png,Fotos/WALL.png",
    "C:\\Users\\ann\\wall.png,wall.png",
    "city%20hall.png,city hall.png",
    "city hall.png,city%20hall.png",
    "photos/city%20hall.png,photos/City Hall.png",
    "100% us.png,100% us.png",
    "Ayuntamiento%20de%20C%C3%B3rdoba.png,Ayuntamiento de Córdoba.png",
    "Übung.png,Übung.png",
    "a+b.png,a+b.png",
  })
  void findsAPhotoAsItIsNamed(String written, String sent) throws IOException {
    story(written);
    network.put(FOLDER + sent, photo(1));
    network.ingest();
    assertEquals(STORIES + "|2|" + FOLDER + sent, photos());
    assertEquals("", told());
    assertEquals("", unread());
    assertEquals(
        List.of(),
        new CityFiles(Network.CONTRACTS)
                .check(network.inbox.resolve(STORIES), CityFiles.Said.NOTHING)
                .get(0)
                .problems()
                .stream()
                .map(Problem::code)
                .filter(code -> !code.equals("partner-by-name"))
                .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"wall", "wall.jpg", "wall.png; roof.png", "wall%2.png", "wall%FF.png"})
  void guessesNoPhoto(String written) throws IOException {
    story(written);
    network.put(FOLDER + "wall.png", photo(1));
    network.ingest();
    assertEquals("", photos());
    assertTrue(told().contains("|2|E|warning|photo-missing|"), told());
    assertEquals(FOLDER + "wall.png", unread());
  }

  @Test
  void tellsOfAPhotoThatIsNotThereAndTakesItOnceItIs() throws IOException {
    story("wall.png");
    network.ingest();
    assertEquals(
        STORIES
            + "|2|E|warning|photo-missing|photo names 'wall.png', and no such photo lies beside the file",
        told());
    network.put(FOLDER + "wall.png", photo(1));
    network.ingest();
    assertEquals("", told());
    assertEquals(STORIES + "|2|" + FOLDER + "wall.png", photos());
  }

  @Test
  void aFaultyPhotoCostsThePhotoAndNotTheStory() throws IOException {
    story("wall.png");
    byte[] whole = photo(1);
    network.put(FOLDER + "wall.png", Arrays.copyOf(whole, whole.length / 2));
    network.ingest();
    assertEquals(
        STORIES + "|in_force|1|1|0|0\n" + FOLDER + "wall.png|unusable|0|0|0|0",
        network.submissions());
    assertEquals(
        STORIES
            + "|2|E|warning|photo-not-used|photo names 'wall.png', a photo that cannot be printed: it is damaged, or its end is missing",
        told());
    assertEquals("", photos());
    network.ingest();
    assertEquals(1, told().lines().count());
  }

  @Test
  void aNewPhotoOfTheNameTakesThePlaceOfTheOldOne() throws IOException {
    story("wall.png");
    network.put(FOLDER + "wall.png", photo(1));
    network.ingest();
    network.put(FOLDER + "wall.png", photo(2));
    network.ingest();
    assertEquals(
        "superseded\nin_force",
        network.query(
            "SELECT status FROM raw_submissions WHERE dataset = 'photo' ORDER BY received_at"));
    assertEquals("1", network.query("SELECT count(*) FROM raw_photos"));
    assertEquals("", told());
  }

  @Test
  void twoPhotosOfOneNameAreNotGuessedBetween() throws IOException {
    story("wall.png");
    network.put(FOLDER + "wall.png", photo(1));
    network.put(FOLDER + "photos/wall.png", photo(2));
    network.ingest();
    assertEquals("", photos());
    assertTrue(told().contains("|conflicting-files|"), this::told);
  }

  @Test
  void aMemberMaySendManyPhotosAtOnce() throws IOException {
    network.put(
        STORIES,
        HEADER
            + "2025-06-14,,A,Text,Q1.png,Alt,,yes\n"
            + "2025-06-15,,B,Text,Q2.png,Alt,,yes\n"
            + "2025-06-16,,C,Text,Q1.png,Alt,,yes\n");
    network.put(FOLDER + "photos/Q1.png", photo(1));
    network.put(FOLDER + "photos/Q2.png", photo(1));
    network.ingest();
    assertEquals(3, photos().lines().map(l -> l.split("\\|")[1]).distinct().count());
    assertEquals("", told());
    network.put(FOLDER + "photos/Q2.png", photo(3));
    network.ingest();
    assertEquals("", told());
  }

  @Test
  void toldOfAPictureThatNoRowNames() throws IOException {
    story("");
    network.put(FOLDER + "events.png", photo(1));
    network.ingest();
    assertEquals(
        FOLDER
            + "events.png|null|null|warning|stray-file|This is not a submission and was not read: it is a picture that no row names",
        told());
    assertEquals(FOLDER + "events.png", unread());
    assertEquals("events", network.query("SELECT dataset FROM raw_unread_files"));
    assertFalse(Files.exists(network.warehouse.originals().path(sha(photo(1)))));
  }

  private static String sha(byte[] bytes) {
    return java.util.HexFormat.of()
        .formatHex(org.sistercityimpact.warehouse.Warehouse.sha256().digest(bytes));
  }

  @Test
  void withoutConsentTheRowIsKeptAndCalmlyTold() throws IOException {
    network.put(STORIES, HEADER + "2025-06-14,,One wall,Text,,,,no\n");
    network.ingest();
    assertEquals(
        STORIES
            + "|2|H|assumed|no-consent|consent is not yes, so nothing of this row is printed or published; it stays with the network office",
        told());
    assertEquals("false", network.query("SELECT consent FROM raw_highlights"));
  }

  @Test
  void saysByHowMuchATextIsTooLong() throws IOException {
    network.put(
        STORIES,
        HEADER
            + "2025-06-14,,Emoji,"
            + "\uD83C\uDF0A".repeat(300)
            + ",,,,yes\n2025-06-15,,Long,"
            + "é".repeat(312)
            + ",,,,yes\n");
    network.ingest();
    assertEquals(
        STORIES
            + "|3|D|error|too-long|text has 312 characters, 12 more than the 300 that it may have",
        told());
  }

  @Test
  void aPhotoNeedsItsAlternativeText() throws IOException {
    network.put(STORIES, HEADER + "2025-06-14,,One wall,Text,wall.png,,,yes\n");
    network.put(FOLDER + "wall.png", photo(1));
    network.ingest();
    assertTrue(
        told()
            .contains(
                "|2|F|error|no-alternative-text|alt_text is empty, and the row names a photo"),
        this::told);
  }

  @Test
  void staffHasAFileAYear() throws IOException {
    String header = "date,member_id,partnership_id,title,text,photo,alt_text,credit,consent\n";
    network.put("registry/highlights-2025.csv", header + "2025-05-01,,,A,Text,a.png,Alt,,yes\n");
    network.put(
        "registry/highlights-2024.csv",
        header + "2024-05-01,US-TX-fort-worth,US-TX-fort-worth~DE-trier,B,Text,,,,yes\n");
    network.put("registry/photos/a.png", photo(1));
    network.ingest();
    assertEquals("registry/highlights-2025.csv|2|registry/photos/a.png", photos());
    assertEquals("", told());
    assertEquals(
        "2024|in_force\n2025|in_force",
        network.query(
            "SELECT data_year, status FROM raw_submissions WHERE dataset = 'network_highlights' ORDER BY ALL"));
  }

  @Test
  void anAwardMayHaveAPhoto() throws IOException {
    network.put(
        "registry/awards.csv",
        "data_year,award,member_id,citation,photo,alt_text,credit,consent\n"
            + "2025,Best,US-TX-fort-worth,For all,a.png,Alt,,\n");
    network.put("registry/a.png", photo(1));
    network.ingest();
    assertEquals("registry/awards.csv|2|registry/a.png", photos());
    assertEquals(
        "registry/awards.csv|2|H|assumed|no-consent|consent is not yes, so the photo is not printed; it stays with the network office",
        told());
  }

  @Test
  void aCityHearsOfItsPhotosBeforeItSends() throws IOException {
    Path file = network.put(STORIES, HEADER + WALL.formatted("wall.png"));
    CityFiles check = new CityFiles(Network.CONTRACTS);
    assertEquals("photo-missing", codes(check, file));
    network.put(FOLDER + "photos/wall.png", new byte[] {1, 2, 3});
    assertEquals("photo-not-used", codes(check, file));
    network.put(FOLDER + "photos/wall.png", photo(1));
    assertEquals("", codes(check, file));
  }

  private static String codes(CityFiles check, Path file) {
    return check.check(file, CityFiles.Said.NOTHING).get(0).problems().stream()
        .map(problem -> problem.code())
        .filter(code -> !code.equals("partner-by-name"))
        .collect(Collectors.joining(" "));
  }

  @Test
  void everythingIsFoundAgainFromTheOriginalsAlone() throws IOException {
    story("wall.png");
    network.put(FOLDER + "wall.png", photo(1));
    network.ingest();
    network.remove(STORIES);
    network.remove(FOLDER + "wall.png");
    // A name more in the registry has all files checked afresh.
    network.put("registry/members.csv", Network.MEMBERS + "US-NY-x,X,NY,city,2015\n");
    network.ingest();
    assertEquals(STORIES + "|2|" + FOLDER + "wall.png", photos());
    assertEquals("", told());
  }
}
