package dev.interact.orchestrator.ledger;

import dev.interact.contracts.quiz.GradedSheet;
import dev.interact.contracts.quiz.Mark;
import dev.interact.orchestrator.database.AnyOf;
import dev.interact.study.Human;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.DynamicUpdate;

/** A call: one wanted model answer, however many dialogues wait for it and attempts it takes. */
@Entity
@DynamicUpdate // a new status must not write the reply anew
@Table(name = "call")
public class CallRow extends PanacheEntityBase {

  /** What has become of a call; only {@link #READY} calls are sent. */
  public enum Status {
    READY,
    SENT,
    /** A sheet that waits for its grade. */
    ANSWERED,
    DONE,
    FAILED
  }

  @Id public String key;

  @Enumerated(EnumType.STRING)
  public CallKind kind;

  public String model;

  /** What the provider knew the model by; null where that was not recorded. */
  public String modelId;

  public double temperature;
  public int maxTokens;
  public int seed;
  public String prompt;
  public long rank;

  @Enumerated(EnumType.STRING)
  public Status status;

  public Instant notBefore;
  public int failures;
  public int losses;
  public int refusals;
  public String reason;
  public String reply;
  public boolean truncated;
  public Integer[] choices;
  public String formatError;
  public String grader;

  /** Which draw of the same request it is. */
  public String draw;

  /** The attempt whose reply it has. */
  public String answeredBy;

  protected CallRow() {}

  /** A new call, ready to be sent. */
  public CallRow(CallSpec spec, long rank) {
    this.key = spec.key();
    this.kind = spec.kind();
    this.model = spec.model().alias();
    this.modelId = spec.model().id();
    this.temperature = spec.sampling().temperature();
    this.maxTokens = spec.sampling().maxTokens();
    this.seed = spec.sampling().seed();
    this.prompt = spec.prompt();
    this.draw = spec.draw().toString();
    this.rank = rank;
    open();
  }

  /** Makes the call ready to be sent, as if it had never been. */
  public void open() {
    status = Status.READY;
    notBefore = Instant.EPOCH;
    failures = 0;
    losses = 0;
    refusals = 0;
    reason = null;
  }

  /**
   * Gives a call that waits or is under way as many attempts as a new one has; one that has failed
   * is made anew.
   */
  public void tryAgain() {
    switch (status) {
      case FAILED -> open();
      case READY, SENT -> {
        failures = 0;
        losses = 0;
      }
      case ANSWERED, DONE -> {}
    }
  }

  /** Whether whoever waits for the call can go on. */
  public boolean isSettled() {
    return status == Status.DONE || status == Status.FAILED;
  }

  /** Whether a person is asked. */
  public boolean isOfPerson() {
    return Human.is(model);
  }

  /** Has the grade of its sheet. What a person leaves open stays open: it is not asked again. */
  public void grade(GradedSheet sheet) {
    choices = choices(sheet);
    formatError = formatError(sheet);
    grader = sheet.grader();
    status = Status.DONE;
  }

  /** Whether a grade says of its sheet what is recorded. */
  public boolean isGradedAs(GradedSheet sheet) {
    return hasChoicesOf(sheet) && Objects.equals(formatError, formatError(sheet));
  }

  /** Whether a grade read the choices that are recorded. */
  public boolean hasChoicesOf(GradedSheet sheet) {
    return Arrays.equals(choices, choices(sheet));
  }

  private static Integer[] choices(GradedSheet sheet) {
    return sheet.marks().stream().map(Mark::choice).toArray(Integer[]::new);
  }

  private String formatError(GradedSheet sheet) {
    return isOfPerson() ? null : sheet.formatError();
  }

  /** Whether it has an answer that dialogues go on with. */
  public boolean isAnswered() {
    return status == Status.DONE && reply != null;
  }

  /** Whether some dialogue of a study has waited for the call and does so no more. */
  boolean hasEnded(String study) {
    return count("from StepRow s where s.study = ?1 and s.call = ?2 and not s.open", study, key)
        > 0;
  }

  /** The calls that are there of some keys. */
  public static List<CallRow> byKeys(Collection<String> keys) {
    return keys.isEmpty() ? List.of() : list("holds(?1, key)", AnyOf.of(keys));
  }

  /**
   * A model that refused calls for its rate.
   *
   * @param until the latest time that one of them waits for
   */
  public record Refused(String model, Instant until) {}

  /** Those of some models whose refused calls wait for a time to come. */
  public static List<Refused> refusedUntilAfter(Instant now, Collection<String> models) {
    return find(
            """
            select c.model, max(c.notBefore) from CallRow c
            where c.status = READY and c.refusals > 0 and c.notBefore > ?1 and holds(?2, c.model)
            group by c.model
            """,
            now,
            AnyOf.of(models))
        .project(Refused.class)
        .list();
  }

  /** Sheets that wait for their grade. */
  public static List<CallRow> answered(Collection<String> except, int limit) {
    return find(
            "from CallRow c where c.status = ANSWERED and not holds(?1, c.key) order by c.rank",
            AnyOf.of(except))
        .<CallRow>page(0, limit)
        .list();
  }

  private static final String GRADED =
      """
      c.status = DONE and c.kind in (SHEET, BOUND_SHEET)
        and exists (from StepRow s where s.call = c.key and s.study = ?1)
      """;

  /** The graded sheets of a study whose keys come after another, by key. */
  public static List<CallRow> gradedOf(String study, String after, int limit) {
    return CallRow.<CallRow>find(
            "from CallRow c where " + GRADED + " and c.key > ?2 order by c.key", study, after)
        .page(0, limit)
        .list();
  }

  /** How many graded sheets a study has. */
  public static long countGradedOf(String study) {
    return count("from CallRow c where " + GRADED, study);
  }
}
