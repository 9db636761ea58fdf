package dev.interact.cli.dataset;

import dev.interact.cli.ExitCode;
import dev.interact.cli.JsonOption;
import dev.interact.cli.Workplace;
import dev.interact.preparation.set.DataSet;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code interact dataset verify}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "See that a data set is as it was made: every byte but those of README.md.")
final class VerifyCommand implements Callable<Integer> {
  private final Workplace workplace;

  @Parameters(paramLabel = "SET", description = Sets.DESCRIPTION)
  private String set;

  @Mixin private JsonOption json;

  VerifyCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  /** What {@code --json} prints. */
  private record Result(boolean unchanged, String name, String version, List<Problem> problems) {}

  @Override
  public Integer call() {
    try {
      DataSet found = Sets.find(set).verify();
      workplace.terminal().print(json.isSet() ? json(found) : unchanged(found));
      return ExitCode.DONE;
    } catch (InvalidInput e) {
      if (json.isSet()) {
        workplace.terminal().print(JsonOption.text(new Result(false, null, null, e.problems())));
      }
      throw e;
    }
  }

  private static String json(DataSet set) {
    return JsonOption.text(
        new Result(true, set.manifest().name(), set.manifest().version(), List.of()));
  }

  private static String unchanged(DataSet set) {
    return "%s is unchanged: %,d files are as they were made."
        .formatted(set.reference(), set.manifest().files().size() + 1);
  }
}
