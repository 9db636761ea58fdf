package dev.interact.cli.export.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.cli.CommandFailed;
import dev.interact.cli.api.Summary;
import dev.interact.cli.export.ByDialogue;
import dev.interact.cli.export.JsonLines;
import dev.interact.cli.export.ResultsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What stands before the samples of a log: Inspect reads it alone where it lists logs.
 *
 * @param dialogues that are over
 * @param finished those of them that have a score
 * @param sum of these scores
 * @param began when the first call was sent
 * @param ended when the last one was
 */
record LogHeader(
    ResultsFiles results, long dialogues, long finished, double sum, Instant began, Instant ended) {
  private static final int VERSION = 2;

  /** Goes through answers and calls once. */
  static LogHeader of(ResultsFiles results, long dialogues) throws IOException {
    Scored scored = scored(results);
    Span span = Span.of(results);
    return new LogHeader(results, dialogues, scored.count, scored.sum, span.first, span.last);
  }

  /** When calls were sent; of a study without any, when it was written. */
  private record Span(Instant first, Instant last) {
    static Span of(ResultsFiles results) throws IOException {
      Span span = null;
      try (JsonLines calls = new JsonLines(results.calls())) {
        for (var next = calls.next(); next.isPresent(); next = calls.next()) {
          for (JsonNode attempt : next.get().path("attempts")) {
            Instant sent = sent(attempt, results);
            span = span == null ? new Span(sent, sent) : span.with(sent);
          }
        }
      }
      Instant written = Files.getLastModifiedTime(results.calls()).toInstant();
      return span == null ? new Span(written, written) : span;
    }

    private static Instant sent(JsonNode attempt, ResultsFiles results) {
      try {
        return Instant.parse(attempt.path("sent").asText());
      } catch (DateTimeParseException e) {
        throw CommandFailed.wrongInput(
            "%s: attempts[].sent must be a time.".formatted(results.calls()));
      }
    }

    private Span with(Instant sent) {
      return new Span(sent.isBefore(first) ? sent : first, sent.isAfter(last) ? sent : last);
    }
  }

  private record Scored(long count, double sum) {}

  private static Scored scored(ResultsFiles results) throws IOException {
    long count = 0;
    double sum = 0;
    try (ByDialogue answers = new ByDialogue(results.answers())) {
      List<ObjectNode> next = answers.takeNext();
      for (; !next.isEmpty(); next = answers.takeNext()) {
        if (next.getFirst().path("status").asText().equals("finished")) {
          count++;
          sum += QuizScores.of(next).last();
        }
      }
    }
    return new Scored(count, sum);
  }

  /** The fields of the log, in their order. */
  Map<String, Object> parts() {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("version", VERSION);
    parts.put("status", isWhole() ? "success" : "cancelled");
    parts.put("eval", eval());
    parts.put("plan", Map.of());
    parts.put("results", scores());
    parts.put("stats", Map.of("started_at", began.toString(), "completed_at", ended.toString()));
    return parts;
  }

  private boolean isWhole() {
    return "finished".equals(results.summary().study().state());
  }

  private Map<String, Object> eval() {
    Summary.Study study = results.summary().study();
    Map<String, Object> eval = new LinkedHashMap<>();
    eval.put("eval_id", study.id());
    eval.put("run_id", study.id());
    eval.put("task_id", study.id());
    eval.put("task", study.name());
    eval.put("created", began.toString());
    eval.put("dataset", Map.of("name", study.name(), "samples", dialogues));
    eval.put("model", "interact/" + students());
    eval.put("config", Map.of());
    eval.put("packages", packages());
    eval.put("metadata", results.manifest());
    return eval;
  }

  private String students() {
    return results.summary().cells().stream()
        .map(Summary.Cell::student)
        .distinct()
        .sorted()
        .collect(Collectors.joining("+"));
  }

  private Map<String, Object> packages() {
    return Map.of("interact", results.manifest().path("versions").path("interact").asText());
  }

  private Map<String, Object> scores() {
    Map<String, Object> metrics =
        finished == 0 ? Map.of() : Map.of("mean", Map.of("name", "mean", "value", sum / finished));
    return Map.of(
        "total_samples",
        dialogues,
        "completed_samples",
        finished,
        "scores",
        List.of(Map.of("name", InspectLog.SCORE, "scorer", "interact", "metrics", metrics)));
  }
}
