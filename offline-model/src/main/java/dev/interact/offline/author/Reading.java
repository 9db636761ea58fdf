package dev.interact.offline.author;

import dev.interact.offline.text.Passage;
import dev.interact.offline.text.Stems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A text as an author reads it: its sentences, what each speaks of, and where a term stands. */
final class Reading {

  /** Sentences that have so much of another's words may say the same of something else. */
  private static final double ALIKE = 0.5;

  private final Passage passage;
  private final List<List<Term>> terms = new ArrayList<>();
  private final Map<Term, Set<Integer>> places = new LinkedHashMap<>();
  private final Map<String, Integer> times = new HashMap<>();

  Reading(Passage passage) {
    this.passage = passage;
    var mentions = Mentions.knowing(passage.sentences());
    for (int at = 0; at < size(); at++) {
      List<Term> found = mentions.in(sentence(at));
      terms.add(found);
      for (Term term : found) {
        places.computeIfAbsent(term, t -> new TreeSet<>()).add(at);
      }
      times.merge(sentence(at), 1, Integer::sum);
    }
  }

  int size() {
    return passage.sentences().size();
  }

  String sentence(int at) {
    return passage.sentences().get(at);
  }

  /** Whether no other sentence has the same words. */
  boolean isUnique(int at) {
    return times.get(sentence(at)) == 1;
  }

  List<Term> terms(int at) {
    return terms.get(at);
  }

  Set<Term> terms() {
    return places.keySet();
  }

  /** The sentences that mention a term, rising. */
  Set<Integer> places(Term term) {
    return places.getOrDefault(term, Set.of());
  }

  /** How many content words a sentence has beside a term. */
  int substance(int at, Term term) {
    Set<String> stems = new HashSet<>(passage.stems(at));
    Stems.of(term.text()).forEach(stems::remove);
    return stems.size();
  }

  /**
   * Whether the text may say of another term what a sentence says of one: it stands in that
   * sentence, or in one with many of the same words.
   */
  boolean mayFit(Term other, int at, Term term) {
    Set<String> rest = new HashSet<>(passage.stems(at));
    Stems.of(term.text()).forEach(rest::remove);
    return other.isIn(sentence(at))
        || places(other).stream().anyMatch(place -> share(rest, place) >= ALIKE);
  }

  private double share(Set<String> stems, int place) {
    long found = stems.stream().filter(passage.stems(place)::contains).count();
    return (double) found / Math.max(1, stems.size());
  }
}
