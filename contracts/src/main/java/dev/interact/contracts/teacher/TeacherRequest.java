package dev.interact.contracts.teacher;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.interact.contracts.Exchange;
import dev.interact.contracts.Head;
import dev.interact.contracts.ModelRequest;
import dev.interact.contracts.student.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that teacher-service receives: requests to a model that holds the context. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TeacherRequest.AnswerQuestion.class, name = "answer-question"),
  @JsonSubTypes.Type(value = TeacherRequest.WriteLesson.class, name = "write-lesson"),
  @JsonSubTypes.Type(value = TeacherRequest.SitQuizWithContext.class, name = "sit-with-context"),
  @JsonSubTypes.Type(value = TeacherRequest.WriteQuiz.class, name = "write-quiz"),
  @JsonSubTypes.Type(value = TeacherRequest.JudgeItems.class, name = "judge-items")
})
public sealed interface TeacherRequest extends ModelRequest {
  TeacherPrompt prompt();

  Material material();

  /**
   * Answer a student. Holds no quiz: a teacher that answers a student cannot see one.
   *
   * @param transcript the turns before this question
   */
  record AnswerQuestion(
      Head head,
      TeacherPrompt prompt,
      Material material,
      List<Exchange> transcript,
      String question)
      implements TeacherRequest {
    public AnswerQuestion {
      transcript = List.copyOf(transcript);
    }
  }

  /** Write the lesson (the paper's static curriculum). */
  record WriteLesson(Head head, TeacherPrompt prompt, Material material)
      implements TeacherRequest {}

  /**
   * Sit the quiz with the context in view: the paper's teacher bound, taken by the student's own
   * model.
   *
   * @param formatError why the answer to an earlier draw could not be read, or null
   */
  record SitQuizWithContext(
      Head head, TeacherPrompt prompt, Material material, Sheet sheet, String formatError)
      implements TeacherRequest {}

  /** Write items of a quiz on the material, as JSON. */
  record WriteQuiz(Head head, TeacherPrompt prompt, Material material, QuizOrder order)
      implements TeacherRequest {}

  /**
   * Judge items of a quiz by the material, as JSON.
   *
   * @param key the position, as shown, of each item's right option
   * @param formatError why the reply to an earlier draw could not be read, or null
   */
  record JudgeItems(
      Head head,
      TeacherPrompt prompt,
      Material material,
      Sheet sheet,
      List<Integer> key,
      String formatError)
      implements TeacherRequest {
    public JudgeItems {
      key = List.copyOf(key);
    }

    /** What the template sees: as of a sheet, and {@code key} of each item; {@code problem}. */
    public Map<String, Object> variables() {
      Map<String, Object> variables = new HashMap<>();
      List<Map<String, Object>> items = new ArrayList<>();
      for (int at = 0; at < sheet.items().size(); at++) {
        Map<String, Object> item = new HashMap<>(sheet.item(at));
        item.put("key", String.valueOf((char) ('A' + key.get(at))));
        items.add(item);
      }
      variables.put("count", items.size());
      variables.put("items", items);
      if (formatError != null) {
        variables.put("problem", formatError);
      }
      return variables;
    }
  }
}
