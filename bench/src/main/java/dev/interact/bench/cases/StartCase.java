package dev.interact.bench.cases;

import dev.interact.bench.figure.Report.Result;
import dev.interact.bench.load.Load;
import dev.interact.bench.run.Outside;
import dev.interact.bench.run.Setting;
import dev.interact.bench.run.StudyFolder;
import dev.interact.bench.stub.Stub;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * From the shell to the first call of a model, and the README's quickstart to its end.
 *
 * @param load the study that calls
 * @param times how often it is started, for a median
 */
record StartCase(String question, Load load, int times) implements Case {
  private static final Path QUICKSTART = Path.of("studies", "quickstart.yaml");

  @Override
  public String name() {
    return load.name();
  }

  /**
   * The quickstart comes first: what it leaves is what a second command finds. It was run before,
   * for the first command after a build keeps what later ones start from.
   */
  @Override
  public Result measure(Setting setting) {
    Map<String, Double> figures = new LinkedHashMap<>();
    Outside first = new Outside(setting.root(), setting.folder("first"));
    run(first, setting.root().resolve(QUICKSTART));
    Outside outside = new Outside(setting.root(), setting.folder("outside"));
    Outside.Ended quickstart = run(outside, setting.root().resolve(QUICKSTART));
    figures.put("quickstart_seconds", quickstart.seconds());
    figures.put("first_call_seconds", firstCall(setting, outside));
    return new Result(name(), figures, Map.of());
  }

  private double firstCall(Setting setting, Outside outside) {
    try (Stub stub = Stub.start()) {
      StudyFolder studies =
          StudyFolder.create(setting.folder("study"), List.of(load.teacher()), stub.api());
      double[] seconds =
          IntStream.range(0, setting.calls().isPresent() ? 1 : times)
              .mapToDouble(number -> firstCall(outside, studies, stub, number))
              .sorted()
              .toArray();
      return seconds[seconds.length / 2];
    }
  }

  /** Each study has a name of its own: one that is known already makes no call. */
  private double firstCall(Outside outside, StudyFolder studies, Stub stub, int number) {
    Path study = studies.write(load.named(name() + "-" + number));
    Outside.Ended ended = run(outside, study, "--models", studies.models());
    long first = stub.traffic(load.teacher().latency(), ended.from()).arrivals()[0];
    return (first - ended.from()) / 1e6;
  }

  private static Outside.Ended run(Outside outside, Path study, Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of("run", study, "--port", 0, "--no-progress", "--results", outside.folder()));
    arguments.addAll(List.of(more));
    return outside.run(arguments.toArray());
  }
}
