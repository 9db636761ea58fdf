package dev.interact.bench.cases;

import dev.interact.bench.load.Load;
import dev.interact.bench.run.PlainLoop;
import dev.interact.bench.run.Run;
import dev.interact.bench.run.Setting;
import dev.interact.bench.stub.Stub;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * The stack and the plain loop in turn: half of the loop's calls before the stack and half of them
 * after it, so that what becomes of the machine meanwhile strikes both.
 */
final class Turns {
  private static final double LOOP_WARM_UP_SECONDS = 3;

  private final Setting setting;
  private final Load load;
  private final BiConsumer<Run, Map<String, Double>> describe;

  /** Figures of both; those of the loop are means of its halves. */
  record Measured(Map<String, Double> stack, Map<String, Double> loop) {}

  /**
   * @param load that the loop makes halves of
   * @param describe adds the figures of a half
   */
  Turns(Setting setting, Load load, BiConsumer<Run, Map<String, Double>> describe) {
    this.setting = setting;
    this.load = load;
    this.describe = describe;
  }

  /** Measures a stack between the halves of the loop. */
  Measured around(Supplier<Map<String, Double>> stack) {
    if (!setting.hasLoop()) {
      return new Measured(stack.get(), Map.of());
    }
    Map<String, Double> before = half();
    Map<String, Double> figures = stack.get();
    return new Measured(figures, mean(List.of(before, half())));
  }

  private Map<String, Double> half() {
    try (Stub stub = Stub.start()) {
      if (setting.warmUpSeconds() > 0) {
        PlainLoop.run(
            load.ofSeconds(Math.min(setting.warmUpSeconds(), LOOP_WARM_UP_SECONDS)), stub);
      }
      Run run = PlainLoop.run(load.half(), stub);
      Map<String, Double> figures = new LinkedHashMap<>();
      run.describe(figures);
      describe.accept(run, figures);
      return figures;
    }
  }

  /** The mean of each figure that all have. */
  static Map<String, Double> mean(List<Map<String, Double>> all) {
    Map<String, Double> means = new LinkedHashMap<>();
    all.getFirst()
        .forEach(
            (name, first) ->
                means.put(
                    name,
                    all.stream()
                        .mapToDouble(each -> each.getOrDefault(name, first))
                        .average()
                        .orElse(first)));
    return means;
  }
}
