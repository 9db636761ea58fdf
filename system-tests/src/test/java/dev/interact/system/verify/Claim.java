package dev.interact.system.verify;

import java.util.Map;

/**
 * What a study is to be held to.
 *
 * @param dialogues how many it has
 * @param requests how many requests each model saw because of it, by alias
 * @param mayRepeat how many requests may have been made twice at most: the attempts that were in
 *     flight when something was killed or stopped
 * @param deadLetters how many records may lie in the dead-letter topic
 */
public record Claim(
    String study, int dialogues, Map<String, Long> requests, long mayRepeat, long deadLetters) {}
