package dev.interact.bench.figure;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.interact.cli.CommandFailed;
import dev.interact.contracts.Json;
import dev.interact.contracts.UnreadableMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The figures of some cases, as they are kept in a file.
 *
 * @param made when, ISO 8601
 * @param goals what was told of them; null where nobody asked
 */
public record Report(String made, Machine machine, List<Result> cases, List<Reached> goals) {

  /**
   * The figures of a case, by name.
   *
   * @param plainLoop without Interact; empty where it was not run
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Result(String name, Map<String, Double> stack, Map<String, Double> plainLoop) {
    public Result {
      stack = stack == null ? Map.of() : stack;
      plainLoop = plainLoop == null ? Map.of() : plainLoop;
    }
  }

  /**
   * A goal as it was told.
   *
   * @param measured null where it was not
   */
  public record Reached(String what, String goal, Double measured, String holds) {}

  public Report {
    cases = cases == null ? List.of() : List.copyOf(cases);
  }

  public static Report of(Machine machine, List<Result> cases) {
    return new Report(
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), machine, cases, null);
  }

  /** The same with one more case. */
  public Report with(Result result) {
    List<Result> all = Stream.concat(cases.stream(), Stream.of(result)).toList();
    return new Report(made, machine, all, goals);
  }

  /** The same with goals. */
  public Report with(List<Reached> told) {
    return new Report(made, machine, cases, told);
  }

  /** A case, if it was run. */
  public Optional<Result> find(String name) {
    return cases.stream().filter(result -> result.name().equals(name)).findFirst();
  }

  /**
   * Reads a report.
   *
   * @throws CommandFailed if the file is not one
   */
  public static Report read(Path file) {
    try {
      return Json.read(Files.readAllBytes(file), Report.class);
    } catch (IOException | UnreadableMessage e) {
      throw CommandFailed.wrongInput(
          "%s cannot be read as figures of an earlier 'interact bench --json'.".formatted(file));
    }
  }

  public void write(Path file) {
    try {
      Files.write(file, Json.write(this));
    } catch (IOException e) {
      throw CommandFailed.unexpected("%s cannot be written.".formatted(file), e);
    }
  }
}
