package dev.interact.orchestrator.ledger;

import dev.interact.contracts.Role;
import java.util.Locale;

/** What a call is for. */
public enum CallKind {
  LESSON(Role.TEACHER),
  QUESTION(Role.STUDENT),
  ANSWER(Role.TEACHER),
  /** Items of a quiz, when material is prepared. */
  ITEMS(Role.TEACHER),
  /** Verdicts on items, when material is prepared. */
  VERDICTS(Role.TEACHER),
  /** A quiz sheet, sat by the student. */
  SHEET(Role.STUDENT),
  /** A quiz sheet, sat by the student's model with the context in view (the teacher bound). */
  BOUND_SHEET(Role.TEACHER);

  private final Role role;

  CallKind(Role role) {
    this.role = role;
  }

  /** The kind's name in traces and metrics: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The role that serves such calls. */
  public Role role() {
    return role;
  }

  /** Whether the reply is graded before anyone goes on with it. */
  public boolean isGraded() {
    return this == SHEET || this == BOUND_SHEET;
  }
}
