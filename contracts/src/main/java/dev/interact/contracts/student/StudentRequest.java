package dev.interact.contracts.student;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.interact.contracts.Exchange;
import dev.interact.contracts.Head;
import dev.interact.contracts.ModelRequest;
import java.util.List;
import java.util.Map;

/**
 * All that student-service ever receives. By construction no part of it can hold a context or a
 * key: what the student knows is the lesson and what teachers answered, it or others.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = StudentRequest.AskQuestion.class, name = "ask-question"),
  @JsonSubTypes.Type(value = StudentRequest.SitQuiz.class, name = "sit-quiz")
})
public sealed interface StudentRequest extends ModelRequest {
  StudentPrompt prompt();

  /** The static curriculum, or null where the condition has none. */
  String lesson();

  /** The turns so far; empty before the first question. */
  List<Exchange> transcript();

  /** What a framing sees: {@code turns}, each {@code question} and {@code answer}. */
  static Map<String, Object> turns(List<Exchange> transcript) {
    return Map.of(
        "turns",
        transcript.stream()
            .map(turn -> Map.of("question", turn.question(), "answer", turn.answer()))
            .toList());
  }

  /**
   * Ask the next question.
   *
   * @param instruction how to come to it, said last; null where the student is told nothing
   */
  record AskQuestion(
      Head head, StudentPrompt prompt, String lesson, List<Exchange> transcript, String instruction)
      implements StudentRequest {
    public AskQuestion {
      transcript = List.copyOf(transcript);
    }
  }

  /**
   * Sit a quiz. It is a probe: neither the sheet nor the answers enter the dialogue.
   *
   * @param framing the template of a text that shows the transcript as another's; sees {@link
   *     StudentRequest#turns}; null where the student is shown it as its own
   * @param formatError why the answer to an earlier draw could not be read, or null
   */
  record SitQuiz(
      Head head,
      StudentPrompt prompt,
      String lesson,
      List<Exchange> transcript,
      String framing,
      Sheet sheet,
      String formatError)
      implements StudentRequest {
    public SitQuiz {
      transcript = List.copyOf(transcript);
    }
  }
}
