package dev.interact.contracts.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.contracts.DeadLetter;
import dev.interact.contracts.Json;
import dev.interact.contracts.Role;
import dev.interact.contracts.Topics;
import dev.interact.contracts.event.Event;
import dev.interact.contracts.presence.Heartbeat;
import dev.interact.contracts.quiz.GradeSheets;
import dev.interact.contracts.reply.Reply;
import dev.interact.contracts.student.StudentRequest;
import dev.interact.contracts.teacher.TeacherRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands on a topic: messages of one type, whose tags tell which they are. */
public enum Wire {
  TEACHER_REQUESTS(TeacherRequest.class, Topics.requests(Role.TEACHER, "[^.]+"), "/kind"),
  STUDENT_REQUESTS(StudentRequest.class, Topics.requests(Role.STUDENT, "[^.]+"), "/kind"),
  QUIZ_REQUESTS(GradeSheets.class, Topics.requests(Role.QUIZ, "[^.]+")),
  REPLIES(Reply.class, Topics.REPLIES, "/kind", "/outcome/outcome"),
  PRESENCE(Heartbeat.class, Topics.PRESENCE, "/kind"),
  EVENTS(Event.class, Topics.EVENTS, "/type"),
  /** The headers alone; the rest of such a record is another's. */
  DEAD_LETTERS(DeadLetter.class, Topics.DEAD_LETTERS) {
    @Override
    Object read(JsonNode headers) {
      return DeadLetter.of(
          headers.properties().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, header -> header.getValue().asText())));
    }

    @Override
    JsonNode write(Object letter) {
      return Json.read(Json.write(((DeadLetter) letter).headers()), JsonNode.class);
    }
  };

  private final Class<?> type;
  private final String topics;
  private final List<String> tags;

  Wire(Class<?> type, String topics, String... tags) {
    this.type = type;
    this.topics = topics;
    this.tags = List.of(tags);
  }

  Class<?> type() {
    return type;
  }

  /** That of a topic's records. */
  public static Wire onTopic(String topic) {
    return Stream.of(values())
        .filter(wire -> topic.matches(wire.topics))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no message has topic " + topic));
  }

  /** Reads a message as services do. */
  Object read(JsonNode message) {
    return Json.read(Json.write(message), type);
  }

  /** Writes a message as services do. */
  JsonNode write(Object message) {
    return Json.read(Json.write(message), JsonNode.class);
  }

  /** Which kind of message one is: the values of its tags. */
  List<String> kind(JsonNode message) {
    return tags.stream().map(tag -> message.at(tag).asText()).toList();
  }

  /**
   * Whether kinds that a reader does not know may be sent to it: a request that was not read is
   * made again elsewhere, and events are for whoever knows them. A reply that was not read is paid
   * for again.
   */
  boolean mayHaveNewKinds() {
    return this != REPLIES && this != PRESENCE;
  }

  /** That of a message, which must be of one of these types. */
  static Wire of(Object message) {
    return Stream.of(values())
        .filter(wire -> wire.type.isInstance(message))
        .findFirst()
        .orElseThrow();
  }
}
