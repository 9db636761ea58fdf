package dev.interact.bench;

import dev.interact.bench.cases.Case;
import dev.interact.bench.cases.Cases;
import dev.interact.bench.figure.Report;
import dev.interact.bench.figure.Report.Result;
import dev.interact.bench.figure.Tables;
import dev.interact.bench.process.Sampler;
import dev.interact.bench.run.Setting;
import dev.interact.cli.CommandFailed;
import dev.interact.cli.ExitCode;
import dev.interact.cli.Workplace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code interact bench}. */
@Command(
    name = "interact bench",
    mixinStandardHelpOptions = true,
    versionProvider = dev.interact.cli.Main.Version.class,
    header = "Measure the speed of Interact on this machine.",
    description = {
      "",
      "Each case starts all services as processes of their own, with an empty database, and runs a"
          + " study on a model stub. Then a plain loop without Interact makes the same number of"
          + " calls: the best that this machine can do. On a machine with other work, compare CPU"
          + " seconds; rates and latencies suffer.",
      ""
    })
final class BenchCommand implements Callable<Integer> {
  private final Workplace workplace;

  @Parameters(
      paramLabel = "CASE",
      arity = "0..*",
      description = "What to measure, all cases by default (see below).")
  private List<String> names = List.of();

  @Option(names = "--json", paramLabel = "FILE", description = "Write the figures to a file too.")
  private Path json;

  @Option(
      names = "--compare",
      paramLabel = "FILE",
      description = "Show the figures of an earlier --json beside those of now.")
  private Path compare;

  @Option(
      names = "--calls",
      paramLabel = "N",
      description =
          "Model calls of each case, instead of enough for a steady part of about 30 seconds.")
  private Integer calls;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "Run each load for so long before it is measured (default: ${DEFAULT-VALUE}).")
  private double warmUp;

  @Option(names = "--no-loop", description = "Do not run the plain loop.")
  private boolean withoutLoop;

  @Option(
      names = "--checkout",
      paramLabel = "DIR",
      description = "Measure the services that another checkout has built.")
  private Path checkout;

  BenchCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  /** The end of its help. */
  static String[] footer() {
    Stream<String> cases =
        Cases.ALL.stream().map(each -> "  %-12s %s".formatted(each.name(), each.question()));
    return Stream.of(
            Stream.of("", "Cases:"),
            cases,
            Stream.of(
                "",
                "Before and after a change:",
                "  interact bench --json before.json",
                "  interact bench --compare before.json",
                "",
                "DEVELOPING.md says what each figure means."))
        .flatMap(lines -> lines)
        .toArray(String[]::new);
  }

  @Override
  public Integer call() {
    List<Case> cases = cases();
    checkFolders();
    Optional<Report> earlier = Optional.ofNullable(compare).map(Report::read);
    Report.Machine machine = Report.Machine.here();
    say(
        "%d cores, load %.1f before the start; other work makes the figures worse."
            .formatted(machine.cores(), machine.load()));
    if (!Sampler.isAble()) {
      say("CPU and memory of processes are not measured: this system has no /proc.");
    }
    List<Result> results = new ArrayList<>();
    for (Case each : cases) {
      Result result = measure(each);
      results.add(result);
      workplace.terminal().print(Tables.of(result, earlier.flatMap(e -> e.find(each.name()))));
      workplace.terminal().print("");
    }
    if (json != null) {
      Report.of(machine, results).write(json);
    }
    return ExitCode.DONE;
  }

  private Result measure(Case each) {
    say(each.name() + ": " + each.question());
    Scratch scratch = new Scratch(workplace.dataDirectory().resolve("bench"));
    scratch.delete();
    Result result = each.measure(setting(scratch.folder()));
    scratch.delete();
    return result;
  }

  private Setting setting(Path folder) {
    return new Setting(
        checkout == null ? workplace.root() : checkout,
        folder,
        warmUp,
        Optional.ofNullable(calls),
        Optional.empty(),
        false,
        !withoutLoop,
        this::say);
  }

  /** Nobody wants to learn of a missing folder when all has been measured. */
  private void checkFolders() {
    if (json != null) {
      checkFolder("--json", json.toAbsolutePath().getParent());
    }
    if (checkout != null) {
      checkFolder("--checkout", checkout);
    }
  }

  private static void checkFolder(String option, Path folder) {
    if (!Files.isDirectory(folder)) {
      throw CommandFailed.wrongInput("%s: there is no folder %s.".formatted(option, folder));
    }
  }

  private List<Case> cases() {
    if (calls != null && calls < 1) {
      throw CommandFailed.wrongInput("--calls must be at least 1, not %d.".formatted(calls));
    }
    if (warmUp < 0) {
      throw CommandFailed.wrongInput("--warm-up must not be negative.");
    }
    return names.isEmpty() ? Cases.ALL : names.stream().map(this::find).toList();
  }

  private Case find(String name) {
    return Cases.ALL.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                CommandFailed.wrongInput(
                    "There is no case '%s'; there are: %s."
                        .formatted(
                            name,
                            Cases.ALL.stream().map(Case::name).collect(Collectors.joining(", ")))));
  }

  private void say(String line) {
    workplace.terminal().say(line);
  }
}
