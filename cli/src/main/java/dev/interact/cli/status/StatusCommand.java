package dev.interact.cli.status;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.cli.ExitCode;
import dev.interact.cli.JsonOption;
import dev.interact.cli.Workplace;
import dev.interact.cli.api.Amount;
import dev.interact.cli.api.Orchestrator;
import dev.interact.cli.api.StudyStatus;
import dev.interact.cli.results.PrintedResults;
import dev.interact.cli.stack.UrlOption;
import dev.interact.cli.table.Spending;
import dev.interact.contracts.Json;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code interact status}. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Show how far a study is; without one, what runs.")
public final class StatusCommand implements Callable<Integer> {
  private final Workplace workplace;

  @Parameters(paramLabel = "STUDY", arity = "0..1", description = StudyName.DESCRIPTION)
  private String study;

  @Mixin private UrlOption url;
  @Mixin private JsonOption json;

  public StatusCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  /** What {@code --json} prints where no study is named. */
  private record Running(URI url, JsonNode workers, List<StudyStatus> studies) {}

  @Override
  public Integer call() {
    Orchestrator orchestrator = url.connect(workplace);
    workplace
        .terminal()
        .print(
            study == null ? all(orchestrator) : one(StudyName.find(orchestrator.studies(), study)));
    return ExitCode.DONE;
  }

  private String all(Orchestrator orchestrator) {
    JsonNode workers = Json.read(orchestrator.workers(), JsonNode.class);
    List<StudyStatus> unfinished =
        orchestrator.studies().stream()
            .filter(found -> !found.isFinished() && !found.isCancelled())
            .toList();
    URI address = url.required(workplace);
    if (json.isSet()) {
      return JsonOption.text(new Running(address, workers, unfinished));
    }
    String summary =
        "Interact runs at %s with %d workers; %d studies are not finished."
            .formatted(address, workers.size(), unfinished.size());
    return unfinished.isEmpty() ? summary : summary + "\n\n" + StudyTable.of(unfinished).text();
  }

  private String one(StudyStatus found) {
    return json.isSet()
        ? JsonOption.text(found)
        : Stream.of(
                Stream.of(StudyTable.of(List.of(found)).text()),
                budget(found),
                Stream.ofNullable(found.reason()).map("Paused: "::concat),
                found.waiting().stream(),
                Stream.of(PrintedResults.failures(found)))
            .flatMap(lines -> lines)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n"));
  }

  private static Stream<String> budget(StudyStatus study) {
    return Stream.ofNullable(study.budget())
        .filter(budget -> !budget.cap().equals(Amount.NONE))
        .map(budget -> "Spent: " + Spending.of(study));
  }
}
