package dev.interact.cli.dataset;

import dev.interact.cli.JsonOption;
import dev.interact.cli.report.PlainText;
import dev.interact.preparation.set.DataSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A data set's figures on a terminal. */
public final class ShownSet {
  private ShownSet() {}

  /** For programs. */
  public static String json(DataSet set) {
    return JsonOption.text(SetFigures.of(set));
  }

  /** For people. */
  public static String text(DataSet set) {
    SetFigures figures = SetFigures.of(set);
    String title =
        "Data set %s, made with Interact %s"
            .formatted(figures.set().reference(), figures.set().code());
    return Stream.concat(
            Stream.of(title, SetCard.warning(figures).replace("**", "").strip()),
            new SetSections(figures).all().stream().map(PlainText::of))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }
}
