package dev.interact.contracts.reply;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.interact.contracts.quiz.GradedSheet;
import java.util.List;

/** What workers send back on {@link dev.interact.contracts.Topics#REPLIES}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Reply.Modelled.class, name = "modelled"),
  @JsonSubTypes.Type(value = Reply.HandedBack.class, name = "handed-back"),
  @JsonSubTypes.Type(value = Reply.Graded.class, name = "graded")
})
public sealed interface Reply {
  /** The incarnation of the worker that replies. */
  String worker();

  /**
   * A model call has ended.
   *
   * @param latencyMillis from sending the HTTP request to its end
   */
  record Modelled(String worker, String attempt, String call, long latencyMillis, Outcome outcome)
      implements Reply {}

  /**
   * A request reached a worker that it was not addressed to, or one that is stopping; nothing was
   * called.
   */
  record HandedBack(String worker, String attempt) implements Reply {}

  /** A batch of sheets was graded. */
  record Graded(String worker, String batch, List<GradedSheet> sheets) implements Reply {
    public Graded {
      sheets = List.copyOf(sheets);
    }
  }
}
