package dev.interact.cli.status;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.cli.CommandFailed;
import dev.interact.cli.ExitCode;
import dev.interact.cli.JsonOption;
import dev.interact.cli.Workplace;
import dev.interact.cli.api.Orchestrator;
import dev.interact.cli.api.StudyStatus;
import dev.interact.cli.results.Report;
import dev.interact.cli.stack.UrlOption;
import dev.interact.contracts.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
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

  @Parameters(
      paramLabel = "STUDY",
      arity = "0..1",
      description = "A study's name (its latest is meant) or the beginning of its id.")
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
    workplace.terminal().print(study == null ? all(orchestrator) : one(orchestrator.studies()));
    return ExitCode.DONE;
  }

  private String all(Orchestrator orchestrator) {
    JsonNode workers = Json.read(orchestrator.workers(), JsonNode.class);
    List<StudyStatus> unfinished =
        orchestrator.studies().stream().filter(found -> !found.isFinished()).toList();
    URI address = url.required(workplace);
    if (json.isSet()) {
      return text(new Running(address, workers, unfinished));
    }
    String summary =
        "Interact runs at %s with %d workers; %d studies are not finished."
            .formatted(address, workers.size(), unfinished.size());
    return unfinished.isEmpty() ? summary : summary + "\n\n" + StudyTable.of(unfinished).text();
  }

  private String one(List<StudyStatus> studies) {
    StudyStatus found =
        studies.stream()
            .filter(each -> each.name().equals(study) || each.id().startsWith(study))
            .max(comparing(StudyStatus::created))
            .orElseThrow(
                () -> CommandFailed.wrongInput("There is no study '%s'.".formatted(study)));
    return json.isSet()
        ? text(found)
        : (StudyTable.of(List.of(found)).text() + "\n" + Report.failures(found)).stripTrailing();
  }

  private static String text(Object value) {
    return new String(Json.write(value), StandardCharsets.UTF_8);
  }
}
