package dev.interact.orchestrator.monitoring;

import dev.interact.orchestrator.budget.AccountRow;
import dev.interact.orchestrator.monitoring.State.Figure;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.study.StudyRow;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far studies are. Of more running studies than a few the newest are told. */
@Singleton
class StudyState {
  private static final int MOST = 50;

  /** How many studies are in a state. */
  public record InState(StudyRow.State state, long number) {}

  /** How many dialogues of a study are at a stage. */
  public record AtStage(String study, DialogueRow.Stage stage, long number) {}

  /** To be called within a transaction. */
  void addTo(State state) {
    StudyRow.find("select y.state, count(*) from StudyRow y group by y.state")
        .project(InState.class)
        .stream()
        .forEach(is -> state.add(Figure.STUDIES, is.number(), label(is.state())));
    Map<String, String> names = running();
    if (!names.isEmpty()) {
      dialogues(state, names);
      accounts(state, names);
    }
  }

  private static Map<String, String> running() {
    return StudyRow.find(
            "select y.id, y.name from StudyRow y where y.state = RUNNING order by y.created desc")
        .page(0, MOST)
        .project(StudyRow.Name.class)
        .stream()
        .collect(Collectors.toMap(StudyRow.Name::id, StudyRow.Name::name));
  }

  private static void dialogues(State state, Map<String, String> names) {
    DialogueRow.find(
            """
            select d.study, d.stage, count(*) from DialogueRow d
            where d.study in ?1 group by d.study, d.stage
            """,
            names.keySet())
        .project(AtStage.class)
        .stream()
        .forEach(
            at ->
                state.add(
                    Figure.DIALOGUES,
                    at.number(),
                    at.study(),
                    names.get(at.study()),
                    label(at.stage())));
  }

  private static void accounts(State state, Map<String, String> names) {
    Map<String, String> studies =
        names.keySet().stream().collect(Collectors.toMap(AccountRow::ofStudy, Function.identity()));
    List<AccountRow> accounts = AccountRow.list("id in ?1", studies.keySet());
    for (AccountRow account : accounts) {
      String study = studies.get(account.id);
      String name = names.get(study);
      state.add(Figure.STUDY_CALLS, account.spentCalls, study, name);
      state.add(Figure.STUDY_COST, account.spent().inDollars().usd(), study, name);
      used(account).forEach(share -> state.add(Figure.BUDGET_USED, share, study, name));
    }
  }

  /** What is spent and reserved of the cap that is nearest to being reached; none without one. */
  private static Stream<Double> used(AccountRow account) {
    var taken = account.spent().plus(account.reserved());
    return Stream.of(
        share(taken.nanos(), account.capNanos),
        share(taken.tokens(), account.capTokens),
        share(taken.calls(), account.capCalls))
        .flatMap(Function.identity())
        .max(Double::compare)
        .stream();
  }

  private static Stream<Double> share(long taken, Long cap) {
    return cap == null ? Stream.empty() : Stream.of(cap == 0 ? 1.0 : (double) taken / cap);
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
