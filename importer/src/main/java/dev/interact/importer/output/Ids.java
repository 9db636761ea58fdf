package dev.interact.importer.output;

import dev.interact.contracts.Hash;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Ids of concepts, each once. */
public final class Ids {
  private static final int MOST = 80;

  private final Set<String> taken = new HashSet<>();
  private final Staging staging;

  public Ids(Staging staging) {
    this.staging = staging;
  }

  /** The id that is wanted, with a number if it is taken already; it is taken then. */
  public String take(String wanted) {
    String id = wanted;
    for (int number = 2; !taken.add(id); number++) {
      id = wanted + "-" + number;
    }
    String given = id;
    staging.undo(() -> taken.remove(given));
    return id;
  }

  /** A file's name for an id, which may hold anything; as unique as the id. */
  static String fileName(String id) {
    String slug = slug(id);
    return slug.equals(id) ? slug : slug + "-" + Hash.id("id", id).substring(0, 8);
  }

  /** Gives an id back that was not used. */
  void release(String id) {
    taken.remove(id);
  }

  /** A text as an id: its letters and digits in lower case, with hyphens between. */
  public static String slug(String text) {
    String slug =
        text.toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-")
            .replaceAll("^-+|-+$", "");
    int end = slug.offsetByCodePoints(0, Math.min(MOST, slug.codePointCount(0, slug.length())));
    return slug.isEmpty() ? "concept" : slug.substring(0, end).replaceAll("-+$", "");
  }
}
