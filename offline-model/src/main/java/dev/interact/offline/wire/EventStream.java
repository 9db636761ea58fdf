package dev.interact.offline.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interact.offline.wire.Completion.Choice;
import dev.interact.offline.wire.Completion.Usage;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/** Server-sent events that carry a completion in chunks of a line each, then {@code [DONE]}. */
final class EventStream {

  private static final Pattern AFTER_LINE = Pattern.compile("(?<=\\n)");

  private final StringBuilder events = new StringBuilder();
  private final ObjectMapper mapper;
  private final Completion head;

  EventStream(ObjectMapper mapper, Completion head) {
    this.mapper = mapper;
    this.head = head;
  }

  /** The whole stream; nothing is gained by waiting, as answers are not made word by word. */
  String of(List<Answer> answers, Usage usage) {
    for (int index = 0; index < answers.size(); index++) {
      for (String piece : AFTER_LINE.split(answers.get(index).text())) {
        chunk(List.of(Choice.chunk(index, piece)), null);
      }
      chunk(List.of(Choice.end(index, answers.get(index))), null);
    }
    if (usage != null) {
      chunk(List.of(), usage);
    }
    return events.append("data: [DONE]\n\n").toString();
  }

  private void chunk(List<Choice> choices, Usage usage) {
    try {
      String json = mapper.writeValueAsString(head.with(Completion.CHUNK, choices, usage));
      events.append("data: ").append(json).append("\n\n");
    } catch (JsonProcessingException impossibleForRecords) {
      throw new UncheckedIOException(impossibleForRecords);
    }
  }
}
