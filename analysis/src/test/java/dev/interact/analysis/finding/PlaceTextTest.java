package dev.interact.analysis.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interact.study.QuizMode;
import dev.interact.study.Style;
import dev.interact.study.analysis.Place;
import dev.interact.study.fork.Framing;
import dev.interact.study.input.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTextTest {
  @Test
  void a_condition_alone_is_a_place() {
    assertThat(PlaceText.parse("dynamic"))
        .isEqualTo(
            new Place("dynamic", null, null, null, null, null, null, null, null, null, null));
  }

  @Test
  void all_axes_can_be_named() {
    String text =
        "borrowed-trace:student=a,teacher=b,lesson_author=c,quiz_mode=item,strategy=plain,style=no-answer,from=d,framing=observed,at=2,turn=3";

    Place place = PlaceText.parse(text);

    assertThat(place)
        .isEqualTo(
            new Place(
                "borrowed-trace",
                "a",
                "b",
                "c",
                QuizMode.ITEM,
                "plain",
                Style.NO_ANSWER,
                "d",
                Framing.OBSERVED,
                2,
                3));
    assertThat(PlaceText.of(place)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {" dynamic : turn = 3 , lesson-author=x:1", "dynamic:lesson_author=x:1,turn=3"})
  void spaces_hyphens_and_order_do_not_matter(String text) {
    assertThat(PlaceText.of(PlaceText.parse(text))).isEqualTo("dynamic:lesson_author=x:1,turn=3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dynamc            | names 'dynamc', which is no condition; there are closed-book, static-lesson
          ''                | which is no condition
          dynamic:          | must have each axis as name=value; found ''
          dynamic:student   | must have each axis as name=value; found 'student'
          dynamic:student=  | must have each axis as name=value
          dynamic:turns=3   | has 'turns', which is no axis; there are student, teacher
          dynamic:turn=x    | needs a whole number as 'turn'; found 'x'
          dynamic:turn=-1   | needs a whole number
          dynamic:style=big | has 'big', which is no style; there are full, retrieval, terse, no-answer
          dynamic:at=1,at=2 | names 'at' twice
          """)
  void what_is_no_place_is_told_with_what_there_is(String text, String message) {
    assertThatThrownBy(() -> PlaceText.parse(text))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(message);
  }
}
