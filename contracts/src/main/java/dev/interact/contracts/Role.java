package dev.interact.contracts;

/** The kinds of worker that take requests from the orchestrator. */
public enum Role {
  /** Holds a context for the length of one request; answers, writes lessons, sits the bound. */
  TEACHER,
  /** Never sees a context or a key; asks questions and sits quizzes. */
  STUDENT,
  /** Calls no model; parses and grades what students answered. */
  QUIZ;

  /** The role's name in topics, logs and file names: lower case. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
