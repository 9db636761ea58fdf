package dev.interact.offline.author;

import dev.interact.offline.Strength;
import dev.interact.offline.text.Chance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds wrong options for a gap in a text: terms of the same form from the same text, of which the
 * text does not say what it says of the right one. Where there are too few dates or numbers, some
 * that the text has not are made up. The weak author does not look at the form.
 */
final class Rivals {

  private final Strength strength;
  private final Reading reading;
  private final Chance chance;

  Rivals(Strength strength, Reading reading, Chance chance) {
    this.strength = strength;
    this.reading = reading;
    this.chance = chance;
  }

  /**
   * Options that fit none of the gaps, no two alike.
   *
   * @param gaps the sentences that the answer was taken from
   * @param further what else a term must be
   */
  List<String> of(Term answer, List<Integer> gaps, Predicate<Term> further) {
    Stream<Term> found =
        reading.terms().stream()
            .filter(other -> strength == Strength.WEAK || answer.isFormedLike(other))
            .filter(further)
            .filter(other -> gaps.stream().noneMatch(at -> reading.mayFit(other, at, answer)))
            .sorted(Comparator.comparingDouble(other -> distance(answer.text(), other.text())));
    Stream<Term> invented =
        Nearby.of(answer, chance)
            .map(text -> new Term(answer.kind(), text))
            .filter(this::isUnheard);
    return differing(answer, Stream.concat(found, invented).toList());
  }

  List<String> of(Term answer, int gap) {
    return of(answer, List.of(gap), any -> true);
  }

  /** How far a text is from the best rival of an answer: by length and, for both alike, chance. */
  double distance(String answer, String other) {
    double draw = chance.draw("rival", answer, other);
    return switch (strength) {
      case FULL -> Math.abs(Math.log((double) answer.length() / other.length())) + draw;
      case WEAK -> draw;
    };
  }

  private boolean isUnheard(Term term) {
    return IntStream.range(0, reading.size()).noneMatch(at -> term.isIn(reading.sentence(at)));
  }

  private static List<String> differing(Term answer, List<Term> terms) {
    List<Term> kept = new ArrayList<>(List.of(answer));
    for (Term term : terms) {
      if (kept.stream().noneMatch(term::resembles)) {
        kept.add(term);
      }
    }
    return kept.stream().skip(1).map(Term::text).toList();
  }
}
