package dev.interact.bench.cases;

import dev.interact.bench.figure.Report.Result;
import dev.interact.bench.load.Content;
import dev.interact.bench.load.Load;
import dev.interact.bench.run.Rig;
import dev.interact.bench.run.Run;
import dev.interact.bench.run.Setting;
import dev.interact.bench.run.Stored;
import dev.interact.bench.stub.ExchangeLog;
import dev.interact.bench.stub.Stub;
import dev.interact.bench.talk.Said;
import dev.interact.cli.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Dialogues with a free place for every call, of which the stub writes down what is said: what
 * waits for what, and what requests have in common.
 *
 * @param concepts where the user has a file of them; empty where they are made up
 */
record TalkCase(String question, Load load, Function<Setting, Optional<Path>> concepts)
    implements Case {

  @Override
  public String name() {
    return load.name();
  }

  @Override
  public Result measure(Setting setting) {
    Load sized = setting.sized(concepts.apply(setting).map(this::of).orElse(load));
    return new Turns(name(), setting, () -> loop(setting, sized))
        .around(() -> stack(setting, sized));
  }

  private Load of(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      int number = (int) lines.filter(line -> !line.isBlank()).count();
      return load.with(Content.of(file)).withConcepts(number);
    } catch (IOException e) {
      throw CommandFailed.wrongInput("%s cannot be read.".formatted(file));
    }
  }

  private static Map<String, Double> loop(Setting setting, Load load) {
    Path log = setting.folder().resolve("said.jsonl");
    try (Stub stub = Stub.listening(log)) {
      Map<String, Double> figures = new LinkedHashMap<>();
      Run run = Turns.loop(setting, load.half(), stub);
      run.describe(figures);
      said(run, log).describeTalks(figures);
      return figures;
    }
  }

  private static Map<String, Double> stack(Setting setting, Load load) {
    Path log = setting.folder().resolve("said.jsonl");
    try (Stub stub = Stub.listening(log);
        Rig rig = Rig.start(setting, stub, load)) {
      Map<String, Double> figures = new LinkedHashMap<>();
      rig.describe(figures);
      rig.warmUp(load);
      Stored before = rig.stored();
      Run run = rig.run(load);
      run.describe(figures);
      Said said = said(run, log);
      said.describeTalks(figures);
      said.describePrefixes(figures);
      run.describeMemory(figures);
      rig.stored().minus(before).describe(figures, load.dialogues());
      return figures;
    }
  }

  private static Said said(Run run, Path log) {
    return Said.of(run.load(), ExchangeLog.read(log, run.from()));
  }
}
