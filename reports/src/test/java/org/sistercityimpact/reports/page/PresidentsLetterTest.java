package org.sistercityimpact.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The letter is a file that staff write: whatever Markdown they use is printed, nothing raw. */
class PresidentsLetterTest {

  private static List<String> lines(String markdown) {
    return PresidentsLetter.paragraphs(markdown).stream()
        .map(line -> line.cell(1).text() + " " + line.cell(0).text())
        .toList();
  }

  @Test
  void tagsHeadingsParagraphsAndItems() {
    assertEquals(
        List.of(
            "H2 <b>Dear <i>reader</i></b>",
            "P two lines that are one",
            "LI •  an item of two lines",
            "LI •  another",
            "LI 3.  third",
            "LI 4.  fourth",
            "P The end"),
        lines(
            """
            # Dear _reader_

            two lines
            that are one

            - an item
              of two lines
            * another

            3. third
            4. fourth

            The end
            """));
  }

  @Test
  void marksBoldAndSlantedWordsAndNothingElse() {
    assertEquals(
        List.of("P <b>bold</b>, <i>slanted</i> and <i>so</i>, snake_case_name, 2 * 3 * 4"),
        lines("**bold**, _slanted_ and *so*, snake_case_name, 2 * 3 * 4"));
  }

  @Test
  void printsWhatElseThereIsAsText() {
    assertEquals(
        List.of(
            "P Fish &amp; &lt;b&gt;chips&lt;/b&gt;",
            "P the list (list.csv), a@b.org and code",
            "P One\nTwo",
            "P quoted",
            "P a map",
            "LI •  outer",
            "LI •  inner"),
        lines(
            """
            Fish & <b>chips</b>

            the [list](list.csv), a@b.org and `code`

            One\s\s
            Two

            > quoted

            ![a map](map.png)

            ---

            - outer
              - inner
            """));
  }

  @Test
  void keepsTheParagraphsOfAnItemTogether() {
    assertEquals(
        List.of("LI 1.  first\ngoes on", "LI •  within", "LI last of it", "LI 2.  second", "P end"),
        lines(
            """
            1. first

               goes on

               - within

               last of it
            2. second

            end
            """));
  }

  @Test
  void leavesNothingOfAnEmptyLetter() {
    assertEquals(List.of(), lines(" \n\n"));
  }
}
