package dev.interact.cli.report;

import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Report;
import dev.interact.analysis.report.Section;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report as one Markdown file, with links to the pictures. */
public final class MarkdownReport {
  private static final String NOTHING = "*There is nothing to report here.*";
  private static final String NO_ROWS = "*There are no rows.*";

  private MarkdownReport() {}

  public static String of(Report report) {
    Stream<String> head =
        Stream.of(
                Stream.of("# " + Markdown.text(report.title())),
                Banner.of(report).stream().map(MarkdownReport::quote),
                report.headline().stream().map(Markdown::text))
            .flatMap(parts -> parts);
    Stream<String> tail =
        Stream.of(
            "## Provenance", facts(report), "## How to cite", Markdown.text(report.citation()));
    return Stream.of(head, report.sections().stream().flatMap(MarkdownReport::section), tail)
        .flatMap(parts -> parts)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  /** A part of a report. */
  public static String of(Section section) {
    return section(section).collect(Collectors.joining("\n\n"));
  }

  private static String quote(String text) {
    return "> **" + Markdown.text(text) + "**";
  }

  private static String facts(Report report) {
    return report.provenance().stream()
        .map(fact -> "* %s: %s".formatted(Markdown.text(fact.name()), Markdown.text(fact.value())))
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> section(Section section) {
    Stream<String> blocks =
        section.blocks().isEmpty()
            ? Stream.of(NOTHING)
            : section.blocks().stream().map(MarkdownReport::block);
    return Stream.concat(Stream.of("## " + Markdown.text(section.title())), blocks);
  }

  private static String block(Block block) {
    return switch (block) {
      case Block.Text text -> Markdown.text(text.text());
      case Block.Notice notice -> "> " + Markdown.text(notice.text());
      case Block.Listing listing ->
          Markdown.text(listing.caption()) + "\n\n" + Markdown.fenced(listing.text());
      case Block.Table table -> table(table);
      case Block.Curves curves -> picture(curves.id(), curves.caption());
      case Block.Forest forest -> picture(forest.id(), forest.caption());
    };
  }

  private static String picture(String id, String caption) {
    String picture = Markdown.picture(caption, ReportFiles.svg(id));
    return "%s\n\n*%s*".formatted(picture, Markdown.text(caption));
  }

  private static String table(Block.Table table) {
    List<String> header = table.columns().stream().map(Block.Table.Column::title).toList();
    List<String> rule = table.columns().stream().map(c -> c.numeric() ? "--:" : ":--").toList();
    String rows =
        Stream.concat(
                Stream.of(Markdown.row(header), "| " + String.join(" | ", rule) + " |"),
                table.rows().stream().map(Markdown::row))
            .collect(Collectors.joining("\n"));
    Stream<String> nothing = table.rows().isEmpty() ? Stream.of(NO_ROWS) : Stream.of();
    return Stream.of(
            Stream.of("**" + Markdown.text(table.caption()) + "**", rows),
            nothing,
            table.notes().stream().map(Markdown::text))
        .flatMap(parts -> parts)
        .collect(Collectors.joining("\n\n"));
  }
}
