package dev.interact.cli.plan;

import dev.interact.cli.api.Plan;
import dev.interact.cli.api.Tokens;
import dev.interact.cli.table.Figure;
import dev.interact.cli.table.Spending;
import dev.interact.cli.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plan as people read it. */
final class PlanTable {
  private static final List<String> HEADER =
      List.of(
          "model",
          "calls",
          "planned",
          "recorded",
          "new",
          "input",
          "output",
          "cost",
          "at most",
          "estimated from");
  private static final int LABELS = 2;

  private PlanTable() {}

  static String of(Plan plan) {
    List<List<String>> rows = new ArrayList<>();
    plan.lines().forEach(line -> rows.add(row(line)));
    Plan.Totals totals = plan.totals();
    rows.add(
        row(
            List.of("all", ""),
            totals.calls(),
            totals.tokens(),
            List.of(Figure.dollars(totals.cost()), Figure.dollars(totals.costAtMost()), "")));
    return "%s: %s dialogues%n%n%s%n%n%s"
        .formatted(
            plan.name(),
            Figure.count(plan.dialogues()),
            new Table(HEADER, LABELS, rows).text(),
            String.join("\n", sentences(plan)));
  }

  private static List<String> row(Plan.Line line) {
    return row(
        List.of(line.model(), line.kind().toLowerCase(Locale.ROOT).replace('_', ' ')),
        line.calls(),
        line.tokens(),
        List.of(
            Figure.dollars(line.cost()),
            Figure.dollars(line.costAtMost()),
            line.calls().fresh() == 0
                ? Figure.NONE
                : line.basis().calls() == 0
                    ? "assumed"
                    : Figure.count(line.basis().calls()) + " calls"));
  }

  private static List<String> row(
      List<String> labels, Plan.Calls calls, Tokens tokens, List<String> rest) {
    List<String> row = new ArrayList<>(labels);
    row.add(Figure.count(calls.planned()));
    row.add(Figure.count(calls.recorded()));
    row.add(Figure.count(calls.fresh()));
    row.add(Figure.tokens(tokens.input()));
    row.add(Figure.tokens(tokens.output()));
    row.addAll(rest);
    return row;
  }

  private static List<String> sentences(Plan plan) {
    List<String> sentences = new ArrayList<>();
    if (plan.totals().calls().fresh() == 0) {
      sentences.add("Everything is recorded: running it calls no model and costs nothing.");
    } else {
      sentences.add(
          "Numbers of calls are exact, but for quizzes that cannot be read and are asked again.");
      sentences.add(
          "Tokens and cost are estimates for the new calls, at the registry's prices; \"at most\""
              + " is what they cost if every answer is as long as it may be.");
      if (plan.totals().sharedPrefix() != null) {
        sentences.add(
            "About %s of the input tokens repeat how an earlier call of the same dialogue begins;"
                    .formatted(Figure.roundPercent(plan.totals().sharedPrefix()))
                + " providers may bill these at a discount, which the cost leaves out.");
      }
      if (plan.lines().stream().anyMatch(PlanTable::isAssumed)) {
        sentences.add(
            "\"assumed\": nothing like it is recorded yet, so four characters count as a token,"
                + " and an answer as half of the tokens that it may have.");
      }
    }
    if (plan.seats() != null) {
      sentences.add(
          "People are the students of %s dialogues: they ask %s questions and sit %s quiz sheets, which are no calls."
              .formatted(
                  Figure.count(plan.seats().dialogues()),
                  Figure.count(plan.seats().questions()),
                  Figure.count(plan.seats().sheets())));
    }
    if (plan.budget() != null) {
      sentences.add(budget(plan.budget()));
    }
    return sentences;
  }

  private static boolean isAssumed(Plan.Line line) {
    return line.calls().fresh() > 0 && line.basis().calls() == 0;
  }

  private static String budget(Plan.Limits budget) {
    String caps =
        "Budget: %s, of which %s is spent; "
            .formatted(Spending.cap(budget.cap()), Figure.dollars(budget.spent()));
    if (budget.exceeded() != null) {
      return caps + "the estimate exceeds %s.".formatted(budget.exceeded());
    }
    return caps
        + (budget.exceededAtMost() == null
            ? "the plan keeps within it."
            : "the estimate keeps within it, long answers might exceed %s."
                .formatted(budget.exceededAtMost()));
  }
}
