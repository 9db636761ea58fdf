package dev.interact.bench;

import dev.interact.bench.cases.Case;
import dev.interact.bench.cases.Cases;
import dev.interact.bench.figure.Machine;
import dev.interact.bench.figure.Report;
import dev.interact.bench.figure.Report.Result;
import dev.interact.bench.figure.Tables;
import dev.interact.bench.goal.Goals;
import dev.interact.bench.process.Sampler;
import dev.interact.bench.run.Setting;
import dev.interact.cli.CommandFailed;
import dev.interact.cli.ExitCode;
import dev.interact.cli.Workplace;
import dev.interact.local.StackException;
import java.nio.file.Files;
import java.nio.file.Path;
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
      "Each case starts all services as processes of their own, with an empty database, and runs"
          + " studies on a model stub. Before and after, a plain loop without Interact makes such"
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

  @Option(
      names = "--goals",
      description = "Measure what tells whether the project's goals are reached; print one table.")
  private boolean goals;

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
      description = "Model calls of each case, instead of as many as it wants.")
  private Integer calls;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "Run each load for so long before it is measured (default: ${DEFAULT-VALUE}).")
  private double warmUp;

  @Option(names = "--concepts", paramLabel = "FILE", description = "Concepts for the case prefix.")
  private Path concepts;

  @Option(
      names = "--long",
      description = "Measure studies of 100,000 dialogues too, which takes an hour.")
  private boolean isLong;

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
                "All goals, in half an hour:",
                "  interact bench --goals --json goals.json",
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
    Machine machine = Machine.here();
    say(machine.text() + "; other work makes the figures worse.");
    if (!Sampler.isAble()) {
      say("CPU and memory of processes are not measured: this system has no /proc.");
    }
    Report report = Report.of(machine, List.of());
    for (Case each : cases) {
      say(
          "%s (%d of %d): %s"
              .formatted(each.name(), cases.indexOf(each) + 1, cases.size(), each.question()));
      Optional<Result> result = cases.size() == 1 ? Optional.of(measure(each)) : tried(each);
      if (result.isPresent()) {
        report = told(report.with(result.get()), each, earlier);
      }
    }
    if (goals) {
      print(machine.text());
      print(Goals.table(report, earlier));
    }
    return report.cases().size() == cases.size() ? ExitCode.DONE : ExitCode.UNEXPECTED;
  }

  /** One case that fails costs the others nothing; its data stays, with its logs. */
  private Optional<Result> tried(Case each) {
    try {
      return Optional.of(measure(each));
    } catch (CommandFailed | StackException e) {
      say("%s was not measured. %s".formatted(each.name(), e.getMessage()));
      return Optional.empty();
    }
  }

  /** Tells of a case at once, and keeps it: the next may take long, or fail. */
  private Report told(Report report, Case last, Optional<Report> earlier) {
    Report all = goals ? report.with(Goals.reached(report)) : report;
    if (!goals) {
      Optional<Result> before = earlier.flatMap(each -> each.find(last.name()));
      print(Tables.of(report.cases().getLast(), before));
    }
    if (json != null) {
      all.write(json);
    }
    return all;
  }

  private void print(String text) {
    workplace.terminal().print(text);
    workplace.terminal().print("");
  }

  private Result measure(Case each) {
    Scratch scratch = new Scratch(workplace.dataDirectory().resolve("bench-" + each.name()));
    scratch.create();
    Result result = each.measure(setting(scratch.folder()));
    scratch.delete();
    return result;
  }

  private Setting setting(Path folder) {
    return new Setting(
        (checkout == null ? workplace.root() : checkout).toAbsolutePath().normalize(),
        folder.toAbsolutePath(),
        warmUp,
        Optional.ofNullable(calls),
        Optional.ofNullable(concepts),
        isLong,
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
    if (concepts != null && !Files.isReadable(concepts)) {
      throw CommandFailed.wrongInput("--concepts: there is no file %s.".formatted(concepts));
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
    List<Case> all = goals ? Goals.cases() : Cases.ALL;
    return names.isEmpty() ? all : names.stream().map(this::find).toList();
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
