package dev.interact.offline.author;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Items that ask for what was left out of one sentence, or of two. */
final class Cloze {

  private static final int APART = 2;
  private static final int FAR = 3;
  private static final double PAIR = -1.5;

  private final Reading reading;
  private final Rivals rivals;

  Cloze(Reading reading, Rivals rivals) {
    this.reading = reading;
    this.rivals = rivals;
  }

  Stream<Idea> ideas() {
    List<Gap> gaps =
        IntStream.range(0, reading.size()).boxed().flatMap(this::gaps).filter(Gap::isFair).toList();
    return Stream.of(
            gaps.stream().map(this::single),
            reading.terms().stream().flatMap(this::twice),
            pairs(gaps))
        .flatMap(ideas -> ideas);
  }

  private Stream<Gap> gaps(int at) {
    return reading.terms(at).stream().map(term -> new Gap(reading, at, term));
  }

  private Idea single(Gap gap) {
    return new Idea(
        Level.EASY,
        gap.worth(),
        gap.question(),
        gap.term().text(),
        List.of(gap.sentence()),
        () -> rivals.of(gap.term(), gap.at()));
  }

  /** The same term in two places that follow one another. */
  private Stream<Idea> twice(Term term) {
    List<Gap> gaps =
        reading.places(term).stream()
            .map(at -> new Gap(reading, at, term))
            .filter(Gap::isFair)
            .toList();
    return IntStream.range(1, gaps.size()).mapToObj(n -> twice(gaps.get(n - 1), gaps.get(n)));
  }

  private Idea twice(Gap one, Gap other) {
    return new Idea(
        Level.MEDIUM,
        (one.worth() + other.worth()) / 2,
        "Which %s belongs in both gaps: %s and %s?"
            .formatted(one.term().kind().word(), one.quoted(), other.quoted()),
        one.term().text(),
        List.of(one.sentence(), other.sentence()),
        () -> rivals.of(one.term(), List.of(one.at(), other.at()), any -> true));
  }

  /** Two terms in two places near one another. */
  private Stream<Idea> pairs(List<Gap> gaps) {
    return IntStream.range(0, gaps.size())
        .boxed()
        .flatMap(
            n ->
                gaps.subList(n + 1, gaps.size()).stream()
                    .takeWhile(other -> other.at() <= gaps.get(n).at() + APART)
                    .filter(other -> mayBePaired(gaps.get(n), other))
                    .map(other -> pair(gaps.get(n), other)));
  }

  private static boolean mayBePaired(Gap one, Gap other) {
    return one.at() != other.at()
        && !one.term().resembles(other.term())
        && !one.term().isIn(other.sentence())
        && !other.term().isIn(one.sentence());
  }

  private Idea pair(Gap one, Gap other) {
    return new Idea(
        Level.MEDIUM,
        (one.worth() + other.worth()) / 2 + PAIR,
        "Which two belong in the gaps, in this order: %s and %s?"
            .formatted(one.quoted(), other.quoted()),
        both(one.term().text(), other.term().text()),
        List.of(one.sentence(), other.sentence()),
        () -> crossed(one, other));
  }

  /** Wrong in one place or in both, so that neither part tells which option is right. */
  private List<String> crossed(Gap one, Gap other) {
    List<String> first = withAnswer(one.term(), distant(one, other));
    List<String> second = withAnswer(other.term(), distant(other, one));
    List<String> pairs = new ArrayList<>();
    for (int round = 1; round < Math.min(first.size(), second.size()); round++) {
      for (int n = 0; n < round; n++) {
        pairs.add(both(first.get(n), second.get(round)));
        pairs.add(both(first.get(round), second.get(n)));
      }
      pairs.add(both(first.get(round), second.get(round)));
    }
    pairs.removeIf(pair -> pair.matches("(.+) and \\1"));
    return pairs;
  }

  private List<String> distant(Gap gap, Gap other) {
    return rivals.of(
        gap.term(),
        List.of(gap.at()),
        rival ->
            reading.places(rival).stream()
                .allMatch(at -> Math.abs(at - gap.at()) > FAR && Math.abs(at - other.at()) > FAR));
  }

  private static List<String> withAnswer(Term answer, List<String> wrong) {
    return Stream.concat(Stream.of(answer.text()), wrong.stream()).toList();
  }

  private static String both(String one, String other) {
    return one + " and " + other;
  }
}
