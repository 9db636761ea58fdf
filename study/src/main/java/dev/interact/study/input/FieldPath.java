package dev.interact.study.input;

import com.networknt.schema.JsonNodePath;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where a field is: names (strings) and list indexes (integers) from the root. */
public record FieldPath(List<Object> steps) {
  public FieldPath {
    steps = List.copyOf(steps);
  }

  /** A path of names and indexes. */
  public static FieldPath of(Object... steps) {
    return new FieldPath(List.of(steps));
  }

  static FieldPath of(JsonNodePath path) {
    return new FieldPath(
        IntStream.range(0, path.getNameCount()).mapToObj(path::getElement).toList());
  }

  /** This path, one step deeper. */
  public FieldPath then(Object step) {
    return new FieldPath(Stream.concat(steps.stream(), Stream.of(step)).toList());
  }

  /** As users write it: {@code quiz[3].answer}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Object step : steps) {
      if (step instanceof Integer) {
        text.append('[').append(step).append(']');
      } else {
        text.append(text.isEmpty() ? "" : ".").append(step);
      }
    }
    return text.toString();
  }
}
