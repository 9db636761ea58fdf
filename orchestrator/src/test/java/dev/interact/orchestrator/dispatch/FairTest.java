package dev.interact.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FairTest {
  private static List<String> wishes(String study, int number) {
    return IntStream.rangeClosed(1, number).mapToObj(i -> study + i).toList();
  }

  private static Map<String, List<String>> of(String... studies) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (String study : studies) {
      all.put(study, wishes(study, 100));
    }
    return all;
  }

  private static List<String> picked(
      Map<String, List<String>> wishes, Map<String, Integer> inFlight, int room) {
    return Fair.pick(wishes, study -> inFlight.getOrDefault(study, 0), room).stream()
        .map(Fair.Turn::wish)
        .toList();
  }

  @Test
  void studies_take_turns_each_in_its_own_order() {
    assertThat(picked(of("a", "b"), Map.of(), 5)).containsExactly("a1", "b1", "a2", "b2", "a3");
  }

  @Test
  void a_study_that_has_more_in_flight_waits_until_the_other_has_as_many() {
    assertThat(picked(of("a", "b"), Map.of("a", 3), 6))
        .containsExactly("b1", "b2", "b3", "a1", "b4", "a2");
  }

  @Test
  void one_study_alone_has_all_the_room_and_no_more() {
    assertThat(picked(of("a"), Map.of("a", 50), 3)).containsExactly("a1", "a2", "a3");
    assertThat(picked(of("a"), Map.of(), 0)).isEmpty();
    assertThat(picked(Map.of("a", List.of("a1")), Map.of(), 9)).containsExactly("a1");
  }

  @Test
  void a_call_that_two_studies_want_is_made_once_and_paid_by_the_first() {
    Map<String, List<String>> wishes = new LinkedHashMap<>();
    wishes.put("a", List.of("shared", "a2"));
    wishes.put("b", List.of("shared", "b2"));

    assertThat(Fair.pick(wishes, study -> 0, 9))
        .containsExactly(
            new Fair.Turn<>("a", "shared"), new Fair.Turn<>("b", "b2"), new Fair.Turn<>("a", "a2"));
  }
}
