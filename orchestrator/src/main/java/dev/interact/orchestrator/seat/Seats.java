package dev.interact.orchestrator.seat;

import dev.interact.contracts.reply.Outcome;
import dev.interact.contracts.reply.Reply;
import dev.interact.contracts.reply.Usage;
import dev.interact.contracts.student.StudentRequest;
import dev.interact.orchestrator.dispatch.Requests;
import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.ledger.Calls;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.reply.ReplyTaker;
import dev.interact.orchestrator.store.Store;
import dev.interact.orchestrator.writer.Writer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Shows people what they are asked, and takes what they answer as if it were a model's reply. All
 * that is asked of a seat may be asked of any orchestrator.
 */
@Singleton
class Seats {
  /** Stands for a worker in the attempts of people. */
  private static final String WORKER = "seat";

  private final Requests requests;
  private final ReplyTaker taker;
  private final Writer writer;
  private final Store store;
  private final Clock clock = Clock.systemUTC();

  Seats(Requests requests, ReplyTaker taker, Writer writer, Store store) {
    this.requests = requests;
    this.taker = taker;
    this.writer = writer;
    this.store = store;
  }

  /**
   * What came of something that a person gave.
   *
   * @param taken whether it is recorded, now or already; false where its step is over
   * @param shown what is to be seen then
   */
  record Taken(boolean taken, Shown shown) {}

  /**
   * What is to be seen at a seat.
   *
   * @throws NotFoundException if the secret opens none
   */
  Shown show(String secret) {
    return QuarkusTransaction.requiringNew().call(() -> shown(find(secret)));
  }

  /**
   * The dialogue of a seat.
   *
   * @throws NotFoundException if the secret opens none
   */
  String dialogue(String secret) {
    return QuarkusTransaction.requiringNew().call(() -> find(secret).dialogue);
  }

  /** What {@link Shown#state} is now. */
  String state(String dialogue) {
    return QuarkusTransaction.requiringNew().call(() -> Situation.of(dialogue).version());
  }

  /**
   * Takes what a person gives; the same again changes nothing.
   *
   * @throws NotFoundException if the secret opens no seat
   * @throws dev.interact.study.input.InvalidInput if it is no answer to what was asked
   */
  Taken take(String secret, Given given) {
    return writer.exclusively(
        () -> {
          SeatRow seat = find(secret);
          Situation now = Situation.of(seat.dialogue);
          Optional<StepRow> named = now.step(given.step());
          boolean isNext = named.isPresent() && named.equals(now.next());
          boolean taken =
              isNext ? take(seat, named.get(), given) : named.filter(s -> is(s, given)).isPresent();
          return new Taken(taken, shown(seat));
        });
  }

  private static SeatRow find(String secret) {
    return SeatRow.of(secret)
        .orElseThrow(() -> new NotFoundException("This link opens no seat: see that it is whole."));
  }

  private boolean take(SeatRow seat, StepRow step, Given given) {
    String text = given.text(requests.ofPerson(step));
    Calls calls = Calls.of(store);
    CallRow call = calls.byKey(step.call);
    Instant now = clock.instant();
    boolean isShown = given.step().equals(seat.step) && seat.shown != null;
    AttemptRow attempt = new AttemptRow(call, step.study, WORKER, isShown ? seat.shown : now);
    calls.add(attempt);
    call.status = CallRow.Status.SENT;
    taker.take(
        List.of(
            new Reply.Modelled(
                WORKER,
                attempt.id,
                call.key,
                Duration.between(attempt.sent, now).toMillis(),
                new Outcome.Completed(text, false, Usage.NONE, null))));
    store.write();
    return true;
  }

  /** Whether a step has been answered with the same. */
  private boolean is(StepRow step, Given given) {
    String reply = reply(step);
    return reply != null && reply.equals(given.text(requests.ofPerson(step)));
  }

  private String reply(StepRow step) {
    return Calls.of(store).byKey(step.call).reply;
  }

  private Shown shown(SeatRow seat) {
    Situation now = Situation.of(seat.dialogue);
    Optional<StepRow> next = now.next();
    seat.isVisited(next.map(Situation::name).orElse(null), clock.instant());
    DialogueRow dialogue = DialogueRow.findById(seat.dialogue);
    return next.map(step -> wanted(now, dialogue, step))
        .orElseGet(
            () ->
                now.last()
                    .map(step -> after(now, dialogue, step))
                    .orElseGet(() -> Shown.nothing(now, place(dialogue, 0, 0))));
  }

  private Shown wanted(Situation now, DialogueRow dialogue, StepRow step) {
    int part = step.kind == StepRow.Kind.ASK ? 0 : step.part + 1;
    return Shown.wanted(
        now, Situation.name(step), place(dialogue, step.turn, part), requests.ofPerson(step));
  }

  private Shown after(Situation now, DialogueRow dialogue, StepRow step) {
    StudentRequest request = requests.ofPerson(step);
    String asked = step.kind == StepRow.Kind.ASK ? reply(step) : null;
    return Shown.after(now, place(dialogue, step.turn, 0), request, asked);
  }

  private Shown.Place place(DialogueRow dialogue, int turn, int part) {
    return new Shown.Place(turn, requests.turns(dialogue), part, dialogue.parts);
  }
}
