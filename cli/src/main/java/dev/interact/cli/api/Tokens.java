package dev.interact.cli.api;

/** Tokens of requests and replies. */
public record Tokens(long input, long output) {}
