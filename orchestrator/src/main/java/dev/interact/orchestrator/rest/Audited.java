package dev.interact.orchestrator.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who asks for this is written into the audit log, before it is done and with what became of it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Audited {
  /** What is done, as the log has it: {@code study.cancelled}. */
  String value();

  /** Whether it makes something: what is made is the subject then, and the answer names it. */
  boolean makes() default false;
}
