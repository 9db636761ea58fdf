package dev.interact.orchestrator.projection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.orchestrator.projection.Figures.Money;
import java.time.Instant;

/** The view of a study as JSON. What is not known is absent. */
final class StudyView {
  private static final int MOST_TALKING = 20;

  private final LiveTotals totals;
  private final LiveDialogues dialogues;
  private final CurveView curves;

  StudyView(LiveTotals totals, LiveDialogues dialogues, Curves curves) {
    this.totals = totals;
    this.dialogues = dialogues;
    this.curves = new CurveView(curves, dialogues);
  }

  ObjectNode json(long offset, Instant now) {
    ObjectNode json = object().put("offset", offset);
    json.set("study", totals.head().json());
    json.set("dialogues", stages());
    json.set("calls", calls());
    json.set("budget", budget());
    Money money = totals.money();
    json.set("tokens", object().put("input", money.input()).put("output", money.output()));
    putEta(json, now);
    if (!totals.head().isPreparation()) {
      curves.refresh();
      json.set("arms", curves.arms());
      json.set("domains", curves.domains());
      json.set("levels", curves.levels());
    }
    json.set("talking", talking());
    return json;
  }

  ObjectNode line(Instant now) {
    Head head = totals.head();
    ObjectNode json = object().put("name", head.name()).put("state", head.state());
    json.put("kind", head.kind());
    json.set("dialogues", stages());
    json.set("calls", calls());
    json.put("spent", totals.money().spent());
    if (totals.money().cap() != null) {
      json.put("cap", totals.money().cap());
    }
    putEta(json, now);
    return json.put("created", head.created().toString());
  }

  private void putEta(ObjectNode json, Instant now) {
    Long eta = totals.eta(dialogues.left(), now);
    if (eta != null) {
      json.put("eta_seconds", eta);
    }
  }

  private ObjectNode stages() {
    return object()
        .put("planned", dialogues.at(Stage.PLANNED))
        .put("running", dialogues.at(Stage.RUNNING))
        .put("finished", dialogues.at(Stage.FINISHED))
        .put("failed", dialogues.at(Stage.FAILED))
        .put("total", dialogues.total());
  }

  private ObjectNode calls() {
    return object()
        .put("planned", totals.planned())
        .put("done", totals.done())
        .put("in_flight", totals.inFlight())
        .put("retried", totals.retriedCount())
        .put("failed", totals.failedCount());
  }

  private ObjectNode budget() {
    Money money = totals.money();
    ObjectNode json = object();
    if (money.cap() != null) {
      json.put("cap", money.cap());
    }
    return json.put("spent", money.spent()).put("reserved", money.reserved());
  }

  private JsonNode talking() {
    ArrayNode talking = JsonNodeFactory.instance.arrayNode();
    for (LiveDialogue dialogue : dialogues.talking(MOST_TALKING)) {
      ObjectNode one = talking.addObject().put("dialogue", dialogue.known.id());
      one.put("concept", dialogue.known.concept());
      if (dialogue.known.arm() != null) {
        one.put("arm", dialogue.known.arm());
      }
      if (dialogue.doing() != null) {
        one.put("turn", dialogue.doing().turn()).put("doing", dialogue.doing().what());
      }
    }
    return talking;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
