package dev.interact.cli.models;

import dev.interact.cli.CommandFailed;
import dev.interact.cli.ExitCode;
import dev.interact.cli.JsonOption;
import dev.interact.cli.Workplace;
import dev.interact.cli.api.Models;
import dev.interact.cli.api.Models.Limits;
import dev.interact.cli.api.Models.Model;
import dev.interact.cli.stack.UrlOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code interact limits}. */
@Command(
    name = "limits",
    mixinStandardHelpOptions = true,
    description = {
      "Show the models and their limits, or change a model's limits while studies run.",
      "",
      "A changed limit stands in place of the registry's, also when the services start anew, until"
          + " --reset. Studies follow within a second or two; calls under way are left alone.",
      ""
    })
public final class LimitsCommand implements Callable<Integer> {
  private final Workplace workplace;

  @Parameters(
      paramLabel = "ALIAS",
      arity = "0..1",
      description = "A model alias of the services' registry.")
  private String alias;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      description = "Calls in flight at once at most, over all workers.")
  private Long concurrency;

  @Option(
      names = "--requests-per-minute",
      paramLabel = "N",
      description = "Requests in any minute at most.")
  private Long requestsPerMinute;

  @Option(
      names = "--tokens-per-minute",
      paramLabel = "N",
      description = "Tokens of prompts and answers in any minute at most.")
  private Long tokensPerMinute;

  @Option(names = "--reset", description = "Bring back the registry's limits.")
  private boolean reset;

  @Mixin private UrlOption url;
  @Mixin private JsonOption json;

  public LimitsCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    Limits wanted = new Limits(concurrency, requestsPerMinute, tokensPerMinute);
    boolean changes = reset || !wanted.equals(Limits.NONE);
    if (changes && alias == null) {
      throw CommandFailed.wrongInput("Say of which model: give its ALIAS.");
    }
    if (reset && !wanted.equals(Limits.NONE)) {
      throw CommandFailed.wrongInput("--reset brings all limits back; give it without any other.");
    }
    Models models = url.connect(workplace).models();
    List<Model> shown = alias == null ? models.all() : List.of(find(models.all()));
    if (changes) {
      shown = List.of(reset ? models.reset(alias) : change(models, shown.getFirst(), wanted));
      workplace.terminal().say("Changed; studies that run follow within a second or two.");
    }
    workplace.terminal().print(json.isSet() ? JsonOption.text(shown) : ModelTable.of(shown).text());
    return ExitCode.DONE;
  }

  private Model find(List<Model> models) {
    return models.stream()
        .filter(model -> model.alias().equals(alias))
        .findFirst()
        .orElseThrow(
            () ->
                CommandFailed.wrongInput(
                    "There is no model alias '%s' in the services' registry; it has %s."
                        .formatted(
                            alias,
                            models.stream().map(Model::alias).collect(Collectors.joining(", ")))));
  }

  /** What was changed earlier stays, but for what is given now. */
  private static Model change(Models models, Model model, Limits wanted) {
    Limits earlier = Optional.ofNullable(model.changed()).orElse(Limits.NONE);
    return models.change(model.alias(), earlier.changedBy(wanted));
  }
}
