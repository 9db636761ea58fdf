package dev.interact.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.SortedMap;

/**
 * Something that has happened, stored by the orchestrator in the same transaction as what it tells
 * of. Ids and numbers alone: no text of a model, a context or a key, and no reason that could quote
 * one.
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Fact.StudyPlanned.class, name = "dev.interact.study.planned"),
  @JsonSubTypes.Type(value = Fact.StudyStarted.class, name = "dev.interact.study.started"),
  @JsonSubTypes.Type(value = Fact.StudyPaused.class, name = "dev.interact.study.paused"),
  @JsonSubTypes.Type(value = Fact.StudyResumed.class, name = "dev.interact.study.resumed"),
  @JsonSubTypes.Type(value = Fact.StudyCancelled.class, name = "dev.interact.study.cancelled"),
  @JsonSubTypes.Type(value = Fact.StudyFinished.class, name = "dev.interact.study.finished"),
  @JsonSubTypes.Type(value = Fact.DialogueStarted.class, name = "dev.interact.dialogue.started"),
  @JsonSubTypes.Type(value = Fact.DialogueFinished.class, name = "dev.interact.dialogue.finished"),
  @JsonSubTypes.Type(value = Fact.DialogueFailed.class, name = "dev.interact.dialogue.failed"),
  @JsonSubTypes.Type(value = Fact.DialogueTakenUp.class, name = "dev.interact.dialogue.taken-up"),
  @JsonSubTypes.Type(value = Fact.LessonGiven.class, name = "dev.interact.lesson.given"),
  @JsonSubTypes.Type(value = Fact.QuestionAsked.class, name = "dev.interact.question.asked"),
  @JsonSubTypes.Type(value = Fact.QuestionAnswered.class, name = "dev.interact.question.answered"),
  @JsonSubTypes.Type(value = Fact.QuizGraded.class, name = "dev.interact.quiz.graded"),
  @JsonSubTypes.Type(value = Fact.ConceptStarted.class, name = "dev.interact.concept.started"),
  @JsonSubTypes.Type(value = Fact.ConceptPrepared.class, name = "dev.interact.concept.prepared"),
  @JsonSubTypes.Type(value = Fact.ConceptFailed.class, name = "dev.interact.concept.failed"),
  @JsonSubTypes.Type(value = Fact.ConceptTakenUp.class, name = "dev.interact.concept.taken-up"),
  @JsonSubTypes.Type(value = Fact.CallRetried.class, name = "dev.interact.call.retried"),
  @JsonSubTypes.Type(value = Fact.CallFailed.class, name = "dev.interact.call.failed"),
  @JsonSubTypes.Type(value = Fact.BudgetReserved.class, name = "dev.interact.budget.reserved"),
  @JsonSubTypes.Type(value = Fact.BudgetSettled.class, name = "dev.interact.budget.settled"),
  @JsonSubTypes.Type(value = Fact.BudgetReached.class, name = "dev.interact.budget.reached"),
  @JsonSubTypes.Type(value = Fact.BudgetChanged.class, name = "dev.interact.budget.changed"),
  @JsonSubTypes.Type(value = Fact.LimitChanged.class, name = "dev.interact.limit.changed"),
  @JsonSubTypes.Type(
      value = Fact.DeadLetterNoticed.class,
      name = "dev.interact.dead-letter.noticed"),
  @JsonSubTypes.Type(value = Fact.DeadLetterResent.class, name = "dev.interact.dead-letter.resent"),
  @JsonSubTypes.Type(
      value = Fact.DeadLetterDropped.class,
      name = "dev.interact.dead-letter.dropped")
})
public sealed interface Fact {

  /** A fact about one study or preparation. */
  sealed interface OfStudy extends Fact {
    /** Its id. */
    String study();
  }

  /** A fact about one dialogue of a study. */
  sealed interface OfDialogue extends OfStudy {
    /** The dialogue's id. */
    String dialogue();
  }

  /**
   * A study or preparation was handed in.
   *
   * @param kind study or preparation
   * @param owner who pays for it; empty where nobody said
   * @param dialogues how many it has; of a preparation, concepts
   * @param calls steps that it takes if no sheet has to be asked for twice
   */
  record StudyPlanned(
      String study, String name, String kind, String owner, long dialogues, long calls)
      implements OfStudy {}

  /** The first dialogue of a study, or concept of a preparation, has started. */
  record StudyStarted(String study) implements OfStudy {}

  /**
   * No more of its calls are sent.
   *
   * @param capped whether it is because a cap is reached, and not because somebody asked
   */
  record StudyPaused(String study, boolean capped) implements OfStudy {}

  /** It goes on: it was paused, cancelled, or finished with failures that are tried again. */
  record StudyResumed(String study) implements OfStudy {}

  /** No more of its calls are sent, also when it is handed in again. */
  record StudyCancelled(String study) implements OfStudy {}

  /**
   * It has nothing left to do.
   *
   * @param finished dialogues, or concepts, that have all they were planned to have
   * @param failed those that ended before
   */
  record StudyFinished(String study, long finished, long failed) implements OfStudy {}

  /**
   * A dialogue has started.
   *
   * @param arm which arm of its study it belongs to
   * @param concept the concept's id
   * @param domain the concept's
   */
  record DialogueStarted(String study, String dialogue, String arm, String concept, String domain)
      implements OfDialogue {}

  /**
   * A dialogue has all its turns and quizzes.
   *
   * @param turns questions in it
   */
  record DialogueFinished(String study, String dialogue, int turns) implements OfDialogue {}

  /** A dialogue ended before its last turn; the API tells the reason. */
  record DialogueFailed(String study, String dialogue) implements OfDialogue {}

  /**
   * A dialogue that failed goes on where it failed; a fork that failed before it started will
   * start.
   */
  record DialogueTakenUp(String study, String dialogue) implements OfDialogue {}

  /** The student of a dialogue has its lesson. */
  record LessonGiven(String study, String dialogue) implements OfDialogue {}

  /**
   * The student has asked.
   *
   * @param turn from 1
   * @param candidate which of several questions that are tried out, from 0
   */
  record QuestionAsked(String study, String dialogue, int turn, int candidate)
      implements OfDialogue {}

  /**
   * The teacher has answered.
   *
   * @param turn from 1
   * @param candidate which of several questions that are tried out, from 0
   */
  record QuestionAnswered(String study, String dialogue, int turn, int candidate)
      implements OfDialogue {}

  /**
   * A sheet of a quiz has its marks, for good.
   *
   * @param kind sit (it counts), retest (the same once more) or trial (to choose a question by)
   * @param turn after which it was sat; 0 before any question
   * @param candidate of a trial: which question, from 0
   * @param part which sheet of the quiz, from 0
   * @param sample which of several answers to the same sheet, from 0
   * @param levels the marks of the sheet's items by their level; {@link Marks#NO_LEVEL} is that of
   *     items without one
   */
  record QuizGraded(
      String study,
      String dialogue,
      String kind,
      int turn,
      int candidate,
      int part,
      int sample,
      SortedMap<String, Marks> levels)
      implements OfDialogue {}

  /**
   * Marks of some items.
   *
   * @param items how many
   * @param right of them
   * @param unread of them: no choice could be read
   */
  record Marks(int items, int right, int unread) {
    /** What stands for the level of items without one. */
    public static final String NO_LEVEL = "none";

    /** Those of these items and of others. */
    public Marks plus(Marks other) {
      return new Marks(items + other.items, right + other.right, unread + other.unread);
    }

    /** Those of all items. */
    public static Marks sum(Collection<Marks> some) {
      return some.stream().reduce(new Marks(0, 0, 0), Marks::plus);
    }
  }

  /** The preparation of a concept has started. */
  record ConceptStarted(String study, String preparation, String concept, String domain)
      implements OfStudy {}

  /** A concept of a preparation has its quiz. */
  record ConceptPrepared(String study, String preparation) implements OfStudy {}

  /** The preparation of a concept ended without a quiz. */
  record ConceptFailed(String study, String preparation) implements OfStudy {}

  /** The preparation of a concept that failed goes on where it failed. */
  record ConceptTakenUp(String study, String preparation) implements OfStudy {}

  /**
   * A call is to be made again.
   *
   * @param study that paid for the attempt
   * @param model the alias
   * @param cause rate-limited, transient or lost
   * @param failures of this cause so far
   * @param waitMillis before it may be sent
   */
  record CallRetried(
      String study,
      String call,
      String attempt,
      String model,
      String cause,
      int failures,
      long waitMillis)
      implements OfStudy {}

  /**
   * A call has failed for good; the dialogues that wait for it fail too.
   *
   * @param study that paid for the last attempt
   * @param model the alias
   */
  record CallFailed(String study, String call, String model) implements OfStudy {}

  /**
   * Money, tokens and calls.
   *
   * @param usd US dollars
   */
  record Sum(BigDecimal usd, long tokens, long calls) {}

  /**
   * Calls were admitted, and what they may cost at most is reserved.
   *
   * @param added by the calls that were admitted now
   * @param reserved by all of the study's calls under way
   */
  record BudgetReserved(String study, Sum added, Sum reserved) implements OfStudy {}

  /**
   * Calls have ended and were paid.
   *
   * @param spent by the study so far
   * @param reserved by its calls that are still under way
   * @param inputTokens of all it spent, as the providers counted them
   * @param outputTokens the same
   */
  record BudgetSettled(String study, Sum spent, Sum reserved, long inputTokens, long outputTokens)
      implements OfStudy {}

  /**
   * A study is paused: the next call could pass a cap.
   *
   * @param account whose cap: study or owner
   */
  record BudgetReached(String study, String account) implements OfStudy {}

  /**
   * Caps were set or taken away; absent ones are none.
   *
   * @param study whose; absent where it is an owner's
   * @param owner whose; absent where it is a study's
   */
  record BudgetChanged(String study, String owner, BigDecimal usd, Long tokens, Long calls)
      implements Fact {}

  /**
   * Limits of a model were changed, or set back to the registry's; what holds now.
   *
   * @param model the alias
   * @param requestsPerMinute absent where there is no such limit
   * @param tokensPerMinute absent where there is no such limit
   */
  record LimitChanged(String model, int concurrency, Long requestsPerMinute, Long tokensPerMinute)
      implements Fact {}

  /**
   * A record that no service could read was stored.
   *
   * @param letter its id
   * @param topic that it was found on
   * @param reader who could not read it
   */
  record DeadLetterNoticed(String letter, String topic, String reader) implements Fact {}

  /** A dead letter was sent to its topic again. */
  record DeadLetterResent(String letter) implements Fact {}

  /** A dead letter was forgotten. */
  record DeadLetterDropped(String letter) implements Fact {}
}
