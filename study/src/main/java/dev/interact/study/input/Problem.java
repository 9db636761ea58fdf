package dev.interact.study.input;

/**
 * One thing that is wrong with what a user wrote.
 *
 * @param file its name, as the user knows it; null where there is no file
 * @param line from 1; 0 where no line is to blame
 * @param field path of the field, such as {@code quiz.mode}; null where no field is to blame
 * @param message what is wrong and what is allowed
 */
public record Problem(String file, int line, String field, String message) {
  public Problem {
    field = field == null || field.isEmpty() ? null : field;
  }

  /** The problem in one sentence: {@code studies/x.yaml, line 4, quiz.mode: must be ….} */
  public String sentence() {
    StringBuilder place = new StringBuilder(file == null ? "" : file);
    if (line > 0) {
      append(place, "line " + line);
    }
    if (field != null) {
      append(place, field);
    }
    String what = place.isEmpty() ? message : place + ": " + message;
    return what.endsWith(".") || what.endsWith("?") ? what : what + ".";
  }

  private static void append(StringBuilder place, String part) {
    place.append(place.isEmpty() ? "" : ", ").append(part);
  }

  @Override
  public String toString() {
    return sentence();
  }
}
