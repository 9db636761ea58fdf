package dev.interact.offline.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SceneTest {

  private static final Map<Colour, Color> PAINTS =
      Map.ofEntries(
          Map.entry(Colour.RED, new Color(220, 20, 30)),
          Map.entry(Colour.ORANGE, new Color(255, 140, 0)),
          Map.entry(Colour.YELLOW, new Color(255, 221, 0)),
          Map.entry(Colour.GREEN, new Color(0, 150, 60)),
          Map.entry(Colour.BLUE, new Color(30, 80, 220)),
          Map.entry(Colour.PURPLE, new Color(128, 0, 128)),
          Map.entry(Colour.PINK, new Color(255, 150, 190)),
          Map.entry(Colour.BROWN, new Color(139, 69, 19)),
          Map.entry(Colour.BLACK, Color.BLACK),
          Map.entry(Colour.GRAY, Color.GRAY),
          Map.entry(Colour.WHITE, Color.WHITE));

  static Stream<Arguments> coloursAndShapes() {
    return Stream.of(Colour.values())
        .flatMap(colour -> Stream.of(Shape.values()).map(shape -> Arguments.of(colour, shape)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("coloursAndShapes")
  void every_shape_is_seen_in_every_colour(Colour colour, Shape shape) {
    Color paper = colour == Colour.WHITE ? Color.BLUE : Color.WHITE;

    String scene =
        Scene.describe(png(400, 300, paper, g -> fill(g, shape, PAINTS.get(colour), 210, 150, 50)));

    assertThat(scene.lines())
        .contains(
            "There is one shape in the image.",
            "There is one " + colour.word() + " " + shape.word() + ".",
            "A medium " + colour.word() + " " + shape.word() + " is in the centre.");
  }

  @Test
  void a_scene_is_told_with_counts_sizes_places_and_relations() {
    byte[] image =
        png(
            600,
            600,
            new Color(255, 250, 250),
            g -> {
              fill(g, Shape.CIRCLE, Color.RED, 100, 100, 80);
              fill(g, Shape.CIRCLE, Color.RED, 500, 100, 30);
              fill(g, Shape.SQUARE, Color.BLUE, 140, 420, 130);
            });

    assertThat(Scene.describe(image).lines())
        .containsExactly(
            "The image has a white background.",
            "There are three shapes in the image.",
            "There are two red circles.",
            "There is one blue square.",
            "A medium red circle is in the top left.",
            "A small red circle is in the top right.",
            "A large blue square is in the bottom left.",
            "The medium red circle is to the left of the small red circle.",
            "The medium red circle is above the blue square.",
            "The blue square is the shape nearest to the medium red circle.",
            "The small red circle is to the right of the blue square.",
            "The small red circle is above the blue square.",
            "The medium red circle is the shape nearest to the small red circle.",
            "The medium red circle is the shape nearest to the blue square.");
  }

  @Test
  void a_large_jpeg_is_read_too() {
    byte[] image =
        file(
            "jpg", 2400, 1800, Color.BLACK, g -> fill(g, Shape.STAR, Color.YELLOW, 400, 1500, 250));

    assertThat(Scene.describe(image)).contains("A medium yellow star is in the bottom left.");
  }

  @Test
  void an_empty_image_has_no_shapes() {
    assertThat(Scene.describe(png(8, 8, Color.GREEN, g -> {})).lines())
        .containsExactly("The image has a green background.", "There are no shapes in the image.");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 40, 60})
  void a_damaged_image_is_refused(int kept) {
    byte[] whole = png(100, 100, Color.WHITE, g -> fill(g, Shape.CIRCLE, Color.RED, 50, 50, 20));

    assertThatThrownBy(() -> Scene.describe(Arrays.copyOf(whole, kept)))
        .isInstanceOf(UndecodableImage.class);
  }

  @Test
  void a_decompression_bomb_is_refused_by_its_header() {
    byte[] bomb = png(1, 1, Color.WHITE, g -> {});
    // Width and height of the PNG header, 30,000 each; the checksum is not looked at before them.
    for (int at : new int[] {16, 20}) {
      bomb[at + 2] = 0x75;
      bomb[at + 3] = 0x30;
    }

    assertThatThrownBy(() -> Scene.describe(bomb)).isInstanceOf(UndecodableImage.class);
  }

  private static void fill(Graphics2D g, Shape shape, Color colour, int x, int y, int r) {
    g.setColor(colour);
    g.fill(
        switch (shape) {
          case CIRCLE -> new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
          case ELLIPSE -> new Ellipse2D.Double(x - r, y - r * 0.6, 2 * r, 1.2 * r);
          case SQUARE -> new Rectangle2D.Double(x - r, y - r, 2 * r, 2 * r);
          case RECTANGLE -> new Rectangle2D.Double(x - r, y - r * 0.6, 2 * r, 1.2 * r);
          case DIAMOND -> polygon(x, y, new double[] {r}, 4);
          case TRIANGLE -> polygon(x, y, new double[] {r}, 3);
          case STAR -> polygon(x, y, new double[] {r, r * 0.4}, 10);
        });
  }

  private static Polygon polygon(int x, int y, double[] radii, int corners) {
    Polygon polygon = new Polygon();
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners - Math.PI / 2;
      double radius = radii[i % radii.length];
      polygon.addPoint(
          (int) Math.round(x + radius * Math.cos(angle)),
          (int) Math.round(y + radius * Math.sin(angle)));
    }
    return polygon;
  }

  private static byte[] png(int width, int height, Color paper, Consumer<Graphics2D> paint) {
    return file("png", width, height, paper, paint);
  }

  private static byte[] file(
      String format, int width, int height, Color paper, Consumer<Graphics2D> paint) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(paper);
    g.fillRect(0, 0, width, height);
    paint.accept(g);
    g.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    return bytes.toByteArray();
  }
}
