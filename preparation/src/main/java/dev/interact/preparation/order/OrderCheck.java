package dev.interact.preparation.order;

import dev.interact.contracts.teacher.TeacherPrompt;
import dev.interact.preparation.recipe.RecipeFiles;
import dev.interact.study.file.SubmissionCheck;
import dev.interact.study.input.Problem;
import dev.interact.study.prompt.PromptSet;
import dev.interact.study.prompt.Slot;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says what is wrong with a preparation that someone handed in. */
public final class OrderCheck {
  /** What the chats of a preparation are made of. */
  private static final Set<Slot> USED =
      EnumSet.of(
          Slot.STUDENT_SYSTEM,
          Slot.STUDENT_GREETING,
          Slot.STUDENT_QUIZ,
          Slot.TEACHER_SYSTEM,
          Slot.LESSON_SYSTEM,
          Slot.LESSON_TASK,
          Slot.EXAM_SYSTEM,
          Slot.EXAM_TASK,
          Slot.AUTHOR_SYSTEM,
          Slot.AUTHOR_TASK,
          Slot.JUDGE_SYSTEM,
          Slot.JUDGE_TASK);

  private OrderCheck() {}

  /** Everything that can be told from the order alone; empty if it can be trusted. */
  public static List<Problem> problems(PreparationOrder order) {
    if (order.recipe() == null) {
      return List.of(problem("recipe", "is missing"));
    }
    List<Problem> problems = new ArrayList<>(RecipeFiles.problems(order.recipe()));
    problems.addAll(SubmissionCheck.concepts(order.concepts()));
    if (!order.prompts().containsKey(PromptSet.GENERAL)) {
      problems.add(problem("prompts.general", "is missing"));
    }
    order.prompts().forEach((domain, set) -> problems.addAll(prompts(domain, set)));
    return problems;
  }

  private static List<Problem> prompts(String domain, PromptSet set) {
    List<Problem> problems = new ArrayList<>();
    String place = "prompts." + domain + ".";
    problems.addAll(missing(place + "author", set.author()));
    problems.addAll(missing(place + "judge", set.judge()));
    for (Map.Entry<Slot, String> slot : Slot.problems(set).entrySet()) {
      if (USED.contains(slot.getKey())) {
        problems.add(problem(place + slot.getKey(), slot.getValue()));
      }
    }
    return problems;
  }

  /** A study has no such prompts, so that {@link Slot} lets them be missing. */
  private static List<Problem> missing(String place, TeacherPrompt prompt) {
    if (prompt == null) {
      return List.of(problem(place, "is missing"));
    }
    List<Problem> problems = new ArrayList<>();
    if (prompt.system() == null) {
      problems.add(problem(place + ".system", "is missing"));
    }
    if (prompt.task() == null) {
      problems.add(problem(place + ".task", "is missing"));
    }
    return problems;
  }

  private static Problem problem(String field, String message) {
    return new Problem(null, 0, field, message);
  }
}
