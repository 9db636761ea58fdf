package dev.interact.study.input;

import java.util.List;
import java.util.stream.Collectors;

/** What a user wrote cannot be used. The message has a sentence a line, one for each problem. */
public final class InvalidInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public InvalidInput(List<Problem> problems) {
    super(problems.stream().map(Problem::sentence).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** A single problem of a file as a whole. */
  public static InvalidInput of(String file, String message) {
    return new InvalidInput(List.of(new Problem(file, 0, null, message)));
  }

  /** Everything that is wrong, in the order of the file; at least one. */
  public List<Problem> problems() {
    return problems;
  }

  /** Throws if there is any problem. */
  public static void throwIfAny(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
  }
}
