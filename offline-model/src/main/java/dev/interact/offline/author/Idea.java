package dev.interact.offline.author;

import java.util.List;
import java.util.function.Supplier;

/**
 * An item that might be written.
 *
 * @param worth how good it promises to be; a plain one has 0
 * @param evidence the sentences that it rests on
 * @param rivals what the wrong options may be, the best first, each wrong beyond doubt as far as
 *     the words of the material go
 */
record Idea(
    Level level,
    double worth,
    String question,
    String answer,
    List<String> evidence,
    Supplier<List<String>> rivals) {}
