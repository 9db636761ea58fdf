package dev.interact.orchestrator.ledger;

import static dev.interact.orchestrator.store.Column.constant;
import static dev.interact.orchestrator.store.Column.flag;
import static dev.interact.orchestrator.store.Column.large;
import static dev.interact.orchestrator.store.Column.moment;
import static dev.interact.orchestrator.store.Column.number;
import static dev.interact.orchestrator.store.Column.numbers;
import static dev.interact.orchestrator.store.Column.real;
import static dev.interact.orchestrator.store.Column.text;

import dev.interact.orchestrator.database.AnyOf;
import dev.interact.orchestrator.store.Kept;
import dev.interact.orchestrator.store.Part;
import dev.interact.orchestrator.store.Store;
import dev.interact.orchestrator.store.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** The calls that a transaction works with, and their attempts. */
public final class Calls implements Part {
  static final Table<CallRow> CALL =
      new Table<>(
          "call",
          List.of(text("key", call -> call.key)),
          List.of(
              constant("kind", call -> call.kind),
              text("model", call -> call.model),
              text("model_id", call -> call.modelId),
              real("temperature", call -> call.temperature),
              number("max_tokens", call -> call.maxTokens),
              number("seed", call -> call.seed),
              text("prompt", call -> call.prompt),
              large("rank", call -> call.rank),
              text("draw", call -> call.draw)),
          List.of(
              constant("status", call -> call.status),
              moment("not_before", call -> call.notBefore),
              number("failures", call -> call.failures),
              number("losses", call -> call.losses),
              number("refusals", call -> call.refusals),
              text("reason", call -> call.reason),
              text("reply", call -> call.reply),
              flag("truncated", call -> call.truncated),
              numbers("choices", call -> call.choices),
              text("format_error", call -> call.formatError),
              text("grader", call -> call.grader),
              text("answered_by", call -> call.answeredBy)));

  static final Table<AttemptRow> ATTEMPT =
      new Table<>(
          "attempt",
          List.of(text("id", attempt -> attempt.id)),
          List.of(
              text("call", attempt -> attempt.call),
              text("model", attempt -> attempt.model),
              text("worker", attempt -> attempt.worker),
              moment("sent", attempt -> attempt.sent),
              text("study", attempt -> attempt.study),
              large("epoch", attempt -> attempt.epoch),
              large("reserved_nanos", attempt -> attempt.reservedNanos),
              large("reserved_tokens", attempt -> attempt.reservedTokens)),
          List.of(
              constant("status", attempt -> attempt.status),
              text("reason", attempt -> attempt.reason),
              moment("ended", attempt -> attempt.ended),
              large("latency", attempt -> attempt.latencyMillis),
              number("input_tokens", attempt -> attempt.inputTokens),
              number("output_tokens", attempt -> attempt.outputTokens),
              text("fingerprint", attempt -> attempt.fingerprint),
              large("spent_nanos", attempt -> attempt.spentNanos),
              large("spent_tokens", attempt -> attempt.spentTokens),
              number("spent_calls", attempt -> attempt.spentCalls),
              text("raw", attempt -> attempt.raw)));

  private final Store store;
  private final Kept<CallRow> calls = new Kept<>(CALL);
  private final Kept<AttemptRow> attempts = new Kept<>(ATTEMPT);

  private Calls(Store store) {
    this.store = store;
  }

  /** Those of the present transaction. */
  public static Calls of(Store store) {
    return store.part(Calls.class, () -> new Calls(store));
  }

  /** The calls that are there of some keys. */
  public List<CallRow> byKeys(Collection<String> keys) {
    Set<String> distinct = new LinkedHashSet<>(keys);
    Set<String> unknown = new HashSet<>();
    for (String key : distinct) {
      if (calls.peek(key) == null) {
        unknown.add(key);
      }
    }
    if (!unknown.isEmpty()) {
      store
          .read(CallRow.class, "from CallRow where holds(?1, key)", AnyOf.of(unknown))
          .forEach(calls::read);
    }
    return distinct.stream().map(calls::get).filter(Objects::nonNull).toList();
  }

  /** A call that is there. */
  public CallRow byKey(String key) {
    return byKeys(List.of(key)).getFirst();
  }

  /** A call that is in hand, to be looked at; null where it is not. */
  public CallRow peek(String key) {
    return calls.peek(key);
  }

  /** Keeps calls as they were read. */
  public List<CallRow> read(Collection<CallRow> rows) {
    return rows.stream().map(calls::read).toList();
  }

  public void add(CallRow call) {
    calls.add(call);
  }

  /** Whether a call is made by this transaction and not stored yet: nobody else can wait for it. */
  public boolean isNew(String key) {
    return calls.isNew(key);
  }

  /** The calls that somebody has had in the present transaction. */
  public List<CallRow> touched() {
    return calls.touched();
  }

  /** The attempts that are there of some ids. */
  public List<AttemptRow> attempts(Collection<String> ids) {
    List<AttemptRow> found = new ArrayList<>();
    Set<String> unknown = new HashSet<>();
    for (String id : new LinkedHashSet<>(ids)) {
      AttemptRow attempt = attempts.get(id);
      if (attempt == null) {
        unknown.add(id);
      } else {
        found.add(attempt);
      }
    }
    if (!unknown.isEmpty()) {
      store
          .read(AttemptRow.class, "from AttemptRow where holds(?1, id)", AnyOf.of(unknown))
          .forEach(attempt -> found.add(attempts.read(attempt)));
    }
    return found;
  }

  /** All attempts that no reply has come for. */
  public List<AttemptRow> unanswered() {
    store.write();
    return store
        .read(AttemptRow.class, "from AttemptRow where status = ?1", AttemptRow.Status.SENT)
        .stream()
        .map(attempts::read)
        .toList();
  }

  public void add(AttemptRow attempt) {
    attempts.add(attempt);
  }

  /** Keeps no calls but those that are needed, and no attempts but those that are under way. */
  public void retain(Predicate<CallRow> needed) {
    calls.retain(needed);
    attempts.retain(attempt -> attempt.status == AttemptRow.Status.SENT);
  }

  @Override
  public void write(Connection connection) throws SQLException {
    calls.write(connection);
    attempts.write(connection);
  }

  @Override
  public void release() {
    calls.release();
    attempts.release();
  }
}
