package dev.interact.bench.cases;

import dev.interact.bench.figure.Report.Result;
import dev.interact.bench.figure.Shift;
import dev.interact.bench.figure.Watched;
import dev.interact.bench.load.Load;
import dev.interact.bench.run.Audience;
import dev.interact.bench.run.Rig;
import dev.interact.bench.run.Run;
import dev.interact.bench.run.Setting;
import dev.interact.bench.run.Shifts;
import dev.interact.bench.run.Stored;
import dev.interact.bench.stub.Stub;
import dev.interact.local.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A load that is watched half of the time.
 *
 * @param watchers half of them watch its view and half its events
 */
record LiveCase(String question, Load load, int watchers) implements Case {

  @Override
  public String name() {
    return load.name();
  }

  @Override
  public Result measure(Setting setting) {
    Load sized = setting.sized(load);
    return Turns.of(setting, sized, LiveCase::describe).around(() -> stack(setting, sized));
  }

  private Map<String, Double> stack(Setting setting, Load sized) {
    try (Stub stub = Stub.start();
        Rig rig = Rig.start(setting, stub, sized)) {
      Map<String, Double> figures = new LinkedHashMap<>();
      rig.describe(figures);
      rig.warmUp(sized);
      Stored before = rig.stored();
      watch(rig, rig.submit(sized), figures);
      rig.stored().minus(before).describe(figures, sized.dialogues());
      return figures;
    }
  }

  private void watch(Rig rig, Rig.Going going, Map<String, Double> figures) {
    try (Audience audience = new Audience(rig.address(), going.study(), watchers);
        Shifts shifts = new Shifts(audience)) {
      Run run = going.await();
      List<Shift> done = shifts.done();
      audience.describe(figures);
      describe(run, figures);
      new Watched(run.steady(), done, run.samples(), Role.ORCHESTRATOR.title()).describe(figures);
    }
  }

  private static void describe(Run run, Map<String, Double> figures) {
    run.describe(figures);
    run.describeSteady(figures);
    run.describeMemory(figures);
  }
}
