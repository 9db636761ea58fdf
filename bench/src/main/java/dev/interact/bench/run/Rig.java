package dev.interact.bench.run;

import dev.interact.bench.load.Load;
import dev.interact.bench.load.Model;
import dev.interact.bench.process.Sampler;
import dev.interact.bench.stub.Stub;
import dev.interact.cli.api.Orchestrator;
import dev.interact.cli.api.StudyStatus;
import dev.interact.cli.input.PreparedStudy;
import dev.interact.local.LocalStack;
import dev.interact.local.Role;
import dev.interact.local.StackConfig;
import dev.interact.local.process.ChildProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole stack of its own, every service a process, with an empty database, on a model stub: takes
 * one load after another.
 */
public final class Rig implements AutoCloseable {
  private static final String STUB = "model stub";
  private static final String BENCH = "bench";

  /** A worker must not be what limits: the model's concurrency is to. */
  private static final String SLOTS = "1024";

  /** Fewer calls at once than these make no JVM warm. */
  private static final int LEAST_TO_WARM_UP = 64;

  private final Setting setting;
  private final Stub stub;
  private final StudyFolder files;
  private final LocalStack stack;
  private final Orchestrator orchestrator;
  private final Sampler sampler;
  private final double startUpSeconds;

  private Rig(Setting setting, Stub stub, StudyFolder files) {
    this.setting = setting;
    this.stub = stub;
    this.files = files;
    long begin = Clock.now();
    this.stack = LocalStack.start(config(), line -> {});
    this.startUpSeconds = (Clock.now() - begin) / 1e6;
    this.orchestrator = new Orchestrator(stack.orchestrator(), Optional.empty(), setting.told());
    this.sampler = new Sampler(processes());
  }

  /**
   * Starts a stack for loads.
   *
   * @param stub is asked by it, and not closed with it
   */
  public static Rig start(Setting setting, Stub stub, Load... loads) {
    Map<String, Model> models = new LinkedHashMap<>();
    for (Load load : loads) {
      for (Model model : List.of(load.student(), load.teacher(), toWarmUp(load).teacher())) {
        models.put(model.alias(), model);
      }
    }
    Collection<Model> all = models.values();
    return new Rig(setting, stub, StudyFolder.create(setting.folder("study"), all, stub.api()));
  }

  private StackConfig config() {
    return StackConfig.of(setting.root())
        .withoutOfflineModel()
        .withDataDirectory(setting.folder().resolve("data"))
        .withOrchestratorPort(0)
        .withModels(files.models())
        .withEnvironment("INTERACT_WORKER_SLOTS", SLOTS)
        .forLong();
  }

  private Map<String, Long> processes() {
    Map<String, Long> all = new LinkedHashMap<>();
    stack.processes().forEach(process -> all.put(process.name(), process.pid()));
    all.put(STUB, stub.pid());
    all.put(BENCH, ProcessHandle.current().pid());
    return all;
  }

  /** Runs a load for as long as the user wants all to get warm, and leaves it at that. */
  public void warmUp(Load load) {
    warmUp(load, 1);
  }

  /** As {@link #warmUp(Load)}, so many times as long. */
  public void warmUp(Load load, int times) {
    if (setting.warmUpSeconds() == 0) {
      return;
    }
    run(toWarmUp(load).named("warm-up").ofSeconds(times * setting.warmUpSeconds()));
    if (load.allowed() < LEAST_TO_WARM_UP) {
      // What has been called often is still being compiled.
      run(madeUp(load).named("settling").ofSeconds(setting.warmUpSeconds()));
    }
  }

  private static Load madeUp(Load load) {
    return load.with(load.content().madeUp());
  }

  /** One after another calls make nothing warm: then a model is asked that allows for more. */
  private static Load toWarmUp(Load load) {
    return load.allowed() >= LEAST_TO_WARM_UP
        ? madeUp(load)
        : madeUp(load).on(new Model("warm-up", load.teacher().latency(), LEAST_TO_WARM_UP));
  }

  /** Runs a load to its end. */
  public Run run(Load load) {
    return submit(load).await();
  }

  /** Hands in a load. */
  public Going submit(Load load) {
    PreparedStudy study =
        PreparedStudy.read(files.write(load), files.path().getParent(), "interact bench");
    orchestrator.upload(study.concepts());
    int answered = stub.answered();
    long begin = Clock.now();
    return new Going(load, orchestrator.submit(study.submission()).id(), begin, answered);
  }

  /** A load that goes on. */
  public final class Going {
    private final Load load;
    private final String study;
    private final long begin;
    private final int answeredBefore;

    private Going(Load load, String study, long begin, int answeredBefore) {
      this.load = load;
      this.study = study;
      this.begin = begin;
      this.answeredBefore = answeredBefore;
    }

    /** The study's id. */
    public String study() {
      return study;
    }

    /** Waits for its end. */
    public Run await() {
      int wanted = answeredBefore + load.calls();
      StudyStatus status =
          new Completion(orchestrator, stub, stack.processes()).await(study, wanted);
      return new Run(
          load,
          begin,
          Clock.of(Instant.parse(status.finishedAt())),
          stub.answered() - answeredBefore,
          stub.traffic(load.teacher().latency(), begin),
          sampler.samples(),
          stack.processes().stream().map(ChildProcess::name).toList(),
          List.of(STUB, BENCH));
    }
  }

  /** Adds the figures of its start. */
  public void describe(Map<String, Double> figures) {
    figures.put("start_up_seconds", startUpSeconds);
  }

  /** The bytes that it keeps now. */
  public Stored stored() {
    return Stored.in(stack);
  }

  /** Where the orchestrator answers. */
  public URI address() {
    return stack.orchestrator();
  }

  public ChildProcess process(Role role) {
    return stack.process(role);
  }

  /** The file of a load that was handed in. */
  public Path studyFile(Load load) {
    return files.study(load);
  }

  @Override
  public void close() {
    sampler.close();
    stack.close();
  }
}
