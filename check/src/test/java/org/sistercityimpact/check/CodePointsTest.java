package org.sistercityimpact.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Our own table of code points says what ICU says, whatever the Java. */
class CodePointsTest {
  private static final Set<Integer> HIDDEN =
      Set.of(
          (int) UCharacterCategory.CONTROL,
          (int) UCharacterCategory.FORMAT,
          (int) UCharacterCategory.SURROGATE,
          (int) UCharacterCategory.LINE_SEPARATOR,
          (int) UCharacterCategory.PARAGRAPH_SEPARATOR);

  private static void assertSame(IntFunction<Object> icu, IntFunction<Object> ours) {
    List<String> other = new ArrayList<>();
    for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
      if (!icu.apply(point).equals(ours.apply(point))) {
        other.add("U+%04X".formatted(point));
      }
    }
    assertEquals(List.of(), other);
  }

  @Test
  void lettersAndDigitsAreThoseOfIcu() {
    assertSame(UCharacter::isLetterOrDigit, CodePoints::isLetterOrDigit);
  }

  @Test
  void lettersAreThoseOfIcu() {
    assertSame(UCharacter::isLetter, CodePoints::isLetter);
  }

  @Test
  void marksAreThoseOfIcu() {
    int mark = UCharacterCategory.NON_SPACING_MARK;
    assertSame(c -> UCharacter.getType(c) == mark, CodePoints::isNonSpacingMark);
  }

  @Test
  void whatHasNoPictureIsThatOfIcu() {
    assertSame(c -> HIDDEN.contains(UCharacter.getType(c)), CodePoints::isHidden);
  }

  @Test
  void spaceIsWhatIcuOrJavaTakesForSpace() {
    IntPredicate icu = c -> UCharacter.isWhitespace(c) || UCharacter.isSpaceChar(c) || c == 0x85;
    assertEquals(
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(icu).boxed().toList(),
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(CodePoints::isSpace)
            .boxed()
            .toList());
  }

  @Test
  void foldingIsThatOfIcu() {
    assertSame(c -> UCharacter.foldCase(text(c), true), c -> CodePoints.caseFolded(text(c)));
  }

  private static String text(int point) {
    return String.valueOf(Character.toChars(point));
  }
}
