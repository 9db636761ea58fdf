package dev.interact.analysis.report;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** A piece of a section. Texts are plain; whoever shows them escapes them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @Type(value = Block.Text.class, name = "text"),
  @Type(value = Block.Notice.class, name = "notice"),
  @Type(value = Block.Listing.class, name = "listing"),
  @Type(value = Block.Table.class, name = "table"),
  @Type(value = Block.Curves.class, name = "curves"),
  @Type(value = Block.Forest.class, name = "forest")
})
public sealed interface Block {
  /** A paragraph: a finding, a definition. */
  record Text(String text) implements Block {}

  /** Something that must be known to read the figures rightly. */
  record Notice(String text) implements Block {}

  /** A text to be shown letter by letter, such as a study file. */
  record Listing(String caption, String text) implements Block {}

  /**
   * A table.
   *
   * @param id unique in the report, as a section's
   * @param rows each with a cell for every column
   * @param notes below it
   */
  record Table(
      String id, String caption, List<Column> columns, List<List<String>> rows, List<String> notes)
      implements Block {
    /**
     * A column.
     *
     * @param numeric whether its cells are set to the right
     */
    public record Column(String title, boolean numeric) {}

    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      notes = List.copyOf(notes);
    }
  }

  /**
   * Learning curves.
   *
   * @param id unique in the report, as a section's; names the picture's file
   * @param references horizontal lines such as chance
   */
  record Curves(
      String id, String caption, String x, String y, List<Line> lines, List<Reference> references)
      implements Block {
    /** A curve; points are in the order of x. */
    public record Line(String label, List<Point> points) {
      public Line {
        points = List.copyOf(points);
      }
    }

    /**
     * A point.
     *
     * @param low lower end of its interval; null where there is none
     * @param n concepts behind it
     */
    public record Point(double x, double y, Double low, Double high, int n) {}

    /** A value to read the curves by. */
    public record Reference(String label, double y) {}

    public Curves {
      lines = List.copyOf(lines);
      references = List.copyOf(references);
    }
  }

  /**
   * Estimates under each other, with their intervals.
   *
   * @param id unique in the report, as a section's; names the picture's file
   * @param x what the estimates are, with their unit
   * @param margin of equivalence around 0, in the same unit; null where none is shown
   */
  record Forest(String id, String caption, String x, Double margin, List<Row> rows)
      implements Block {
    /**
     * An estimate.
     *
     * @param low lower end of its interval; null where there is none
     * @param n clusters behind it
     * @param primary whether it is one of the study's primary contrasts
     */
    public record Row(
        String label, double value, Double low, Double high, int n, boolean primary) {}

    public Forest {
      rows = List.copyOf(rows);
    }
  }
}
