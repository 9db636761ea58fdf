package dev.interact.orchestrator.progress;

import dev.interact.orchestrator.database.AnyOf;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;

/** A question that was tried out, and how the student did after its answer. */
@Entity
@Table(name = "candidate")
public class CandidateRow extends PanacheEntityBase {

  /** Turns count from 1, candidates from 0. */
  @Embeddable
  public record Id(String dialogue, int turn, int number) {}

  @EmbeddedId public Id id;
  public String question;
  public String asked;
  public String answer;
  public int rightItems;
  public int items;
  public boolean chosen;

  protected CandidateRow() {}

  CandidateRow(Id id, String question, String asked) {
    this.id = id;
    this.question = question;
    this.asked = asked;
  }

  String questionKey() {
    return TurnRow.questionKey(question, asked);
  }

  /** The candidates of some dialogues, turn by turn. */
  public static List<CandidateRow> of(Collection<String> dialogues) {
    return list(
        "holds(?1, id.dialogue) order by id.dialogue, id.turn, id.number", AnyOf.of(dialogues));
  }

  /** The texts of a candidate. */
  public record Spoken(
      String dialogue,
      int turn,
      int number,
      String question,
      String answer,
      int right,
      int items,
      boolean chosen) {}

  /** The texts of the candidates of some dialogues, turn by turn. */
  public static List<Spoken> spoken(Collection<String> dialogues) {
    if (dialogues.isEmpty()) {
      return List.of();
    }
    return find(
            """
            select c.id.dialogue, c.id.turn, c.id.number, coalesce(c.asked, q.reply), a.reply,
                   c.rightItems, c.items, c.chosen
            from CandidateRow c
            join CallRow q on q.key = c.question
            left join CallRow a on a.key = c.answer
            where holds(?1, c.id.dialogue)
            order by c.id.dialogue, c.id.turn, c.id.number
            """,
            AnyOf.of(dialogues))
        .project(Spoken.class)
        .list();
  }
}
