package dev.interact.offline.lesson;

import dev.interact.offline.Strength;
import dev.interact.offline.text.Memory;
import dev.interact.offline.text.Passage;
import dev.interact.offline.text.Prose;
import dev.interact.offline.text.SentenceIndex.Hit;
import dev.interact.offline.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a lesson from the sentences most central to the text: those nearest its centroid (BM25
 * against the text's most frequent stems), each discounted by what the chosen ones already say
 * (maximal marginal relevance, Carbonell and Goldstein 1998), in text order.
 */
public final class LessonWriter {

  static final String NOTHING_TO_TEACH = "I have no material to write a lesson from.";

  private static final int CENTROID_STEMS = 50;

  private final Memory<Passage> library;
  private final Strength strength;

  public LessonWriter(Memory<Passage> library, Strength strength) {
    this.library = library;
    this.strength = strength;
  }

  /**
   * At least one sentence, otherwise at most the model's share of the context and {@code
   * maxTokens}.
   */
  public String write(String context, int maxTokens) {
    Passage passage = library.of(context);
    if (passage.isEmpty()) {
      return NOTHING_TO_TEACH;
    }
    int budget = (int) Math.min(maxTokens, Tokens.count(context) * strength.lessonShare());
    List<Integer> chosen = choose(passage, budget);
    return Prose.of(chosen.stream().sorted().map(passage.sentences()::get).toList());
  }

  private static List<Integer> choose(Passage passage, int budget) {
    List<Hit> candidates = new ArrayList<>(passage.index().search(centroid(passage)));
    if (candidates.isEmpty()) {
      return List.of(0);
    }
    List<Integer> chosen = new ArrayList<>();
    Set<String> said = new HashSet<>();
    int left = budget;
    while (!candidates.isEmpty()) {
      Hit next =
          candidates.stream()
              .max(Comparator.comparingDouble(hit -> worth(passage, hit, said)))
              .get();
      candidates.remove(next);
      int length = Tokens.count(passage.sentences().get(next.sentence()));
      if (length <= left || chosen.isEmpty()) {
        chosen.add(next.sentence());
        said.addAll(passage.stems(next.sentence()));
        left -= length;
      }
    }
    return chosen;
  }

  private static Map<String, Double> centroid(Passage passage) {
    return passage.vocabulary().stream()
        .sorted(
            Comparator.<String>comparingInt(stem -> -passage.occurrences(stem).size())
                .thenComparing(Comparator.naturalOrder()))
        .limit(CENTROID_STEMS)
        .collect(Collectors.toMap(stem -> stem, stem -> (double) passage.occurrences(stem).size()));
  }

  private static double worth(Passage passage, Hit hit, Set<String> said) {
    Set<String> stems = passage.stems(hit.sentence());
    long known = stems.stream().filter(said::contains).count();
    return hit.score() * (1 - 0.5 * known / Math.max(1, stems.size()));
  }
}
