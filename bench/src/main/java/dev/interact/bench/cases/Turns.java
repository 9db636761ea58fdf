package dev.interact.bench.cases;

import dev.interact.bench.figure.Report.Result;
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
 *
 * @param name of the case
 * @param half measures half of the loop's calls
 */
record Turns(String name, Setting setting, Supplier<Map<String, Double>> half) {
  private static final double LOOP_WARM_UP_SECONDS = 3;

  /** Turns whose loop is described as the stack is. */
  static Turns of(Setting setting, Load load, BiConsumer<Run, Map<String, Double>> describe) {
    return new Turns(load.name(), setting, () -> half(setting, load, describe));
  }

  /** Measures a stack between the halves of the loop. */
  Result around(Supplier<Map<String, Double>> stack) {
    if (!setting.hasLoop()) {
      return new Result(name, stack.get(), Map.of());
    }
    Map<String, Double> before = half.get();
    Map<String, Double> figures = stack.get();
    return new Result(name, figures, mean(List.of(before, half.get())));
  }

  private static Map<String, Double> half(
      Setting setting, Load load, BiConsumer<Run, Map<String, Double>> describe) {
    try (Stub stub = Stub.start()) {
      Map<String, Double> figures = new LinkedHashMap<>();
      describe.accept(loop(setting, load.half(), stub), figures);
      return figures;
    }
  }

  /** Runs a load by the loop, once that is warm. */
  static Run loop(Setting setting, Load load, Stub stub) {
    double warmUp = Math.min(setting.warmUpSeconds(), LOOP_WARM_UP_SECONDS);
    if (warmUp > 0) {
      PlainLoop.run(load.ofSeconds(warmUp), stub);
    }
    return PlainLoop.run(load, stub);
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
