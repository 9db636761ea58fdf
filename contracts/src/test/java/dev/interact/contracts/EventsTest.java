package dev.interact.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.interact.contracts.event.Event;
import dev.interact.contracts.event.Fact;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
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
                + "\"subject\":\"d\","
                + "\"time\":\"2026-01-02T03:04:05.678Z\",\"datacontenttype\":\"application/json\","
                + "\"data\":{\"study\":\"s\",\"dialogue\":\"d\",\"kind\":\"sit\",\"turn\":2,"
                + "\"candidate\":0,\"part\":1,\"sample\":0,"
                + "\"levels\":{\"easy\":{\"items\":3,\"right\":2,\"unread\":1}}},\"type\":\"dev.interact.quiz.graded\"}");
    assertThat(Json.read(json, Event.class).data()).isEqualTo(fact);
  }

  @Test
  void every_fact_has_a_type_of_its_own() {
    var types = Fact.class.getAnnotation(JsonSubTypes.class);
    assertThat(types.value())
        .extracting(JsonSubTypes.Type::value)
        .containsExactlyInAnyOrderElementsOf(facts(Fact.class));
  }

  private static List<Class<?>> facts(Class<?> of) {
    return Arrays.stream(of.getPermittedSubclasses())
        .flatMap(each -> each.isSealed() ? facts(each).stream() : Stream.of(each))
        .<Class<?>>map(each -> each)
        .toList();
  }
}
