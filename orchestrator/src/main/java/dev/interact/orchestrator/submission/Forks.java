package dev.interact.orchestrator.submission;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.rest.Body;
import dev.interact.orchestrator.study.Library;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.study.Submission;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;

/** Makes the study that a fork of a dialogue becomes. */
@Singleton
public class Forks {
  private static final int MOST = 1_000;

  private final Library library;
  private final Body body;

  Forks(Library library, Body body) {
    this.library = library;
    this.body = body;
  }

  /**
   * A study of its own, under the first number that no other study has; nothing is stored.
   *
   * @param dialogue its id
   * @param json what is asked for
   * @throws NotFoundException if there is no such dialogue
   * @throws dev.interact.study.input.InvalidInput if it cannot be forked so
   */
  public Submission of(String dialogue, byte[] json) {
    DialogueRow row =
        DialogueRow.<DialogueRow>findByIdOptional(dialogue)
            .orElseThrow(() -> new NotFoundException("There is no dialogue " + dialogue + "."));
    ForkOrder order = body.read(json, new TypeReference<>() {});
    return numbered(order, row);
  }

  private Submission numbered(ForkOrder order, DialogueRow dialogue) {
    Submission of = library.study(dialogue.study);
    for (int number = 1; number <= MOST; number++) {
      String name = "%s-fork-%d".formatted(of.study().name(), number);
      Submission fork = order.study(of, dialogue, name);
      if (StudyRow.count("id", fork.id()) > 0 || StudyRow.count("name", name) == 0) {
        return fork;
      }
    }
    throw new ClientErrorException(
        "Study %s has %d forks already.".formatted(of.study().name(), MOST),
        Response.Status.CONFLICT);
  }
}
