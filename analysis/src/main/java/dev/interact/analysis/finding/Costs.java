package dev.interact.analysis.finding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.contrast.Identity;
import dev.interact.analysis.contrast.Paired;
import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Block.Table;
import dev.interact.analysis.report.Block.Table.Column;
import dev.interact.analysis.report.Block.Text;
import dev.interact.analysis.report.Section;
import dev.interact.analysis.report.Wording;
import dev.interact.analysis.table.Sitting;
import dev.interact.study.input.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What each arm cost, and what an accuracy point gained by it did. */
record Costs(Basis basis) {
  private static final String ID = "cost";
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * Of a cell of the summary.
   *
   * @param gained points above what the student knows with nothing to learn from; null where it is
   *     not known or not above 0
   */
  private record Cost(ArmKey arm, JsonNode cell, Double gained) {
    long calls() {
      return cell.path("calls").asLong();
    }

    long input() {
      return cell.path("tokens").path("input").asLong();
    }

    long output() {
      return cell.path("tokens").path("output").asLong();
    }

    /** US dollars; null where no price is known. */
    Double cost() {
      return cell.path("cost").isNumber() ? cell.path("cost").asDouble() : null;
    }
  }

  Section section() {
    List<Cost> costs = new ArrayList<>();
    basis.source().summary().path("cells").forEach(cell -> costs.add(cost(cell)));
    List<Block> blocks = new ArrayList<>();
    JsonNode totals = basis.source().summary().path("totals");
    blocks.add(
        new Text(
            "The study made %s model calls of %s tokens in%s and %s tokens out, for %s."
                .formatted(
                    Numbers.count(totals.path("calls").asLong()),
                    Numbers.count(totals.path("tokens").path("input").asLong()),
                    shared(totals)
                        .map(" (about %s of them in a shared prefix)"::formatted)
                        .orElse(""),
                    Numbers.count(totals.path("tokens").path("output").asLong()),
                    totals.path("cost").isNumber()
                        ? dollars(totals.path("cost").asDouble())
                        : "an unknown price")));
    if (!costs.isEmpty()) {
      blocks.add(table(costs));
    }
    return new Section(ID, "Cost", blocks);
  }

  private Cost cost(JsonNode cell) {
    try {
      ArmKey arm = MAPPER.treeToValue(cell, ArmKey.class);
      return new Cost(arm, cell, gained(arm));
    } catch (JsonProcessingException e) {
      throw InvalidInput.of(
          basis.source().folder().resolve("summary.json").toString(),
          "has a cell that is none of Interact's: " + e.getOriginalMessage());
    }
  }

  private Double gained(ArmKey arm) {
    if (!basis.evidence().table().arms().contains(arm)) {
      return null;
    }
    Sitting last = basis.last(arm);
    return basis
        .start(arm.student(), arm.quizMode())
        .filter(start -> Identity.of(basis.evidence().table(), last, start).isEmpty())
        .map(start -> Paired.of(basis.evidence(), last, start).sample().mean())
        .map(gained -> 100 * gained)
        .filter(gained -> gained > 0)
        .orElse(null);
  }

  private Table table(List<Cost> costs) {
    return new Table(
        ID + "-table",
        "Cost by arm",
        List.of(
            new Column("arm", false),
            new Column("calls", true),
            new Column("tokens in", true),
            new Column("shared prefix", true),
            new Column("tokens out", true),
            new Column("cost", true),
            new Column("points gained", true),
            new Column("tokens per point", true),
            new Column("cost per point", true)),
        costs.stream().map(this::cells).toList(),
        List.of(
            "Points gained: accuracy after the last turn less closed-book (or turn 0 of 'dynamic') of the same student; '-' where that is not known or not above 0.",
            "Shared prefix: how much of the tokens in repeats, about, how an earlier call of the same dialogue begins; providers may bill it at a discount, which the cost leaves out.",
            "Calls that several arms share, such as a lesson, count in each of them: the arms may add up to more than the study."));
  }

  private List<String> cells(Cost one) {
    Double gained = one.gained();
    String label =
        basis.evidence().table().arms().contains(one.arm())
            ? basis.label(one.arm())
            : one.arm().condition();
    return List.of(
        label,
        Numbers.count(one.calls()),
        Numbers.count(one.input()),
        shared(one.cell()).orElse(Wording.NONE),
        Numbers.count(one.output()),
        one.cost() == null ? Wording.NONE : dollars(one.cost()),
        gained == null ? Wording.NONE : Numbers.one(gained),
        gained == null
            ? Wording.NONE
            : Numbers.count(Math.round((one.input() + one.output()) / gained)),
        gained == null || one.cost() == null ? Wording.NONE : dollars(one.cost() / gained));
  }

  /** In per cent; empty where the summary does not say, as of an earlier version. */
  private static Optional<String> shared(JsonNode of) {
    return Optional.of(of.path("shared_prefix"))
        .filter(JsonNode::isNumber)
        .map(share -> String.format(Locale.ROOT, "%.0f%%", 100 * share.asDouble()));
  }

  private static String dollars(double cost) {
    return String.format(Locale.ROOT, cost != 0 && cost < 0.1 ? "$%.4f" : "$%,.2f", cost);
  }
}
