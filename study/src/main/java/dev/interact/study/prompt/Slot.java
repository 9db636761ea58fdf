package dev.interact.study.prompt;

import dev.interact.contracts.teacher.TeacherPrompt;
import dev.interact.study.input.FieldPath;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** A place in a prompt set that holds a template, and what the template may refer to. */
public enum Slot {
  STUDENT_SYSTEM("student", "system", Scope.LESSON, set -> set.student().system()),
  STUDENT_GREETING("student", "greeting", Scope.NOTHING, set -> set.student().greeting()),
  STUDENT_QUIZ("student", "quiz", Scope.SHEET, set -> set.student().quiz()),
  TEACHER_SYSTEM("teacher", "system", Scope.CONTEXT, set -> set.teacher().system()),
  LESSON_SYSTEM("lesson", "system", Scope.CONTEXT, set -> set.lesson().system()),
  LESSON_TASK("lesson", "task", Scope.NOTHING, set -> set.lesson().task()),
  EXAM_SYSTEM("exam", "system", Scope.CONTEXT, set -> set.exam().system()),
  EXAM_TASK("exam", "task", Scope.SHEET, set -> set.exam().task()),
  AUTHOR_SYSTEM("author", "system", Scope.CONTEXT, set -> system(set.author())),
  AUTHOR_TASK("author", "task", Scope.QUIZ_ORDER, set -> task(set.author())),
  JUDGE_SYSTEM("judge", "system", Scope.CONTEXT, set -> system(set.judge())),
  JUDGE_TASK("judge", "task", Scope.JUDGED, set -> task(set.judge())),
  NOVELTY("strategies", "novelty", Scope.COUNT, set -> set.strategies().get("novelty")),
  GAP("strategies", "gap", Scope.NOTHING, set -> set.strategies().get("gap")),
  ASK_OR_STOP(
      "strategies", "ask-or-stop", Scope.MAY_STOP, set -> set.strategies().get("ask-or-stop")),
  VISUAL("strategies", "visual", Scope.ASPECTS, set -> set.strategies().get("visual")),
  TERSE("styles", "terse", Scope.NOTHING, set -> set.styles().get("terse")),
  NO_ANSWER("styles", "no-answer", Scope.NOTHING, set -> set.styles().get("no-answer")),
  LECTURE("forks", "lecture", Scope.LECTURE, set -> set.forks().get("lecture")),
  OBSERVED("forks", "observed", Scope.TURNS, set -> set.forks().get("observed")),
  NOTES("forks", "notes", Scope.ANSWERS, set -> set.forks().get("notes"));

  private final FieldPath path;
  private final Scope scope;
  private final Function<PromptSet, String> template;

  Slot(String part, String key, Scope scope, Function<PromptSet, String> template) {
    this.path = FieldPath.of(part, key);
    this.scope = scope;
    this.template = template;
  }

  /** What is wrong with a prompt set, by place; empty if nothing is. */
  public static Map<Slot, String> problems(PromptSet prompts) {
    Map<Slot, String> problems = new EnumMap<>(Slot.class);
    for (Slot slot : values()) {
      String template = slot.template.apply(prompts);
      if (template == null && slot.isOfPreparation()) {
        continue;
      }
      if (template == null) {
        problems.put(slot, "is missing");
      } else {
        slot.scope.problem(template).ifPresent(problem -> problems.put(slot, problem));
      }
    }
    return problems;
  }

  /** Whether only preparations use it, so that a study may have none. */
  private boolean isOfPreparation() {
    return switch (this) {
      case AUTHOR_SYSTEM, AUTHOR_TASK, JUDGE_SYSTEM, JUDGE_TASK -> true;
      default -> false;
    };
  }

  private static String system(TeacherPrompt prompt) {
    return prompt == null ? null : prompt.system();
  }

  private static String task(TeacherPrompt prompt) {
    return prompt == null ? null : prompt.task();
  }

  FieldPath path() {
    return path;
  }

  Scope scope() {
    return scope;
  }

  /** The place as users write it: {@code student.system} and so on. */
  @Override
  public String toString() {
    return path.toString();
  }
}
