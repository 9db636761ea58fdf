package dev.interact.orchestrator.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;

/**
 * Some of the entries of a list.
 *
 * @param next the cursor of those that come after; null where these are the last
 * @param total how many there are in all; absent where counting them would take long
 */
public record Page<T>(
    List<T> items, String next, @JsonInclude(JsonInclude.Include.NON_NULL) Long total) {

  public Page {
    items = List.copyOf(items);
  }

  /** A list as a whole. */
  public static <T> Page<T> all(List<T> items) {
    return new Page<>(items, null, (long) items.size());
  }

  /**
   * The first of some entries.
   *
   * @param found those asked for, and one more where there are more
   * @param cursor what an entry is found again by
   */
  public static <T> Page<T> of(List<T> found, PageRequest request, Function<T, Object> cursor) {
    boolean more = found.size() > request.size();
    List<T> items = more ? found.subList(0, request.size()) : found;
    return new Page<>(items, more ? cursor.apply(items.getLast()).toString() : null, null);
  }

  /** The same, and how many there are in all. */
  public Page<T> withTotal(long number) {
    return new Page<>(items, next, number);
  }

  /** The same of what is made of the entries, all of them at once. */
  public <R> Page<R> map(Function<List<T>, List<R>> made) {
    return new Page<>(made.apply(items), next, total);
  }
}
