package dev.interact.analysis.paper;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.table.Sitting;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a strong model makes better than a weak one, all else alike.
 *
 * @param models as the study names them: the first is weak, the last strong
 * @param varied the model of an arm that is weak or strong
 * @param kept the model that is the same
 */
record Quality(
    Run run, List<String> models, Function<ArmKey, String> varied, Function<ArmKey, String> kept) {

  /** The strong one's accuracy less the weak one's, wherever both are. */
  List<Measured> of(Stream<Sitting> sittings) {
    List<Sitting> all = sittings.toList();
    return models.size() < 2
        ? List.of()
        : all.stream()
            .filter(one -> models.getLast().equals(varied.apply(one.arm())))
            .flatMap(strong -> all.stream().map(weak -> difference(strong, weak)))
            .flatMap(Optional::stream)
            .toList();
  }

  private Optional<Measured> difference(Sitting strong, Sitting weak) {
    boolean isPair =
        models.getFirst().equals(varied.apply(weak.arm()))
            && strong.arm().student().equals(weak.arm().student())
            && strong.arm().condition().equals(weak.arm().condition())
            && Objects.equals(kept.apply(strong.arm()), kept.apply(weak.arm()));
    return isPair
        ? run.difference(strong, weak, List.of(models.getFirst(), models.getLast()))
        : Optional.empty();
  }
}
