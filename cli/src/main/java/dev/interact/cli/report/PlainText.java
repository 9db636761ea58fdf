package dev.interact.cli.report;

import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Report;
import dev.interact.analysis.report.Section;
import dev.interact.cli.table.Table;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report as it is read in a terminal: its sentences and tables; pictures are left out. */
public final class PlainText {
  private PlainText() {}

  /** All of it but provenance and citation. */
  public static String of(Report report) {
    return Stream.of(
            Banner.of(report).stream(),
            report.headline().stream(),
            report.sections().stream().flatMap(PlainText::section))
        .flatMap(parts -> parts)
        .collect(Collectors.joining("\n\n"));
  }

  /** A part of a report. */
  public static String of(Section section) {
    return section(section).collect(Collectors.joining("\n\n"));
  }

  private static Stream<String> section(Section section) {
    return Stream.concat(
        Stream.of(section.title()), section.blocks().stream().flatMap(PlainText::block));
  }

  private static Stream<String> block(Block block) {
    return switch (block) {
      case Block.Text text -> Stream.of(text.text());
      case Block.Notice notice -> Stream.of(notice.text());
      case Block.Listing listing -> Stream.of(listing.caption() + "\n\n" + listing.text().strip());
      case Block.Table table -> table(table);
      case Block.Curves curves -> Stream.of();
      case Block.Forest forest -> Stream.of();
    };
  }

  private static Stream<String> table(Block.Table table) {
    List<String> header = table.columns().stream().map(Block.Table.Column::title).toList();
    int labels = (int) table.columns().stream().takeWhile(column -> !column.numeric()).count();
    return Stream.concat(
        Stream.of(table.caption() + "\n\n" + new Table(header, labels, table.rows()).text()),
        table.notes().stream());
  }
}
