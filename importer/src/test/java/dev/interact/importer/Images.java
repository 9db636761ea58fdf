package dev.interact.importer;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Images that tests make. */
final class Images {
  private Images() {}

  /** White, with a red square in its upper left corner and a blue one in its upper right. */
  static BufferedImage marked(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    int side = Math.min(width, height) / 3;
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, side, side);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(width - side, 0, side, side);
    graphics.dispose();
    return image;
  }

  static byte[] file(BufferedImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  static BufferedImage read(byte[] bytes) {
    try {
      return ImageIO.read(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A JPEG whose EXIF data say how it lies. */
  static byte[] withOrientation(byte[] jpeg, int orientation) {
    byte[] exif = {
      (byte) 0xFF,
      (byte) 0xE1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      0x01,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0
    };
    return ByteBuffer.allocate(jpeg.length + exif.length)
        .put(jpeg, 0, 2)
        .put(exif)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  /** A PNG whose header says that it has more pixels than its data. */
  static byte[] claiming(int width, int height) {
    byte[] png = file(marked(30, 30), "png");
    ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
    CRC32 sum = new CRC32();
    sum.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
    return png;
  }
}
