package dev.interact.analysis.finding;

import dev.interact.analysis.contrast.Paired;
import dev.interact.analysis.report.Report;
import dev.interact.analysis.report.Report.Fact;
import dev.interact.analysis.report.Report.Standing;
import dev.interact.analysis.report.Section;
import dev.interact.analysis.source.Manifest;
import dev.interact.analysis.source.Manifest.ModelUsed;
import dev.interact.analysis.source.Source;
import dev.interact.analysis.table.Sitting;
import dev.interact.analysis.table.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The two studies that places are of; one study may be both. */
record Studies(Basis one, Basis other) {

  static Studies of(Source one, Source other, long seed) {
    Basis first = Basis.of(one, seed);
    boolean isOne =
        one.folder()
            .toAbsolutePath()
            .normalize()
            .equals(other.folder().toAbsolutePath().normalize());
    return new Studies(first, isOne ? first : Basis.of(other, seed));
  }

  boolean isOne() {
    return one == other;
  }

  /** The margin is the first study's. */
  Phrasing phrasing() {
    return new Phrasing(one.margin(), one.isInterim() || other.isInterim());
  }

  Paired.Side side(Pair pair) {
    return new Paired.Side(one.evidence(), pair.one());
  }

  Paired.Side otherSide(Pair pair) {
    return new Paired.Side(other.evidence(), pair.other());
  }

  /** The difference in a part of the items; empty where no concept has both. */
  Optional<Difference> difference(Pair pair, Slice slice) {
    Paired paired =
        Paired.of(
            new Paired.Side(one.evidence().of(slice), pair.one()),
            new Paired.Side(other.evidence().of(slice), pair.other()));
    return paired.concepts() == 0
        ? Optional.empty()
        : Optional.of(
            Difference.of(
                    label(one, pair.one()), label(other, pair.other()), paired.sample(), one.seed())
                .with(paired.onlyOne() + paired.onlyOther(), false));
  }

  private String label(Basis basis, Sitting sitting) {
    return told(basis, basis.label(sitting));
  }

  /** A label, and of which study where there are two. */
  private String told(Basis basis, String label) {
    return isOne() ? label : "%s in %s".formatted(label, called(basis));
  }

  /** Studies of one name are told apart by their ids. */
  private String called(Basis basis) {
    return !isOne() && one.name().equals(other.name())
        ? "%s %s".formatted(basis.name(), basis.source().manifest().study().id())
        : basis.name();
  }

  Cautions cautions() {
    List<Gate> gates = new ArrayList<>(Gate.all(one));
    if (!isOne()) {
      Gate.all(other).stream().filter(gate -> !gates.contains(gate)).forEach(gates::add);
    }
    return new Cautions(gates, served(one), served(other));
  }

  private Served served(Basis basis) {
    return Served.of(basis, arm -> told(basis, basis.label(arm)));
  }

  /** In what the studies are not the same. */
  List<String> notices() {
    if (isOne()) {
      return List.of();
    }
    List<String> notices = new ArrayList<>();
    Manifest first = one.source().manifest();
    Manifest second = other.source().manifest();
    differing(first.prompts(), second.prompts())
        .ifPresent(
            domains ->
                notices.add("The studies used other prompts for these domains: " + domains + "."));
    differing(first.concepts(), second.concepts())
        .ifPresent(
            concepts ->
                notices.add(
                    "These concepts have the same id and another content in the studies, so that they are no pair in truth: "
                        + concepts
                        + "."));
    new TreeMap<>(new WhoAnswered(one).models())
        .forEach(
            (alias, used) -> {
              ModelUsed theirs = new WhoAnswered(other).models().get(alias);
              if (theirs != null && !Objects.equals(theirs.model(), used.model())) {
                notices.add(
                    "'%s' was %s in one study and %s in the other."
                        .formatted(alias, used.model(), theirs.model()));
              }
            });
    return notices;
  }

  /** What both have, with other hashes. */
  private static Optional<String> differing(Map<String, String> one, Map<String, String> other) {
    if (one == null || other == null) {
      return Optional.empty();
    }
    TreeSet<String> both = new TreeSet<>(one.keySet());
    both.retainAll(other.keySet());
    both.removeIf(name -> one.get(name).equals(other.get(name)));
    return both.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", both));
  }

  Report report(String title, List<String> headline, List<Section> sections) {
    List<Fact> facts = new ArrayList<>(new Provenance(one).facts());
    String citation = new Provenance(one).citation();
    if (!isOne()) {
      facts.replaceAll(fact -> new Fact("first, " + fact.name(), fact.value()));
      new Provenance(other)
          .facts()
          .forEach(fact -> facts.add(new Fact("second, " + fact.name(), fact.value())));
      citation += " " + new Provenance(other).citation();
    }
    return new Report(title, standing(), isSimulated(), headline, sections, facts, citation);
  }

  private Standing standing() {
    Standing first = Findings.standing(one.source());
    Standing second = Findings.standing(other.source());
    if (first == Standing.INTERIM || second == Standing.INTERIM) {
      return Standing.INTERIM;
    }
    return first == Standing.FINAL ? second : first;
  }

  private boolean isSimulated() {
    return one.source().manifest().isSimulated() || other.source().manifest().isSimulated();
  }
}
