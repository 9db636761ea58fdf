package dev.interact.offline.author;

import static java.util.Comparator.comparingDouble;

import dev.interact.offline.text.TermKind;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Items whose answer stands in no sentence alone: what is said together with somebody who must be
 * found out first, and what comes between two things.
 */
final class Inference {

  /** What is linked stands so near, and what is not stands farther off. */
  private static final int REACH = 3;

  private static final double BETWEEN = 0.2;
  private static final int SHORTEST = 15;
  private static final int LONGEST = 140;

  private final Reading reading;
  private final Rivals rivals;

  Inference(Reading reading, Rivals rivals) {
    this.reading = reading;
    this.rivals = rivals;
  }

  Stream<Idea> ideas() {
    return Stream.concat(
        reading.terms().stream().flatMap(this::linked),
        IntStream.range(1, reading.size() - 1).filter(this::isFairBetween).mapToObj(this::between));
  }

  /** Numbers are seldom the same thing in two places. */
  private Stream<Idea> linked(Term link) {
    if (link.kind() != TermKind.NAME && link.kind() != TermKind.WORD) {
      return Stream.empty();
    }
    Set<Integer> places = reading.places(link);
    return places.stream()
        .map(at -> new Gap(reading, at, link))
        .filter(Gap::isFair)
        .flatMap(
            gap ->
                places.stream()
                    .filter(at -> at != gap.at() && Math.abs(at - gap.at()) <= REACH)
                    .flatMap(at -> linked(gap, at)));
  }

  private Stream<Idea> linked(Gap gap, int at) {
    return reading.terms(at).stream()
        .filter(term -> !term.isIn(gap.sentence()) && !term.resembles(gap.term()))
        .map(term -> linked(gap, at, term));
  }

  private Idea linked(Gap gap, int at, Term term) {
    Gap other = new Gap(reading, at, term);
    return new Idea(
        Level.HARD,
        (gap.worth() + other.worth()) / 2,
        "Which %s is spoken of together with the %s that is missing here: %s?"
            .formatted(term.kind().word(), gap.term().kind().word(), gap.quoted()),
        term.text(),
        List.of(gap.sentence(), reading.sentence(at)),
        () -> unlinked(gap, at, term));
  }

  /** Not where the link is named, and not next to it, where it may be meant without a name. */
  private List<String> unlinked(Gap gap, int at, Term term) {
    Set<Integer> near =
        reading.terms().stream()
            .filter(gap.term()::resembles)
            .flatMap(named -> reading.places(named).stream())
            .flatMap(place -> IntStream.rangeClosed(place - 1, place + 1).boxed())
            .collect(Collectors.toCollection(HashSet::new));
    IntStream.rangeClosed(gap.at() - REACH, gap.at() + REACH).forEach(near::add);
    return rivals.of(term, List.of(at), other -> Collections.disjoint(near, reading.places(other)));
  }

  private boolean isFairBetween(int at) {
    return IntStream.rangeClosed(at - 1, at + 1).allMatch(this::isQuotable)
        && !reading.sentence(at - 1).equals(reading.sentence(at + 1));
  }

  private boolean isQuotable(int at) {
    int length = reading.sentence(at).length();
    return reading.isUnique(at) && length >= SHORTEST && length <= LONGEST;
  }

  private Idea between(int at) {
    String before = reading.sentence(at - 1);
    String after = reading.sentence(at + 1);
    return new Idea(
        Level.HARD,
        BETWEEN,
        "What comes after “%s” and before “%s”?".formatted(before, after),
        reading.sentence(at),
        List.of(before, reading.sentence(at), after),
        () -> elsewhere(at));
  }

  private List<String> elsewhere(int at) {
    return IntStream.range(0, reading.size())
        .filter(other -> Math.abs(other - at) > REACH && isQuotable(other))
        .mapToObj(reading::sentence)
        .sorted(comparingDouble(other -> rivals.distance(reading.sentence(at), other)))
        .toList();
  }
}
