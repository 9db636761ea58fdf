package dev.interact.orchestrator.projection;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.contracts.event.Event;
import dev.interact.contracts.event.Fact;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** All studies and preparations, a line each. */
public final class LiveStudies implements Projection {
  private final Map<String, LiveStudy> going = new HashMap<>();
  private final Map<String, ObjectNode> lines = new TreeMap<>();
  private long offset;
  private boolean stale;

  /**
   * No studies yet.
   *
   * @param offset of the last event before they are read
   */
  public LiveStudies(long offset) {
    this.offset = offset;
  }

  /** Adds one that may still change. */
  public void add(LiveStudy study) {
    going.put(study.id(), study);
  }

  /** Adds one that changes no more, unless its state does. */
  public void add(String id, ObjectNode line) {
    lines.put(id, line);
  }

  @Override
  public boolean apply(long at, Event event) {
    String id =
        switch (event.data()) {
          case Fact.OfStudy fact -> fact.study();
          case Fact.BudgetChanged budget -> budget.study();
          case Fact.LimitChanged limit -> null;
          case Fact.DeadLetterNoticed letter -> null;
          case Fact.DeadLetterResent letter -> null;
          case Fact.DeadLetterDropped letter -> null;
        };
    if (id == null) {
      return false;
    }
    offset = Math.max(offset, at);
    LiveStudy study = going.get(id);
    if (study == null) {
      stale = stale || isNews(id, event.data());
      return false;
    }
    study.apply(at, event);
    stale = stale || study.isStale();
    return true;
  }

  /**
   * Whether a study is not among the lines, or changes once more: it goes on, or late replies cost.
   */
  private boolean isNews(String id, Fact fact) {
    return !lines.containsKey(id)
        || fact instanceof Fact.StudyResumed
        || fact instanceof Fact.BudgetSettled
        || fact instanceof Fact.BudgetChanged;
  }

  @Override
  public ObjectNode view(Instant now) {
    going.keySet().forEach(id -> lines.put(id, going.get(id).line(now)));
    ObjectNode studies = JsonNodeFactory.instance.objectNode();
    lines.forEach(studies::set);
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("offset", offset);
    json.set("studies", studies);
    return json;
  }

  @Override
  public long offset() {
    return offset;
  }

  @Override
  public boolean isStale() {
    return stale;
  }
}
