package dev.interact.bench.cases;

import dev.interact.bench.figure.Report.Result;
import dev.interact.bench.load.Load;
import dev.interact.bench.process.Jvm;
import dev.interact.bench.run.Outside;
import dev.interact.bench.run.Rig;
import dev.interact.bench.run.Run;
import dev.interact.bench.run.Setting;
import dev.interact.bench.run.Stored;
import dev.interact.bench.stub.Stub;
import dev.interact.local.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Studies of more and more dialogues, one after another on one stack, and then the report and the
 * export of the last one.
 *
 * @param sizes dialogues of each
 * @param longest dialogues of one more, where the user has the time
 */
record GrowthCase(String question, Load load, List<Integer> sizes, int longest) implements Case {
  /** Of each size; the rest is as elsewhere. */
  private static final Set<String> TOLD =
      Set.of(
          "seconds",
          "calls",
          "calls_repeated",
          "dialogue_ms",
          "calls_per_second",
          "percent_of_ideal",
          "cpu_s_per_1000.all of these",
          "other_work_cores",
          "bytes_per_dialogue.kafka",
          "bytes_per_dialogue.postgres",
          "bytes_per_dialogue.wal",
          "orchestrator_heap_mib.live",
          "orchestrator_heap_mib.limit");

  private static final double MEBIBYTE = 1024 * 1024;
  private static final double MILLIS = 1e3;

  @Override
  public String name() {
    return load.name();
  }

  @Override
  public Result measure(Setting setting) {
    Map<String, Double> figures = new LinkedHashMap<>();
    Map<String, Double> loop = new LinkedHashMap<>();
    List<Load> loads = loads(setting);
    try (Stub stub = Stub.start();
        Rig rig = Rig.start(setting, stub, load)) {
      rig.describe(figures);
      rig.warmUp(load);
      for (Load each : loads) {
        if (setting.hasLoop()) {
          loop.put(named("dialogue_ms", each), loopMillis(setting, loads.getFirst()));
        }
        grow(rig, each, figures);
      }
      compare(loads, figures);
      Outside outside = new Outside(setting.root(), setting.folder("outside"));
      new Aftermath(outside, rig.address(), rig.studyFile(loads.getLast()))
          .describe("." + loads.getLast().dialogues(), figures);
    }
    return new Result(name(), figures, loop);
  }

  private List<Load> loads(Setting setting) {
    List<Integer> wanted =
        setting.isLong() ? Stream.concat(sizes.stream(), Stream.of(longest)).toList() : sizes;
    double most = setting.sized(load.withConcepts(wanted.getLast())).concepts();
    double scale = most / wanted.getLast();
    return wanted.stream()
        .map(size -> (int) Math.max(1, Math.round(size * scale)))
        .distinct()
        .map(load::withConcepts)
        .map(each -> each.named(name() + "-" + each.dialogues()))
        .toList();
  }

  private static void grow(Rig rig, Load load, Map<String, Double> figures) {
    Stored before = rig.stored();
    Run run = rig.run(load);
    Map<String, Double> all = new LinkedHashMap<>();
    run.describe(all);
    all.put("dialogue_ms", dialogueMillis(run));
    run.describeSteady(all);
    rig.stored().minus(before).describe(all, load.dialogues());
    Jvm orchestrator = new Jvm(rig.process(Role.ORCHESTRATOR).pid());
    all.put("orchestrator_heap_mib.live", orchestrator.liveHeap() / MEBIBYTE);
    all.put("orchestrator_heap_mib.limit", orchestrator.heapLimit() / MEBIBYTE);
    all.keySet().retainAll(TOLD);
    all.forEach((figure, value) -> figures.put(named(figure, load), value));
    run.describeMemory(figures);
  }

  private static double loopMillis(Setting setting, Load load) {
    try (Stub stub = Stub.start()) {
      return dialogueMillis(Turns.loop(setting, load, stub));
    }
  }

  private static double dialogueMillis(Run run) {
    return MILLIS * run.load().shape().calls() / run.steady().callsASecond();
  }

  /** Each but the first against the first. */
  private static void compare(List<Load> loads, Map<String, Double> figures) {
    for (Load load : loads.subList(1, loads.size())) {
      for (String figure : List.of("dialogue_ms", "bytes_per_dialogue.postgres")) {
        double first = figures.get(named(figure, loads.getFirst()));
        figures.put("growth." + named(figure, load), figures.get(named(figure, load)) / first);
      }
    }
  }

  private static String named(String figure, Load load) {
    return figure + "." + load.dialogues();
  }
}
