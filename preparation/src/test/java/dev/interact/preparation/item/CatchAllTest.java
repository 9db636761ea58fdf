package dev.interact.preparation.item;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatchAllTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "All of the above",
        "all the above.",
        "None of the above",
        "Both of the above",
        "Any of the above options",
        "All of the above are correct",
        "All of these",
        "None of these options",
        "None of the other options",
        "None of the others",
        "All answers are correct",
        "Both are true",
        "None of them is correct",
        "Both A and B",
        "A and B",
        "A & B",
        "A, B and C",
        "Neither (A) nor (C)",
        "Only A and C",
        "Options B and D",
        "Either A or B",
        "Alle der oben genannten",
        "Alle oben genannten Antworten",
        "Keine der obigen",
        "Keine der genannten Antworten ist richtig",
        "Keine davon",
        "Nichts davon",
        "Alle Antworten sind richtig",
        "Keine dieser Antworten",
        "Sowohl A als auch B",
        "Weder A noch B",
        "A und B",
        "Toutes les réponses",
        "Toutes les réponses ci-dessus",
        "Toutes ces réponses sont correctes",
        "Tout ce qui précède",
        "Aucune de ces réponses",
        "Aucune des réponses ci-dessus",
        "Aucune de ces",
        "Rien de tout cela",
        "Les deux réponses",
        "A et B",
        "Ni A ni B",
        "Todas las anteriores",
        "Todos los anteriores",
        "Ninguna de las anteriores",
        "Ninguno de los anteriores",
        "Todas las respuestas anteriores son correctas",
        "Ninguna de estas",
        "Ninguna respuesta es correcta",
        "Ambas son correctas",
        "Todo lo anterior",
        "Tanto A como B",
        "A y B",
      })
  void options_that_speak_of_options_are_known(String option) {
    assertThat(CatchAll.is(option)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "All of them",
        "None of the villagers",
        "Both of his brothers",
        "The above-ground part of the plant",
        "All answers that the oracle gave",
        "Vitamin A and iron",
        "Both the mayor and the priest",
        "Neither the mayor nor the priest",
        "Alle Bewohner des Dorfes",
        "Keine Antwort auf den Brief",
        "Toutes les femmes du village",
        "Todas las mujeres",
        "Nothing",
        "Yes",
        "",
      })
  void options_that_speak_of_the_material_are_left_alone(String option) {
    assertThat(CatchAll.is(option)).isFalse();
  }
}
