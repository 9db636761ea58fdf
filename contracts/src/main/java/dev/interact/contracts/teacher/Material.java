package dev.interact.contracts.teacher;

import java.util.Base64;

/**
 * The context of a concept, for the teacher's eyes: a text or an image.
 *
 * @param text the whole text, or null
 * @param mediaType of the image ({@code image/png}, {@code image/jpeg}), or null
 * @param image the image's bytes, or null
 */
public record Material(String text, String mediaType, byte[] image) {
  public Material {
    if ((text == null) == (image == null)) {
      throw new IllegalArgumentException("a context is either a text or an image");
    }
    if (image != null && mediaType == null) {
      throw new IllegalArgumentException("an image needs its media type");
    }
  }

  /** A text. */
  public static Material of(String text) {
    return new Material(text, null, null);
  }

  /** The image in base64, as chat APIs take it. */
  public String imageBase64() {
    return Base64.getEncoder().encodeToString(image);
  }
}
