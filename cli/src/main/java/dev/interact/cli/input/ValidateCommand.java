package dev.interact.cli.input;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.interact.cli.ExitCode;
import dev.interact.cli.JsonOption;
import dev.interact.cli.Workplace;
import dev.interact.cli.stack.ModelsOption;
import dev.interact.study.Cell;
import dev.interact.study.Matrix;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code interact validate}. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = "Check a study file, its concepts, prompts and models; run nothing.")
public final class ValidateCommand implements Callable<Integer> {
  private final Workplace workplace;

  @Parameters(paramLabel = "FILE", description = "The study file.")
  private Path file;

  @Mixin private ModelsOption models;
  @Mixin private JsonOption json;

  public ValidateCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  /** What {@code --json} prints: counts, or problems. */
  @JsonNaming(SnakeCaseStrategy.class)
  private record Result(
      boolean valid,
      Integer concepts,
      Integer cells,
      Long dialogues,
      Long callsAtMost,
      Long seats,
      List<Problem> problems) {}

  @Override
  public Integer call() {
    try {
      PreparedStudy prepared = PreparedStudy.read(file, workplace, models);
      ModelAliases.check(prepared.study(), models.registry(workplace));
      return valid(prepared);
    } catch (InvalidInput e) {
      if (json.isSet()) {
        print(new Result(false, null, null, null, null, null, e.problems()));
      }
      throw e;
    }
  }

  private int valid(PreparedStudy prepared) {
    int concepts = prepared.concepts().size();
    List<Cell> all = Matrix.cells(prepared.study());
    int cells = all.size();
    long dialogues = (long) cells * concepts;
    long seats = Matrix.seats(all) * concepts;
    long calls = Matrix.plannedCalls(prepared.study(), prepared.concepts());
    if (json.isSet()) {
      print(new Result(true, concepts, cells, dialogues, calls, seats > 0 ? seats : null, null));
    } else {
      workplace
          .terminal()
          .print(
              "%s is valid: %,d concepts x %,d cells = %,d dialogues, at most %,d model calls."
                  .formatted(file, concepts, cells, dialogues, calls));
      if (seats > 0) {
        workplace
            .terminal()
            .print("In %,d of the dialogues the student is a person.".formatted(seats));
      }
    }
    return ExitCode.DONE;
  }

  private void print(Result result) {
    workplace.terminal().print(JsonOption.text(result));
  }
}
