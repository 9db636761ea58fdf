package dev.interact.cli.report;

import dev.interact.analysis.report.Report;
import java.util.ArrayList;
import java.util.List;

/** What must be known before anything else of a report is read. */
final class Banner {
  private static final String SIMULATED =
      "An offline model took part: it picks sentences and options by matching words, and says nothing"
          + " about what language models would do. Nothing here is a finding.";
  private static final String INTERIM =
      "Interim: the study still runs. All figures and intervals are interim, and nothing is decided by"
          + " them.";
  private static final String PARTIAL =
      "Partial: the study was cancelled or its cap was reached. The figures are of the dialogues that"
          + " are over.";

  private Banner() {}

  static List<String> of(Report report) {
    List<String> banners = new ArrayList<>();
    if (report.simulated()) {
      banners.add(SIMULATED);
    }
    switch (report.standing()) {
      case FINAL -> {}
      case INTERIM -> banners.add(INTERIM);
      case PARTIAL -> banners.add(PARTIAL);
    }
    return banners;
  }
}
