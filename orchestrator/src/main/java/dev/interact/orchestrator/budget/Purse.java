package dev.interact.orchestrator.budget;

import dev.interact.contracts.event.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts that a round of admission pays from; locked while the transaction lasts. */
public final class Purse {
  private final Map<String, List<AccountRow>> payers;
  private final Map<String, Refusal> refusals = new HashMap<>();
  private final Map<String, Amount> added = new HashMap<>();

  /**
   * Why nothing more is reserved for a study.
   *
   * @param account whose cap it is: study or owner
   * @param reason in a sentence
   */
  public record Refusal(String account, String reason) {}

  Purse(Map<String, List<AccountRow>> payers) {
    this.payers = payers;
  }

  /**
   * Reserves an amount for a study; where it does not fit, nothing is reserved, and nothing more
   * for this study from this purse, however little.
   *
   * @return whether it was reserved
   */
  public boolean reserve(String study, Amount most) {
    List<AccountRow> accounts = payers.getOrDefault(study, List.of());
    if (!refusals.containsKey(study)) {
      accounts.stream()
          .flatMap(account -> refusal(account, most).stream())
          .findFirst()
          .ifPresent(refusal -> refusals.put(study, refusal));
    }
    if (refusals.containsKey(study)) {
      return false;
    }
    add(study, most);
    return true;
  }

  /** What was reserved for a study by this purse is not needed. */
  public void giveBack(String study, Amount most) {
    add(study, Amount.ZERO.minus(most));
  }

  private void add(String study, Amount most) {
    payers.getOrDefault(study, List.of()).forEach(account -> account.reserve(most));
    added.merge(study, most, Amount::plus);
  }

  private static Optional<Refusal> refusal(AccountRow account, Amount most) {
    return account
        .refusal(most)
        .map(
            limit ->
                new Refusal(
                    account.study().isPresent() ? "study" : "owner",
                    "The cap of %s is reached: the next call might pass %s."
                        .formatted(account.whose(), limit)));
  }

  /** The studies that something was refused to, each with the reason. */
  public Map<String, Refusal> refusals() {
    return Map.copyOf(refusals);
  }

  /** What was reserved, as it is told. */
  public List<Fact> reservations() {
    return payers.values().stream()
        .flatMap(List::stream)
        .flatMap(account -> account.study().flatMap(study -> reserved(study, account)).stream())
        .toList();
  }

  private Optional<Fact> reserved(String study, AccountRow account) {
    return Optional.ofNullable(added.get(study))
        .filter(more -> more.calls() > 0)
        .map(more -> new Fact.BudgetReserved(study, more.told(), account.reserved().told()));
  }
}
