package dev.interact.contracts.reply;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.interact.contracts.quiz.GradedSheet;
import java.util.List;
import java.util.Objects;

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
      implements Reply {
    public Modelled {
      Objects.requireNonNull(attempt, "attempt");
      Objects.requireNonNull(call, "call");
      Objects.requireNonNull(outcome, "outcome");
    }
  }

  /** A request was not served and nothing was called: it was addressed to another worker. */
  record HandedBack(String worker, String attempt) implements Reply {
    public HandedBack {
      Objects.requireNonNull(attempt, "attempt");
    }
  }

  /** A batch of sheets was graded. */
  record Graded(String worker, String batch, List<GradedSheet> sheets) implements Reply {
    public Graded {
      sheets = List.copyOf(sheets);
    }
  }
}
