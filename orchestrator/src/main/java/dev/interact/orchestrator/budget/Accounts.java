package dev.interact.orchestrator.budget;

import dev.interact.orchestrator.event.Chronicle;
import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.study.Budget;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keeps what studies and owners spend: an upper bound is reserved before an attempt is sent, and
 * settled when it has ended. To be called within transactions of the writer, or while none runs.
 */
@Singleton
public class Accounts {
  private final Chronicle chronicle;
  private final Map<String, String> owners = new ConcurrentHashMap<>();

  Accounts(Chronicle chronicle) {
    this.chronicle = chronicle;
  }

  /**
   * What an attempt turned out to cost.
   *
   * @param wasUnderWay whether its bound was still reserved
   */
  public record Settlement(AttemptRow attempt, Amount cost, boolean wasUnderWay) {}

  /** Sets what a study may spend. */
  public void cap(String study, Budget budget) {
    Cap cap = Cap.of(budget);
    boolean changes = !cap.equals(AccountRow.find(study).cap());
    AccountRow.cap(AccountRow.ofStudy(study), cap);
    if (changes) {
      chronicle.tell(cap.told(study, null));
    }
  }

  /** Sets what an owner may spend in this month and in each that follows. */
  public void capOwner(String owner, Budget budget, Instant now) {
    Cap cap = Cap.of(budget);
    boolean changes = !cap.equals(OwnerCapRow.of(owner));
    OwnerCapRow.set(owner, cap);
    AccountRow.cap(AccountRow.ofOwner(owner, now), cap);
    if (changes) {
      chronicle.tell(cap.told(null, owner));
    }
  }

  /** The accounts that attempts of some studies are paid from now, locked. */
  public Purse purse(Collection<String> studies, Instant now) {
    Map<String, List<String>> ids = new HashMap<>();
    studies.forEach(study -> ids.put(study, accountsOf(study, now)));
    Map<String, AccountRow> accounts = lock(ids.values());
    studies.stream()
        .map(this::owner)
        .filter(owner -> !accounts.containsKey(AccountRow.ofOwner(owner, now)))
        .distinct()
        .map(owner -> AccountRow.open(AccountRow.ofOwner(owner, now), OwnerCapRow.of(owner)))
        .forEach(opened -> accounts.put(opened.id, opened));
    Map<String, List<AccountRow>> payers = new HashMap<>();
    ids.forEach((study, all) -> payers.put(study, those(accounts, all)));
    return new Purse(payers);
  }

  /**
   * Books what attempts cost. What was reserved for one that was under way is free again; one that
   * was booked before is corrected.
   */
  public void settle(Collection<Settlement> settlements) {
    List<Settlement> paid =
        settlements.stream().filter(settlement -> settlement.attempt().study != null).toList();
    Map<String, AccountRow> accounts =
        lock(paid.stream().map(s -> accountsOf(s.attempt().study, s.attempt().sent)).toList());
    for (Settlement settlement : paid) {
      AttemptRow attempt = settlement.attempt();
      those(accounts, accountsOf(attempt.study, attempt.sent))
          .forEach(account -> book(account, settlement));
      attempt.spentNanos = settlement.cost().nanos();
      attempt.spentTokens = settlement.cost().tokens();
      attempt.spentCalls = (int) settlement.cost().calls();
    }
    accounts.values().stream()
        .flatMap(account -> account.settled().stream())
        .forEach(chronicle::tell);
  }

  private static void book(AccountRow account, Settlement settlement) {
    AttemptRow attempt = settlement.attempt();
    if (settlement.wasUnderWay()) {
      account.reserve(Amount.ZERO.minus(reserved(attempt)));
    }
    account.inputTokens += attempt.inputTokens;
    account.outputTokens += attempt.outputTokens;
    account.spend(
        settlement
            .cost()
            .minus(new Amount(attempt.spentNanos, attempt.spentTokens, attempt.spentCalls)));
  }

  private List<String> accountsOf(String study, Instant at) {
    return List.of(AccountRow.ofStudy(study), AccountRow.ofOwner(owner(study), at));
  }

  private String owner(String study) {
    return owners.computeIfAbsent(study, StudyRow::ownerOf);
  }

  private static Map<String, AccountRow> lock(Collection<List<String>> ids) {
    Set<String> all = new LinkedHashSet<>();
    ids.forEach(all::addAll);
    return AccountRow.lock(all).stream()
        .collect(Collectors.toMap(account -> account.id, Function.identity()));
  }

  private static List<AccountRow> those(Map<String, AccountRow> accounts, List<String> ids) {
    return ids.stream().map(accounts::get).filter(Objects::nonNull).toList();
  }

  /** What was reserved for an attempt. */
  public static Amount reserved(AttemptRow attempt) {
    return new Amount(attempt.reservedNanos, attempt.reservedTokens, 1);
  }
}
