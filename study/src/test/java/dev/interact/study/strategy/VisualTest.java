package dev.interact.study.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisualTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                                  | region, attribute, relation, count
          What does the image show?                           | region, attribute, relation, count
          What is in the top left corner?                     | attribute, relation, count
          WHERE is the dog?                                   | attribute, relation, count
          What colour is it?                                  | region, relation, count
          What colors are they?                               | region, relation, count
          What stands next to the car?                        | region, attribute, count
          Who is holding the rope?                            | region, attribute, count
          How many birds are there?                           | region, attribute, relation
          Which country is it?                                | region, attribute, relation, count
          How many red shapes are in the background?          | relation
          What colour is it?/How many are there?              | region, relation
          What colour is it?/What colour are the others?      | region, relation, count
          Where is it?/What colour is it?/What is between them? | count
          Where is it?/What colour is it?/What is between them?/How many are there? | region, attribute, relation, count
          Where is it?/What colour is it?/What is between them?/How many are there?/What shape is it? | region, relation, count
          """)
  void each_side_is_asked_for_again_only_when_all_have_been(String questions, String aspects) {
    Situation situation =
        questions.isEmpty() ? Situations.in(1) : Situations.after(null, questions.split("/"));

    assertThat(new Visual().variables(situation)).isEqualTo(Map.of("aspects", aspects));
  }
}
