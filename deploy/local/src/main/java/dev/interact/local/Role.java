package dev.interact.local;

import java.util.Set;

/** What a process of the stack is for, each after those it needs. */
public enum Role {
  BROKER("broker"),
  POSTGRES("postgres"),
  OFFLINE_MODEL("offline-model"),
  ORCHESTRATOR("orchestrator", BROKER, POSTGRES),
  TEACHER("teacher-service", BROKER),
  STUDENT("student-service", BROKER),
  QUIZ("quiz-service", BROKER);

  private final String title;
  private final Set<Role> needs;

  Role(String title, Role... needs) {
    this.title = title;
    this.needs = Set.of(needs);
  }

  /** The name of its process, its log and, if it is a service of ours, its module. */
  public String title() {
    return title;
  }

  /** What must be ready before it starts. */
  public Set<Role> needs() {
    return needs;
  }

  /** Whether it is one of our applications rather than the broker or the database. */
  public boolean isService() {
    return this != BROKER && this != POSTGRES;
  }

  /** Whether it calls models, and so may see their API keys. */
  boolean callsModels() {
    return this == TEACHER || this == STUDENT;
  }
}
