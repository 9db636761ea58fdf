package dev.interact.orchestrator.rest;

/** Something with an id by which it is known elsewhere; of a study its id. */
public interface Subject {
  String subject();
}
