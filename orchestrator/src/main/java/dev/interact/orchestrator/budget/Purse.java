package dev.interact.orchestrator.budget;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts that a round of admission pays from; locked while the transaction lasts. */
public final class Purse {
  private final Map<String, List<AccountRow>> payers;
  private final Map<String, String> refusals = new HashMap<>();

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
    accounts.forEach(account -> account.reserve(most));
    return true;
  }

  /** What was reserved for a study by this purse is not needed. */
  public void giveBack(String study, Amount most) {
    payers
        .getOrDefault(study, List.of())
        .forEach(account -> account.reserve(Amount.ZERO.minus(most)));
  }

  private static Optional<String> refusal(AccountRow account, Amount most) {
    return account
        .refusal(most)
        .map(
            limit ->
                "The cap of %s is reached: the next call might pass %s."
                    .formatted(account.whose(), limit));
  }

  /** The studies that something was refused to, each with the reason in a sentence. */
  public Map<String, String> refusals() {
    return Map.copyOf(refusals);
  }
}
