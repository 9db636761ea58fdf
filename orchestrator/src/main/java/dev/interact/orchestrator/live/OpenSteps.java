package dev.interact.orchestrator.live;

import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.projection.Known.Doing;
import dev.interact.orchestrator.projection.Known.Done;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the dialogues of a study that run have done, and what they wait for, or waited for when they
 * failed.
 */
record OpenSteps(Map<String, Set<Done>> done, Map<String, Doing> doing) {

  /** A step of a dialogue that has begun. */
  private record Step(
      String dialogue,
      StepRow.Kind kind,
      int turn,
      int candidate,
      int part,
      int sample,
      boolean isWaitedFor) {}

  /** Those of a study. To be called within a transaction. */
  static OpenSteps of(String study) {
    List<Step> steps =
        StepRow.find(
                """
                select s.dialogue, s.kind, s.turn, s.candidate, s.part, s.sample,
                       case when s.open or s.abandoned then true else false end
                from StepRow s join DialogueRow d on d.id = s.dialogue
                where s.study = ?1 and d.stage in (AWAITING_LESSON, RUNNING, FAILED)
                """,
                study)
            .project(Step.class)
            .list();
    Map<String, Doing> doing = new HashMap<>();
    steps.stream()
        .filter(Step::isWaitedFor)
        .forEach(step -> doing.merge(step.dialogue(), doing(step), OpenSteps::later));
    return new OpenSteps(
        steps.stream()
            .filter(step -> !step.isWaitedFor())
            .collect(
                Collectors.groupingBy(
                    Step::dialogue, Collectors.mapping(OpenSteps::done, Collectors.toSet()))),
        doing);
  }

  Collection<Done> done(String dialogue) {
    return done.getOrDefault(dialogue, Set.of());
  }

  /** Null where it waits for nothing. */
  Doing doing(String dialogue) {
    return doing.get(dialogue);
  }

  private static Doing later(Doing one, Doing other) {
    return other.turn() > one.turn() ? other : one;
  }

  private static Done done(Step step) {
    String kind =
        switch (step.kind()) {
          case LESSON -> "lesson";
          case ASK -> "question";
          case ANSWER -> "answer";
          case SIT -> "sit";
          case RETEST -> "retest";
          case TRIAL -> "trial";
          case PREPARED_LESSON, WRITE_QUIZ, JUDGE, CLOSED_BOOK, WITH_CONTEXT, FRESH ->
              throw new IllegalStateException("a step of a preparation");
        };
    return new Done(kind, step.turn(), step.candidate(), step.part(), step.sample());
  }

  private static Doing doing(Step step) {
    return new Doing(
        step.turn(),
        switch (step.kind()) {
          case LESSON -> Doing.LESSON;
          case ASK -> Doing.QUESTION;
          case ANSWER -> Doing.ANSWER;
          case SIT, RETEST, TRIAL -> Doing.QUIZ;
          case PREPARED_LESSON, WRITE_QUIZ, JUDGE, CLOSED_BOOK, WITH_CONTEXT, FRESH ->
              Doing.PREPARATION;
        });
  }
}
