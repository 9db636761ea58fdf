package dev.interact.importer.format;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import dev.interact.importer.ImportOptions.Limits;
import dev.interact.importer.Notes;
import dev.interact.importer.Refused;
import dev.interact.importer.source.Magic;
import dev.interact.study.file.ConceptSize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * An image as models get it: upright, and no larger than wanted.
 *
 * @param bytes of a PNG or JPEG
 * @param ending of its file's name
 */
public record Image(byte[] bytes, String ending) {
  /** An image grows by a third in a message, and the concept has other fields. */
  private static final int MAX_BYTES = ConceptSize.MAX_BYTES / 4 * 3 - (1 << 16);

  /**
   * Checks an image, turns it as its EXIF data say and scales it down. One that needs neither is
   * kept byte for byte.
   *
   * @throws Refused if it is no PNG or JPEG, damaged, or has too many pixels
   */
  public static Image of(byte[] bytes, Limits limits, Notes notes) {
    Magic magic = Magic.of(bytes).orElse(null);
    if (magic != Magic.PNG && magic != Magic.JPEG) {
      throw new Refused("is neither a PNG nor a JPEG image");
    }
    String ending = magic == Magic.PNG ? "png" : "jpg";
    int orientation = magic == Magic.JPEG ? orientation(bytes) : 1;
    Decoded decoded = decode(bytes, limits);
    if (orientation <= 1 && decoded.isWhole(limits) && bytes.length <= MAX_BYTES) {
      return new Image(bytes, ending);
    }
    BufferedImage upright = Pixels.turned(decoded.image(), orientation);
    if (orientation > 1) {
      notes.count("images that were turned upright, as their EXIF data say", 1);
    }
    return written(upright, ending, limits, notes);
  }

  private static Image written(BufferedImage upright, String ending, Limits limits, Notes notes) {
    int side = limits.longestSide();
    BufferedImage scaled = Pixels.scaled(upright, side);
    byte[] encoded = Pixels.encoded(scaled, ending);
    while (encoded.length > MAX_BYTES) {
      side = side * 3 / 4;
      scaled = Pixels.scaled(upright, side);
      encoded = Pixels.encoded(scaled, ending);
    }
    if (Math.max(upright.getWidth(), upright.getHeight()) > side) {
      notes.count("images that were scaled down to a longest side of %d pixels".formatted(side), 1);
    }
    return new Image(encoded, ending);
  }

  /** By EXIF, 1 (upright) to 8. */
  private static int orientation(byte[] bytes) {
    try {
      ExifIFD0Directory exif =
          JpegMetadataReader.readMetadata(
                  new ByteArrayInputStream(bytes), List.of(new ExifReader()))
              .getFirstDirectoryOfType(ExifIFD0Directory.class);
      boolean has = exif != null && exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION);
      int value = has ? exif.getInt(ExifIFD0Directory.TAG_ORIENTATION) : 1;
      return value >= 1 && value <= 8 ? value : 1;
    } catch (JpegProcessingException | MetadataException | IOException e) {
      return 1;
    }
  }

  /** A decoded image, and its size before it was thinned out. */
  private record Decoded(BufferedImage image, int width, int height) {
    boolean isWhole(Limits limits) {
      return Math.max(width, height) <= limits.longestSide();
    }
  }

  private static Decoded decode(byte[] bytes, Limits limits) {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new Refused("is an image that cannot be decoded");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return decode(reader, limits);
      } finally {
        reader.dispose();
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new Refused("is an image that cannot be decoded; it may be damaged or cut off");
    }
  }

  private static Decoded decode(ImageReader reader, Limits limits) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if ((long) width * height > limits.pixels()) {
      throw new Refused(
          "is an image of %,d x %,d pixels; %,d pixels are allowed"
              .formatted(width, height, limits.pixels()));
    }
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    ImageReadParam thinned = reader.getDefaultReadParam();
    int step = Math.max(1, Math.max(width, height) / (2 * limits.longestSide()));
    thinned.setSourceSubsampling(step, step, 0, 0);
    BufferedImage image = reader.read(0, thinned);
    if (warnings.stream().anyMatch(warning -> warning.matches("(?i).*(premature|truncat).*"))) {
      throw new Refused("is an image that is cut off");
    }
    return new Decoded(image, width, height);
  }
}
