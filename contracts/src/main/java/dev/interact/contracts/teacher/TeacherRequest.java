package dev.interact.contracts.teacher;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.interact.contracts.Exchange;
import dev.interact.contracts.Head;
import dev.interact.contracts.ModelRequest;
import dev.interact.contracts.student.Sheet;
import java.util.List;

/** All that teacher-service receives: requests to a model that holds the context. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TeacherRequest.AnswerQuestion.class, name = "answer-question"),
  @JsonSubTypes.Type(value = TeacherRequest.WriteLesson.class, name = "write-lesson"),
  @JsonSubTypes.Type(value = TeacherRequest.SitQuizWithContext.class, name = "sit-with-context")
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
}
