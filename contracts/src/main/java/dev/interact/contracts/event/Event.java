package dev.interact.contracts.event;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/**
 * What the orchestrator publishes on {@link dev.interact.contracts.Topics#EVENTS}: a CloudEvent 1.0
 * in its JSON format ("structured mode"). It may come more than once, then with the same id.
 *
 * @param specversion {@link #VERSION}
 * @param id unique, and rising in the order in which what happened was stored
 * @param source the orchestrator's, always {@link #SOURCE}
 * @param subject the dialogue, else the study, else what the fact is about
 * @param time when it was stored, ISO 8601 in UTC
 * @param data what has happened; the attribute {@code type} tells which fact it is
 */
public record Event(
    String specversion,
    String id,
    String source,
    String subject,
    String time,
    String datacontenttype,
    @JsonTypeInfo(
            use = JsonTypeInfo.Id.NAME,
            include = JsonTypeInfo.As.EXTERNAL_PROPERTY,
            property = "type")
        Fact data) {
  /** The version of CloudEvents. */
  public static final String VERSION = "1.0";

  /** The media type of what has happened. */
  public static final String DATA_TYPE = "application/json";

  /** Who publishes. */
  public static final String SOURCE = "/interact/orchestrator";

  /** The media type of an event as a whole. */
  public static final String MEDIA_TYPE = "application/cloudevents+json";

  /** An event of a fact. */
  public static Event of(String id, Instant time, Fact fact) {
    return new Event(VERSION, id, SOURCE, subject(fact), time.toString(), DATA_TYPE, fact);
  }

  private static String subject(Fact fact) {
    return switch (fact) {
      case Fact.OfDialogue dialogue -> dialogue.dialogue();
      case Fact.OfStudy study -> study.study();
      case Fact.BudgetChanged budget -> budget.study() == null ? budget.owner() : budget.study();
      case Fact.LimitChanged limit -> limit.model();
      case Fact.DeadLetterNoticed letter -> letter.letter();
      case Fact.DeadLetterResent letter -> letter.letter();
      case Fact.DeadLetterDropped letter -> letter.letter();
    };
  }
}
