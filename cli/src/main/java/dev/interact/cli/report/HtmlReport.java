package dev.interact.cli.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Report;
import dev.interact.analysis.report.Report.Fact;
import dev.interact.analysis.report.Section;
import dev.interact.cli.report.picture.FiguresTable;
import dev.interact.cli.report.picture.Ink;
import dev.interact.cli.report.picture.Picture;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** A report as one HTML file, which loads nothing and runs nothing. */
final class HtmlReport {
  private static final Template TEMPLATE = template();

  private HtmlReport() {}

  static String of(Report report) {
    return TEMPLATE.execute(
        new Page(
            report.title(),
            Banner.of(report),
            report.headline(),
            report.sections().stream().map(Part::of).toList(),
            report.provenance(),
            report.citation(),
            List.of(Ink.values())));
  }

  /** What the template is filled with. */
  private record Page(
      String title,
      List<String> banners,
      List<String> headline,
      List<Part> parts,
      List<Fact> facts,
      String citation,
      List<Ink> inks) {}

  private record Part(String id, String title, List<Piece> pieces, boolean isEmpty) {
    static Part of(Section section) {
      List<Piece> pieces = section.blocks().stream().map(Piece::of).toList();
      return new Part(section.id(), section.title(), pieces, pieces.isEmpty());
    }
  }

  /** One block: one of these is there. */
  private record Piece(
      String text, String notice, Block.Listing listing, Grid grid, Figure figure) {
    static Piece of(Block block) {
      return switch (block) {
        case Block.Text text -> new Piece(text.text(), null, null, null, null);
        case Block.Notice notice -> new Piece(null, notice.text(), null, null, null);
        case Block.Listing listing -> new Piece(null, null, listing, null, null);
        case Block.Table table -> new Piece(null, null, null, Grid.of(table), null);
        case Block.Curves curves ->
            ofFigure(curves.caption(), Picture.of(curves), FiguresTable.of(curves));
        case Block.Forest forest ->
            ofFigure(forest.caption(), Picture.of(forest), FiguresTable.of(forest));
      };
    }

    private static Piece ofFigure(String caption, Picture picture, Block.Table figures) {
      return new Piece(
          null,
          null,
          null,
          null,
          new Figure(picture.id(), caption, picture.svg(), Grid.of(figures)));
    }
  }

  private record Figure(String id, String caption, String svg, Grid grid) {}

  private record Grid(
      String id,
      String caption,
      List<Cell> header,
      List<Row> rows,
      List<String> notes,
      boolean isEmpty) {
    static Grid of(Block.Table table) {
      List<Cell> header =
          table.columns().stream()
              .map(column -> new Cell(column.title(), column.numeric()))
              .toList();
      List<Row> rows = table.rows().stream().map(row -> Row.of(row, header)).toList();
      return new Grid(table.id(), table.caption(), header, rows, table.notes(), rows.isEmpty());
    }
  }

  /** The first cell is the row's name. */
  private record Row(Cell name, List<Cell> cells) {
    static Row of(List<String> texts, List<Cell> header) {
      List<Cell> cells =
          IntStream.range(0, texts.size())
              .mapToObj(i -> new Cell(texts.get(i), header.get(i).numeric()))
              .toList();
      return new Row(cells.getFirst(), cells.subList(1, cells.size()));
    }
  }

  private record Cell(String text, boolean numeric) {
    private static final int SHORT = 24;

    /** The class of its element: short texts stay on one line. */
    String kind() {
      return numeric ? "number" : text.length() <= SHORT ? "short" : "long";
    }
  }

  private static Template template() {
    return Mustache.compiler()
        .escapeHTML(true)
        .withLoader(HtmlReport::resource)
        .compile(resource("report"));
  }

  private static Reader resource(String name) {
    return new InputStreamReader(
        HtmlReport.class.getResourceAsStream(name + ".html.mustache"), StandardCharsets.UTF_8);
  }
}
