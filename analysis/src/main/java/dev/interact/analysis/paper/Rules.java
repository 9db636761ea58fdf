package dev.interact.analysis.paper;

import dev.interact.analysis.report.Wording;
import java.util.List;

/**
 * How verdicts come about, as {@link Expectation} and {@link Comparability} have it, for people.
 */
final class Rules {
  private Rules() {}

  /**
   * A note each.
   *
   * @param margin the study's own, in accuracy points
   */
  static List<String> notes(double margin) {
    return List.of(
        "That something is above is supported where the whole 95% CI is above 0, and contradicted where the whole CI is below 0.",
        "That something matches is supported where the whole 95% CI is above the negative margin, and contradicted where the whole CI is below it.",
        "That two things are under a margin apart is supported where the 90% CI lies within it (two one-sided tests at 5%), and contradicted where the whole 95% CI lies outside.",
        "That there is no gain is contradicted where the whole 95% CI is above 0, and else supported where the whole CI is below the margin.",
        "The margin is %s points where the paper says none: the study's own."
            .formatted(Wording.figure(margin)),
        "Anything else, and whatever has fewer than 10 clusters, is not decidable with this n. Verdicts are one by one: they are not adjusted for how many there are.",
        "Not comparable are other models, domains or numbers of turns than the paper's, and simulated models. The paper's concepts are not those of this study: a verdict is on what the claim says, not on its figure.",
        "Of authors and teachers, the first that the study names is taken as the weak one and the last as the strong one.",
        "A claim on RQ5 is about effects in this report's model, which is not the paper's; alignment by meaning is not measured.");
  }
}
