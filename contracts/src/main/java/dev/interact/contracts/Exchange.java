package dev.interact.contracts;

import java.util.Objects;

/** One turn of a dialogue: a question by the student and the teacher's answer. */
public record Exchange(String question, String answer) {
  public Exchange {
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(answer, "answer");
  }
}
