package dev.interact.bench.load;

import dev.interact.bench.stub.Latency;

/**
 * A model that the stub plays.
 *
 * @param alias that studies name it by
 * @param allowed calls of it that may be in flight at once
 */
public record Model(String alias, Latency latency, int allowed) {}
