package dev.interact.contracts;

/** A request that one model call fulfils: a StudentRequest or a TeacherRequest. */
public interface ModelRequest {
  /** What every such request carries beside its content. */
  Head head();
}
