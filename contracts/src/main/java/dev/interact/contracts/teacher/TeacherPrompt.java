package dev.interact.contracts.teacher;

import dev.interact.contracts.Example;
import java.util.List;

/**
 * The Mustache templates of a request to a model that holds the context.
 *
 * @param system who the model is; sees {@code context} (absent where the context is an image)
 * @param task what is asked, for lessons and quizzes; null where the student's question is the task
 * @param examples worked examples after the system message
 */
public record TeacherPrompt(String system, String task, List<Example> examples) {
  public TeacherPrompt {
    examples = examples == null ? List.of() : List.copyOf(examples);
  }
}
