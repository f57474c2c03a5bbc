package org.sistercityimpact.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sistercityimpact.reports.data.Typography;

class TypographyTest {
  private final Typography typography = new Typography();

  @Test
  void keepsNamesOfTheScriptsThatPartnersWriteIn() {
    for (String name :
        List.of(
            "القاهرة",
            "Αθήνα",
            "北京市",
            "郡山市",
            "Львів",
            "서울",
            "תל אביב",
            "Łódź",
            "São Tomé",
            "Đà Nẵng")) {
      assertEquals(name, typography.legibleOrNull(name));
    }
  }

  @Test
  void leavesOutALocalNameThatNoFontShowsWhole() {
    assertNull(typography.legibleOrNull("ᬩᬮᬶ"));
    assertNull(typography.legibleOrNull(null));
  }

  @Test
  void showsASignForACharacterThatNoFontHas() {
    assertEquals("Town \u25a1 of joy", typography.legible("Town 🎉 of\u0007joy"));
  }

  @Test
  void cutsANameWithAnEllipsisOnlyWhereItIsTooWide() {
    assertEquals("Trier", typography.fit("Trier", 100, 8.5, true));
    String cut =
        typography.fit(
            "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", 100, 8.5, true);
    assertTrue(cut.startsWith("Llanfairpwll") && cut.endsWith("…"), cut);
    assertTrue(typography.width(cut, 8.5, true) <= 100, cut);
  }

  @Test
  void goesOnInFurtherLinesBetweenWordsAndBehindHyphens() {
    assertEquals("Dominican\nRepublic", typography.inLines("Dominican Republic", 51, 8, false));
    assertEquals("Trinidad and\nTobago", typography.inLines("Trinidad and Tobago", 51, 8, false));
    assertEquals("Beaulieu-sur-\nMer", typography.inLines("Beaulieu-sur-Mer", 67, 8, true));
    assertEquals(
        "Lanesborough–\nBallyleague",
        typography.inLines("Lanesborough–Ballyleague", 102, 8.5, true));
    assertEquals("France", typography.inLines("France", 51, 8, false));
    String cut = typography.inLines("Krung Thepmahanakhonamon", 51, 8, false);
    assertTrue(cut.endsWith("…") && typography.width(cut, 8, false) <= 51, cut);
  }
}
