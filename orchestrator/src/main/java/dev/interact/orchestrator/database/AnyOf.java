package dev.interact.orchestrator.database;

import java.util.Collection;
import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.FunctionContributor;
import org.hibernate.type.StandardBasicTypes;

/**
 * Adds {@code is_any(text, ?1)} to HQL, with {@link #of} as the parameter: what {@code in} says,
 * with one parameter however many texts there are, so that PostgreSQL keeps one plan for it. A
 * query with {@code in} is another for each number of texts, of which there may be 65,535.
 */
public final class AnyOf implements FunctionContributor {

  @Override
  public void contributeFunctions(FunctionContributions functions) {
    functions
        .getFunctionRegistry()
        .registerPattern(
            "is_any",
            "?1=any(?2)",
            functions
                .getTypeConfiguration()
                .getBasicTypeRegistry()
                .resolve(StandardBasicTypes.BOOLEAN));
  }

  /** Some texts as one parameter. */
  public static Object of(Collection<String> texts) {
    return texts.toArray(String[]::new);
  }
}
