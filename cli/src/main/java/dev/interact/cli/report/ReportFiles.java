package dev.interact.cli.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Report;
import dev.interact.cli.report.picture.Picture;
import dev.interact.cli.report.picture.Png;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a report: {@code report.html}, {@code report.md}, {@code analysis.json}, and each
 * chart in {@code plots/} as SVG and PNG. The same report makes the same files.
 */
public final class ReportFiles {
  private static final String PLOTS = "plots";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .configure(EnumFeature.WRITE_ENUMS_TO_LOWERCASE, true)
          .build();

  private ReportFiles() {}

  /**
   * Writes the files, in place of earlier ones.
   *
   * @param folder is made if it is not there
   * @return warnings for people: what could not be made, and why
   * @throws IllegalArgumentException if ids are not unique, or not lower case, digits and hyphens
   */
  public static List<String> write(Report report, Path folder) throws IOException {
    Ids.check(report);
    Files.createDirectories(folder.resolve(PLOTS));
    Files.writeString(folder.resolve("report.html"), HtmlReport.of(report));
    Files.writeString(folder.resolve("report.md"), MarkdownReport.of(report));
    Files.writeString(folder.resolve("analysis.json"), json(report));
    List<Picture> pictures = pictures(report);
    for (Picture picture : pictures) {
      Files.writeString(folder.resolve(svg(picture.id())), picture.svg());
    }
    return writePngs(pictures, folder);
  }

  /** Where a chart is, from the folder. */
  static String svg(String id) {
    return PLOTS + "/" + id + ".svg";
  }

  private static List<String> writePngs(List<Picture> pictures, Path folder) throws IOException {
    try {
      for (Picture picture : pictures) {
        Files.write(folder.resolve(PLOTS).resolve(picture.id() + ".png"), Png.of(picture));
      }
      return List.of();
    } catch (Png.NotDrawable e) {
      return List.of(
          "The plots are there as SVG only: %s. Install a font (such as the package fonts-dejavu-core) and write the report again for PNG."
              .formatted(e.getMessage()));
    }
  }

  /** A report as {@code analysis.json} has it. */
  public static String json(Report report) {
    try {
      return JSON.writer(new DefaultPrettyPrinter()).writeValueAsString(report) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a report cannot be written as JSON", e);
    }
  }

  private static List<Picture> pictures(Report report) {
    return report.sections().stream()
        .flatMap(section -> section.blocks().stream())
        .flatMap(ReportFiles::picture)
        .toList();
  }

  private static Stream<Picture> picture(Block block) {
    return switch (block) {
      case Block.Curves curves -> Stream.of(Picture.of(curves));
      case Block.Forest forest -> Stream.of(Picture.of(forest));
      case Block.Text text -> Stream.of();
      case Block.Notice notice -> Stream.of();
      case Block.Listing listing -> Stream.of();
      case Block.Table table -> Stream.of();
    };
  }
}
