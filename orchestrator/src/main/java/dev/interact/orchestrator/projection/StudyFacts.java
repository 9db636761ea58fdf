package dev.interact.orchestrator.projection;

import dev.interact.contracts.event.Fact;
import dev.interact.orchestrator.projection.Known.Doing;
import dev.interact.orchestrator.projection.LiveStudy.Stamp;

/** What is told of a study as a whole, of its calls and money, and of a preparation's concepts. */
record StudyFacts(LiveDialogues dialogues, LiveTotals totals) {

  void apply(Fact fact, Stamp stamp) {
    switch (fact) {
      case Fact.StudyPlanned planned -> {}
      case Fact.StudyStarted started -> totals.start(stamp.time());
      case Fact.StudyPaused paused -> totals.state("paused", stamp);
      case Fact.StudyResumed resumed -> totals.state("running", stamp);
      case Fact.StudyCancelled cancelled -> totals.state("cancelled", stamp);
      case Fact.StudyFinished finished -> totals.state("finished", stamp);
      case Fact.ConceptStarted started -> start(started.preparation(), stamp);
      case Fact.ConceptPrepared prepared -> move(prepared.preparation(), Stage.FINISHED, stamp);
      case Fact.ConceptFailed failed -> move(failed.preparation(), Stage.FAILED, stamp);
      case Fact.ConceptTakenUp again -> move(again.preparation(), Stage.RUNNING, stamp);
      case Fact.CallRetried retried -> totals.retried(retried.attempt());
      case Fact.CallFailed failed -> totals.failed(failed.call());
      case Fact.BudgetReserved reserved -> totals.reserve(reserved, stamp.id());
      case Fact.BudgetSettled settled -> totals.settle(settled, stamp);
      case Fact.BudgetReached reached -> {}
      case Fact.BudgetChanged changed -> totals.cap(changed.usd(), stamp.id());
      case Fact.OfDialogue dialogue -> throw new IllegalArgumentException("of a dialogue");
      case Fact.LimitChanged limit -> {}
      case Fact.DeadLetterNoticed letter -> {}
      case Fact.DeadLetterResent letter -> {}
      case Fact.DeadLetterDropped letter -> {}
    }
  }

  private void start(String preparation, Stamp stamp) {
    move(preparation, Stage.RUNNING, stamp);
    LiveDialogue concept = dialogues.find(preparation);
    if (concept != null) {
      concept.waitFor(new Doing(0, Doing.PREPARATION), stamp.id());
    }
  }

  private void move(String preparation, Stage to, Stamp stamp) {
    LiveDialogue concept = dialogues.find(preparation);
    if (concept != null) {
      dialogues.move(concept, to, stamp.id());
    }
  }
}
