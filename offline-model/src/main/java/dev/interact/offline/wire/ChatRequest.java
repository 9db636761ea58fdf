package dev.interact.offline.wire;

import dev.interact.offline.Sampling;
import dev.interact.offline.Strength;
import dev.interact.offline.chat.Conversation;
import java.util.List;

/**
 * A checked request.
 *
 * @param promptTokens what the messages count
 * @param choices how many answers are wanted ({@code n})
 * @param stop an answer ends before any of these
 * @param withUsage whether a stream ends with a chunk that holds the usage
 */
record ChatRequest(
    Strength model,
    Conversation conversation,
    int promptTokens,
    Sampling sampling,
    int choices,
    List<String> stop,
    Form form,
    boolean stream,
    boolean withUsage) {}
