package dev.interact.study.strategy;

/** What a student's reply comes to. */
public sealed interface Reading {
  /** It asks this. */
  record Question(String text) implements Reading {}

  /** It has heard enough. */
  record Stop() implements Reading {}
}
