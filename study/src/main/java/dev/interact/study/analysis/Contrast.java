package dev.interact.study.analysis;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.function.UnaryOperator;

/**
 * Accuracy in one place of a study less that in another, over the same concepts. A place stands for
 * every arm that fits it; arms pair that agree in all axes which neither place names.
 *
 * @param question names the family of hypotheses that it is tested in, such as {@code RQ1}
 * @param test default {@code difference}
 */
public record Contrast(String question, Test test, Place one, Place other) {
  /** What is tested of a difference. */
  public enum Test {
    /** That it is not 0. */
    @JsonProperty("difference")
    DIFFERENCE,
    /** That it lies within the margin. */
    @JsonProperty("equivalence")
    EQUIVALENCE,
    /** That it is above the negative margin. */
    @JsonProperty("non-inferiority")
    NON_INFERIORITY
  }

  public Contrast {
    test = test == null ? Test.DIFFERENCE : test;
  }

  /** The same contrast in a study whose models have other aliases. */
  public Contrast withModels(UnaryOperator<String> alias) {
    return new Contrast(question, test, one.withModels(alias), other.withModels(alias));
  }
}
