package dev.interact.contracts.wire;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which fields and constants messages have, and which some messages really hold. */
final class Holdings {
  private static final String OURS = "dev.interact.contracts.";

  private final Set<String> names = new TreeSet<>();

  /** Everything that messages of some types can hold. */
  static Set<String> possible(Stream<Class<?>> types) {
    Holdings holdings = new Holdings();
    types.forEach(holdings::addType);
    return holdings.names;
  }

  /**
   * What some messages hold: fields that are null, and collections that are empty, do not count.
   */
  static Set<String> real(Stream<Object> messages) {
    Holdings holdings = new Holdings();
    messages.forEach(holdings::addValue);
    return holdings.names;
  }

  private void addType(Type type) {
    if (type instanceof ParameterizedType generic) {
      Stream.of(generic.getActualTypeArguments()).forEach(this::addType);
    } else if (type instanceof Class<?> found && found.getName().startsWith(OURS)) {
      addClass(found);
    }
  }

  private void addClass(Class<?> type) {
    if (type.isSealed()) {
      Stream.of(type.getPermittedSubclasses()).forEach(this::addClass);
    } else if (type.isEnum()) {
      Stream.of(type.getEnumConstants()).forEach(this::addConstant);
    } else if (type.isRecord()) {
      for (RecordComponent field : type.getRecordComponents()) {
        if (names.add(name(field))) {
          addType(field.getGenericType());
        }
      }
    }
  }

  private void addValue(Object value) {
    switch (value) {
      case Enum<?> constant -> addConstant(constant);
      case Iterable<?> several -> several.forEach(this::addValue);
      case Map<?, ?> map -> map.values().forEach(this::addValue);
      case Record message -> addFields(message);
      default -> {}
    }
  }

  private void addFields(Record message) {
    for (RecordComponent field : message.getClass().getRecordComponents()) {
      try {
        Object value = field.getAccessor().invoke(message);
        if (value != null && !isEmpty(value)) {
          names.add(name(field));
          addValue(value);
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static boolean isEmpty(Object value) {
    return value instanceof Collection<?> some && some.isEmpty()
        || value instanceof Map<?, ?> map && map.isEmpty();
  }

  private void addConstant(Object constant) {
    names.add(constant.getClass().getSimpleName() + "." + constant);
  }

  private static String name(RecordComponent field) {
    return field.getDeclaringRecord().getName().substring(OURS.length()) + "." + field.getName();
  }
}
