package dev.interact.offline.image;

/** The bytes are no image this server reads; the message says why, for the caller to see. */
public final class UndecodableImage extends RuntimeException {

  UndecodableImage(String message) {
    super(message);
  }
}
