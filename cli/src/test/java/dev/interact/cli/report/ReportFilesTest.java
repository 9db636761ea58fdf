package dev.interact.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Report;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Leaves {@code target/sample-report}, to be looked at. */
class ReportFilesTest {
  private static final Path FOLDER = Path.of("target", "sample-report");
  private static final int CHARTS = 9;

  private static String html;
  private static String markdown;

  @TempDir Path folder;

  @BeforeAll
  static void write() throws Exception {
    clear();
    assertThat(ReportFiles.write(Samples.whole(), FOLDER)).isEmpty();
    html = Files.readString(FOLDER.resolve("report.html"));
    markdown = Files.readString(FOLDER.resolve("report.md"));
  }

  private static void clear() throws IOException {
    if (Files.exists(FOLDER)) {
      try (Stream<Path> files = Files.walk(FOLDER)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static List<Path> plots(String ending) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve("plots"))) {
      List<Path> plots = files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
      assertThat(plots).hasSize(CHARTS);
      return plots;
    }
  }

  static List<Path> pictures() throws IOException {
    return plots(".svg");
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void every_picture_is_well_formed_and_tells_what_it_shows(Path file) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Element svg = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
    assertThat(svg.getLocalName()).isEqualTo("svg");
    assertThat(svg.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
    assertThat(svg.getAttribute("role")).isEqualTo("img");
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).isNotBlank();
    assertThat(Files.readString(file)).doesNotContain("NaN", "Infinity", "null");
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void every_picture_is_there_as_png_of_twice_the_size(Path file) throws Exception {
    String svg = Files.readString(file);
    Path png = Path.of(file.toString().replace(".svg", ".png"));
    BufferedImage image = ImageIO.read(png.toFile());
    assertThat(image.getWidth()).isEqualTo(Math.round(2 * attribute(svg, "width")));
    assertThat(image.getHeight()).isEqualTo(Math.round(2 * attribute(svg, "height")));
    assertThat(image.getRGB(0, image.getHeight() - 1)).isEqualTo(0xFFFFFFFF);
    assertThat(colours(image)).isGreaterThan(10);
  }

  private static double attribute(String svg, String name) {
    MatchResult found =
        Pattern.compile("<svg [^>]*" + name + "='([0-9.]+)'")
            .matcher(svg)
            .results()
            .findFirst()
            .get();
    return Double.parseDouble(found.group(1));
  }

  private static long colours(BufferedImage image) {
    int width = image.getWidth();
    return Arrays.stream(image.getRGB(0, 0, width, image.getHeight(), null, 0, width))
        .distinct()
        .count();
  }

  @Test
  void every_block_is_in_the_page_and_in_the_markdown() {
    List<String> captions = captions(Samples.whole());
    assertThat(captions).hasSize(15);
    assertThat(html).contains(captions);
    assertThat(markdown).contains(captions);
    assertThat(html.split("<svg ", -1)).hasSize(CHARTS + 1);
    assertThat(markdown.split("!\\[", -1)).hasSize(CHARTS + 1);
  }

  private static List<String> captions(Report report) {
    return report.sections().stream()
        .flatMap(section -> section.blocks().stream())
        .map(
            block ->
                switch (block) {
                  case Block.Text text -> text.text();
                  case Block.Notice notice -> notice.text();
                  case Block.Listing listing -> listing.caption();
                  case Block.Table table -> table.caption();
                  case Block.Curves curves -> curves.caption();
                  case Block.Forest forest -> forest.caption();
                })
        .toList();
  }

  @Test
  void the_page_loads_nothing_and_runs_nothing() {
    List<String> references =
        Pattern.compile("\\s(?:src|href|srcset|action|data)\\s*=\\s*[\"']([^\"']*)")
            .matcher(html)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(references).contains("#rq1").allMatch(r -> r.startsWith("#") || r.equals("data:,"));
    assertThat(html).contains("default-src 'none'").doesNotContain("<script", "url(", "@import");
  }

  @Test
  void links_lead_to_what_is_there_and_ids_are_unique() {
    List<String> ids = all("\\sid=[\"']([^\"']+)", html);
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids).containsAll(all("href=\"#([^\"]+)", html));
    for (String labels : all("aria-labelledby=[\"']([^\"']+)", html)) {
      assertThat(ids).contains(labels.split(" "));
    }
  }

  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1)).toList();
  }

  @Test
  void texts_are_shown_as_they_are() {
    assertThat(html)
        .doesNotContain("<b>", "<all>")
        .contains("Paper studies &lt;all&gt; &amp; more");
    assertThat(markdown)
        .contains("lesson \\<b>\\&amp; \"quotes\" 'n' \\`ticks\\` \\| \\*stars\\* \\</script>")
        .contains("\n````\nname: rq1\n");
    assertThat(html).contains(Samples.CJK);
  }

  @Test
  void banners_say_what_the_figures_are_worth() throws Exception {
    assertThat(html).contains("Nothing here is a finding.", "Partial:");
    assertThat(markdown).contains("Nothing here is a finding.", "Partial:");
    ReportFiles.write(Samples.of(), folder);
    assertThat(folder.resolve("report.html"))
        .content()
        .doesNotContain("class=\"banner\"")
        .contains("There is nothing to report here.");
  }

  @Test
  void the_json_holds_the_whole_report() throws Exception {
    JsonMapper mapper =
        JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();
    Path file = FOLDER.resolve("analysis.json");
    assertThat(mapper.readValue(file.toFile(), Report.class)).isEqualTo(Samples.whole());
    assertThat(file).content().contains("\"standing\" : \"partial\"", "\"type\" : \"curves\"");
  }

  @Test
  void the_same_report_makes_the_same_bytes() throws Exception {
    ReportFiles.write(Samples.whole(), folder);
    assertThat(contents(folder)).hasSize(3 + 2 * CHARTS).isEqualTo(contents(FOLDER));
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> contents.put(folder.relativize(file).toString(), bytes(file)));
    }
    return contents;
  }

  private static String bytes(Path file) {
    try {
      return HexFormat.of().formatHex(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../up", "A", "a--b", "", "s", "provenance"})
  void an_id_that_is_none_or_taken_is_refused(String id) {
    Block table = new Block.Table(id, "", List.of(), List.of(), List.of());
    assertThatThrownBy(() -> ReportFiles.write(Samples.of(table), folder))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(folder).isEmptyDirectory();
  }
}
