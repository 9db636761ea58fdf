package dev.interact.bench.goal;

import static dev.interact.bench.goal.Goal.atLeast;
import static dev.interact.bench.goal.Goal.atMost;
import static dev.interact.bench.goal.Goal.told;

import dev.interact.bench.cases.Case;
import dev.interact.bench.cases.Cases;
import dev.interact.bench.figure.Report;
import dev.interact.cli.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the project sets out to reach in speed and cost, and whether it does. */
public final class Goals {
  /** The heap of a command line may have 1 GiB, and the JVM needs some memory beside it. */
  private static final double BOUNDED_MB = 1_300;

  /** One line each: the limit, the case and its figure, and what it is. */
  static final List<Goal> ALL =
      List.of(
          atLeast(
              95,
              "%",
              "fixed-200ms",
              "percent_of_ideal",
              "latency 200 ms, 256 calls allowed: calls a second, of the ideal 1,280"),
          atLeast(
              97,
              "%",
              "fixed-1s",
              "percent_of_ideal",
              "latency 1 s, 1,000 allowed: calls a second, of the ideal 1,000"),
          atLeast(
              97,
              "%",
              "lognormal",
              "percent_of_window",
              "lognormal latency, 500 allowed: window kept full while work remains"),
          atMost(
              0.9,
              "s",
              "fixed-200ms",
              "cpu_s_per_1000.all of these",
              "CPU of services, broker and database for 1,000 calls"),
          atMost(3, "ms", "low-load", "added_ms_median", "added to a call at low load: median"),
          atMost(10, "ms", "low-load", "added_ms_p99", "added to a call at low load: p99"),
          atMost(
              1.03,
              "",
              "paper",
              "makespan_of_least",
              "paper-shaped study: makespan, of the least possible"),
          atMost(
              11,
              "calls",
              "chain",
              "longest_chain",
              "longest chain of a dialogue of T = 5 turns: 2T + 1"),
          atMost(
              6, "s", "start", "first_call_seconds", "shell to first model call, built and warm"),
          atMost(45, "s", "start", "quickstart_seconds", "the whole quickstart"),
          atLeast(
              1_000,
              "calls",
              "teacher",
              "most_at_once",
              "in flight at one teacher process, for the next line"),
          atMost(
              300,
              "MB",
              "teacher",
              "resident_mb.teacher-service",
              "resident memory of that process"),
          atMost(
              1.1,
              "",
              "growth",
              "growth.dialogue_ms.10000",
              "time per dialogue: in 10,000, of that in 1,000"),
          atMost(
              1.1,
              "",
              "growth",
              "growth.dialogue_ms.100000",
              "time per dialogue: in 100,000, of that in 1,000 (--long)"),
          atMost(
              1.05,
              "",
              "growth",
              "growth.bytes_per_dialogue.postgres.10000",
              "database bytes per dialogue: in 10,000, of those in 1,000"),
          atMost(
              1.05,
              "",
              "growth",
              "growth.bytes_per_dialogue.postgres.100000",
              "database bytes per dialogue: in 100,000, of those in 1,000 (--long)"),
          atMost(
              256,
              "MiB",
              "growth",
              "orchestrator_heap_mib.limit.10000",
              "the orchestrator's heap, at most, in 10,000"),
          atMost(
              256,
              "MiB",
              "growth",
              "orchestrator_heap_mib.limit.100000",
              "the orchestrator's heap, at most, in 100,000 (--long)"),
          told(
              "s",
              "growth",
              "report_and_export_seconds.10000",
              "report and export of 10,000 dialogues"),
          atMost(
              60,
              "s",
              "growth",
              "report_and_export_seconds.100000",
              "report and export of 100,000 dialogues (--long)"),
          atMost(
              BOUNDED_MB,
              "MB",
              "growth",
              "resident_mb.report.100000",
              "resident memory of that report (--long)"),
          atMost(
              BOUNDED_MB,
              "MB",
              "growth",
              "resident_mb.export.100000",
              "resident memory of that export (--long)"),
          atMost(
              0,
              "requests",
              "prefix",
              "prefixes_broken",
              "requests that are not the one before plus a suffix"),
          told(
              "%",
              "prefix",
              "percent_of_input_shared",
              "input that an earlier call of the dialogue began with"));

  private Goals() {}

  /** The cases that tell. */
  public static List<Case> cases() {
    return Cases.ALL.stream()
        .filter(each -> ALL.stream().anyMatch(goal -> goal.caseName().equals(each.name())))
        .toList();
  }

  /** What is wanted and what was measured, a line each. */
  public static String table(Report now, Optional<Report> earlier) {
    List<String> header = new ArrayList<>(List.of("what", "goal", "measured", "holds?"));
    earlier.ifPresent(report -> header.addAll(List.of("earlier", "held?")));
    return new Table(header, 1, ALL.stream().map(goal -> row(goal, now, earlier)).toList()).text();
  }

  private static List<String> row(Goal goal, Report now, Optional<Report> earlier) {
    List<String> row =
        new ArrayList<>(
            List.of(goal.what(), goal.text(), goal.measuredText(now), goal.holds(now).label()));
    earlier.ifPresent(
        report -> row.addAll(List.of(goal.measuredText(report), goal.holds(report).label())));
    return row;
  }

  /** The same, as it is kept in a file. */
  public static List<Report.Reached> reached(Report report) {
    return ALL.stream()
        .map(
            goal ->
                new Report.Reached(
                    goal.what(),
                    goal.text(),
                    goal.measured(report).orElse(null),
                    goal.holds(report).label()))
        .toList();
  }
}
