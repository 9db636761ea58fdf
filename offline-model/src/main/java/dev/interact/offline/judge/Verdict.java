package dev.interact.offline.judge;

/**
 * What a judge says of an item.
 *
 * @param item its number
 * @param reason a sentence
 */
public record Verdict(
    int item, boolean comprehension, boolean answerable, boolean selfContained, String reason) {}
