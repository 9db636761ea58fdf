package dev.interact.offline.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.offline.Reply.Verdicts;
import dev.interact.offline.Reply.WrittenQuiz;
import dev.interact.offline.author.WrittenItem;
import dev.interact.offline.judge.Verdict;

/** Replies that are JSON in themselves. */
public final class Documents {

  private Documents() {}

  /** {@code {"items": [{"level", "question", "options", "answer", "evidence"}]}}. */
  public static ObjectNode of(WrittenQuiz quiz) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ArrayNode items = document.putArray("items");
    for (WrittenItem item : quiz.items()) {
      ObjectNode node = items.addObject();
      node.put("level", item.level().word()).put("question", item.question());
      item.options().forEach(node.putArray("options")::add);
      node.put("answer", item.answer());
      item.evidence().forEach(node.putArray("evidence")::add);
    }
    return document;
  }

  /**
   * {@code {"verdicts": [{"item", "comprehension", "answerable", "self_contained", "reason"}]}}.
   */
  public static ObjectNode of(Verdicts reply) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ArrayNode verdicts = document.putArray("verdicts");
    for (Verdict verdict : reply.verdicts()) {
      verdicts
          .addObject()
          .put("item", verdict.item())
          .put("comprehension", verdict.comprehension())
          .put("answerable", verdict.answerable())
          .put("self_contained", verdict.selfContained())
          .put("reason", verdict.reason());
    }
    return document;
  }
}
