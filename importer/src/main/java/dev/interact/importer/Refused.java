package dev.interact.importer;

/** A file cannot be imported. The message goes on from the file's name: "is empty". */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Refused(String message) {
    super(message);
  }

  /** The same, of a part of the file: "row 3: is empty". */
  public Refused at(String place) {
    return place == null ? this : new Refused(place + ": " + getMessage());
  }
}
