package dev.interact.orchestrator.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A column of a table, and how a row's value comes into it. Values go to the database many at once,
 * as arrays.
 *
 * @param type of the elements of such an array, as PostgreSQL calls it
 * @param cast what makes an element the column's value, where that is not the element itself; else
 *     empty
 */
public record Column<R>(String name, String type, String cast, Function<R, Object> value) {

  public static <R> Column<R> text(String name, Function<R, String> value) {
    return new Column<>(name, "text", "", value::apply);
  }

  /** The name of a constant. */
  public static <R> Column<R> constant(String name, Function<R, Enum<?>> value) {
    return new Column<>(
        name,
        "text",
        "",
        row -> {
          Enum<?> constant = value.apply(row);
          return constant == null ? null : constant.name();
        });
  }

  public static <R> Column<R> number(String name, Function<R, Integer> value) {
    return new Column<>(name, "int4", "", value::apply);
  }

  public static <R> Column<R> large(String name, Function<R, Long> value) {
    return new Column<>(name, "int8", "", value::apply);
  }

  public static <R> Column<R> real(String name, Function<R, Double> value) {
    return new Column<>(name, "float8", "", value::apply);
  }

  public static <R> Column<R> flag(String name, Function<R, Boolean> value) {
    return new Column<>(name, "bool", "", value::apply);
  }

  public static <R> Column<R> moment(String name, Function<R, Instant> value) {
    return new Column<>(
        name,
        "text",
        "::timestamptz",
        row -> {
          Instant moment = value.apply(row);
          return moment == null ? null : moment.toString();
        });
  }

  /** An array of whole numbers; arrays of arrays do not fit into a statement otherwise. */
  public static <R> Column<R> numbers(String name, Function<R, Integer[]> value) {
    return new Column<>(
        name,
        "text",
        "::int[]",
        row -> {
          Integer[] numbers = value.apply(row);
          return numbers == null
              ? null
              : Arrays.stream(numbers)
                  .map(String::valueOf)
                  .collect(Collectors.joining(",", "{", "}"));
        });
  }
}
