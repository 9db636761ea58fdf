package dev.interact.orchestrator.progress;

import static dev.interact.orchestrator.store.Column.constant;
import static dev.interact.orchestrator.store.Column.flag;
import static dev.interact.orchestrator.store.Column.large;
import static dev.interact.orchestrator.store.Column.number;
import static dev.interact.orchestrator.store.Column.text;

import dev.interact.orchestrator.database.AnyOf;
import dev.interact.orchestrator.ledger.CallKind;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.ledger.Calls;
import dev.interact.orchestrator.store.Kept;
import dev.interact.orchestrator.store.Part;
import dev.interact.orchestrator.store.Store;
import dev.interact.orchestrator.store.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the present transaction works with of the dialogues that go on: their rows, the steps that
 * they wait for, and their turns. What is not in hand yet is read. Who waits for a call, what a
 * dialogue waits for, and what was said in it are in hand as a whole, or not at all.
 */
public final class Ongoing implements Part {
  static final Table<DialogueRow> DIALOGUE =
      new Table<>(
          "dialogue",
          List.of(text("id", dialogue -> dialogue.id)),
          List.of(),
          List.of(
              constant("stage", dialogue -> dialogue.stage),
              text("reason", dialogue -> dialogue.reason),
              text("lesson", dialogue -> dialogue.lesson),
              text("transcript", dialogue -> dialogue.transcript),
              number("turns", dialogue -> dialogue.turns)));

  static final Table<StepRow> STEP =
      new Table<>(
          "step",
          List.of(large("id", step -> step.id)),
          List.of(
              text("study", step -> step.study),
              text("dialogue", step -> step.dialogue),
              constant("kind", step -> step.kind),
              number("turn", step -> step.turn),
              number("part", step -> step.part),
              number("draw", step -> step.draw),
              number("candidate", step -> step.candidate),
              number("sample", step -> step.sample),
              text("call", step -> step.call),
              text("format_error", step -> step.formatError),
              text("model", step -> step.model)),
          List.of(flag("open", step -> step.open), flag("abandoned", step -> step.abandoned)));

  static final Table<TurnRow> TURN =
      new Table<>(
          "turn",
          List.of(
              text("dialogue", turn -> turn.id.dialogue()),
              number("number", turn -> turn.id.number())),
          List.of(text("question", turn -> turn.question), text("asked", turn -> turn.asked)),
          List.of(text("answer", turn -> turn.answer)));

  static final Table<CandidateRow> CANDIDATE =
      new Table<>(
          "candidate",
          List.of(
              text("dialogue", one -> one.id.dialogue()),
              number("turn", one -> one.id.turn()),
              number("number", one -> one.id.number())),
          List.of(text("question", one -> one.question), text("asked", one -> one.asked)),
          List.of(
              text("answer", one -> one.answer),
              number("right_items", one -> one.rightItems),
              number("items", one -> one.items),
              flag("chosen", one -> one.chosen)));

  /** Dialogues that nothing was heard of for a while are not kept beyond this number. */
  private static final int MOST = 2_000;

  private static final int NUMBERS = 50;

  private final Store store;
  private final Calls calls;
  private final Kept<DialogueRow> dialogues = new Kept<>(DIALOGUE);
  private final Kept<StepRow> steps = new Kept<>(STEP);
  private final Kept<TurnRow> turns = new Kept<>(TURN);
  private final Kept<CandidateRow> candidates = new Kept<>(CANDIDATE);
  private final Map<String, List<StepRow>> waiting = new HashMap<>();
  private final Map<String, List<StepRow>> open = new HashMap<>();
  private final Map<String, TreeMap<Integer, TurnRow>> talks = new HashMap<>();
  private final Map<String, List<CandidateRow>> tried = new HashMap<>();
  private final ReadyCalls ready = new ReadyCalls();
  private final Set<String> loaded = new HashSet<>();
  private final Set<String> moved = new HashSet<>();
  private Set<String> heardOf = new HashSet<>();
  private long nextStep = 1;
  private long lastStep;

  private Ongoing(Store store) {
    this.store = store;
    this.calls = Calls.of(store);
  }

  /** Those of the present transaction. */
  public static Ongoing of(Store store) {
    return store.part(Ongoing.class, () -> new Ongoing(store));
  }

  /** The dialogues of some ids. */
  public List<DialogueRow> dialogues(Collection<String> ids) {
    Set<String> unknown = new HashSet<>();
    for (String id : ids) {
      if (dialogues.peek(id) == null) {
        unknown.add(id);
      }
    }
    if (!unknown.isEmpty()) {
      read(
          store.read(DialogueRow.class, "from DialogueRow where holds(?1, id)", AnyOf.of(unknown)));
    }
    heardOf.addAll(ids);
    return new LinkedHashSet<>(ids).stream().map(dialogues::get).filter(Objects::nonNull).toList();
  }

  private List<DialogueRow> read(Collection<DialogueRow> rows) {
    return rows.stream().map(dialogues::read).toList();
  }

  /** The forks of some dialogues that wait for them. */
  List<DialogueRow> forksAwaiting(Collection<String> donors) {
    return donors.isEmpty()
        ? List.of()
        : read(
            store.read(
                DialogueRow.class,
                "from DialogueRow where holds(?1, donor) and stage = AWAITING_DONOR",
                AnyOf.of(donors)));
  }

  /** The dialogues of a study that failed on some concepts. */
  List<DialogueRow> failedOf(String study, Collection<String> concepts) {
    return read(
        store.read(
            DialogueRow.class,
            "from DialogueRow where study = ?1 and stage = FAILED and holds(?2, concept)",
            study,
            AnyOf.of(concepts)));
  }

  /** The next dialogues to start in some studies. */
  List<DialogueRow> toStart(Collection<String> studies, int limit) {
    writeDialogues();
    return studies.stream()
        .flatMap(study -> toStart(study, limit).stream())
        .sorted(Comparator.comparingLong(dialogue -> dialogue.rank))
        .limit(limit)
        .toList();
  }

  private List<DialogueRow> toStart(String study, int limit) {
    return store.read(
        DialogueRow.class,
        "from DialogueRow where study = ?1 and stage = PLANNED order by rank limit " + limit,
        study);
  }

  /** A dialogue has just been read that has never started: there is nothing of it but itself. */
  DialogueRow begin(DialogueRow planned) {
    DialogueRow dialogue = dialogues.read(planned);
    open.put(dialogue.id, new ArrayList<>());
    talks.put(dialogue.id, new TreeMap<>());
    tried.put(dialogue.id, new ArrayList<>());
    heardOf.add(dialogue.id);
    return dialogue;
  }

  /** What is waited for in some dialogues, or preparations, by their ids. */
  public Map<String, List<StepRow>> openOf(Collection<String> waiters) {
    Set<String> unknown = new HashSet<>(waiters);
    unknown.removeAll(open.keySet());
    if (!unknown.isEmpty()) {
      unknown.forEach(waiter -> open.put(waiter, new ArrayList<>()));
      store
          .read(
              StepRow.class,
              "from StepRow where holds(?1, dialogue) and open order by id",
              AnyOf.of(unknown))
          .stream()
          .map(steps::read)
          .filter(step -> step.open)
          .forEach(step -> open.get(step.dialogue).add(step));
      steps.touched().stream()
          .filter(step -> unknown.contains(step.dialogue))
          .forEach(step -> addUnwritten(open.get(step.dialogue), step));
    }
    Map<String, List<StepRow>> found = new HashMap<>();
    waiters.forEach(waiter -> found.put(waiter, new ArrayList<>(touched(open.get(waiter)))));
    return found;
  }

  /** The steps that wait for some calls, the first of each call first. */
  public List<StepRow> waitingFor(Collection<String> keys) {
    Set<String> unknown = new HashSet<>(keys);
    unknown.removeAll(waiting.keySet());
    if (!unknown.isEmpty()) {
      unknown.forEach(key -> waiting.put(key, new ArrayList<>()));
      readWaiting(
          store.read(
              StepRow.class,
              "from StepRow where holds(?1, call) and open order by id",
              AnyOf.of(unknown)));
      steps.touched().stream()
          .filter(step -> unknown.contains(step.call))
          .forEach(step -> addUnwritten(waiting.get(step.call), step));
    }
    List<StepRow> found = new ArrayList<>();
    new LinkedHashSet<>(keys).forEach(key -> found.addAll(touched(waiting.get(key))));
    return found;
  }

  private void readWaiting(List<StepRow> rows) {
    rows.stream()
        .map(steps::read)
        .filter(step -> step.open)
        .forEach(step -> waiting.get(step.call).add(step));
  }

  private static void addUnwritten(List<StepRow> some, StepRow step) {
    if (step.open && !some.contains(step)) {
      some.add(step);
    }
  }

  private List<StepRow> touched(List<StepRow> some) {
    return some.stream().map(step -> steps.get(step.id)).toList();
  }

  /** All steps of some dialogues, or preparations, as they were and are waited for. */
  public List<StepRow> stepsOf(Collection<String> waiters) {
    store.write();
    return store
        .read(
            StepRow.class, "from StepRow where holds(?1, dialogue) order by id", AnyOf.of(waiters))
        .stream()
        .map(steps::read)
        .toList();
  }

  /** Steps that were abandoned, of some dialogues or preparations that have failed. */
  public List<StepRow> abandonedOf(Collection<String> waiters) {
    return stepsOf(waiters).stream().filter(step -> step.abandoned).toList();
  }

  /** Adds steps that are waited for. */
  public void add(Collection<StepRow> wanted) {
    for (StepRow step : wanted) {
      step.id = nextStep();
      steps.add(step);
      if (calls.isNew(step.call)) {
        waiting.computeIfAbsent(step.call, call -> new ArrayList<>());
      }
      if (step.open) {
        addIfKept(waiting.get(step.call), step);
        addIfKept(open.get(step.dialogue), step);
      }
      moved.add(step.call);
    }
  }

  private static void addIfKept(List<StepRow> some, StepRow step) {
    if (some != null) {
      some.add(step);
    }
  }

  private long nextStep() {
    if (nextStep > lastStep) {
      lastStep = store.nextOf("step_seq");
      nextStep = Math.max(1, lastStep - NUMBERS + 1);
    }
    return nextStep++;
  }

  /** A step is waited for no more. */
  public void close(StepRow step) {
    step.open = false;
    isClosed(step);
  }

  /** A step is waited for no more, for who waited has failed. */
  public void abandon(StepRow step) {
    step.abandon();
    isClosed(step);
  }

  private void isClosed(StepRow step) {
    removeIfKept(waiting.get(step.call), step);
    removeIfKept(open.get(step.dialogue), step);
    moved.add(step.call);
  }

  private static void removeIfKept(List<StepRow> some, StepRow step) {
    if (some != null) {
      some.remove(step);
    }
  }

  /** Steps are waited for again. */
  public void takeUp(Collection<StepRow> some) {
    for (StepRow step : some) {
      step.takeUp();
      waiting.remove(step.call);
      open.remove(step.dialogue);
      moved.add(step.call);
    }
    store.write();
  }

  /** The turns of a dialogue, by number. */
  public Collection<TurnRow> turns(String dialogue) {
    readTurns(List.of(dialogue));
    return Collections.unmodifiableCollection(talks.get(dialogue).values());
  }

  /** Sees to it that the turns of some dialogues are in hand. */
  public void readTurns(Collection<String> some) {
    Set<String> unknown = new HashSet<>(some);
    unknown.removeAll(talks.keySet());
    if (!unknown.isEmpty()) {
      unknown.forEach(dialogue -> talks.put(dialogue, new TreeMap<>()));
      store
          .read(TurnRow.class, "from TurnRow where holds(?1, id.dialogue)", AnyOf.of(unknown))
          .stream()
          .map(turns::read)
          .forEach(turn -> talks.get(turn.id.dialogue()).put(turn.id.number(), turn));
    }
  }

  /** A turn of a dialogue, which may be changed. */
  Optional<TurnRow> turn(String dialogue, int number) {
    turns(dialogue);
    return Optional.ofNullable(talks.get(dialogue).get(number)).map(turn -> turns.read(turn));
  }

  void add(TurnRow turn) {
    turns(turn.id.dialogue());
    turns.add(turn);
    talks.get(turn.id.dialogue()).put(turn.id.number(), turn);
  }

  /** The candidates of a dialogue, turn by turn. */
  public List<CandidateRow> candidates(String dialogue) {
    if (!tried.containsKey(dialogue)) {
      tried.put(
          dialogue,
          new ArrayList<>(
              store
                  .read(
                      CandidateRow.class,
                      "from CandidateRow where id.dialogue = ?1 order by id.turn, id.number",
                      dialogue)
                  .stream()
                  .map(candidates::read)
                  .toList()));
    }
    return tried.get(dialogue).stream().map(candidates::read).toList();
  }

  CandidateRow candidate(CandidateRow.Id id) {
    return candidates(id.dialogue()).stream()
        .filter(one -> one.id.equals(id))
        .findFirst()
        .orElseThrow();
  }

  void add(CandidateRow candidate) {
    candidates(candidate.id.dialogue());
    candidates.add(candidate);
    List<CandidateRow> all = tried.get(candidate.id.dialogue());
    all.add(candidate);
    all.sort(
        Comparator.comparing((CandidateRow one) -> one.id.turn())
            .thenComparing(one -> one.id.number()));
  }

  /** Calls of a model that may be sent now and that a running study waits for, in order. */
  public List<CallRow> ready(
      String study, String model, Collection<CallKind> kinds, Instant now, int limit) {
    load(study);
    place();
    return calls.byKeys(
        ready.next(study, model, kinds, now, limit).stream().map(call -> call.key).toList());
  }

  /** How many calls of a running study may be sent to models now; of many some. */
  public long ready(String study, Instant now, int most) {
    load(study);
    place();
    return ready.count(study, now, most);
  }

  private void load(String study) {
    if (loaded.add(study)) {
      store.write();
      List<CallRow> found =
          calls.read(
              store.read(
                  CallRow.class,
                  """
                  from CallRow c where c.status = READY
                    and exists (from StepRow s where s.call = c.key and s.open and s.study = ?1)
                  """,
                  study));
      waitingFor(found.stream().map(call -> call.key).toList());
      found.forEach(call -> moved.add(call.key));
    }
  }

  /** Puts calls of which something has changed into their lines. */
  private void place() {
    calls.touched().forEach(call -> moved.add(call.key));
    List<CallRow> changed =
        moved.stream()
            .map(calls::peek)
            .filter(Objects::nonNull)
            .filter(call -> call.status == CallRow.Status.READY || ready.has(call.key))
            .toList();
    moved.clear();
    waitingFor(changed.stream().map(call -> call.key).toList());
    for (CallRow call : changed) {
      ready.place(call, waiting.get(call.key).stream().map(step -> step.study).distinct().toList());
    }
  }

  /** Writes what has become of dialogues, and not yet what they want next. */
  void writeDialogues() {
    store.write(dialogues::write);
  }

  @Override
  public void write(Connection connection) throws SQLException {
    calls.touched().forEach(call -> moved.add(call.key));
    dialogues.write(connection);
    steps.write(connection);
    turns.write(connection);
    candidates.write(connection);
  }

  @Override
  public void release() {
    dialogues.release();
    steps.release();
    turns.release();
    candidates.release();
  }

  /** Keeps nothing that is not needed any more: what is over, and of very many what is quiet. */
  public void sweep() {
    place();
    boolean many = dialogues.size() > MOST;
    Set<String> kept = new HashSet<>();
    for (DialogueRow dialogue : dialogues.rows()) {
      if (!dialogue.isOver() && (!many || heardOf.contains(dialogue.id))) {
        kept.add(dialogue.id);
      }
    }
    heardOf = new HashSet<>();
    dialogues.retain(dialogue -> kept.contains(dialogue.id));
    open.keySet().retainAll(kept);
    talks.keySet().retainAll(kept);
    tried.keySet().retainAll(kept);
    turns.retain(turn -> kept.contains(turn.id.dialogue()));
    candidates.retain(one -> kept.contains(one.id.dialogue()));
    waiting.values().removeIf(List::isEmpty);
    steps.retain(
        step -> step.open && (waiting.containsKey(step.call) || open.containsKey(step.dialogue)));
    Set<String> needed = new HashSet<>(waiting.keySet());
    dialogues.rows().forEach(dialogue -> needed.add(dialogue.lesson));
    turns.rows().forEach(turn -> Collections.addAll(needed, turn.question, turn.answer));
    candidates.rows().forEach(one -> Collections.addAll(needed, one.question, one.answer));
    calls.retain(call -> needed.contains(call.key));
  }
}
