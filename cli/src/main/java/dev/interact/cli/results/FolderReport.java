package dev.interact.cli.results;

import dev.interact.analysis.association.Association;
import dev.interact.analysis.association.FeatureModels;
import dev.interact.analysis.features.Alignment;
import dev.interact.analysis.finding.Findings;
import dev.interact.analysis.paper.PaperCheck;
import dev.interact.analysis.report.Report;
import dev.interact.analysis.report.Section;
import dev.interact.analysis.source.Source;
import dev.interact.cli.api.Summary;
import dev.interact.cli.report.ReportFiles;
import dev.interact.contracts.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the results in a folder mean, and the files that say so. */
public final class FolderReport {
  /** Whatever is drawn at random comes of it, so that the same results give the same report. */
  public static final long SEED = 1;

  private final Path folder;
  private final Report report;

  private FolderReport(Path folder, Report report) {
    this.folder = folder;
    this.report = report;
  }

  /**
   * Analyses a folder of results.
   *
   * @throws dev.interact.study.input.InvalidInput if it is none
   */
  public static FolderReport of(Path folder) {
    return of(folder, null);
  }

  /**
   * Analyses a folder of results, and what was said there also by its meaning.
   *
   * @param alignment compares meanings; null where words alone are compared
   * @throws dev.interact.study.input.InvalidInput if it is none
   */
  public static FolderReport of(Path folder, Alignment alignment) {
    Source source = Source.of(folder);
    Summary summary = Json.read(Json.write(source.summary()), Summary.class);
    List<Section> more = new ArrayList<>();
    FeatureModels words = FeatureModels.of(source, null);
    more.add(Association.of(alignment == null ? words : FeatureModels.of(source, alignment)));
    more.add(PaperCheck.of(source, words));
    more.addAll(SummarySections.of(summary));
    return new FolderReport(folder, Findings.of(source, SEED, more));
  }

  /** The answers in a few sentences. */
  public List<String> headline() {
    return report.headline();
  }

  /**
   * Writes the report into the folder.
   *
   * @return what could not be made, and why, in sentences
   */
  public List<String> write() throws IOException {
    return ReportFiles.write(report, folder);
  }
}
