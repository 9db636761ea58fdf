package dev.interact.orchestrator.budget;

import dev.interact.contracts.ModelRequest;
import dev.interact.contracts.reply.Outcome;
import dev.interact.contracts.reply.Usage;
import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.size.PromptSize;
import dev.interact.registry.Model;
import dev.interact.registry.ModelRegistry;
import dev.interact.study.Human;
import jakarta.inject.Singleton;

/** Says what attempts cost, at the registry's prices. */
@Singleton
public class Prices {
  private static final int TOKENS_A_MESSAGE = 16;

  /** Of a text in English, about. */
  public static final int CHARACTERS_A_TOKEN = 4;

  private final ModelRegistry registry;

  Prices(ModelRegistry registry) {
    this.registry = registry;
  }

  /**
   * What a request may cost at most: a token of a vocabulary of bytes has one byte at least, and
   * messages have a few tokens around them.
   */
  public Amount bound(ModelRequest request, PromptSize size) {
    return of(
        request.head().model(),
        size.bytes() + (long) TOKENS_A_MESSAGE * size.messages() + images(request, size),
        request.head().sampling().maxTokens());
  }

  /** The tokens that a provider counts against its limit a minute, about. */
  public long expectedTokens(ModelRequest request, PromptSize size) {
    return size.characters() / CHARACTERS_A_TOKEN
        + images(request, size)
        + request.head().sampling().maxTokens();
  }

  private long images(ModelRequest request, PromptSize size) {
    return size.images()
        * registry.find(request.head().model()).map(Model::imageTokens).orElse(0).longValue();
  }

  /**
   * What an attempt cost: as the provider counted, and all that was reserved where nobody knows.
   * Where the registry has its model no more, tokens that were counted cost what was reserved. A
   * person costs nothing, and is no call.
   */
  public Amount of(AttemptRow attempt, Outcome outcome) {
    if (Human.is(attempt.model)) {
      return Amount.ZERO;
    }
    return switch (outcome) {
      case Outcome.RateLimited limited -> Amount.ZERO;
      case Outcome.Completed completed -> of(attempt, completed.usage());
      case Outcome.Transient broken -> of(attempt, broken.usage());
      case Outcome.Rejected rejected -> of(attempt, rejected.usage());
    };
  }

  private Amount of(AttemptRow attempt, Usage usage) {
    if (usage == null) {
      return Accounts.reserved(attempt);
    }
    Amount cost = of(attempt.model, usage.input(), usage.output());
    return cost.tokens() == 0 || registry.find(attempt.model).isPresent()
        ? cost
        : new Amount(attempt.reservedNanos, cost.tokens(), cost.calls());
  }

  /** What some tokens of one call cost. */
  public Amount of(String alias, long input, long output) {
    Model.Price price = registry.find(alias).map(Model::price).orElse(Model.Price.FREE);
    return new Amount(price.nanos(input, output), input + output, 1);
  }
}
