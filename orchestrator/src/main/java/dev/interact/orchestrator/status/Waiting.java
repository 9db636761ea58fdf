package dev.interact.orchestrator.status;

import dev.interact.contracts.Role;
import dev.interact.contracts.Topics;
import dev.interact.orchestrator.dispatch.Gates;
import dev.interact.orchestrator.presence.Presence;
import dev.interact.orchestrator.trouble.Trouble;
import dev.interact.study.StudyFile;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says what keeps the calls of a running study waiting, if anything does. */
@Singleton
class Waiting {
  private final Trouble trouble;
  private final Gates gates;
  private final Presence presence;

  Waiting(Trouble trouble, Gates gates, Presence presence) {
    this.trouble = trouble;
    this.gates = gates;
    this.presence = presence;
  }

  /** What a study waits for, a sentence each. */
  List<String> of(StudyFile study) {
    List<String> sentences = new ArrayList<>();
    trouble.sentence().ifPresent(sentences::add);
    for (Role role : Role.values()) {
      if (presence.taking(role, Topics.DEFAULT_POOL).isEmpty()) {
        sentences.add("No %s-service takes requests; its calls wait.".formatted(role.label()));
      }
    }
    Set<String> models = study.models();
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
}
