package org.sistercityimpact.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write into the columns of stories, and of partnerships. */
class StoryColumnsTest {
  private static final String STORY =
      "date,partnership_id,title,text,photo,alt_text,credit,consent\n";
  private static final String TIE =
      "partnership_id,member_id,partner_name,partner_local_name,partner_country,partner_latitude,partner_longitude,established,status,ended,public\n";

  private static Submission story(String... cells) {
    StringBuilder text = new StringBuilder(STORY);
    for (int i = 0; i < cells.length; i++) {
      text.append(i % 8 == 0 ? "" : ",")
          .append('"')
          .append(cells[i].replace("\"", "\"\""))
          .append('"');
      text.append(i % 8 == 7 ? "\n" : "");
    }
    return Submission.of("highlights", text.toString());
  }

  private static Submission consent(String word) {
    return story("2025-06-14", "Trier", "A wall", "Painted.", "", "", "", word);
  }

  private static String stored(Submission file, int column) {
    return file.rows().isEmpty() ? "refused" : file.rows().get(0).split("\\|", -1)[column];
  }

  @ParameterizedTest
  @CsvSource({
    "yes,yes",
    "Yes,yes",
    "YES ,yes",
    "y,yes",
    "sí,yes",
    "Sí,yes",
    "si,yes",
    "SI,yes",
    "S,yes",
    "true,yes",
    "VERDADERO,yes",
    "1,yes",
    "x,yes",
    "✓,yes",
    "no,no",
    "No,no",
    "N,no",
    "FALSE,no",
    "falso,no",
    "0,no",
    "✗,no",
    "☐,no",
    "pending,refused",
    "pendiente,refused",
    "yes?,refused",
    "verbal,refused",
    "not yet,refused",
    "yes but not the children,refused",
    "?,refused",
    "n/a,refused",
    "tbd,refused",
    "'',refused",
    "oui,refused",
    "parents agreed,refused",
    "2,refused",
  })
  void consentIsYesOrNoInWordsThatSaySo(String word, String read) {
    assertEquals(read, stored(consent(word), 8), consent(word).problems().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "2025-06-14,2025-06-14",
    "6/14/2025,2025-06-14",
    "14/6/2025,2025-06-14",
    "June 14 2025,2025-06-14",
    "14 de junio de 2025,2025-06-14",
    "Jun 14,2025-06-14",
    "2025年6月14日,2025-06-14",
    "6月14日,2025-06-14",
    "6月25日,2025-06-25",
    "6月14日(土),2025-06-14",
    "45822,2025-06-14",
    "2025-06-14 18:00,2025-06-14",
    "06/07/2025,refused",
    "2024-06-14,refused",
    "June 2025,refused",
    "summer,refused",
    "2025-06-31,refused",
    "tbd,refused",
  })
  void theDayIsOneDayOfTheYear(String written, String read) {
    Submission file = story(written, "Trier", "A wall", "Painted.", "", "", "", "yes");
    assertEquals(read, stored(file, 1), file.problems().toString());
  }

  @ParameterizedTest
  @CsvSource({"300,yes", "301,refused"})
  void aTextHas300Characters(int length, String read) {
    for (String letter : List.of("a", "ß", "長", "😀")) {
      Submission file = story("2025-06-14", "", "A wall", letter.repeat(length), "", "", "", "yes");
      assertEquals(read, stored(file, 8), letter);
      assertEquals(
          read.equals("yes")
              ? List.of()
              : List.of("text has 301 characters, 1 over the 300 that it may have"),
          file.details().stream()
              .map(
                  p ->
                      p.message()
                          .replace("more than the 300", "over the 300")
                          .replace("1 over over", "1 over"))
              .toList());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>Great</b> day",
        "Bread &amp; roses",
        "One<br/>two",
        "Caf&#233; opened",
        "<a href=\"https://example.org\">here</a>",
        "a&nbsp;b"
      })
  void signsOfAWebPageAreToldAndPrintedAsTheyStand(String text) {
    Submission file = story("2025-06-14", "", "A wall", text, "", "", "", "yes");
    assertEquals(List.of("2 D text " + text + " web-text assumed"), file.problems());
    assertEquals(text, stored(file, 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3 < 5 > 2",
        "Smith & Sons; others",
        "R&D; and more",
        "I <3 Trier",
        "a <- b",
        "AT&T"
      })
  void otherSignsAreNone(String text) {
    assertEquals(
        List.of(), story("2025-06-14", "", "A wall", text, "", "", "", "yes").problems(), text);
  }

  @Test
  void storiesOfOneTitleAreTwoOnTwoDaysAndUnclearOnOne() {
    String[] first = {"2025-06-14", "", "A wall", "Painted.", "", "", "", "yes"};
    String[] later = {"2025-06-15", "", "A wall", "Finished.", "", "", "", "yes"};
    String[] other = {"2025-06-14", "", "A wall", "Finished.", "", "", "", "yes"};
    assertEquals("ROWS 2 2 0 0", story(both(first, later)).counts());
    assertEquals("UNUSABLE 2 0 2 0", story(both(first, other)).counts());
    assertEquals("ROWS 2 1 0 1", story(both(first, first)).counts());
  }

  private static String[] both(String[] one, String[] other) {
    return java.util.stream.Stream.of(one, other)
        .flatMap(java.util.Arrays::stream)
        .toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource({
    "Trier,US-TX-fort-worth~DE-trier",
    "us-tx-fort-worth~de-TRIER,US-TX-fort-worth~DE-trier",
    "'Trier, Germany',US-TX-fort-worth~DE-trier",
    "長岡市,US-TX-fort-worth~JP-nagaoka",
    "'',''",
    "none,''",
    "US-OR-bend~IT-belluno,refused",
    "Belluno,refused",
    "Újváros,refused",
    "all of them,refused",
  })
  void theTieIsTheMembersOwn(String written, String read) {
    Submission file = story("2025-06-14", written, "A wall", "Painted.", "", "", "", "yes");
    assertEquals(read, stored(file, 2), file.problems().toString());
  }

  @Test
  void aPhotoNeedsItsTextForThoseWhoDoNotSeeIt() {
    assertEquals(
        List.of("2 F alt_text  no-alternative-text error"),
        story("2025-06-14", "", "A wall", "Painted.", "wall.jpg", "", "", "yes").problems());
    assertEquals(
        "ROWS 1 1 0 0",
        story("2025-06-14", "", "A wall", "Painted.", "none", "", "", "yes").counts());
  }

  private static Submission tie(String column, String value) {
    String[] names = TIE.trim().split(",");
    String[] cells = {
      "US-TX-fort-worth~DE-trier",
      "US-TX-fort-worth",
      "Trier",
      "",
      "DE",
      "49.7",
      "6.6",
      "1987",
      "active",
      "",
      ""
    };
    cells[List.of(names).indexOf(column)] = "\"" + value + "\"";
    return Submission.of("partnerships", TIE + String.join(",", cells) + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "partner_country|de|DE",
        "partner_country|Germany|DE",
        "partner_country|Deutschland|DE",
        "partner_country|UK|GB",
        "partner_country|South Korea|KR",
        "partner_country|Czech Republic|CZ",
        "partner_country|Turkey|TR",
        "partner_country|Türkiye|TR",
        "partner_country|Taiwan|TW",
        "partner_country|Ivory Coast|CI",
        "partner_country|GER|refused",
        "partner_country|Bavaria|refused",
        "established|1987|1987",
        "established|1987-05-13|1987",
        "established|May 1987|1987",
        "established|1987.0|1987",
        "established|87|refused",
        "established|est. 1987|1987",
        "established|unknown|''",
        "established|1492|refused",
        "status|Active|active",
        "status|FRIENDSHIP |friendship",
        "status|inactive|refused",
        "status|active?|active",
        "ended|n/a|''",
        "ended|1986|refused",
        "ended|present|''",
        "public|No|no",
        "public|sí|yes",
        "public|maybe|refused",
        "public|''|''",
        "partner_latitude|49,7|refused",
        "partner_latitude|91|refused",
        "partner_latitude|49.7 N|refused",
        "partner_longitude|-6.6412345678|-6.641235",
        "partner_name|''|refused",
        "partnership_id|trier|trier",
        "partnership_id|US-TX-fort-worth/DE-trier|refused",
        "partnership_id|US-OR-bend~DE-trier|refused",
        "member_id|Fort Worth|refused",
        "member_id|us-tx-FORT-worth|US-TX-fort-worth",
      })
  void readsPartnershipsAsStaffWriteThem(String column, String written, String read) {
    Submission file = tie(column, written);
    int at = List.of(TIE.trim().split(",")).indexOf(column);
    assertEquals(read, stored(file, at + 1), file.problems().toString());
  }

  @Test
  void aTextInThePlaceOfADateBelowTheTableIsTold() {
    Submission file =
        Submission.of(
            "highlights",
            "date,partnership_id,title,text,photo,alt_text,credit,consent\n2025-08-02,,Boats,Two boats,,,,yes\n~ ~ ~\n");

    assertEquals("ROWS 2 1 1 0", file.counts(), file.problems().toString());
  }
}
