package dev.interact.preparation.order;

import dev.interact.preparation.result.Prepared;

/**
 * What has become of one concept of a preparation, a line of its result.
 *
 * @param id the concept's
 * @param prepared null where it failed
 * @param failure a sentence; null where it did not fail
 */
public record Made(String id, String domain, Prepared prepared, String failure) {}
