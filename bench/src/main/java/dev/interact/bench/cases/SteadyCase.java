package dev.interact.bench.cases;

import dev.interact.bench.figure.Makespan;
import dev.interact.bench.figure.Report.Result;
import dev.interact.bench.load.Load;
import dev.interact.bench.run.Rig;
import dev.interact.bench.run.Run;
import dev.interact.bench.run.Setting;
import dev.interact.bench.run.Stored;
import dev.interact.bench.stub.Stub;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A load on a warm stack: its steady part, and how long all of it took.
 *
 * @param warmUps how many times as long as usual it is run before: JVMs that are busy with calls
 *     take minutes to compile what runs often
 */
record SteadyCase(String question, Load load, int warmUps) implements Case {
  SteadyCase(String question, Load load) {
    this(question, load, 1);
  }

  @Override
  public String name() {
    return load.name();
  }

  @Override
  public Result measure(Setting setting) {
    Load sized = setting.sized(load);
    return Turns.of(setting, sized, SteadyCase::describe).around(() -> stack(setting, sized));
  }

  private Map<String, Double> stack(Setting setting, Load load) {
    try (Stub stub = Stub.start();
        Rig rig = Rig.start(setting, stub, load)) {
      Map<String, Double> figures = new LinkedHashMap<>();
      rig.describe(figures);
      rig.warmUp(load, warmUps);
      Stored before = rig.stored();
      Run run = rig.run(load);
      describe(run, figures);
      rig.stored().minus(before).describe(figures, load.dialogues());
      return figures;
    }
  }

  private static void describe(Run run, Map<String, Double> figures) {
    run.describe(figures);
    new Makespan(run.load(), run.seconds()).describe(figures);
    run.describeSteady(figures);
    run.describeMemory(figures);
  }
}
