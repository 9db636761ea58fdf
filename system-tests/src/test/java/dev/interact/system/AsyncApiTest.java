package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import dev.interact.contracts.Json;
import dev.interact.contracts.Topics;
import dev.interact.contracts.event.Event;
import dev.interact.contracts.event.Fact;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The description of the topic of events names all that there is and nothing else. */
class AsyncApiTest {
  private final AsyncApi api = AsyncApi.read();

  private static Stream<JsonSubTypes.Type> types() {
    return Stream.of(Fact.class.getAnnotation(JsonSubTypes.class).value());
  }

  @Test
  void every_type_of_fact_has_a_message_and_every_message_is_on_the_channel() {
    assertThat(api.types())
        .isEqualTo(types().map(JsonSubTypes.Type::name).collect(Collectors.toSet()));
    JsonNode channel = api.document().at("/channels/events");
    assertThat(channel.path("address").asText()).isEqualTo(Topics.EVENTS);
    assertThat(names(channel.path("messages"))).isEqualTo(names(api.messages()));
    assertThat(channel.path("messages"))
        .allSatisfy(
            message ->
                assertThat(api.document().at(message.path("$ref").asText().substring(1)))
                    .isNotEmpty());
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_schema_has_the_fields_of_its_fact(JsonSubTypes.Type type) {
    JsonNode schema = api.document().at("/components/schemas/" + type.value().getSimpleName());

    assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
    assertThat(names(schema.path("properties"))).isEqualTo(fields(type.value()));
    Set<String> optional = new TreeSet<>(fields(type.value()));
    schema.path("required").forEach(field -> optional.remove(field.asText()));
    assertThat(OPTIONAL).containsAll(optional);
  }

  /** What may be absent: a limit that is none, and one of the two whose cap it is. */
  private static final List<String> OPTIONAL =
      List.of(
          "study", "owner", "usd", "tokens", "calls", "requests_per_minute", "tokens_per_minute");

  @Test
  void an_event_with_anything_more_or_less_is_refused() {
    Fact fact =
        new Fact.QuizGraded(
            "s", "d", "sit", 2, 0, 0, 0, new TreeMap<>(java.util.Map.of("easy", marks())));
    String event = write(fact);

    assertThat(api.problems(event)).isEmpty();
    assertThat(api.problems(event.replace("\"turn\":2,", ""))).isNotEmpty();
    assertThat(api.problems(event.replace("\"turn\":2,", "\"turn\":2,\"text\":\"x\",")))
        .isNotEmpty();
    assertThat(api.problems(event.replace("\"items\":3", "\"items\":3,\"key\":1"))).isNotEmpty();
    assertThat(api.problems(event.replace("\"subject\"", "\"comment\""))).isNotEmpty();
    assertThat(api.problems(event.replace("quiz.graded", "quiz.lost"))).isNotEmpty();
    assertThat(api.problems(event.replace("quiz.graded", "study.started"))).isNotEmpty();
  }

  private static Fact.Marks marks() {
    return new Fact.Marks(3, 2, 1);
  }

  private static String write(Fact fact) {
    Event event = Event.of("0000000000000007-000000", Instant.EPOCH, fact);
    return new String(Json.write(event), StandardCharsets.UTF_8);
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> fields(Class<?> fact) {
    return Stream.of(fact.getRecordComponents())
        .map(RecordComponent::getName)
        .map(name -> new SnakeCaseStrategy().translate(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
