package dev.interact.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.importer.ImportOptions.Limits;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageTest {
  private static final BufferedImage UPRIGHT = Images.marked(90, 60);

  @TempDir private Path folder;

  private BufferedImage imported(String name, byte[] bytes) {
    Material material = new Material(folder).with("images/" + name, bytes).imported();
    return Images.read(material.concept("x").image().bytes());
  }

  /** The image as a camera that was held so stores it: what each orientation undoes. */
  private static BufferedImage stored(int orientation) {
    return switch (orientation) {
      case 2 -> moved(new AffineTransform(-1, 0, 0, 1, 90, 0), 90, 60);
      case 3 -> moved(new AffineTransform(-1, 0, 0, -1, 90, 60), 90, 60);
      case 4 -> moved(new AffineTransform(1, 0, 0, -1, 0, 60), 90, 60);
      case 5 -> moved(new AffineTransform(0, 1, 1, 0, 0, 0), 60, 90);
      case 6 -> moved(new AffineTransform(0, -1, 1, 0, 0, 90), 60, 90);
      case 7 -> moved(new AffineTransform(0, -1, -1, 0, 60, 90), 60, 90);
      case 8 -> moved(new AffineTransform(0, 1, -1, 0, 60, 0), 60, 90);
      default -> UPRIGHT;
    };
  }

  private static BufferedImage moved(AffineTransform how, int width, int height) {
    BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    return new AffineTransformOp(how, AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
        .filter(UPRIGHT, target);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void every_orientation_comes_upright(int orientation) {
    byte[] jpeg = Images.withOrientation(Images.file(stored(orientation), "jpg"), orientation);

    BufferedImage image = imported("x.jpg", jpeg);

    assertThat(image.getWidth()).isEqualTo(90);
    assertThat(image.getHeight()).isEqualTo(60);
    assertThat(isNear(image.getRGB(8, 8), Color.RED)).isTrue();
    assertThat(isNear(image.getRGB(81, 8), Color.BLUE)).isTrue();
    assertThat(isNear(image.getRGB(8, 52), Color.WHITE)).isTrue();
  }

  private static boolean isNear(int rgb, Color colour) {
    Color is = new Color(rgb);
    return Math.abs(is.getRed() - colour.getRed())
            + Math.abs(is.getGreen() - colour.getGreen())
            + Math.abs(is.getBlue() - colour.getBlue())
        < 90;
  }

  @Test
  void an_upright_image_of_a_fair_size_is_kept_byte_for_byte() {
    byte[] png = Images.file(UPRIGHT, "png");

    Material material = new Material(folder).with("images/x.png", png).imported();

    assertThat(material.concept("x").image().bytes()).isEqualTo(png);
    assertThat(material.report("images/x.png").notes()).isEmpty();
  }

  @Test
  void a_large_image_is_scaled_down_to_the_longest_side() {
    byte[] png = Images.file(Images.marked(3000, 1000), "png");

    Material material =
        new Material(folder)
            .with("images/x.png", png)
            .imported(options -> options.with(new Limits(1 << 26, 10_000_000, 600)));

    BufferedImage image = Images.read(material.concept("x").image().bytes());
    assertThat(image.getWidth()).isEqualTo(600);
    assertThat(image.getHeight()).isEqualTo(200);
    assertThat(isNear(image.getRGB(20, 20), Color.RED)).isTrue();
    assertThat(material.report("images/x.png").notes())
        .containsExactly("images that were scaled down to a longest side of 600 pixels: 1");
  }

  @Test
  void an_image_that_no_message_holds_is_made_smaller_until_one_does() {
    BufferedImage noise = new BufferedImage(2048, 2048, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(11);
    noise.setRGB(0, 0, 2048, 2048, random.ints(2048 * 2048).toArray(), 0, 2048);

    BufferedImage image = imported("x.png", Images.file(noise, "png"));

    assertThat(image.getWidth()).isLessThan(2048).isEqualTo(image.getHeight());
  }

  @Test
  void an_image_is_told_by_its_bytes_and_not_by_its_name() {
    Material material =
        new Material(folder).with("images/x.png", Images.file(UPRIGHT, "jpg")).imported();

    assertThat(material.concept("x").image().mediaType()).isEqualTo("image/jpeg");
  }
}
