package dev.interact.bench.figure;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.interact.cli.CommandFailed;
import dev.interact.contracts.Json;
import dev.interact.contracts.UnreadableMessage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of some cases, as they are kept in a file.
 *
 * @param made when, ISO 8601
 */
public record Report(String made, Machine machine, List<Result> cases) {

  /**
   * What it was measured on.
   *
   * @param load processes that wanted to run before, over the last minute; negative where unknown
   */
  public record Machine(int cores, double load, String system, String java) {
    /** This one, now. */
    public static Machine here() {
      return new Machine(
          Runtime.getRuntime().availableProcessors(),
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
          System.getProperty("os.name") + " " + System.getProperty("os.arch"),
          System.getProperty("java.version"));
    }
  }

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

  public Report {
    cases = cases == null ? List.of() : List.copyOf(cases);
  }

  public static Report of(Machine machine, List<Result> cases) {
    return new Report(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), machine, cases);
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
