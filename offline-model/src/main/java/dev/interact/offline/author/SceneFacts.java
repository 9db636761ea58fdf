package dev.interact.offline.author;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the sentences of a {@link dev.interact.offline.image.Scene} say, taken apart. */
record SceneFacts(
    Optional<Seen> background, List<Seen> counts, List<Seen> places, List<Relation> relations) {

  static final List<String> NUMBERS =
      List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
  static final List<String> COLOURS =
      List.of(
          "red", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "black", "gray",
          "white");
  static final List<String> PLACES =
      List.of(
          "top left",
          "top centre",
          "top right",
          "middle left",
          "centre",
          "middle right",
          "bottom left",
          "bottom centre",
          "bottom right");

  static final List<String> SHAPES =
      List.of("circle", "square", "rectangle", "triangle", "diamond", "ellipse", "star");

  static final String NEAREST = "the shape nearest to";
  private static final Map<String, String> INVERSE =
      Map.of(
          "to the left of", "to the right of",
          "to the right of", "to the left of",
          "above", "below",
          "below", "above");

  private static final Pattern BACKGROUND = Pattern.compile("The image has a (\\w+) background\\.");
  private static final Pattern COUNT =
      Pattern.compile("There (?:is|are) (\\w+) (.+?)s?(?: in the image)?\\.");
  private static final Pattern PLACE = Pattern.compile("A (\\w+ \\w+ \\w+) is in the (.+)\\.");
  private static final Pattern RELATION =
      Pattern.compile(
          "The (.+) is (to the left of|to the right of|above|below|" + NEAREST + ") the (.+)\\.");

  /** A thing and what is said of it: its colour, number or place. */
  record Seen(String what, String value, String said) {

    /** -1 where it is no number up to ten. */
    int number() {
      return NUMBERS.indexOf(value);
    }
  }

  /** How one thing lies to another. */
  record Relation(String one, String how, String other, String said) {

    String toOther() {
      return how + " the " + other;
    }

    boolean isSideways() {
      return how.startsWith("to ");
    }
  }

  static SceneFacts of(String scene) {
    List<Seen> backgrounds = new ArrayList<>();
    List<Seen> counts = new ArrayList<>();
    List<Seen> places = new ArrayList<>();
    List<Relation> relations = new ArrayList<>();
    each(scene, BACKGROUND, (m, said) -> backgrounds.add(new Seen("", m.group(1), said)));
    each(scene, COUNT, (m, said) -> counts.add(new Seen(m.group(2), m.group(1), said)));
    each(scene, PLACE, (m, said) -> places.add(new Seen(m.group(1), m.group(2), said)));
    each(
        scene,
        RELATION,
        (m, said) -> relations.add(new Relation(m.group(1), m.group(2), m.group(3), said)));
    counts.removeIf(seen -> seen.number() < 1);
    return new SceneFacts(backgrounds.stream().findFirst(), counts, places, relations);
  }

  private static void each(String scene, Pattern form, BiConsumer<MatchResult, String> found) {
    scene
        .lines()
        .map(form::matcher)
        .filter(Matcher::matches)
        .forEach(matcher -> found.accept(matcher, matcher.group()));
  }

  /** Where something lies to something else, told from either's side. */
  Stream<Relation> directions() {
    return relations.stream()
        .filter(relation -> INVERSE.containsKey(relation.how()))
        .flatMap(
            r -> Stream.of(r, new Relation(r.other(), INVERSE.get(r.how()), r.one(), r.said())));
  }

  Stream<Relation> nearest() {
    return relations.stream().filter(relation -> relation.how().equals(NEAREST));
  }

  /** Everything that lies somewhere to something. */
  Set<String> related() {
    Set<String> things = new LinkedHashSet<>();
    directions().forEach(relation -> things.add(relation.one()));
    return things;
  }

  boolean holds(String thing, Relation relation) {
    return directions()
        .anyMatch(
            r ->
                r.one().equals(thing)
                    && r.how().equals(relation.how())
                    && r.other().equals(relation.other()));
  }
}
