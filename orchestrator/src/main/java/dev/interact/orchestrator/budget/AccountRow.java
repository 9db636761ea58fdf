package dev.interact.orchestrator.budget;

import dev.interact.contracts.event.Fact;
import dev.interact.orchestrator.database.AnyOf;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a study, or an owner in a month, may spend and has spent. */
@Entity
@Table(name = "account")
public class AccountRow extends PanacheEntityBase {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("yyyy-MM").withZone(ZoneOffset.UTC);
  private static final String OWNER = "owner/";
  private static final String STUDY = "study/";

  @Id public String id;
  public Long capNanos;
  public Long capTokens;
  public Long capCalls;
  public long reservedNanos;
  public long reservedTokens;
  public long reservedCalls;
  public long spentNanos;
  public long spentTokens;
  public long spentCalls;
  public long inputTokens;
  public long outputTokens;

  protected AccountRow() {}

  private AccountRow(String id) {
    this.id = id;
  }

  /** The id of a study's account. */
  public static String ofStudy(String study) {
    return STUDY + study;
  }

  /** The id of an owner's account for the month (UTC) of a moment. */
  public static String ofOwner(String owner, Instant at) {
    return OWNER + owner + "/" + MONTH.format(at);
  }

  /** A study's account; an empty one where it has none yet. */
  public static AccountRow find(String study) {
    return AccountRow.<AccountRow>findByIdOptional(ofStudy(study))
        .orElseGet(() -> new AccountRow(ofStudy(study)));
  }

  /** Makes an account that is not there. */
  static AccountRow open(String id, Cap cap) {
    AccountRow account = new AccountRow(id);
    account.cap(cap);
    account.persist();
    return account;
  }

  /** Changes the cap of an account and nothing else of it, or opens it. */
  static void cap(String id, Cap cap) {
    int changed =
        update(
            "capNanos = ?1, capTokens = ?2, capCalls = ?3 where id = ?4",
            cap.nanos(),
            cap.tokens(),
            cap.calls(),
            id);
    if (changed == 0) {
      open(id, cap);
    }
  }

  /** Those that are there of some ids, locked until the transaction ends. */
  static List<AccountRow> lock(Collection<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : AccountRow.<AccountRow>find("holds(?1, id) order by id", AnyOf.of(ids))
            .withLock(LockModeType.PESSIMISTIC_WRITE)
            .list();
  }

  /** The owner of an owner's account. */
  public String owner() {
    return id.startsWith(OWNER) ? id.substring(OWNER.length(), id.lastIndexOf('/')) : "";
  }

  /** The study of a study's account. */
  Optional<String> study() {
    return id.startsWith(STUDY) ? Optional.of(id.substring(STUDY.length())) : Optional.empty();
  }

  /** Whose account it is, for people. */
  String whose() {
    return study().isPresent() ? "the study" : "owner %s for this month".formatted(owner());
  }

  /** What calls that have ended make of a study's account, as it is told. */
  Optional<Fact> settled() {
    return study()
        .map(
            study ->
                new Fact.BudgetSettled(
                    study, spent().told(), reserved().told(), inputTokens, outputTokens));
  }

  void cap(Cap cap) {
    capNanos = cap.nanos();
    capTokens = cap.tokens();
    capCalls = cap.calls();
  }

  public Cap cap() {
    return new Cap(capNanos, capTokens, capCalls);
  }

  public Amount reserved() {
    return new Amount(reservedNanos, reservedTokens, reservedCalls);
  }

  public Amount spent() {
    return new Amount(spentNanos, spentTokens, spentCalls);
  }

  /** The limit that would be passed if an amount were reserved too; empty if none would. */
  Optional<String> refusal(Amount more) {
    return cap().exceededBy(spent().plus(reserved()).plus(more));
  }

  void reserve(Amount more) {
    Amount now = reserved().plus(more);
    reservedNanos = now.nanos();
    reservedTokens = now.tokens();
    reservedCalls = now.calls();
  }

  void spend(Amount more) {
    Amount now = spent().plus(more);
    spentNanos = now.nanos();
    spentTokens = now.tokens();
    spentCalls = now.calls();
  }
}
