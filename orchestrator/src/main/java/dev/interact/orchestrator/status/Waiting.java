package dev.interact.orchestrator.status;

import dev.interact.contracts.Topics;
import dev.interact.orchestrator.dispatch.Gates;
import dev.interact.orchestrator.presence.ModelCheck;
import dev.interact.orchestrator.presence.ModelCheck.Crew;
import dev.interact.orchestrator.presence.Presence;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.trouble.Trouble;
import dev.interact.preparation.recipe.Recipe;
import dev.interact.study.StudyFile;
import dev.interact.study.input.Problem;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Says what keeps the calls of a running study waiting, if anything does. */
@Singleton
class Waiting {
  private static final String REMEDY =
      " Its calls wait: put that right and start the services again, or cancel the study.";

  private final Trouble trouble;
  private final Gates gates;
  private final Presence presence;
  private final ModelCheck check;

  Waiting(Trouble trouble, Gates gates, Presence presence, ModelCheck check) {
    this.trouble = trouble;
    this.gates = gates;
    this.presence = presence;
    this.check = check;
  }

  /** What a study waits for, a sentence each. */
  List<String> of(String id, StudyFile study) {
    List<String> sentences =
        of(study.models(), check.crews(study), check.unknown(study), check.unusable(study));
    if (study.hasSeats() && StepRow.awaitsPeopleAlone(id)) {
      long seats = StepRow.seatsAwaited(id);
      sentences.add(
          seats == 1
              ? "1 dialogue waits for its student at the seat."
              : "%d dialogues wait for their students at the seats.".formatted(seats));
    }
    return sentences;
  }

  /** What a preparation waits for, a sentence each. */
  List<String> of(Recipe recipe) {
    return of(recipe.models(), check.crews(recipe), check.unknown(recipe), check.unusable(recipe));
  }

  private List<String> of(
      Set<String> models, Set<Crew> crews, List<Problem> unknown, List<Problem> unusable) {
    List<String> sentences = new ArrayList<>();
    trouble.sentence().ifPresent(sentences::add);
    crews.stream()
        .filter(crew -> presence.taking(crew.role(), crew.pool()).isEmpty())
        .map(Waiting::absence)
        .forEach(sentences::add);
    sentences.addAll(withoutModel(unknown, unusable));
    gates
        .closed()
        .forEach(
            (alias, seconds) -> {
              if (models.contains(alias)) {
                sentences.add(
                    "Model '%s' asks to slow down (HTTP 429); its calls go on in %d s."
                        .formatted(alias, seconds));
              }
            });
    return sentences;
  }

  private static String absence(Crew crew) {
    String pool = crew.pool().equals(Topics.DEFAULT_POOL) ? "" : " of pool '" + crew.pool() + "'";
    return "No %s-service%s takes requests; its calls wait.".formatted(crew.role().label(), pool);
  }

  private static List<String> withoutModel(List<Problem> unknown, List<Problem> unusable) {
    return Stream.concat(unknown.stream(), unusable.stream())
        .map(problem -> problem.message() + REMEDY)
        .distinct()
        .toList();
  }
}
