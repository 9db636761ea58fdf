package dev.interact.analysis.finding;

import dev.interact.analysis.contrast.Identity;
import dev.interact.analysis.table.AnswerTable;
import dev.interact.analysis.table.Sitting;
import dev.interact.study.analysis.Place;
import dev.interact.study.input.InvalidInput;
import java.util.List;
import java.util.stream.Collectors;

/** Which sittings are compared where two places, each of a study, are. */
record Meeting(Studies studies, Place one, Place other) {

  /**
   * All of them; at least one.
   *
   * @throws InvalidInput if there is none; the message says what there is
   */
  List<Pair> pairs() {
    return tested(meeting());
  }

  /** Two arms are compared whatever they differ in; of more, those that agree in the rest. */
  private List<Pair> meeting() {
    List<Sitting> ones = fitting(studies.one(), one);
    List<Sitting> others = fitting(studies.other(), other);
    if (ones.size() == 1 && others.size() == 1) {
      return List.of(new Pair(ones.getFirst(), others.getFirst()));
    }
    List<Pair> pairs = Places.pairs(ones, others, one, other);
    if (pairs.isEmpty()) {
      throw InvalidInput.of(
          null,
          "No arm of '%s' agrees with one of '%s' in all that neither names. Name more of them:\n%s\n%s"
              .formatted(PlaceText.of(one), PlaceText.of(other), listed(ones), listed(others)));
    }
    return pairs;
  }

  private static List<Sitting> fitting(Basis basis, Place place) {
    AnswerTable table = basis.evidence().table();
    List<Sitting> fitting = Places.of(table, place);
    if (fitting.isEmpty()) {
      throw InvalidInput.of(
          null,
          "Nothing in the study '%s' fits '%s'. It has:\n%s"
              .formatted(
                  basis.name(),
                  PlaceText.of(place),
                  listed(basis.arms(arm -> true).stream().map(basis::last).toList())));
    }
    return fitting;
  }

  private static String listed(List<Sitting> sittings) {
    return sittings.stream()
        .map(
            sitting ->
                "  %s (turns 0 to %d)".formatted(PlaceText.of(sitting.arm()), sitting.turn()))
        .map(line -> line.replace(" (turns 0 to 0)", ""))
        .collect(Collectors.joining("\n"));
  }

  private List<Pair> tested(List<Pair> pairs) {
    if (!studies.isOne()) {
      return pairs;
    }
    AnswerTable table = studies.one().evidence().table();
    List<Pair> tested =
        pairs.stream()
            .filter(pair -> Identity.of(table, pair.one(), pair.other()).isEmpty())
            .toList();
    if (tested.isEmpty()) {
      Pair same = pairs.getFirst();
      throw InvalidInput.of(null, Identity.of(table, same.one(), same.other()).orElseThrow());
    }
    return tested;
  }
}
