package dev.interact.analysis.table;

import java.util.SortedMap;

/**
 * The dialogues of an arm that failed.
 *
 * @param dialogues that are over
 * @param failed of them
 * @param reasons how often each
 */
public record Failures(int dialogues, int failed, SortedMap<String, Integer> reasons) {}
