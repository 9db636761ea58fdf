package dev.interact.registry;

/** A registry that cannot be used; the message is a sentence for the person who wrote the file. */
public final class RegistryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RegistryException(String message) {
    super(message);
  }
}
