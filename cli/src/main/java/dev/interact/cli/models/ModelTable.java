package dev.interact.cli.models;

import dev.interact.cli.api.Models.Limits;
import dev.interact.cli.api.Models.Model;
import dev.interact.cli.table.Table;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** Models and their limits, a row each; beside a changed limit stands the registry's. */
final class ModelTable {
  private static final List<String> HEADER =
      List.of("alias", "model", "used by", "calls at once", "requests/min", "tokens/min", "price");
  private static final int LABELS = 3;
  private static final String NONE = "-";

  private ModelTable() {}

  static Table of(List<Model> models) {
    return new Table(HEADER, LABELS, models.stream().map(ModelTable::row).toList());
  }

  private static List<String> row(Model model) {
    return List.of(
        model.alias(),
        model.model(),
        model.roles().isEmpty() ? NONE : String.join(", ", model.roles()),
        limit(model, Limits::concurrency),
        limit(model, Limits::requestsPerMinute),
        limit(model, Limits::tokensPerMinute),
        String.format(Locale.ROOT, "$%.2f + $%.2f", model.price().input(), model.price().output()));
  }

  private static String limit(Model model, Function<Limits, Long> part) {
    Long now = part.apply(model.limits());
    Long registry = part.apply(model.registry());
    return Objects.equals(now, registry)
        ? count(now)
        : "%s (registry: %s)".formatted(count(now), count(registry));
  }

  private static String count(Long value) {
    return value == null ? NONE : String.format(Locale.ROOT, "%,d", value);
  }
}
