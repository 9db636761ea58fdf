package dev.interact.bench.run;

import dev.interact.bench.figure.Costs;
import dev.interact.bench.figure.Shift;
import dev.interact.bench.figure.Steady;
import dev.interact.bench.figure.Watched;
import dev.interact.bench.load.Case;
import dev.interact.bench.process.Sampler;
import dev.interact.bench.stub.Stub;
import dev.interact.bench.stub.Traffic;
import dev.interact.cli.api.Orchestrator;
import dev.interact.cli.input.PreparedStudy;
import dev.interact.local.LocalStack;
import dev.interact.local.Role;
import dev.interact.local.StackConfig;
import dev.interact.local.process.ChildProcess;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes a load on a whole stack of its own: every service a process, with an empty database. */
public final class StackRun {
  private static final String STUB = "model stub";
  private static final String BENCH = "bench";

  /** A worker must not be what limits: the model's concurrency is to. */
  private static final String SLOTS = "1024";

  private final Path root;
  private final Path folder;
  private final Consumer<String> told;

  /**
   * @param root the checkout whose services are measured
   * @param folder for all data
   * @param told is given lines for a person
   */
  public StackRun(Path root, Path folder, Consumer<String> told) {
    this.root = root;
    this.folder = folder;
    this.told = told;
  }

  /** Runs a load and returns its figures, by name. */
  public Map<String, Double> measure(Case load) {
    try (Stub stub = Stub.start(load.latency())) {
      StudyFolder files = StudyFolder.write(folder.resolve("study"), load, stub.api());
      long begin = System.nanoTime();
      try (LocalStack stack = LocalStack.start(config(files), line -> {})) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("start_up_seconds", secondsSince(begin));
        measure(load, files, new Target(stub, stack), figures);
        return figures;
      }
    }
  }

  private record Target(Stub stub, LocalStack stack) {
    List<String> product() {
      return stack.processes().stream().map(ChildProcess::name).toList();
    }

    Map<String, Long> processes() {
      Map<String, Long> all = new LinkedHashMap<>();
      stack.processes().forEach(process -> all.put(process.name(), process.pid()));
      all.put(STUB, stub.pid());
      all.put(BENCH, ProcessHandle.current().pid());
      return all;
    }
  }

  private StackConfig config(StudyFolder files) {
    return StackConfig.of(root)
        .withoutOfflineModel()
        .withDataDirectory(folder.resolve("data"))
        .withOrchestratorPort(0)
        .withModels(files.models())
        .withEnvironment("INTERACT_WORKER_SLOTS", SLOTS);
  }

  private void measure(Case load, StudyFolder files, Target target, Map<String, Double> figures) {
    Stored before = Stored.in(target.stack());
    PreparedStudy study = PreparedStudy.read(files.study(), folder, "bench");
    Orchestrator orchestrator =
        new Orchestrator(target.stack().orchestrator(), Optional.empty(), told);
    orchestrator.upload(study.concepts());
    try (Sampler sampler = new Sampler(target.processes())) {
      long begin = System.nanoTime();
      String id = orchestrator.submit(study.submission()).id();
      List<Shift> shifts = await(load, target, orchestrator, id, figures);
      double seconds = secondsSince(begin);
      Traffic traffic = target.stub().traffic();
      figures.put("seconds", seconds);
      figures.put("calls", (double) traffic.departures().length);
      figures.put("calls_repeated", (double) traffic.departures().length - load.wanted());
      Steady steady = Steady.of(load, traffic);
      steady.describe(figures);
      new Costs(steady, sampler.samples(), target.product(), List.of(STUB, BENCH))
          .describe(figures);
      if (load.isWatched()) {
        new Watched(steady, shifts, sampler.samples(), Role.ORCHESTRATOR.title()).describe(figures);
      }
    }
    Stored.in(target.stack()).minus(before).describe(figures, load.dialogues());
  }

  /** Waits for the end of a study, watched in shifts where there is somebody to. */
  private static List<Shift> await(
      Case load, Target target, Orchestrator orchestrator, String id, Map<String, Double> figures) {
    Completion completion = new Completion(orchestrator, target.stub(), target.stack().processes());
    if (!load.isWatched()) {
      completion.await(load, id);
      return List.of();
    }
    try (Audience audience = new Audience(target.stack().orchestrator(), id, load.watchers());
        Shifts shifts = new Shifts(audience)) {
      completion.await(load, id);
      audience.describe(figures);
      return shifts.done();
    }
  }

  private static double secondsSince(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
