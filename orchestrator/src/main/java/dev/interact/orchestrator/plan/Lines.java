package dev.interact.orchestrator.plan;

import dev.interact.contracts.ModelRequest;
import dev.interact.orchestrator.budget.Amount;
import dev.interact.orchestrator.budget.Prices;
import dev.interact.orchestrator.ledger.CallKind;
import dev.interact.orchestrator.ledger.CallSpec;
import dev.interact.orchestrator.progress.Walked;
import dev.interact.orchestrator.size.InputTokens;
import dev.interact.orchestrator.size.PromptSize;
import dev.interact.orchestrator.size.SharedPrompts;
import dev.interact.study.Human;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Adds up calls by model and kind. */
final class Lines {
  private static final double NANOS_A_DOLLAR = 1e9;

  /** Characters of a person's question, about. */
  private static final int QUESTION = 100;

  private record Key(String model, CallKind kind) {
    static final Comparator<Key> ORDER = Comparator.comparing(Key::model).thenComparing(Key::kind);
  }

  /** The sums of a line. */
  private static final class Sum {
    private final Estimate estimate;
    private long planned;
    private long recorded;
    private long input;
    private InputTokens prefixes = InputTokens.NONE;
    private double output;
    private long outputAtMost;
    private Amount atMost = Amount.ZERO;

    Sum(Estimate estimate) {
      this.estimate = estimate;
    }
  }

  private final Prices prices;
  private final BiFunction<String, CallKind, Estimate> estimates;
  private final Map<Key, Sum> sums = new TreeMap<>(Key.ORDER);

  Lines(Prices prices, BiFunction<String, CallKind, Estimate> estimates) {
    this.prices = prices;
    this.estimates = estimates;
  }

  /**
   * Adds a call of a model; what a recorded one took is not counted again.
   *
   * @param others the prompts of the dialogue's other new calls
   */
  void add(Walked.Leg leg, Foreseen foreseen, SharedPrompts others) {
    Sum sum = sum(leg.spec());
    sum.planned++;
    if (leg.isPaid()) {
      sum.recorded++;
      return;
    }
    ModelRequest request = foreseen.request(leg, this::characters);
    sum.input += input(sum.estimate, request, PromptSize.of(request));
    SharedPrompts.Sizes sizes = others.add(request);
    sum.prefixes =
        sum.prefixes.plus(
            new InputTokens(
                input(sum.estimate, request, sizes.whole()),
                input(sum.estimate, request, sizes.shared())));
    sum.output += sum.estimate.output(leg.spec());
    // A token of an earlier answer counts as a byte of the prompt: as one token, that is.
    ModelRequest longest = foreseen.request(leg, call -> call.sampling().maxTokens());
    sum.atMost = sum.atMost.plus(prices.bound(longest, PromptSize.of(longest)));
    sum.outputAtMost += leg.spec().sampling().maxTokens();
  }

  /**
   * Knows of a call that was added with another dialogue, and is made once for both; before those
   * that are the dialogue's own are added.
   */
  void know(Walked.Leg leg, Foreseen foreseen, SharedPrompts others) {
    if (!leg.isPaid() && !Human.is(leg.spec().model().alias())) {
      others.add(foreseen.request(leg, this::characters));
    }
  }

  /** Tokens of a prompt of some size, about. */
  private long input(Estimate estimate, ModelRequest request, PromptSize size) {
    int most = request.head().sampling().maxTokens();
    return estimate.input(
        prices.bound(request, size).tokens() - most, prices.expectedTokens(request, size) - most);
  }

  /** Of an answer, about. */
  private int characters(CallSpec call) {
    return Human.is(call.model().alias()) ? QUESTION : sum(call).estimate.characters(call);
  }

  private Sum sum(CallSpec call) {
    return sums.computeIfAbsent(
        new Key(call.model().alias(), call.kind()),
        key -> new Sum(estimates.apply(key.model(), key.kind())));
  }

  List<StudyPlan.Line> all() {
    return sums.entrySet().stream().map(entry -> line(entry.getKey(), entry.getValue())).toList();
  }

  private StudyPlan.Line line(Key key, Sum sum) {
    long output = Math.round(sum.output);
    return new StudyPlan.Line(
        key.model(),
        key.kind(),
        new StudyPlan.Calls(sum.planned, sum.recorded, sum.planned - sum.recorded),
        new StudyPlan.Tokens(sum.input, output),
        new StudyPlan.Tokens(sum.atMost.tokens() - sum.outputAtMost, sum.outputAtMost),
        prices.of(key.model(), sum.input, output).nanos() / NANOS_A_DOLLAR,
        sum.atMost.nanos() / NANOS_A_DOLLAR,
        sum.prefixes.share(),
        sum.estimate.basis());
  }

  /** The prompts of all new calls. */
  InputTokens prefixes() {
    return sums.values().stream()
        .map(sum -> sum.prefixes)
        .reduce(InputTokens.NONE, InputTokens::plus);
  }

  /** What all new calls take, about. */
  Amount estimated() {
    return sums.entrySet().stream()
        .map(
            entry -> {
              Sum sum = entry.getValue();
              Amount cost = prices.of(entry.getKey().model(), sum.input, Math.round(sum.output));
              return new Amount(cost.nanos(), cost.tokens(), sum.planned - sum.recorded);
            })
        .reduce(Amount.ZERO, Amount::plus);
  }

  /** What all new calls take at most. */
  Amount atMost() {
    return sums.values().stream().map(sum -> sum.atMost).reduce(Amount.ZERO, Amount::plus);
  }
}
