package dev.interact.bench.figure;

/**
 * A while in which a study was watched all the time, or never.
 *
 * @param from microseconds since the epoch
 * @param to microseconds since the epoch
 */
public record Shift(boolean watched, long from, long to) {}
