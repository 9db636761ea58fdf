package dev.interact.study.file;

import dev.interact.study.Condition;
import dev.interact.study.Human;
import dev.interact.study.StudyFile;
import dev.interact.study.fork.Fork;
import dev.interact.study.input.FieldPath;
import dev.interact.study.input.Schema.Finding;
import java.util.ArrayList;
import java.util.List;

/** What a study asks of people that nobody at a seat can do. */
final class People {
  private static final String STUDENT_ALONE = "a human can only be a student: take it out";

  private final StudyFile study;
  private final List<Finding> findings = new ArrayList<>();

  private People(StudyFile study) {
    this.study = study;
  }

  static List<Finding> problems(StudyFile study) {
    People people = new People(study);
    people.roles();
    if (study.hasSeats()) {
      people.conditions();
      people.repeats();
      people.forks();
    }
    return people.findings;
  }

  private void roles() {
    if (study.teachers().contains(Human.ALIAS)) {
      say(FieldPath.of("teachers"), STUDENT_ALONE);
    }
    if (study.lessonAuthors().contains(Human.ALIAS)) {
      say(FieldPath.of("lesson_authors"), STUDENT_ALONE);
    }
    if (study.overrides().containsKey(Human.ALIAS)) {
      say(
          FieldPath.of("overrides", Human.ALIAS),
          "a human has no temperature and no largest reply: take it out");
    }
  }

  private void conditions() {
    if (study.conditions().contains(Condition.FULL_CONTEXT)) {
      say(
          FieldPath.of("conditions"),
          "full-context shows the context, which a human's seat never does: give the models that"
              + " sit it a study of their own");
    }
  }

  private void repeats() {
    if (study.draws().sheet() > 1) {
      say(FieldPath.of("draws", "sheet"), "a human sits a quiz once: it must be 1");
    }
    if (study.selectsOnQuiz()) {
      say(
          FieldPath.of("strategies"),
          "outcome tries questions out on a quiz, which a human cannot: take it out");
    }
  }

  private void forks() {
    for (int i = 0; i < study.forks().size(); i++) {
      Fork fork = study.forks().get(i);
      if (fork.students().isEmpty() || fork.students().contains(Human.ALIAS)) {
        say(
            FieldPath.of("forks", i),
            "a human's dialogue can be forked, but a human gets none: name other students in its"
                + " field students");
      }
    }
  }

  private void say(FieldPath path, String message) {
    findings.add(new Finding(path, message));
  }
}
