package dev.interact.offline.author;

import static java.util.Comparator.comparingDouble;

import dev.interact.offline.Strength;
import dev.interact.offline.author.SceneFacts.Relation;
import dev.interact.offline.author.SceneFacts.Seen;
import dev.interact.offline.text.Chance;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Items on what is seen in an image: its background, how many there are of what, where, and how the
 * shapes lie to one another. The weak author's wrong options may be of another kind.
 */
final class Sights {

  private static final double PLAIN = 1;

  private final Strength strength;
  private final Chance chance;
  private final SceneFacts facts;

  Sights(String scene, Strength strength, Chance chance) {
    this.strength = strength;
    this.chance = chance;
    this.facts = SceneFacts.of(scene);
  }

  Stream<Idea> ideas() {
    return Stream.of(
            background(), counts(), things(), places(), looks(), relations(), nearest(), more())
        .flatMap(ideas -> ideas);
  }

  private Stream<Idea> background() {
    return facts.background().stream()
        .map(s -> easy("What colour is the background?", s.value(), SceneFacts.COLOURS, s));
  }

  private Stream<Idea> counts() {
    return facts.counts().stream()
        .map(s -> easy("How many " + s.what() + "s are there?", s.value(), SceneFacts.NUMBERS, s));
  }

  /** What is in a place that nothing else is in. */
  private Stream<Idea> things() {
    Set<String> things = new LinkedHashSet<>();
    facts.places().forEach(seen -> things.add(seen.what()));
    return onlyOnes(Seen::value)
        .map(s -> easy("What is in the " + s.value() + "?", s.what(), things, s));
  }

  /** Where a thing is that there is one of. */
  private Stream<Idea> places() {
    return onlyOnes(Seen::what)
        .map(s -> easy("Where is the " + s.what() + "?", s.value(), SceneFacts.PLACES, s));
  }

  /** Colour and shape of what is in a place that nothing else is in. */
  private Stream<Idea> looks() {
    return onlyOnes(Seen::value)
        .flatMap(
            placed ->
                facts.counts().stream()
                    .filter(seen -> placed.what().endsWith(" " + seen.what()))
                    .flatMap(seen -> looks(placed, seen)));
  }

  private Stream<Idea> looks(Seen placed, Seen seen) {
    String in = " in the " + placed.value() + "?";
    List<String> said = List.of(placed.said(), seen.said());
    String[] words = seen.what().split(" ");
    return Stream.of(
        idea(Level.MEDIUM, "What colour is the shape" + in, words[0], SceneFacts.COLOURS, said),
        idea(Level.MEDIUM, "Which shape is" + in, words[1], SceneFacts.SHAPES, said));
  }

  private Stream<Seen> onlyOnes(Function<Seen, String> side) {
    return facts.places().stream()
        .filter(
            seen ->
                facts.places().stream().map(side).filter(side.apply(seen)::equals).count() == 1);
  }

  /** What lies beside one thing and above or below another, when it alone does. */
  private Stream<Idea> relations() {
    List<Relation> all = facts.directions().toList();
    return all.stream()
        .filter(Relation::isSideways)
        .flatMap(
            beside ->
                all.stream()
                    .filter(r -> !r.isSideways() && r.one().equals(beside.one()))
                    .filter(r -> !r.other().equals(beside.other()))
                    .map(r -> between(beside, r)));
  }

  private Idea between(Relation beside, Relation upright) {
    Set<String> others = new LinkedHashSet<>(facts.related());
    others.removeIf(thing -> facts.holds(thing, beside) && facts.holds(thing, upright));
    others.removeAll(Set.of(beside.other(), upright.other()));
    String question = "What is " + beside.toOther() + " and " + upright.toOther() + "?";
    List<String> said = List.of(beside.said(), upright.said());
    return new Idea(
        Level.MEDIUM, 0, question, beside.one(), said, () -> wrong(question, beside.one(), others));
  }

  /** The colour of what is nearest to a thing: it has to be found first. */
  private Stream<Idea> nearest() {
    return facts
        .nearest()
        .flatMap(
            near ->
                facts.counts().stream()
                    .filter(seen -> near.one().contains(seen.what()) && seen.what().contains(" "))
                    .map(seen -> nearest(near, seen)));
  }

  private Idea nearest(Relation near, Seen seen) {
    String question = "What colour is the shape that is nearest to the " + near.other() + "?";
    String colour = seen.what().substring(0, seen.what().indexOf(' '));
    List<String> said = List.of(near.said(), seen.said());
    return idea(Level.HARD, question, colour, SceneFacts.COLOURS, said);
  }

  private Stream<Idea> more() {
    return facts.counts().stream()
        .flatMap(
            many ->
                facts.counts().stream()
                    .filter(few -> few.number() < many.number())
                    .map(few -> more(many, few)));
  }

  private Idea more(Seen many, Seen few) {
    String question = "How many more %ss than %ss are there?".formatted(many.what(), few.what());
    String difference = SceneFacts.NUMBERS.get(many.number() - few.number());
    List<String> said = List.of(many.said(), few.said());
    return new Idea(
        Level.HARD,
        0,
        question,
        difference,
        said,
        () -> wrong(question, difference, SceneFacts.NUMBERS));
  }

  private Idea easy(String question, String answer, Collection<String> kind, Seen seen) {
    return idea(Level.EASY, question, answer, kind, List.of(seen.said()));
  }

  private Idea idea(
      Level level, String question, String answer, Collection<String> kind, List<String> said) {
    return new Idea(level, PLAIN, question, answer, said, () -> wrong(question, answer, kind));
  }

  private List<String> wrong(String question, String answer, Collection<String> kind) {
    Stream<String> all =
        switch (strength) {
          case FULL -> kind.stream();
          case WEAK ->
              Stream.of(kind, SceneFacts.COLOURS, SceneFacts.NUMBERS, SceneFacts.PLACES)
                  .flatMap(Collection::stream);
        };
    return all.filter(other -> !other.equals(answer))
        .distinct()
        .sorted(comparingDouble(other -> chance.draw("rival", question, other)))
        .toList();
  }
}
