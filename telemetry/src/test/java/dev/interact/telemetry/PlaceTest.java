package dev.interact.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.logging.MDC;
import org.jboss.logging.NDC;
import org.junit.jupiter.api.Test;

class PlaceTest {

  @Test
  void lines_have_what_is_known_of_a_place_until_it_is_left() {
    try (Place.Lines lines = new Place("s", "d", 0, null).lines()) {
      assertThat(NDC.get()).isEqualTo("study=s dialogue=d turn=0 ");
      assertThat(MDC.getMap())
          .containsEntry("study", "s")
          .containsEntry("dialogue", "d")
          .containsEntry("turn", "0")
          .doesNotContainKey("call");
    }

    assertThat(NDC.getDepth()).isZero();
    assertThat(MDC.getMap()).isEmpty();
  }

  @Test
  void lines_from_nowhere_in_particular_have_nothing() {
    try (Place.Lines lines = Place.NONE.lines()) {
      assertThat(NDC.getDepth()).isZero();
      assertThat(MDC.getMap()).isEmpty();
    }
  }
}
