package dev.interact.cli.results;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interact.cli.CommandFailed;
import dev.interact.cli.api.Orchestrator;
import dev.interact.cli.api.StudyStatus;
import dev.interact.cli.api.Summary;
import dev.interact.cli.report.ReportFiles;
import dev.interact.contracts.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The results of a study that is over.
 *
 * @param json the whole summary, laid out for people
 */
public record StudyResults(StudyStatus status, Summary summary, String json) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Fetches the summary of a study. */
  public static StudyResults fetch(Orchestrator orchestrator, StudyStatus status) {
    byte[] summary = orchestrator.summary(status.id());
    return new StudyResults(status, Json.read(summary, Summary.class), laidOut(summary));
  }

  /**
   * Writes all results.
   *
   * @param results the folder of all studies' results
   * @param studyFile the study file's text
   * @param told hears what could not be made, and why
   * @return the study's own folder
   */
  public Path write(
      Orchestrator orchestrator, Path results, String studyFile, Consumer<String> told) {
    ResultsFolder folder = ResultsFolder.of(results, summary.study());
    folder.replace(
        place -> {
          Files.writeString(place.resolve(ResultsFolder.SUMMARY), json + "\n");
          for (String lines : files()) {
            orchestrator.download(status.id(), lines, place.resolve(lines + ".jsonl"));
          }
          Path manifest = place.resolve("manifest.json");
          orchestrator.download(status.id(), "manifest", manifest);
          Files.writeString(manifest, laidOut(Files.readAllBytes(manifest)) + "\n");
          report(place, studyFile).forEach(told);
        });
    return folder.place();
  }

  /** Results are worth more than what is said of them: without an analysis there are tables. */
  private List<String> report(Path place, String studyFile) throws IOException {
    try {
      return FolderReport.of(place).write();
    } catch (RuntimeException e) {
      List<String> warnings = new ArrayList<>();
      warnings.add(
          "The results are whole, but could not be analysed; the report has their tables alone. To try again: interact report FOLDER. (%s)"
              .formatted(e.getMessage()));
      warnings.addAll(ReportFiles.write(SummaryReport.of(this, studyFile), place));
      return warnings;
    }
  }

  /** Preferences are there where a strategy has found some. */
  private List<String> files() {
    List<String> always = List.of("answers", "dialogues", "concepts", "calls", "audit");
    return summary.selectsOnQuiz()
        ? Stream.concat(always.stream(), Stream.of("preferences", "sft")).toList()
        : always;
  }

  private static String laidOut(byte[] json) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(MAPPER.readTree(json));
    } catch (IOException e) {
      throw CommandFailed.unexpected(
          "The orchestrator sent what is no JSON: "
              + new String(json, 0, Math.min(json.length, 80), StandardCharsets.UTF_8),
          e);
    }
  }
}
