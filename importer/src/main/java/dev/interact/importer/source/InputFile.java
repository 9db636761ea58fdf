package dev.interact.importer.source;

import java.nio.file.Path;
import java.util.Locale;

/**
 * A file to import.
 *
 * @param path where it is
 * @param root the folder that was given, or the file's own folder where a file was given
 * @param name its path from the root, with slashes; what the user is told
 */
public record InputFile(Path path, Path root, String name) {

  /** The folder right below the root that it is in; null where it is in the root itself. */
  public String topFolder() {
    int slash = name.indexOf('/');
    return slash < 0 ? null : name.substring(0, slash);
  }

  /** The folder that it is in, from the root; empty for the root itself. */
  public String folder() {
    return name.substring(0, Math.max(0, name.lastIndexOf('/')));
  }

  /** Its name without folders. */
  public String fileName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** Its name without folders and ending. */
  public String stem() {
    String file = fileName();
    int dot = file.lastIndexOf('.');
    return dot <= 0 ? file : file.substring(0, dot);
  }

  /** Its ending in lower case, without the dot; empty if it has none. */
  public String ending() {
    String file = fileName();
    int dot = file.lastIndexOf('.');
    return dot <= 0 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
