package dev.interact.bench.cases;

import dev.interact.bench.process.Sampler;
import dev.interact.bench.run.Outside;
import dev.interact.cli.CommandFailed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** What users do with a study that is finished: they fetch its results, report and export them. */
record Aftermath(Outside outside, URI orchestrator, Path study) {
  private static final double MEGABYTE = 1e6;

  /** Adds how long it takes, and how much memory. */
  void describe(String suffix, Map<String, Double> figures) {
    Path results = outside.folder().resolve("results");
    Outside.Ended run =
        outside.run("run", study, "--url", orchestrator, "--no-progress", "--results", results);
    Path folder = only(results);
    Outside.Ended report = outside.run("report", folder);
    Outside.Ended export = outside.run("export", folder, "--no-progress");
    figures.put("results_seconds" + suffix, run.seconds());
    figures.put("report_seconds" + suffix, report.seconds());
    figures.put("export_seconds" + suffix, export.seconds());
    figures.put("report_and_export_seconds" + suffix, report.seconds() + export.seconds());
    if (Sampler.isAble()) {
      figures.put("resident_mb.results" + suffix, run.residentBytes() / MEGABYTE);
      figures.put("resident_mb.report" + suffix, report.residentBytes() / MEGABYTE);
      figures.put("resident_mb.export" + suffix, export.residentBytes() / MEGABYTE);
    }
  }

  private static Path only(Path results) {
    try (Stream<Path> folders = Files.list(results)) {
      return folders.findFirst().orElseThrow();
    } catch (IOException e) {
      throw CommandFailed.unexpected("%s cannot be read.".formatted(results), e);
    }
  }
}
