package dev.interact.offline.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Describes an image of coloured shapes in plain sentences: background, counts, each shape with
 * size and place, and how the shapes lie to one another.
 */
public final class Scene {

  private static final int MOST_RELATED = 8;
  private static final double ASIDE = 0.08;
  private static final List<String> NUMBERS =
      List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

  private final Colour background;
  private final List<Figure> figures;

  private Scene(Colour background, List<Figure> figures) {
    this.background = background;
    this.figures = figures;
  }

  /**
   * The description of a PNG or JPEG file.
   *
   * @throws UndecodableImage when it is neither, damaged or far too large
   */
  public static String describe(byte[] file) {
    Raster raster = Raster.decode(file);
    List<Figure> figures = Blob.in(raster).stream().map(blob -> Figure.of(blob, raster)).toList();
    return new Scene(raster.background(), figures).text();
  }

  private String text() {
    List<String> sentences = new ArrayList<>();
    sentences.add("The image has a " + background.word() + " background.");
    sentences.add("There " + counted(figures.size(), "shape") + " in the image.");
    counts(Figure::name)
        .forEach((name, count) -> sentences.add("There " + counted(count, name) + "."));
    figures.forEach(figure -> sentences.add(whereabouts(figure)));
    List<Figure> related = figures.subList(0, Math.min(MOST_RELATED, figures.size()));
    for (int i = 0; i < related.size(); i++) {
      for (Figure other : related.subList(i + 1, related.size())) {
        relate(related.get(i), other, sentences);
      }
      nearest(related.get(i), sentences);
    }
    return String.join("\n", sentences);
  }

  private static String whereabouts(Figure figure) {
    return "A %s %s is in the %s.".formatted(figure.size(), figure.name(), figure.place());
  }

  private void relate(Figure one, Figure other, List<String> sentences) {
    double dx = other.x() - one.x();
    double dy = other.y() - one.y();
    if (Math.abs(dx) >= ASIDE) {
      sentences.add(sentence(one, dx > 0 ? "to the left of" : "to the right of", other));
    }
    if (Math.abs(dy) >= ASIDE) {
      sentences.add(sentence(one, dy > 0 ? "above" : "below", other));
    }
  }

  private String sentence(Figure one, String relation, Figure other) {
    return capital("%s is %s %s.".formatted(reference(one), relation, reference(other)));
  }

  private void nearest(Figure figure, List<String> sentences) {
    figures.stream()
        .filter(other -> other != figure)
        .min(Comparator.comparingDouble(figure::distance))
        .ifPresent(other -> sentences.add(sentence(other, "the shape nearest to", figure)));
  }

  /** The shortest name that fits one shape only, as far as there is one. */
  private String reference(Figure figure) {
    if (counts(Figure::name).get(figure.name()) == 1) {
      return "the " + figure.name();
    }
    Function<Figure, String> sized = other -> other.size() + " " + other.name();
    return counts(sized).get(sized.apply(figure)) == 1
        ? "the " + sized.apply(figure)
        : "the " + figure.name() + " in the " + figure.place();
  }

  private Map<String, Integer> counts(Function<Figure, String> name) {
    return figures.stream()
        .collect(Collectors.toMap(name, figure -> 1, Integer::sum, LinkedHashMap::new));
  }

  private static String counted(int count, String noun) {
    String number = count < NUMBERS.size() ? NUMBERS.get(count) : String.valueOf(count);
    return (count == 1 ? "is " : "are ") + number + " " + noun + (count == 1 ? "" : "s");
  }

  private static String capital(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
