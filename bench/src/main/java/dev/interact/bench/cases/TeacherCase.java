package dev.interact.bench.cases;

import dev.interact.bench.figure.Report.Result;
import dev.interact.bench.load.Load;
import dev.interact.bench.process.Sampler;
import dev.interact.bench.run.Rig;
import dev.interact.bench.run.Run;
import dev.interact.bench.run.Setting;
import dev.interact.bench.stub.Stub;
import dev.interact.local.Role;
import java.util.LinkedHashMap;
import java.util.Map;

/** A quick student and a slow teacher, so that most dialogues wait for the one teacher process. */
record TeacherCase(String question, Load load) implements Case {
  private static final double MEGABYTE = 1e6;

  @Override
  public String name() {
    return load.name();
  }

  @Override
  public Result measure(Setting setting) {
    Load sized = setting.sized(load);
    try (Stub stub = Stub.start();
        Rig rig = Rig.start(setting, stub, sized)) {
      Map<String, Double> figures = new LinkedHashMap<>();
      rig.describe(figures);
      Run run = rig.run(sized);
      run.describe(figures);
      figures.put("most_at_once", (double) run.traffic().mostAtOnce());
      if (Sampler.isAble()) {
        String teacher = Role.TEACHER.title();
        figures.put("resident_mb." + teacher, run.samples().peakResident(teacher) / MEGABYTE);
      }
      run.describeMemory(figures);
      return new Result(name(), figures, Map.of());
    }
  }
}
