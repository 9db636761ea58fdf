package dev.interact.importer.format;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Turns, scales and writes images. */
final class Pixels {
  private static final float QUALITY = 0.92f;

  private Pixels() {}

  /**
   * An image turned upright.
   *
   * @param orientation by EXIF: 1 is upright, 2 to 4 are mirrored or upside down, 5 to 8 lie
   */
  static BufferedImage turned(BufferedImage image, int orientation) {
    if (orientation <= 1) {
      return image;
    }
    int w = image.getWidth();
    int h = image.getHeight();
    AffineTransform turn =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
          default -> new AffineTransform(0, -1, 1, 0, 0, w);
        };
    boolean lies = orientation >= 5;
    return drawn(image, turn, lies ? h : w, lies ? w : h);
  }

  /** An image no longer than a side, in steps of a half, each of which sees every pixel. */
  static BufferedImage scaled(BufferedImage image, int longestSide) {
    BufferedImage scaled = image;
    int longest = Math.max(scaled.getWidth(), scaled.getHeight());
    while (longest > longestSide) {
      double factor = Math.max(0.5, (double) longestSide / longest);
      int width = (int) Math.max(1, Math.round(scaled.getWidth() * factor));
      int height = (int) Math.max(1, Math.round(scaled.getHeight() * factor));
      AffineTransform shrink =
          AffineTransform.getScaleInstance(
              (double) width / scaled.getWidth(), (double) height / scaled.getHeight());
      scaled = drawn(scaled, shrink, width, height);
      longest = Math.max(width, height);
    }
    return scaled;
  }

  private static BufferedImage drawn(BufferedImage image, AffineTransform how, int w, int h) {
    boolean clear = image.getColorModel().hasAlpha();
    BufferedImage target =
        new BufferedImage(w, h, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = target.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, how, null);
    graphics.dispose();
    return target;
  }

  /** An image as a file of a format: png or jpg. */
  static byte[] encoded(BufferedImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam how = writer.getDefaultWriteParam();
      if (format.equals("jpg")) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
      }
      writer.write(null, new IIOImage(image, null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
