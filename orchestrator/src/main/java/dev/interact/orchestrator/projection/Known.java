package dev.interact.orchestrator.projection;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.answers.Repeat;
import java.util.Map;

/**
 * A dialogue as it was planned, or a concept of a preparation; this never changes.
 *
 * @param arm its id in its study; null of a preparation
 * @param axes of the arm; null of a preparation
 * @param concept the concept's id
 * @param repeat which draw it is; null of a preparation
 * @param calls that it takes if no sheet has to be asked for twice
 * @param turns questions that it may have
 * @param lesson whether its student is given one
 * @param told whether marks that are told are those that count; otherwise they are to be read when
 *     it has finished
 */
public record Known(
    String id,
    String arm,
    ArmKey axes,
    String concept,
    String domain,
    Repeat repeat,
    long calls,
    int turns,
    boolean lesson,
    boolean told) {

  /**
   * A step that was done, whatever the draw.
   *
   * @param kind lesson, question, answer, sit, retest or trial
   */
  public record Done(String kind, int turn, int candidate, int part, int sample) {}

  /**
   * What a dialogue that runs waits for.
   *
   * @param what lesson, question, answer, quiz; of a preparation: preparation
   */
  public record Doing(int turn, String what) {
    public static final String LESSON = "lesson";
    public static final String QUESTION = "question";
    public static final String ANSWER = "answer";
    public static final String QUIZ = "quiz";
    public static final String PREPARATION = "preparation";
  }

  /** Which sheet of a dialogue. */
  public record Sheet(int turn, int part, int sample) {}

  /** The marks of a sheet by level, which is empty where the concept names none. */
  public record Marked(Sheet sheet, Map<String, Marks> levels) {}

  /** How many items, how many of them right, and how many that could not be read. */
  public record Marks(int items, int right, int unread) {
    /** Both together. */
    public Marks plus(Marks other) {
      return new Marks(items + other.items, right + other.right, unread + other.unread);
    }
  }
}
