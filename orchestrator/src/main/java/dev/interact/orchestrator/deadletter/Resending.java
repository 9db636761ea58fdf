package dev.interact.orchestrator.deadletter;

import dev.interact.contracts.event.Fact;
import dev.interact.orchestrator.event.Chronicle;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.time.Clock;

/** Sends dead letters to their topics again, each once unless it is asked for again. */
@Singleton
class Resending {
  private final DeadLetters deadLetters;
  private final Chronicle chronicle;
  private final Clock clock = Clock.systemUTC();

  Resending(DeadLetters deadLetters, Chronicle chronicle) {
    this.deadLetters = deadLetters;
    this.chronicle = chronicle;
  }

  /**
   * Sends a dead letter again. Where this process ends after it was sent and before that is written
   * down, it may be sent once more: nothing is taken twice.
   *
   * @param again whether also one that was sent again before
   * @throws IllegalStateException if the broker does not take it
   */
  synchronized DeadLetterRow.Listed resend(String id, boolean again) throws InterruptedException {
    DeadLetterRow letter =
        QuarkusTransaction.requiringNew()
            .call(() -> DeadLetterRow.<DeadLetterRow>findByIdOptional(id))
            .orElseThrow(() -> missing(id));
    if (letter.resent != null && !again) {
      throw new ClientErrorException(
          "Dead letter %s was sent again at %s already; to send it once more, say again=true."
              .formatted(id, letter.resent),
          Response.Status.CONFLICT);
    }
    deadLetters.resend(letter);
    letter.resent = clock.instant();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              letter.storeResent();
              chronicle.tell(new Fact.DeadLetterResent(id));
            });
    return letter.listed();
  }

  static NotFoundException missing(String id) {
    return new NotFoundException("There is no dead letter " + id + ".");
  }
}
