package org.sistercityimpact.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The registry as a volunteer types it: years, states and countries in other hands. */
class RegistryWritingTest {
  private static final Context OFFICE = new Context(null, null, Submission.REGISTRY);

  private static Submission members(String id, String state, String since, String until) {
    String text =
        "member_id,name,state,jurisdiction_type,member_since,member_until\n\"%s\",Waco,\"%s\",city,\"%s\",\"%s\"\n"
            .formatted(id, state, since, until);
    return Submission.of("members", text.getBytes(StandardCharsets.UTF_8), OFFICE);
  }

  private static Submission tie(String id, String member, String country) {
    String text =
        "partnership_id,member_id,partner_name,partner_country,established,status\n%s,%s,Trier,\"%s\",1987,active\n"
            .formatted(id, member, country);
    return Submission.of("partnerships", text.getBytes(StandardCharsets.UTF_8), OFFICE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "c. 1985|1985", "ca. 1985|1985", "circa 1985|1985", "1985?|1985", "~1985|1985",
        "1985*|1985", "FY1985|1985", "FY 1985|1985", "since 1985|1985", "desde 1985|1985",
        "1,985|1985", "5/1985|1985", "１９８５|1985", "1985 (est.)|1985", "(1985)|1985"
      })
  void aYearIsReadHoweverSureItsWriterIs(String since, String year) {
    Submission file = members("US-TX-waco", "TX", since, "");
    assertEquals(List.of("2 E member_since " + since + " number-read assumed"), file.problems());
    assertEquals(year, file.rows().get(0).split("\\|")[7]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "before 1985|Write 1985, if that is meant",
        "1980s|Write 1980, if that is meant",
        "1985 (re-joined 1999)|Write 1985 or 1999, whichever is meant",
        "1985/86|Write 1985, if that is meant",
        "2020 Census|Write 2020, if that is meant",
        "85|Write the year with four digits, such as 1985",
        "31172|Write the year with four digits, such as 1985",
      })
  void aTextThatMayBeAnotherYearIsNot(String since, String fix) {
    Submission file = members("US-TX-waco", "TX", since, "");
    assertEquals("UNUSABLE 1 0 1 0", file.counts());
    assertEquals(fix, file.details().get(0).fix());
  }

  @Test
  void aMemberThatIsStillOneHasNoLastYear() {
    for (String still : List.of("present", "Current", "still active", "to date")) {
      Submission file = members("US-TX-waco", "TX", "1985", still);
      assertEquals(
          List.of("2 F member_until " + still + " placeholder-read assumed"), file.problems());
    }
    assertEquals("UNUSABLE 1 0 1 0", members("US-TX-waco", "TX", "present", "").counts());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"Tx.|TX", "TX - Texas|TX", "Texas (TX)|TX", "N. Carolina|NC", "texas|TX"})
  void aStateIsKnownByEachOfItsParts(String written, String code) {
    Submission file = members("waco", written, "1985", "");
    assertEquals(List.of("2 C state " + written + " spelling-read assumed"), file.problems());
    assertEquals(code, file.rows().get(0).split("\\|")[3]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Germany (DE)|ROWS 1 1 0 0",
        "DE - Germany|ROWS 1 1 0 0",
        "Alemania|ROWS 1 1 0 0",
        "Germany/France|UNUSABLE 1 0 1 0",
        "Germany, TX|UNUSABLE 1 0 1 0",
      })
  void aCountryIsKnownByItsPartsWhereTheyAgree(String written, String counts) {
    assertEquals(counts, tie("US-TX-fort-worth~DE-trier", "US-TX-fort-worth", written).counts());
  }

  @Test
  void whatAnIdNamesIsComparedAndTold() {
    Submission file = tie("US-TX-fort-worth~DE-trier", "US-TX-fort-worth", "FR");
    assertEquals(List.of("2 D partner_country FR other-country warning"), file.problems());
    assertEquals(
        "partnership_id (US-TX-fort-worth~DE-trier) names DE, and partner_country is FR, which counts"
            + " / Correct partner_country; an id that cities already write may stay, if FR is right",
        file.words());
    assertEquals(List.of(), tie("trier", "US-TX-fort-worth", "FR").problems());
    Submission member = members("us-ca-waco", "TX", "1985", "");
    assertEquals(List.of("2 C state TX other-state warning"), member.problems());
    assertEquals("ROWS 1 1 0 0", member.counts());
  }

  @Test
  void aMemberWrittenByItsNameIsProposed() {
    Submission file = tie("trier", "Fort Worth", "DE");
    assertEquals(
        "'Fort Worth' is not a member in the registry / Write US-TX-fort-worth", file.words());
  }
}
