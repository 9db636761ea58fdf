package dev.interact.offline.author;

import static java.util.Comparator.comparingDouble;

import dev.interact.offline.text.Chance;
import dev.interact.offline.text.Stems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A quiz that grows item by item. None repeats another's question or one to avoid; as long as there
 * are others, none rests on a sentence or has an answer that another has.
 */
final class Draft {

  private static final double REPEATED = 0.6;

  /** The words of the author's own phrases, which say nothing of the material. */
  private static final Set<String> PHRASES =
      Set.copyOf(
          Stems.of(
              "Which name number year date month day word two belongs in the gap, both gaps, in this"
                  + " order? Who or what is spoken of together, missing here? What comes after, before"));

  private final int options;
  private final Chance chance;
  private final List<WrittenItem> items = new ArrayList<>();
  private final List<Set<String>> asked = new ArrayList<>();
  private final Set<String> used = new HashSet<>();

  Draft(Order order, Chance chance) {
    this.options = order.options();
    this.chance = chance;
    order.avoided().forEach(question -> asked.add(words(question)));
  }

  List<WrittenItem> items() {
    return List.copyOf(items);
  }

  /** Adds so many items, or as many as the ideas yield. */
  void fill(List<Idea> ideas, int number) {
    int full = items.size() + number;
    for (boolean fresh : List.of(true, false)) {
      for (int n = 0; n < ideas.size() && items.size() < full; n++) {
        Idea idea = ideas.get(n);
        if (!repeats(idea) && (!fresh || sources(idea).noneMatch(used::contains))) {
          write(idea).ifPresent(item -> add(idea, item));
        }
      }
    }
  }

  private void add(Idea idea, WrittenItem item) {
    items.add(item);
    asked.add(words(idea.question()));
    sources(idea).forEach(used::add);
  }

  private static Stream<String> sources(Idea idea) {
    return Stream.concat(idea.evidence().stream(), Stream.of(plain(idea.answer())));
  }

  private boolean repeats(Idea idea) {
    Set<String> words = words(idea.question());
    return asked.stream().anyMatch(other -> likeness(words, other) >= REPEATED);
  }

  /** The share that is in both, of all that are in either. */
  private static double likeness(Set<String> one, Set<String> other) {
    long both = one.stream().filter(other::contains).count();
    return (double) both / Math.max(1, one.size() + other.size() - both);
  }

  private static Set<String> words(String question) {
    Set<String> words = new HashSet<>(Stems.of(question));
    words.removeAll(PHRASES);
    return words;
  }

  private Optional<WrittenItem> write(Idea idea) {
    if (plain(idea.question()).contains(plain(idea.answer()))) {
      return Optional.empty();
    }
    List<String> chosen = new ArrayList<>();
    Set<String> plain = new HashSet<>(Set.of(plain(idea.answer())));
    for (String rival : idea.rivals().get()) {
      if (chosen.size() < options - 1 && plain.add(plain(rival))) {
        chosen.add(rival);
      }
    }
    return chosen.size() < options - 1 ? Optional.empty() : Optional.of(item(idea, chosen));
  }

  /** The place of the right option is drawn; the wrong ones are in no order that tells anything. */
  private WrittenItem item(Idea idea, List<String> wrong) {
    List<String> shown =
        new ArrayList<>(
            wrong.stream()
                .sorted(comparingDouble(option -> chance.draw("order", idea.question(), option)))
                .toList());
    int place = (int) (chance.draw("place", idea.question()) * options);
    shown.add(place, idea.answer());
    return new WrittenItem(idea.level(), idea.question(), shown, place, idea.evidence());
  }

  /** Without case, white space and punctuation. */
  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
