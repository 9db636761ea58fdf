package dev.interact.offline.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * An image reduced to named colours, row by row. A pixel whose neighbours mostly have another
 * colour (an edge blurred by anti-aliasing) has none, which is null.
 */
record Raster(int width, int height, Colour[] pixels) {

  private static final long LARGEST = 50_000_000;
  private static final int WORKING_SIDE = 320;
  private static final int NEIGHBOURS_NEEDED = 5;

  /**
   * Reads a PNG or JPEG. Large images are thinned out while they are read; the header is checked
   * first, so that a small file cannot claim all memory.
   */
  static Raster decode(byte[] bytes) {
    try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      var readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        throw new UndecodableImage("The image is neither a PNG nor a JPEG.");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(input, true, true);
        return of(read(reader));
      } finally {
        reader.dispose();
      }
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException damaged) {
      throw new UndecodableImage("The image is damaged and cannot be decoded.");
    }
  }

  private static BufferedImage read(ImageReader reader) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if ((long) width * height > LARGEST) {
      throw new UndecodableImage("The image has more than " + LARGEST + " pixels.");
    }
    ImageReadParam parameters = reader.getDefaultReadParam();
    int step = Math.max(1, Math.ceilDiv(Math.max(width, height), WORKING_SIDE));
    parameters.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, parameters);
  }

  static Raster of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    Colour[] named =
        Arrays.stream(image.getRGB(0, 0, width, height, null, 0, width))
            .mapToObj(Colour::of)
            .toArray(Colour[]::new);
    Raster raw = new Raster(width, height, named);
    Colour[] solid = new Colour[named.length];
    for (int i = 0; i < named.length; i++) {
      solid[i] = raw.isSolid(i % width, i / width) ? named[i] : null;
    }
    return new Raster(width, height, solid);
  }

  Colour at(int x, int y) {
    boolean inside = x >= 0 && y >= 0 && x < width && y < height;
    return inside ? pixels[y * width + x] : null;
  }

  /** The most frequent colour along the border. */
  Colour background() {
    Map<Colour, Integer> counts = new EnumMap<>(Colour.class);
    for (int x = 0; x < width; x++) {
      count(at(x, 0), counts);
      count(at(x, height - 1), counts);
    }
    for (int y = 0; y < height; y++) {
      count(at(0, y), counts);
      count(at(width - 1, y), counts);
    }
    return counts.entrySet().stream()
        .max(Comparator.comparingInt(Map.Entry::getValue))
        .map(Map.Entry::getKey)
        .orElse(Colour.WHITE);
  }

  private static void count(Colour colour, Map<Colour, Integer> counts) {
    if (colour != null) {
      counts.merge(colour, 1, Integer::sum);
    }
  }

  /** Beyond the border the image counts as going on. */
  private boolean isSolid(int x, int y) {
    Colour own = at(x, y);
    int same = 0;
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        Colour other = at(x + dx, y + dy);
        same += other == own || other == null ? 1 : 0;
      }
    }
    return same >= NEIGHBOURS_NEEDED;
  }
}
