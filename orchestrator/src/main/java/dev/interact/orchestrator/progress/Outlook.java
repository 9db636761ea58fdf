package dev.interact.orchestrator.progress;

import dev.interact.orchestrator.dialogue.Plan;
import dev.interact.orchestrator.study.Library;
import dev.interact.study.Course;
import dev.interact.study.StudyFile;
import java.util.stream.IntStream;

/** What a dialogue is to do, by the file of its study. */
public record Outlook(DialogueRow dialogue, StudyFile file) {

  /** Its course, as far as it is known to go, and the quizzes that are sat again. */
  Plan plan() {
    boolean repeatable = file.temperatureOf(dialogue.student).quiz() == 0;
    Course course = course();
    return new Plan(
        dialogue.condition.hasLesson(),
        dialogue.turns == null ? course : course.upTo(dialogue.turns),
        new Plan.Retest(
            repeatable ? file.retest() : 0, String.join("|", dialogue.concept, dialogue.student)));
  }

  private Course course() {
    int tried = dialogue.trial == 0 ? 1 : dialogue.strategy().tried(file.asking());
    return new Course(
        Course.turns(file, dialogue.condition, dialogue.branch(), tried),
        new Course.Quiz(dialogue.parts, file.draws().sheet()),
        dialogue.trial,
        dialogue.halved);
  }

  /** How many questions it has, if it does not end early. */
  public int turns() {
    return course().turns().size();
  }

  /** How many marks one quiz of it has. */
  public int marks(Library.Shelf shelf) {
    return file.draws().sheet()
        * IntStream.range(0, dialogue.parts)
            .map(part -> dialogue.shown(shelf, StepRow.Kind.SIT, part).items().size())
            .sum();
  }
}
