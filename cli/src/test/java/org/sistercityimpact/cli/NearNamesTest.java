package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sistercityimpact.cli.NearNames.Near;

/** Two spellings of an organization are told from two organizations. */
class NearNamesTest {
  private static final Set<String> PLACES = NearNames.places("Seattle", "WA", "Washington");

  private static double likeness(String one, String other) {
    List<Near> near = NearNames.of(List.of(one, other), PLACES).getOrDefault(one, List.of());
    return near.isEmpty() ? 0 : near.get(0).likeness();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Rotary Club of Seattle | Rotary Club Seattle | words between",
        "Rotary Club of Seattle | Rotary Clb of Seattle | a letter is missing",
        "Rotary Club of Seattle | Rotary Club of Seatle | a letter of the place is missing",
        "Rotary Club of Seattle | Seattle Rotary Club | another order",
        "Rotary Club of Seattle | Rotary Club | the place left out",
        "Rotary Club of Seattle | Rotary Club, Seattle WA | the state told",
        "Seattle Public Library | Seattle Public Libary | a letter is missing",
        "Seattle Public Library | The Public Library of Seattle | all of these",
        "Sister Cities Association | Sistercities Association | in one word",
        "Sister Cities Association | Sister Cities Assn. | a short form",
        "Sister Cities Association | Sister Citeis Asociation | two words mistyped",
        "University of Washington | Univ. of Washington | a short form",
        "St. Mary's Church | Saint Marys Church | short form and apostrophe",
        "Y.M.C.A. | YMCA | dots",
        "Café Société | Cafe Societe | accents",
        "Jørgen Foundation | Jorgen Foundation | a letter of another language",
        "Example Tools Inc. | Example Tools | what stands behind firms",
        "Smith & Sons, LLC | Smith and Sons | signs",
        "School No. 12 | School 12 | no word tells them apart",
        "Chamber of Commerce | Chamber of Comerce | a letter is missing",
      })
  void namesOfOneOrganizationAreNear(String one, String other, String because) {
    assertTrue(likeness(one, other) > 0.75, because + ": " + likeness(one, other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Lions Club North | Lions Club South | two words, no slip",
        "Lions Club North | Lions Club | a word more",
        "School No. 1 | School No. 2 | another number",
        "School No. 1 | School No. 11 | another number",
        "King Edward VII School | King Edward VIII School | a number in letters",
        "Troop 14 | Troop 41 | another number",
        "第一中学校 | 第二中学校 | a number of another script",
        "School A | School B | single letters",
        "East High School | West High School | two words",
        "Youth Choir | South Choir | another first letter",
        "Rotary Club of Seattle | Rotary Club of Tacoma | another place",
        "Rotary Club of Seattle | Lions Club of Seattle | another club",
        "Rotary Club | Rotaract Club | three letters of one word",
        "Washington State University | University of Washington | a word more",
        "Chamber of Commerce | Hispanic Chamber of Commerce | a word more",
        "Friends of the Seattle Public Library | Seattle Public Library | a word more",
        "Boys Choir | Girls Choir | two words",
        "Ross Foundation | Rose Foundation | a letter of a short word",
        "Bell School | Ball School | a letter of a short word",
        "Seattle | Washington | places alone",
      })
  void namesOfTwoOrganizationsAreNot(String one, String other, String because) {
    assertEquals(0, likeness(one, other), because);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Walker School | Walter School | one letter, and both are names",
        "Austrian Club | Australian Club | two letters of a long word",
        "Main Street Theater | Maine Street Theater | one letter",
        "Middle School | Washington Middle School | the state, or its first president",
      })
  void whatNobodyCanTellStandsLow(String one, String other, String because) {
    double like = likeness(one, other);
    assertTrue(
        like > 0 && like < likeness("Rotary Club of Seattle", "Rotary Club Seattle"), because);
  }

  @Test
  void theLikestComesFirst() {
    Map<String, List<Near>> near =
        NearNames.of(
            List.of("Rotary Club of Seattle", "Rotary Club", "Rotary Clb Seattle", "Elks"), PLACES);
    assertEquals(
        List.of("Rotary Clb Seattle", "Rotary Club"),
        near.get("Rotary Club of Seattle").stream().map(Near::name).toList());
    assertTrue(!near.containsKey("Elks"));
  }

  @Test
  void namesInAnyScriptAndOfNoLettersAreTaken() {
    List<String> names =
        new ArrayList<>(List.of("", "!!!", "???", "𝔘niversity", "大学", "大學", "of the", "the of"));
    assertEquals(Set.of("of the", "the of"), NearNames.of(names, PLACES).keySet());
  }
}
