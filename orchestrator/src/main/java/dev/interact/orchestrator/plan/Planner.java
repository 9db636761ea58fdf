package dev.interact.orchestrator.plan;

import dev.interact.orchestrator.budget.AccountRow;
import dev.interact.orchestrator.budget.Amount;
import dev.interact.orchestrator.budget.Cap;
import dev.interact.orchestrator.budget.Prices;
import dev.interact.orchestrator.dispatch.Scene;
import dev.interact.orchestrator.ledger.Ledger;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.Dialogues;
import dev.interact.orchestrator.progress.StepCalls;
import dev.interact.orchestrator.progress.StudyCalls;
import dev.interact.orchestrator.progress.Walk;
import dev.interact.orchestrator.progress.Walked;
import dev.interact.orchestrator.size.SharedPrompts;
import dev.interact.orchestrator.study.Library;
import dev.interact.study.Human;
import dev.interact.study.Submission;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Says what a study would take, before anything runs. */
@Singleton
class Planner {
  private static final double NANOS_A_DOLLAR = 1e9;

  private final Library library;
  private final Dialogues dialogues;
  private final StepCalls stepCalls;
  private final Ledger ledger;
  private final Prices prices;
  private final Calibration calibration;

  Planner(
      Library library,
      Dialogues dialogues,
      StepCalls stepCalls,
      Ledger ledger,
      Prices prices,
      Calibration calibration) {
    this.library = library;
    this.dialogues = dialogues;
    this.stepCalls = stepCalls;
    this.ledger = ledger;
    this.prices = prices;
    this.calibration = calibration;
  }

  StudyPlan plan(Submission study) {
    String id = study.id();
    StudyCalls calls = stepCalls.of(study, (any, alias) -> stepCalls.modelId(alias));
    Walk walk = new Walk(calls, ledger::find, Walk.Gap.IS_FILLED);
    Lines lines = new Lines(prices, calibration::of);
    SeatCount seats = new SeatCount();
    AtomicLong number = new AtomicLong();
    AtomicLong seated = new AtomicLong();
    dialogues.planned(
        id,
        study,
        planned -> {
          number.addAndGet(planned.size());
          seated.addAndGet(planned.stream().filter(one -> Human.is(one.student)).count());
          add(study, walk.over(planned), lines, seats);
        });
    List<StudyPlan.Line> all = lines.all();
    return new StudyPlan(
        id,
        study.study().name(),
        number.get(),
        all,
        StudyPlan.Totals.of(all, lines.prefixes().share()),
        seats.of(seated.get()),
        limits(id, study, lines));
  }

  private void add(Submission study, List<Walked> walks, Lines lines, SeatCount seats) {
    Set<String> seen = new HashSet<>();
    for (Walked walked : walks) {
      DialogueRow dialogue = walked.dialogue();
      Scene scene =
          new Scene(
              study.study(),
              dialogue,
              library.concept(dialogue.concept),
              study.promptsFor(dialogue.domain));
      Foreseen foreseen = new Foreseen(walked, scene);
      SharedPrompts prompts = new SharedPrompts();
      List<Walked.Leg> first = new ArrayList<>();
      for (Walked.Leg leg : walked.legs()) {
        if (seen.add(leg.spec().key())) {
          first.add(leg);
        } else {
          lines.know(leg, foreseen, prompts);
        }
      }
      for (Walked.Leg leg : first) {
        if (Human.is(leg.spec().model().alias())) {
          seats.add(leg.spec());
        } else {
          lines.add(leg, foreseen, prompts);
        }
      }
    }
  }

  /** The cap in the file counts, or that of the study as it is where the file has none. */
  private StudyPlan.Limits limits(String id, Submission study, Lines lines) {
    Optional<AccountRow> account =
        QuarkusTransaction.requiringNew()
            .call(() -> AccountRow.findByIdOptional(AccountRow.ofStudy(id)));
    Cap cap =
        study.study().budget() == null && account.isPresent()
            ? account.get().cap()
            : Cap.of(study.study().budget());
    Amount spent = account.map(AccountRow::spent).orElse(Amount.ZERO);
    return cap.equals(Cap.of(null))
        ? null
        : new StudyPlan.Limits(
            cap.nanos() == null ? null : cap.nanos() / NANOS_A_DOLLAR,
            cap.tokens(),
            cap.calls(),
            spent.nanos() / NANOS_A_DOLLAR,
            cap.exceededBy(spent.plus(lines.estimated())).orElse(null),
            cap.exceededBy(spent.plus(lines.atMost())).orElse(null));
  }
}
