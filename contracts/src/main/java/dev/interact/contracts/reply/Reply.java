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
   * @param next the attempt that stood by and has begun in the place of this one, or null
   */
  record Modelled(
      String worker, String attempt, String call, long latencyMillis, Outcome outcome, String next)
      implements Reply {
    public Modelled {
      Objects.requireNonNull(attempt, "attempt");
      Objects.requireNonNull(call, "call");
      Objects.requireNonNull(outcome, "outcome");
    }

    /** Of a call whose place is free now. */
    public Modelled(
        String worker, String attempt, String call, long latencyMillis, Outcome outcome) {
      this(worker, attempt, call, latencyMillis, outcome, null);
    }

    /** The same, with an attempt in its place. */
    public Modelled followedBy(String attempt) {
      return new Modelled(worker, this.attempt, call, latencyMillis, outcome, attempt);
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
