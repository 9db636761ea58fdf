package dev.interact.cli.prepare;

import dev.interact.cli.CommandFailed;
import dev.interact.cli.ExitCode;
import dev.interact.cli.JsonOption;
import dev.interact.cli.Terminal;
import dev.interact.cli.Workplace;
import dev.interact.cli.api.Orchestrator;
import dev.interact.cli.api.StudyStatus;
import dev.interact.cli.dataset.Sets;
import dev.interact.cli.dataset.ShownSet;
import dev.interact.cli.run.HandIn;
import dev.interact.cli.run.Supervision;
import dev.interact.cli.stack.Backend;
import dev.interact.cli.stack.Services;
import dev.interact.preparation.flow.Preparation;
import dev.interact.preparation.recipe.Recipe;
import dev.interact.preparation.set.DataSet;
import dev.interact.registry.ModelRegistry;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.commons.io.file.PathUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code interact prepare}. */
@Command(
    name = "prepare",
    mixinStandardHelpOptions = true,
    description = {
      "Make a data set of material: quizzes by an author model, each item tried before it counts.",
      "",
      "PATH is a recipe (.yaml), or material: a file or folder that 'interact import' wrote, or raw"
          + " files, which are imported first. The same command again goes on where an earlier one"
          + " stopped; nothing is paid for twice. Ctrl-C pauses it.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  interact prepare data/raw --author offline",
      "  interact prepare material --author gpt-4o --filter gpt-4o-mini,llama-8b --judge gpt-4o",
      "  interact prepare recipe.yaml"
    })
public final class PrepareCommand implements Callable<Integer> {
  private final Workplace workplace;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "A recipe, or material.")
  private List<Path> paths;

  @Mixin private RecipeOptions options;

  @Option(
      names = "--domain",
      paramLabel = "NAME",
      description = "Domain of raw files (default: the name of the folder that each is in).")
  private String domain;

  @Option(
      names = "--sets",
      paramLabel = "DIR",
      defaultValue = Sets.FOLDER,
      description = "Where the data set goes (default: ${DEFAULT-VALUE}).")
  private Path sets;

  @Option(
      names = "--dry-run",
      description = "Check recipe, material and models, count the model calls; run nothing.")
  private boolean dryRun;

  @Mixin private Supervision supervision;
  @Mixin private Services services;
  @Mixin private JsonOption json;

  public PrepareCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    Ordered ordered = ordered();
    Recipe recipe = ordered.order().recipe();
    if (dryRun) {
      check(recipe, registry());
      workplace.terminal().print(foreseen(recipe, ordered.concepts().size()));
      return ExitCode.DONE;
    }
    try (Backend backend = services.open(workplace, registry -> check(recipe, registry))) {
      Orchestrator orchestrator = workplace.orchestrator(backend.orchestrator());
      StudyStatus status = supervision.finish(handIn(ordered), orchestrator, backend, workplace);
      MadeSet made = new MadeSet(orchestrator, ordered.order(), status);
      if (status.isFinished()) {
        DataSet set = made.write(sets, registry());
        workplace.terminal().print(json.isSet() ? ShownSet.json(set) : ShownSet.text(set));
        tell(set);
      } else {
        workplace
            .terminal()
            .say(
                "%,d of %,d concepts are done. A data set is written when all are."
                    .formatted(status.dialogues().finished(), status.dialogues().total()));
      }
      return end(status);
    }
  }

  /** Raw files of a rehearsal are imported to a place that is removed. */
  private Ordered ordered() {
    if (!dryRun) {
      return ordered(sets);
    }
    try {
      Path folder = Files.createTempDirectory("interact-material");
      try {
        return ordered(folder);
      } finally {
        PathUtils.deleteDirectory(folder);
      }
    } catch (IOException e) {
      throw CommandFailed.unexpected("No temporary folder can be made: " + e.getMessage(), e);
    }
  }

  private Ordered ordered(Path imported) {
    Ordered named = new RecipeInput(paths, options, imported, domain).read(workplace);
    if (!services.models().isOffline()) {
      return named;
    }
    Ordered offline = named.offline(registry());
    workplace
        .terminal()
        .say(
            "Offline models stand in, as %s: %s."
                .formatted(
                    offline.order().recipe().name(),
                    String.join(", ", offline.order().recipe().models())));
    return offline;
  }

  private ModelRegistry registry() {
    return services.models().registry(workplace);
  }

  private void tell(DataSet set) {
    workplace
        .terminal()
        .say(
            "Data set %s is in %s. A study uses it so: concepts: [%s]"
                .formatted(set.reference(), set.folder(), set.concepts()));
  }

  private static void check(Recipe recipe, ModelRegistry registry) {
    InvalidInput.throwIfAny(
        recipe.models().stream()
            .flatMap(alias -> registry.problem(alias).stream())
            .map(sentence -> new Problem(null, 0, null, sentence))
            .toList());
  }

  private static String foreseen(Recipe recipe, int concepts) {
    return String.format(
        Locale.ROOT,
        "%s: %,d concepts, %d items each; %,d to %,d model calls of %s.",
        recipe.name(),
        concepts,
        recipe.items().count(),
        (long) concepts * Preparation.leastCalls(recipe),
        (long) concepts * Preparation.mostCalls(recipe),
        String.join(", ", recipe.models()));
  }

  private HandIn handIn(Ordered ordered) {
    return new HandIn(
        "Preparation",
        ordered.order().recipe().name(),
        ordered.concepts(),
        ordered.order().recipe().fresh(),
        false,
        orchestrator -> orchestrator.submit(ordered.order()),
        "interact prepare " + String.join(" ", paths.stream().map(Path::toString).toList()) + " …");
  }

  private int end(StudyStatus status) {
    Terminal terminal = workplace.terminal();
    if (status.dialogues().failed() > 0) {
      status
          .failures()
          .forEach(
              failure ->
                  terminal.say(
                      "%,d of its concepts failed: %s"
                          .formatted(failure.count(), failure.reason())));
      terminal.say("To try them again: the same command with --retry.");
    }
    if (status.isCapped()) {
      terminal.say("It is paused: %s Raise the cap, then run it again.".formatted(status.reason()));
      return ExitCode.CAP_REACHED;
    }
    if (status.isCancelled()) {
      throw CommandFailed.wrongInput(
          "It is cancelled. To go on all the same: interact resume " + status.shortId());
    }
    return status.dialogues().failed() > 0 ? ExitCode.DIALOGUES_FAILED : ExitCode.DONE;
  }
}
