package dev.interact.cli.api;

/** How many dialogues failed for the same reason. */
public record FailureCount(String reason, long count) {}
