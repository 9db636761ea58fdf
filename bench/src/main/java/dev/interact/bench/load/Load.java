package dev.interact.bench.load;

/**
 * A study to run: so many concepts of a shape, asked of models that the stub plays.
 *
 * @param name of the study
 * @param student the model that asks and sits quizzes
 * @param teacher the model that answers and writes lessons; may be the student's
 */
public record Load(
    String name, Shape shape, Content content, int concepts, Model student, Model teacher) {
  private static final double MILLIS = 1_000;

  /** How often the window is filled before it counts as steady. */
  private static final int ROUNDS_TO_START = 3;

  /** A load of one concept on one model. */
  public static Load of(String name, Shape shape, Content content, Model model) {
    return new Load(name, shape, content, 1, model, model);
  }

  public Load named(String other) {
    return new Load(other, shape, content, concepts, student, teacher);
  }

  public Load on(Model model) {
    return new Load(name, shape, content, concepts, model, model);
  }

  public Load with(Content other) {
    return new Load(name, shape, other, concepts, student, teacher);
  }

  public Load withConcepts(int number) {
    return new Load(name, shape, content, number, student, teacher);
  }

  /** As many concepts as make so many calls, or some more. */
  public Load withCalls(int number) {
    return withConcepts(Math.max(1, Math.ceilDiv(number, shape.calls())));
  }

  /** As many as a loop that loses no time is busy with for so long. */
  public Load ofSeconds(double seconds) {
    return withCalls((int) Math.ceil(idealRate() * seconds));
  }

  /** As many as have a steady part of so long, between the start and the end. */
  public Load withSteady(double seconds) {
    return withCalls((int) Math.ceil(idealRate() * seconds) + callsToStart() + callsToEnd());
  }

  /** Half of the concepts. */
  public Load half() {
    return withConcepts(Math.ceilDiv(concepts, 2));
  }

  /** Dialogues, as the study counts them. */
  public int dialogues() {
    return concepts * shape.dialogues();
  }

  /** Calls that it needs. */
  public int calls() {
    return concepts * shape.calls();
  }

  /** Calls until the window is full, and has been for a while. */
  public int callsToStart() {
    return ROUNDS_TO_START * allowed();
  }

  /** The last calls, in which fewer dialogues are left than calls are allowed. */
  public int callsToEnd() {
    return allowed() * shape.callsADialogue();
  }

  /** Calls that may be in flight at once, of the teacher's model where there are two. */
  public int allowed() {
    return teacher.allowed();
  }

  /** Calls a second of a loop that loses no time. */
  public double idealRate() {
    return allowed() * MILLIS / teacher.latency().mean();
  }

  /**
   * Seconds that it takes at least: either all calls side by side, or those that wait for each
   * other one after another.
   */
  public double leastSeconds() {
    double oneByOne = shape.longestChain() * teacher.latency().mean() / MILLIS;
    return Math.max(calls() / idealRate(), oneByOne);
  }
}
