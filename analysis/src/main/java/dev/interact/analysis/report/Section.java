package dev.interact.analysis.report;

import java.util.List;

/**
 * A part of a report.
 *
 * @param id for links: lower case, digits and hyphens, such as {@code rq1}
 * @param blocks in order
 */
public record Section(String id, String title, List<Block> blocks) {
  public Section {
    blocks = List.copyOf(blocks);
  }
}
