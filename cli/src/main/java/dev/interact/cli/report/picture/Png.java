package dev.interact.cli.report.picture;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Turns pictures into PNG, at two pixels for each of SVG's. */
public final class Png {
  private static final int SCALE = 2;

  /** Its limit is meant for pictures of strangers. */
  private static final LoaderContext OF_ANY_SIZE =
      LoaderContext.builder()
          .documentLimits(
              new DocumentLimits(
                  DocumentLimits.DEFAULT_MAX_NESTING_DEPTH,
                  DocumentLimits.DEFAULT_MAX_USE_NESTING_DEPTH,
                  Integer.MAX_VALUE))
          .build();

  private Png() {}

  /** Where this machine cannot draw letters, as where it has no font. */
  public static final class NotDrawable extends Exception {
    NotDrawable(Throwable cause) {
      super("This machine cannot draw letters: " + cause, cause);
    }
  }

  public static byte[] of(Picture picture) throws NotDrawable {
    requireLetters();
    byte[] svg = picture.svg().getBytes(StandardCharsets.UTF_8);
    SVGDocument document = new SVGLoader().load(new ByteArrayInputStream(svg), null, OF_ANY_SIZE);
    float width = document.size().width * SCALE;
    float height = document.size().height * SCALE;
    BufferedImage image =
        new BufferedImage(Math.round(width), Math.round(height), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    document.render((Component) null, graphics, new ViewBox(0, 0, width, height));
    graphics.dispose();
    return encoded(image);
  }

  private static void requireLetters() throws NotDrawable {
    System.setProperty("java.awt.headless", "true");
    try {
      new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics().drawString("n", 0, 0);
    } catch (LinkageError | InternalError | RuntimeException e) {
      // What AWT throws without fonts, or without its native libraries, is not documented.
      throw new NotDrawable(e);
    }
  }

  private static byte[] encoded(BufferedImage image) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
