package dev.interact.cli.report;

import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Report;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The ids of a report: they become links and names of files. */
final class Ids {
  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private Ids() {}

  static void check(Report report) {
    Set<String> seen = new HashSet<>(List.of("contents", "provenance", "citation"));
    ids(report)
        .forEach(
            id -> {
              if (!FORM.matcher(id).matches()) {
                throw new IllegalArgumentException(
                    "\"%s\" is no id: lower case, digits and single hyphens are.".formatted(id));
              }
              if (!seen.add(id)) {
                throw new IllegalArgumentException("The report has two ids %s.".formatted(id));
              }
            });
  }

  private static Stream<String> ids(Report report) {
    return report.sections().stream()
        .flatMap(
            section ->
                Stream.concat(Stream.of(section.id()), section.blocks().stream().flatMap(Ids::id)));
  }

  private static Stream<String> id(Block block) {
    return switch (block) {
      case Block.Table table -> Stream.of(table.id());
      case Block.Curves curves -> Stream.of(curves.id());
      case Block.Forest forest -> Stream.of(forest.id());
      case Block.Text text -> Stream.of();
      case Block.Notice notice -> Stream.of();
      case Block.Listing listing -> Stream.of();
    };
  }
}
