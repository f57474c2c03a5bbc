package org.sistercityimpact.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not UTF-8 are read right or refused, and say what was seen. */
class EncodingsTest {
  private static final String HEADER =
      "exchange_id,partnership_id,direction,purpose,title,start_date,people,lodging\n";

  private static final String WEST =
      "Visite à Nîmes;Café français;Fête de la musique;Fußballfreunde aus Köln;Münchner Bläser;Año nuevo en Málaga;Niños de Córdoba;São Paulo e Brasília;Århus – Ørsted;Göteborg och Malmö";
  private static final String CENTRAL =
      "Chór z Łodzi;Święto Żywca;Delegacja z Krakowa – Wrocław;Zażółć gęślą jaźń;Młodzież z Gdańska";
  private static final String CZECH =
      "Příbram a přátelé;České děti;Žďár nad Sázavou;Řemeslníci z Ústí;Dvořákův festival";
  private static final String HUNGARIAN =
      "Győri zenészek;Fűszerfesztivál;Székesfehérvár küldöttsége;Ősi ünnep;Tűzoltók Pécsről";
  private static final String TURKISH =
      "Beşiktaş gençleri;İzmir’den öğrenciler;Eskişehir müziği;Işık şenliği;Çağdaş sanat";
  private static final String BALTIC =
      "Šiauliai svečiai;Klaipėdos choras;Žalgirio žaidėjai;Rīgas viesi;Ūkininkų mugė";
  private static final String CYRILLIC =
      "Хор из Твери;Молодёжь Великого Новгорода;Делегация мэрии;Выставка художников;Школьники Пскова";
  private static final String GREEK =
      "Χορός της Λάρισας;Φοιτητές από τη Θεσσαλονίκη;Έκθεση βιβλίου;Μουσική βραδιά;Πόλη των Ιωαννίνων";
  private static final String HEBREW = "משלחת מחיפה;ילדים מנתניה;ערב שירה;ראש העיר רחובות;מוסיקה";
  private static final String ARABIC = "وفد من عمان;طلاب المدينة;معرض الكتاب;رئيس البلدية;موسيقى";
  private static final String JAPANESE = "長岡市の青少年交流;姉妹都市の代表団;北海道のまつり;ピアノ演奏会;市長の訪問";
  private static final String CHINESE = "南京市代表团;友好城市交流;学生访问团;文化节;市长访问";
  private static final String TAIWAN = "臺南市代表團;友好城市交流;學生訪問團;文化節;市長訪問";
  private static final String KOREAN = "대전시 대표단;청소년 교류;자매도시 축제;시장 방문;문화 행사";

  private static Submission check(List<String> titles, String charset) {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < titles.size(); i++) {
      text.append("E%d,Trier,virtual,cultural,%s,2025-03-04,5,\n".formatted(i, titles.get(i)));
    }
    byte[] bytes = text.toString().getBytes(Charset.forName(charset));
    return Submission.of("exchanges", bytes, Submission.FORT_WORTH_2025);
  }

  private static List<String> read(Submission file) {
    return file.rows().stream().map(row -> row.split("\\|")[5]).toList();
  }

  private static List<String> titles(String language) {
    String titles =
        switch (language) {
          case "west" -> WEST;
          case "polish" -> CENTRAL;
          case "czech" -> CZECH;
          case "hungarian" -> HUNGARIAN;
          case "turkish" -> TURKISH;
          case "baltic" -> BALTIC;
          case "cyrillic" -> CYRILLIC;
          case "greek" -> GREEK;
          case "hebrew" -> HEBREW;
          case "arabic" -> ARABIC;
          case "japanese" -> JAPANESE;
          case "chinese" -> CHINESE;
          case "taiwan" -> TAIWAN;
          case "korean" -> KOREAN;
          default -> throw new IllegalArgumentException(language);
        };
    List<String> rows = new ArrayList<>();
    while (rows.size() < 20) {
      rows.addAll(List.of(titles.split(";")));
    }
    return rows;
  }

  @ParameterizedTest
  @CsvSource({
    "west, windows-1252, windows-1252",
    "west, x-MacRoman, Mac Roman",
    "polish, windows-1250, windows-1250",
    "czech, windows-1250, windows-1250",
    "czech, ISO-8859-2, ISO-8859-2",
    "czech, IBM852, IBM852",
    "hungarian, windows-1250, windows-1250",
    "hungarian, ISO-8859-2, windows-1250",
    "turkish, windows-1254, windows-1254",
    "baltic, windows-1257, windows-1257",
    "cyrillic, windows-1251, windows-1251",
    "cyrillic, KOI8-R, KOI8-R",
    "cyrillic, ISO-8859-5, ISO-8859-5",
    "cyrillic, IBM866, IBM866",
    "greek, windows-1253, windows-1253",
    "hebrew, windows-1255, windows-1255",
    "arabic, windows-1256, windows-1256",
    "japanese, Shift_JIS, Shift_JIS",
    "japanese, EUC-JP, EUC-JP",
    "chinese, GBK, GB18030",
    "taiwan, Big5, Big5",
    "korean, EUC-KR, EUC-KR",
  })
  void readsTwentyRowsRight(String language, String charset, String label) {
    List<String> titles = titles(language);
    Submission file = check(titles, charset);
    assertEquals(titles, read(file), file.details().toString());
    assertEquals(
        "The text was read as " + label + ", so that E2 is '" + titles.get(0) + "'",
        file.details().get(0).message());
  }

  @ParameterizedTest
  @ValueSource(strings = {"IBM437", "IBM850"})
  void readsTheCodePagesOfDosRight(String charset) {
    List<String> titles =
        titles("west").stream().filter(t -> !t.contains("–") && !t.contains("ã")).toList();
    assertEquals(titles, read(check(titles, charset)));
  }

  /** One name in one cell: as it is, or refused; never another name without a word. */
  @Test
  void readsASingleNameRightOrRefusesItWithBothReadings() {
    String[][] names = {
      {
        "windows-1252",
        "Nîmes",
        "Café",
        "München",
        "Málaga",
        "Århus",
        "“Fête” d’été",
        "L’Aquila",
        "Côte d’Ivoire",
        "Noël",
        "Genève"
      },
      {"x-MacRoman", "Nîmes", "Café", "München", "Málaga", "García", "Besançon", "Kraków"},
      {"IBM850", "Café", "München", "Málaga", "Besançon", "Nîmes", "Ürümqi"},
      {"windows-1250", "Łódź", "Győr", "Žďár", "Wrocław"},
      {"windows-1251", "Тверь", "Псков", "Київ", "Великий Новгород"},
      {"KOI8-R", "Тверь", "Псков", "Великий Новгород"},
      {"windows-1254", "Beşiktaş", "İzmir", "Eskişehir"},
      {"Shift_JIS", "長岡市", "なごや市"},
      {"EUC-JP", "長岡市", "なごや市"},
      {"EUC-KR", "대전", "수원시"},
      {"GBK", "南京市", "上海"},
      {"Big5", "臺南市"},
    };
    List<String> wrong = new ArrayList<>();
    for (String[] ofCharset : names) {
      for (String name : List.of(ofCharset).subList(1, ofCharset.length)) {
        Submission file = check(List.of(name), ofCharset[0]);
        boolean right = read(file).equals(List.of(name));
        String told = file.details().toString();
        boolean refused = told.contains("encoding-unclear") || told.contains("unreadable-text");
        if (!right && !refused) {
          wrong.add(ofCharset[0] + " " + name + " " + read(file));
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void quotesOneCellUnderBothReadingsWhereItRefuses() {
    Submission file = check(List.of("N\u0094mes"), "ISO-8859-1");
    assertEquals("UNUSABLE 0 0 0 0", file.counts());
    assertEquals(
        "The file is not UTF-8, and its letters may be Mac Roman or IBM437: E2 is 'Nîmes' or 'Nömes' / Save it as CSV UTF-8",
        file.words());
  }

  @Test
  void quotesNoCellThatMayNameAPerson() {
    byte[] bytes =
        "volunteer,month,activity,hours\nZoé Hart,2025-05,hosting,3\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    Submission file = Submission.of("volunteer_hours", bytes, Submission.FORT_WORTH_2025);
    assertEquals("The text was read as windows-1252", file.details().get(0).message());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Visite � N�mes", "NÃ®mes", "CafÃ© “Ã la carte”", "MÃ¼nchen", "ÐŸÐµ"})
  void tellsOfLettersThatWereLostBeforeItCame(String title) {
    Submission file = check(List.of("Choir", title, title), "UTF-8");
    Problem problem = file.details().get(0);
    assertEquals("broken-letters warning", problem.code() + " " + problem.severity().word());
    assertTrue(
        problem
            .message()
            .startsWith(
                "Letters were lost before the file came here, in 2 cells, the first in E3: '"),
        problem.message());
    assertEquals("ROWS 3 3 0 0", file.counts());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Ängelholm", "Âge d’or", "Ñuñoa", "Pâques", "Öland – Ål", "Ωmega", "São João"})
  void takesNoSoundLettersForLost(String title) {
    assertEquals(
        List.of("2 B partnership_id Trier partner-by-name assumed"),
        check(List.of(title), "UTF-8").problems());
  }

  @Test
  void isReadAsTurkishOrAsksWhereItMayBeIcelandic() {
    for (List<String> titles :
        List.of(
            List.of("İstanbul şöleni ığdır"),
            List.of("Eskişehir’de müzik", "Beyoğlu Belediyesi", "Çanakkale gençliği", "Iğdır"))) {
      Submission file = check(titles, "windows-1254");
      boolean asks = file.details().get(0).code().equals("encoding-unclear");
      assertTrue(asks || read(file).equals(titles), file.details().toString());
    }
  }

  /** Every letter that a cell may hold comes out as it went in. */
  @Test
  void losesNoCharacter() {
    StringBuilder all = new StringBuilder();
    for (int c = 0xA0; c < 0x30000; c++) {
      boolean letter =
          Character.isLetterOrDigit(c) || Character.getType(c) == Character.MATH_SYMBOL;
      if (letter && all.length() < 60_000) {
        all.appendCodePoint(c);
      }
    }
    assertEquals(List.of(all.toString()), read(check(List.of(all.toString()), "UTF-8")));
  }

  @Test
  void tellsOfAMarkThatStayedBehindBetweenTwoFiles() {
    String row = "E1,Trier,virtual,cultural,Choir,2025-03-04,5,\n";
    Submission file =
        Submission.of("exchanges", "\ufeff" + HEADER + row + "\ufeff" + row.replace("E1", "E2"));
    assertEquals("ROWS 2 2 0 0", file.counts());
    assertEquals(
        "A byte order mark, which nobody sees, stands in 1 cell, the first in A3: 'E2'",
        file.details().get(0).message());
    assertTrue(file.rows().get(1).startsWith("3|E2|"), file.rows().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "japanese|ISO-2022-JP|ISO-2022-JP",
        "korean|ISO-2022-KR|ISO-2022-KR",
      })
  void refusesEncodingsOfMailByTheirSigns(String language, String charset, String named) {
    Submission file = check(titles(language), charset);
    assertEquals("UNUSABLE 0 0 0 0", file.counts());
    assertTrue(
        file.words()
            .startsWith("The file holds no table that can be read: it is written in " + named),
        file.words());
  }

  @Test
  void refusesUtf7WithTheCellThatShowsIt() {
    String header = "exchange_id,partnership_id,direction,purpose,title,start_date,people\n";
    Submission file =
        Submission.of(
            "exchanges",
            header
                + "E1,Trier,virtual,cultural,Rotary +- Lions,2025-03-04,5\n"
                + "E2,Trier,virtual,cultural,M+APw-nchner Chor,2025-03-04,5\n");
    assertEquals(
        "The file holds no table that can be read: it is written in UTF-7, as e-mail was, and has 'M+APw-nchner Chor' where letters are meant"
            + " / Open it in the program that it comes from, save it as CSV UTF-8 or Excel Workbook (.xlsx), and send that",
        file.words());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Caf+AOk-", "+ACI-M+APw-nchner+ACI-", "+lXdcoV4C-", "Gda+AUQ-sk +- Lions"})
  void knowsUtf7InEachOfItsForms(String title) {
    Submission file = check(List.of(title), "UTF-8");
    assertEquals("UNUSABLE 0 0 0 0", file.counts());
    assertTrue(file.words().contains(" UTF-7,"), file.words());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Rotary + Lions",
        "Rotary+Lions-Club",
        "+1 555 0100",
        "+49-651-7180",
        "Leo+Max-Chor",
        "Ages 12+",
        "M+APw-nchner + Chor",
        "C++ for kids",
        "A+-student",
      })
  void aPlusSignIsNoUtf7(String title) {
    Submission file = check(List.of(title), "UTF-8");
    assertEquals("ROWS 1 1 0 0", file.counts());
    assertEquals(List.of(title), read(file));
  }
}
