package dev.interact.orchestrator.results;

import dev.interact.orchestrator.progress.Arm;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.DialogueRow.Stage;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The dialogues of one arm.
 *
 * @param id of the arm in the database
 * @param counts one for each stage that some of them are at
 */
public record Dialogues(String id, Arm arm, List<Count> counts) {

  /**
   * Dialogues of an arm that are at a stage.
   *
   * @param one of them
   * @param ended those whose number of turns may be less than planned
   * @param turns of those that ended, all together; null where none did
   */
  public record Count(String arm, String one, Stage stage, Long number, Long ended, Long turns) {}

  /** Those of a study, arm by arm. To be called within a transaction. */
  public static List<Dialogues> of(String study) {
    List<Count> counts =
        DialogueRow.find(
                """
                select d.arm, min(d.id), d.stage, count(d), count(d.turns), sum(d.turns)
                from DialogueRow d where d.study = ?1 group by d.arm, d.stage
                """,
                study)
            .project(Count.class)
            .list();
    Map<String, DialogueRow> ones =
        DialogueRow.byIds(counts.stream().map(Count::one).toList()).stream()
            .collect(Collectors.toMap(row -> row.arm, Function.identity(), (one, same) -> one));
    return counts.stream().collect(Collectors.groupingBy(Count::arm)).entrySet().stream()
        .map(of -> new Dialogues(of.getKey(), ones.get(of.getKey()).arm(), of.getValue()))
        .toList();
  }

  /** How many there are. */
  long planned() {
    return counts.stream().mapToLong(Count::number).sum();
  }

  /** How many are at a stage. */
  public long at(Stage stage) {
    return counts.stream().filter(count -> count.stage() == stage).mapToLong(Count::number).sum();
  }

  /** How many turns finished ones have on average; null where there are none, or no turns. */
  Double turns(Horizon horizon) {
    return counts.stream()
        .filter(count -> count.stage() == Stage.FINISHED && horizon.turns() > 0)
        .findFirst()
        .map(
            count -> {
              long theirs = count.turns() == null ? 0 : count.turns();
              return (double) (theirs + (count.number() - count.ended()) * horizon.turns())
                  / count.number();
            })
        .orElse(null);
  }
}
