package dev.interact.preparation.flow;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The replies that are there, and a record of those that were looked for in vain. */
final class Replies {
  private final Map<Step, Ended> there;
  private final Set<Step> wanted = new LinkedHashSet<>();
  private String failure;

  Replies(Map<Step, Ended> there) {
    this.there = there;
  }

  /** What a model said; empty if it is not there yet, or never will be. */
  Optional<String> said(Step step) {
    return reply(step, Ended.Said.class).map(Ended.Said::text);
  }

  /** What was chosen on a sheet; empty if it is not there yet, or never will be. */
  Optional<Ended.Sat> sat(Step.Sit step) {
    return reply(step, Ended.Sat.class);
  }

  private <T extends Ended> Optional<T> reply(Step step, Class<T> kind) {
    Ended ended = there.get(step);
    if (ended == null) {
      wanted.add(step);
      return Optional.empty();
    }
    if (ended instanceof Ended.Failed(String reason)) {
      failure = failure == null ? reason : failure;
      return Optional.empty();
    }
    if (!kind.isInstance(ended)) {
      throw new IllegalArgumentException(
          "%s is answered by %s".formatted(step, ended.getClass().getSimpleName()));
    }
    return Optional.of(kind.cast(ended));
  }

  /** What is to be waited for, or why there is nothing to wait for; empty if all was there. */
  Optional<Next> lacking() {
    if (failure != null) {
      return Optional.of(new Next.Failed(failure));
    }
    return wanted.isEmpty() ? Optional.empty() : Optional.of(new Next.Waits(wanted));
  }
}
