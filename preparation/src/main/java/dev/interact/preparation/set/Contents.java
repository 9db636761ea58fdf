package dev.interact.preparation.set;

import dev.interact.preparation.order.Made;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a data set is made of, beside its recipe.
 *
 * @param order id of the preparation
 * @param prompts hash of the prompts that it used
 * @param models the provider's id of each model, by alias; may lack some
 * @param made what has become of each concept, in order; read once, one at a time
 * @param code version of what made it
 * @param readme the text of {@code README.md}; is given the set when all else of it is written
 */
public record Contents(
    String order,
    String prompts,
    Map<String, String> models,
    Iterator<Made> made,
    String code,
    Function<DataSet, String> readme) {
  public Contents {
    models = Collections.unmodifiableMap(new TreeMap<>(models));
  }
}
