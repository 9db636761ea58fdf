package dev.interact.importer.duplicate;

import dev.interact.contracts.Hash;
import dev.interact.importer.output.Staging;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Finds texts and images that are there already, or nearly so. */
public final class Duplicates {
  /** The Jaccard index from which two texts are near duplicates. */
  public static final double NEAR = 0.9;

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  private final Map<String, String> same = new HashMap<>();
  private final Map<Long, List<String>> bands = new HashMap<>();
  private final Function<String, String> texts;
  private final Staging staging;

  /**
   * A concept that another is a duplicate of.
   *
   * @param likeness 1 for the same, otherwise the Jaccard index
   */
  public record Match(String id, double likeness) {
    /** As it is told: "is the same as x". */
    public String told() {
      return likeness == 1
          ? "is the same as '%s'".formatted(id)
          : String.format(Locale.ROOT, "is nearly the same as '%s' (%.0f %%)", id, 100 * likeness);
    }
  }

  /**
   * @param texts gives the text of an id that was added
   */
  public Duplicates(Function<String, String> texts, Staging staging) {
    this.texts = texts;
    this.staging = staging;
  }

  /** Finds what a text is a duplicate of; otherwise adds it under its id. */
  public Optional<Match> matchOrAdd(String text, String id) {
    String print =
        Hash.id(
            "text", bytes(SPACE.matcher(text.strip()).replaceAll(" ").toLowerCase(Locale.ROOT)));
    if (same.containsKey(print)) {
      return Optional.of(new Match(same.get(print), 1));
    }
    Shingles shingles = Shingles.of(text);
    long[] own = shingles.bands();
    Optional<Match> near = near(shingles, own);
    if (near.isEmpty()) {
      put(print, id);
      for (long band : own) {
        bands.computeIfAbsent(band, key -> new ArrayList<>(1)).add(id);
        staging.undo(() -> bands.get(band).remove(id));
      }
    }
    return near;
  }

  /** Finds what an image is the same as; otherwise adds it under its id. */
  public Optional<Match> matchOrAdd(byte[] image, String id) {
    String print = Hash.id("image", image);
    if (same.containsKey(print)) {
      return Optional.of(new Match(same.get(print), 1));
    }
    put(print, id);
    return Optional.empty();
  }

  private void put(String print, String id) {
    same.put(print, id);
    staging.undo(() -> same.remove(print));
  }

  private Optional<Match> near(Shingles shingles, long[] own) {
    Set<String> candidates = new LinkedHashSet<>();
    for (long band : own) {
      candidates.addAll(bands.getOrDefault(band, List.of()));
    }
    return candidates.stream()
        .map(id -> new Match(id, shingles.jaccard(Shingles.of(texts.apply(id)))))
        .filter(match -> match.likeness() >= NEAR)
        .findFirst();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
