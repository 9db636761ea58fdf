package dev.interact.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.contracts.event.Event;
import dev.interact.contracts.event.Fact;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EventsTest {
  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");

  @Test
  void an_event_is_a_cloud_event_whose_type_tells_its_data() {
    Fact fact =
        new Fact.QuizGraded(
            "s", "d", "sit", 2, 0, 1, 0, new TreeMap<>(Map.of("easy", new Fact.Marks(3, 2, 1))));
    byte[] json = Json.write(Event.of("7-0", TIME, fact));
    assertThat(new String(json, StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"specversion\":\"1.0\",\"id\":\"7-0\",\"source\":\"/interact/orchestrator\","
                + "\"type\":\"dev.interact.quiz.graded\",\"subject\":\"d\","
                + "\"time\":\"2026-01-02T03:04:05.678Z\",\"datacontenttype\":\"application/json\","
                + "\"data\":{\"study\":\"s\",\"dialogue\":\"d\",\"kind\":\"sit\",\"turn\":2,"
                + "\"candidate\":0,\"part\":1,\"sample\":0,"
                + "\"levels\":{\"easy\":{\"items\":3,\"right\":2,\"unread\":1}}}}");
    assertThat(Json.read(json, Event.class).data()).isEqualTo(fact);
  }

  @Test
  void every_fact_has_a_type_of_its_own() {
    var types = Fact.class.getAnnotation(com.fasterxml.jackson.annotation.JsonSubTypes.class);
    assertThat(types.value())
        .extracting(com.fasterxml.jackson.annotation.JsonSubTypes.Type::value)
        .containsExactlyInAnyOrderElementsOf(facts(Fact.class));
  }

  private static java.util.List<Class<?>> facts(Class<?> of) {
    return java.util.Arrays.stream(of.getPermittedSubclasses())
        .flatMap(each -> each.isSealed() ? facts(each).stream() : java.util.stream.Stream.of(each))
        .<Class<?>>map(each -> each)
        .toList();
  }
}
