package dev.interact.orchestrator.database;

import java.util.Collection;
import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.FunctionContributor;
import org.hibernate.type.StandardBasicTypes;

/**
 * Adds {@code holds(?1, text)} to HQL, with {@link #of} as the parameter: what {@code in} says,
 * with one parameter however many texts there are. The list comes first, for Hibernate keeps no
 * translation of a query whose parameter is a function's last argument, which might stand for many.
 */
public final class AnyOf implements FunctionContributor {

  @Override
  public void contributeFunctions(FunctionContributions functions) {
    functions
        .getFunctionRegistry()
        .registerPattern(
            "holds",
            "?2=any(?1)",
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
