package dev.interact.orchestrator.progress;

import dev.interact.orchestrator.database.AnyOf;
import dev.interact.orchestrator.dialogue.Step;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.study.Human;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which dialogue waits, or waited, for which call. */
@Entity
@Table(name = "step")
public class StepRow extends PanacheEntityBase {

  /** The kinds of {@link Step}, and of the steps of preparations. */
  public enum Kind {
    LESSON,
    ASK,
    ANSWER,
    SIT,
    RETEST,
    TRIAL,
    PREPARED_LESSON,
    WRITE_QUIZ,
    JUDGE,
    CLOSED_BOOK,
    WITH_CONTEXT,
    FRESH;

    /** Whether it is a dialogue that waits, and not the preparation of a concept. */
    public boolean isOfDialogue() {
      return switch (this) {
        case LESSON, ASK, ANSWER, SIT, RETEST, TRIAL -> true;
        case PREPARED_LESSON, WRITE_QUIZ, JUDGE, CLOSED_BOOK, WITH_CONTEXT, FRESH -> false;
      };
    }
  }

  /** In the order in which steps came to be; from a sequence that counts by fifties. */
  @Id public Long id;

  public String study;

  /** The dialogue that waits, or the preparation of a concept. */
  public String dialogue;

  @Enumerated(EnumType.STRING)
  public Kind kind;

  public int turn;
  public int part;
  public int draw;
  public int candidate;
  public int sample;
  public String call;
  public boolean open;
  public boolean abandoned;
  public String formatError;

  /** The model that a preparation asks; empty for steps of dialogues, whose cells name it. */
  public String model = "";

  protected StepRow() {}

  /**
   * A step that somebody waits for; where it stands is to be added.
   *
   * @param waiter the id of who waits
   * @param formatError why the draw before this one could not be read, or null
   */
  public StepRow(String study, String waiter, Kind kind, String call, String formatError) {
    this.study = study;
    this.dialogue = waiter;
    this.kind = kind;
    this.call = call;
    this.open = true;
    this.formatError = formatError;
  }

  /**
   * A step that a dialogue waits for.
   *
   * @param formatError why the draw before this one could not be read, or null
   */
  public StepRow(DialogueRow dialogue, Step step, String call, String formatError) {
    this.study = dialogue.study;
    this.dialogue = dialogue.id;
    this.call = call;
    this.open = true;
    this.formatError = formatError;
    switch (step) {
      case Step.WriteLesson lesson -> kind = Kind.LESSON;
      case Step.Ask(int at, int one) -> {
        kind = Kind.ASK;
        turn = at;
        candidate = one;
      }
      case Step.Answer(int at, int one) -> {
        kind = Kind.ANSWER;
        turn = at;
        candidate = one;
      }
      case Step.Sit sheet -> {
        sheet(Kind.SIT, sheet);
        sample = sheet.sample();
      }
      case Step.Retest sheet -> sheet(Kind.RETEST, sheet);
      case Step.Trial sheet -> {
        sheet(Kind.TRIAL, sheet);
        candidate = sheet.candidate();
      }
    }
  }

  /** The kind of a sheet. */
  static Kind kind(Step.Sheet sheet) {
    return switch (sheet) {
      case Step.Sit sit -> Kind.SIT;
      case Step.Retest retest -> Kind.RETEST;
      case Step.Trial trial -> Kind.TRIAL;
    };
  }

  private void sheet(Kind kindOfSheet, Step.Sheet sheet) {
    kind = kindOfSheet;
    turn = sheet.turn();
    part = sheet.part();
    draw = sheet.draw();
  }

  /** The step. */
  public Step step() {
    return switch (kind) {
      case LESSON -> new Step.WriteLesson();
      case ASK -> new Step.Ask(turn, candidate);
      case ANSWER -> new Step.Answer(turn, candidate);
      case SIT -> new Step.Sit(turn, part, sample, draw);
      case RETEST -> new Step.Retest(turn, part, draw);
      case TRIAL -> new Step.Trial(turn, candidate, part, draw);
      case PREPARED_LESSON, WRITE_QUIZ, JUDGE, CLOSED_BOOK, WITH_CONTEXT, FRESH ->
          throw new IllegalStateException("a preparation waits for " + kind);
    };
  }

  /** All steps of some dialogues, turn by turn. */
  public static List<StepRow> ofDialogues(Collection<String> dialogues) {
    return list(
        "holds(?1, dialogue) order by dialogue, turn, kind, candidate, part, sample, draw",
        AnyOf.of(dialogues));
  }

  /** Whether a study waits for a call that has been sent, or for a grade. */
  public static boolean awaitsReply(String study) {
    return count(
            """
            from StepRow s join CallRow c on c.key = s.call
            where s.study = ?1 and s.open and c.status in (SENT, ANSWERED)
            """,
            study)
        > 0;
  }

  /** In how many dialogues of a study a person is waited for. */
  public static long seatsAwaited(String study) {
    return find(
            """
            select count(distinct s.dialogue) from StepRow s join CallRow c on c.key = s.call
            where s.study = ?1 and s.open and c.model = ?2 and c.status = READY
            """,
            study,
            Human.ALIAS)
        .project(Long.class)
        .singleResult();
  }

  /** Whether a study waits for people, and for nothing else. */
  public static boolean awaitsPeopleAlone(String study) {
    return seatsAwaited(study) > 0
        && count(
                """
                from StepRow s join CallRow c on c.key = s.call
                where s.study = ?1 and s.open and not (c.model = ?2 and c.status = READY)
                """,
                study,
                Human.ALIAS)
            == 0;
  }

  /** What a person was asked in a dialogue, and what has become of it. */
  public record Asked(StepRow step, CallRow.Status status) {}

  /** All that people were asked in some dialogues, in the order in which they are to answer. */
  public static List<Asked> ofPeople(Collection<String> dialogues) {
    List<Asked> asked =
        new ArrayList<>(
            find(
                    """
                    select s, c.status from StepRow s join CallRow c on c.key = s.call
                    where holds(?1, s.dialogue) and c.model = ?2
                    """,
                    AnyOf.of(dialogues),
                    Human.ALIAS)
                .project(Asked.class)
                .list());
    asked.sort(
        Comparator.comparing((Asked one) -> one.step().turn)
            .thenComparing(one -> one.step().kind)
            .thenComparing(one -> one.step().part));
    return asked;
  }

  /** The steps that wait, or waited, for some calls. */
  public static List<StepRow> of(Collection<String> calls) {
    return list("holds(?1, call) order by id", AnyOf.of(calls));
  }

  /** Those of some dialogues that failed while they waited for a call of another study too. */
  public static List<String> abandonedWithOthers(Collection<String> dialogues) {
    return find(
            """
            select distinct s.dialogue from StepRow s
            where holds(?1, s.dialogue) and s.abandoned
              and exists (from StepRow o where o.call = s.call and o.study <> s.study)
            """,
            AnyOf.of(dialogues))
        .project(String.class)
        .list();
  }

  /** Waits no more, for its dialogue has failed. */
  public void abandon() {
    open = false;
    abandoned = true;
  }

  /** Waits again. */
  public void takeUp() {
    open = true;
    abandoned = false;
  }
}
