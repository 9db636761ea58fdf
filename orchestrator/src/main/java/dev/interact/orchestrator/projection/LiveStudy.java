package dev.interact.orchestrator.projection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.analysis.answers.ArmKey;
import dev.interact.contracts.event.Event;
import dev.interact.contracts.event.Fact;
import dev.interact.orchestrator.projection.Known.Doing;
import dev.interact.orchestrator.projection.Known.Done;
import dev.interact.orchestrator.projection.Known.Marked;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/**
 * A study or preparation as it is now: what was read of it once, and what was told since. It may be
 * told again what was read or told already. Not safe for use by several threads.
 */
public final class LiveStudy implements Projection {
  private final Curves curves;
  private final LiveDialogues dialogues;
  private final LiveTotals totals;
  private final StudyView view;
  private long offset;

  /**
   * A study whose dialogues are to be added.
   *
   * @param curves without points yet; null where none are wanted
   * @param offset of the last event before it was read
   */
  public LiveStudy(Head head, Figures figures, Curves curves, long offset) {
    this.curves = curves;
    this.dialogues = new LiveDialogues(curves);
    this.totals = new LiveTotals(head, figures);
    this.offset = offset;
    this.view = new StudyView(totals, dialogues, curves);
  }

  /**
   * Adds a dialogue as it was read.
   *
   * @param done its steps, unless it is over
   * @param doing what it waits for; null where it does not
   */
  public void add(Known known, Stage stage, Collection<Done> done, Doing doing) {
    LiveDialogue dialogue = new LiveDialogue(known, stage);
    done.forEach(dialogue::did);
    if (doing != null) {
      dialogue.waitFor(doing, EventId.NONE);
    }
    dialogues.add(dialogue);
  }

  /** Takes in marks of a dialogue that were read, instead of being told. */
  public void mark(String dialogue, Marked marked) {
    dialogues.find(dialogue).mark(marked);
  }

  /** All marks of a dialogue that has finished were read. */
  public void close(String dialogue) {
    dialogues.close(dialogues.find(dialogue));
  }

  /** Dialogues that have finished and whose marks are to be read, because none that count come. */
  public Set<String> unmarked() {
    return dialogues.unmarked();
  }

  @Override
  public boolean isStale() {
    return totals.isStale();
  }

  @Override
  public long offset() {
    return offset;
  }

  /** The curves, as far as dialogues have finished. */
  public Curves curves() {
    return curves;
  }

  /** The id of one of its arms. */
  public String arm(ArmKey axes) {
    return dialogues.arms().values().stream()
        .map(arm -> arm.one)
        .filter(one -> one.axes().equals(axes))
        .findFirst()
        .orElseThrow()
        .arm();
  }

  /** What it is called. */
  public String name() {
    return totals.head().name();
  }

  /** Its id. */
  public String id() {
    return totals.head().id();
  }

  @Override
  public ObjectNode view(Instant now) {
    return view.json(offset, now);
  }

  /** Its line among all studies, to be left as it is. */
  public ObjectNode line(Instant now) {
    return view.line(now);
  }

  @Override
  public boolean apply(long at, Event event) {
    if (!isAbout(event.data())) {
      return false;
    }
    offset = Math.max(offset, at);
    EventId id = EventId.of(event.id());
    if (event.data() instanceof Fact.OfDialogue fact) {
      LiveDialogue dialogue = dialogues.find(fact.dialogue());
      if (dialogue != null) {
        new DialogueFacts(dialogues, totals).apply(dialogue, fact, new Stamp(id, event.time()));
      }
    } else {
      new StudyFacts(dialogues, totals).apply(event.data(), new Stamp(id, event.time()));
    }
    return true;
  }

  private boolean isAbout(Fact fact) {
    return switch (fact) {
      case Fact.OfStudy about -> id().equals(about.study());
      case Fact.BudgetChanged budget -> id().equals(budget.study());
      case Fact.LimitChanged limit -> false;
      case Fact.DeadLetterNoticed letter -> false;
      case Fact.DeadLetterResent letter -> false;
      case Fact.DeadLetterDropped letter -> false;
    };
  }

  /** Which event, and when what it tells of was stored. */
  record Stamp(EventId id, Instant time) {
    Stamp(EventId id, String time) {
      this(id, Instant.parse(time));
    }
  }
}
