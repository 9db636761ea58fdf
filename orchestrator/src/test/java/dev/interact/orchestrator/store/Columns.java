package dev.interact.orchestrator.store;

import static java.util.stream.Collectors.toSet;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;

/** The columns that an entity has, by its fields. */
public final class Columns {
  private Columns() {}

  /** Names as the database has them; what is named otherwise is not among them. */
  public static Set<String> of(Class<?> entity) {
    return Arrays.stream(entity.getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .map(Field::getName)
        .filter(name -> !name.startsWith("$$"))
        .map(name -> name.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT))
        .collect(toSet());
  }
}
