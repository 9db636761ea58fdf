package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.interact.contracts.Json;
import dev.interact.contracts.event.Event;
import dev.interact.contracts.event.Fact;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a listener to the topic of events has been told, from its beginning until now. */
final class Told {
  private static final Duration CEILING = Duration.ofMinutes(2);
  private static final AsyncApi API = AsyncApi.read();

  private final List<Event> events = new ArrayList<>();
  private final List<String> messages;
  private int repeated;

  private Told(List<String> messages) {
    this.messages = messages;
    Map<String, String> seen = new HashMap<>();
    String last = "";
    for (String message : messages) {
      Event event = Json.read(message.getBytes(StandardCharsets.UTF_8), Event.class);
      String before = seen.putIfAbsent(event.id(), message);
      if (before == null) {
        assertThat(event.id()).as("an event before one that came earlier").isGreaterThan(last);
        last = event.id();
        events.add(event);
      } else {
        assertThat(message).as("what is repeated").isEqualTo(before);
        repeated++;
      }
    }
  }

  /** Reads the topic when all facts that are stored now have been published. */
  static Told by(Stack stack) {
    await("all facts are published")
        .atMost(CEILING)
        .ignoreExceptions()
        .until(() -> stack.count("select count(*) from outbox") == 0);
    return now(stack);
  }

  /** Reads the topic as it is; each message must be as the topic's description says. */
  static Told now(Stack stack) {
    Told told = new Told(Records.all(stack.local.kafka(), "interact\\.events"));
    assertThat(told.messages).flatMap(API::problems).isEmpty();
    return told;
  }

  /** All messages as they came. */
  List<String> messages() {
    return messages;
  }

  /** How many messages came once more. */
  int repeated() {
    return repeated;
  }

  /** All that a study told, in order, each event once. */
  List<Fact> of(String study) {
    return facts()
        .filter(fact -> fact instanceof Fact.OfStudy of && of.study().equals(study))
        .toList();
  }

  /** What a study told of one type, in order. */
  <T extends Fact> List<T> of(String study, Class<T> type) {
    return of(study).stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** What was told, in order, each event once. */
  Stream<Fact> facts() {
    return events.stream().map(Event::data);
  }
}
