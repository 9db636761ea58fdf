package dev.interact.analysis.report;

import java.util.List;

/**
 * What a study's results mean, ready to be shown in any form. Accuracies and their differences are
 * in accuracy points, from 0 to 100.
 *
 * @param title of the study
 * @param standing what the figures are worth: of a finished study, interim, or partial
 * @param simulated whether an offline model took part, so that nothing here is a finding
 * @param headline the answers in a few sentences, most important first
 * @param provenance where the figures come from: hashes, models with fingerprints, versions, dates
 * @param citation how to cite the study and the software, a paragraph
 */
public record Report(
    String title,
    Standing standing,
    boolean simulated,
    List<String> headline,
    List<Section> sections,
    List<Fact> provenance,
    String citation) {

  /** What the figures of a report are worth. */
  public enum Standing {
    /** The study is finished. */
    FINAL,
    /** It still runs: intervals are interim, and nothing is decided by them. */
    INTERIM,
    /** It was cancelled or its cap was reached: of the dialogues that are over. */
    PARTIAL
  }

  /** A named fact, both texts for people. */
  public record Fact(String name, String value) {}

  public Report {
    headline = List.copyOf(headline);
    sections = List.copyOf(sections);
    provenance = List.copyOf(provenance);
  }
}
