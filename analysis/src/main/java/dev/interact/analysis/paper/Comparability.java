package dev.interact.analysis.paper;

import dev.interact.analysis.source.Manifest.ModelUsed;
import dev.interact.analysis.source.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a study's models and data are of the kind that the paper speaks of. */
record Comparability(Source source, Claims claims) {
  /** The paper's name of the student; {@link Claim#ALL} where the claim is about any. */
  Optional<String> student(Claim claim, Measured measured) {
    return claim.isOfAll()
        ? Optional.of(Claim.ALL)
        : named(measured.student()).filter(claim.published()::containsKey);
  }

  /** Why a claim's figures are of something else, as a part of a sentence; empty where not. */
  Optional<String> difference(Claim claim, Measured measured) {
    if (source.manifest().isSimulated()) {
      return Optional.of("simulated models");
    }
    if (source.concepts().stream().anyMatch(one -> !claims.domains().contains(one.domain()))) {
      return Optional.of("other domains than the paper's");
    }
    if (claim.turns() != null && !claim.turns().equals(source.study().turns())) {
      return Optional.of("%d turns, not %d".formatted(source.study().turns(), claim.turns()));
    }
    return isSameModels(claim, measured)
        ? Optional.empty()
        : Optional.of("other models than the paper's");
  }

  private boolean isSameModels(Claim claim, Measured measured) {
    boolean isSameStudent =
        claim.isOfAll()
            ? source.study().students().stream().allMatch(alias -> named(alias).isPresent())
            : student(claim, measured).isPresent();
    List<Optional<String>> others = measured.others().stream().map(this::named).toList();
    return isSameStudent && others.equals(claim.others().stream().map(Optional::of).toList());
  }

  /** By the provider's id where it is known, else by the study's alias. */
  private Optional<String> named(String alias) {
    ModelUsed used = source.manifest().models().get(alias);
    return Stream.of(used == null ? null : used.model(), alias)
        .filter(id -> id != null)
        .findFirst()
        .flatMap(claims::named);
  }
}
