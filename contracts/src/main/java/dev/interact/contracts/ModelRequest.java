package dev.interact.contracts;

/** A request that one model call fulfils: a StudentRequest or a TeacherRequest. */
public interface ModelRequest {
  /** Changes whenever workers turn the same request into other bytes; part of a call's identity. */
  String RENDERER = "chat-1";

  /** What every such request carries beside its content. */
  Head head();
}
