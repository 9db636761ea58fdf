package dev.interact.cli.check;

import dev.interact.cli.api.Check;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what a check has found. */
public final class Findings {
  private Findings() {}

  /** Of a replay. */
  public static String ofReplay(Check check) {
    return check.different() == 0
        ? format(
            "Replayed %,d dialogues from %,d recorded answers: each goes and ends as it did."
                + " No model was called.",
            check.done(), check.calls())
        : format(
                "%,d of %,d dialogues are not as they were recorded; %,d answers are missing:",
                check.different(), check.total(), check.missing())
            + differences(check);
  }

  /** Of grading again. */
  public static String ofGrades(Check check) {
    String found =
        check.different() == 0
            ? format("Graded %,d answers again: every grade was reproduced.", check.done())
            : format(
                    "%,d of %,d answers got another grade than is recorded:",
                    check.different(), check.total())
                + differences(check);
    return Stream.concat(Stream.of(found), check.notes().stream())
        .collect(Collectors.joining("\n"));
  }

  private static String differences(Check check) {
    long more = check.different() - check.differences().size();
    return check.differences().stream().map(line -> "\n  " + line).collect(Collectors.joining())
        + (more > 0 ? format("\n  and so on: %,d more.", more) : "");
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
