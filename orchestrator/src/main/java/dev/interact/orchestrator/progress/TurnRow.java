package dev.interact.orchestrator.progress;

import dev.interact.contracts.Hash;
import dev.interact.orchestrator.database.AnyOf;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;

/** A turn of a dialogue; its texts are the replies of its calls, but for what is asked. */
@Entity
@Table(name = "turn")
public class TurnRow extends PanacheEntityBase {

  /** Turns count from 1. */
  @Embeddable
  public record Id(String dialogue, int number) {}

  @EmbeddedId public Id id;
  public String question;

  /** The question where it is not the whole reply of its call, or no call asked it; else null. */
  public String asked;

  public String answer;

  protected TurnRow() {}

  /** A turn whose question has been asked. */
  public TurnRow(String dialogue, int number, String question, String asked) {
    this.id = new Id(dialogue, number);
    this.question = question;
    this.asked = asked;
  }

  /** What stands for the question in the keys of later calls. */
  static String questionKey(String question, String asked) {
    return asked == null ? question : Hash.id("asked", asked);
  }

  String questionKey() {
    return questionKey(question, asked);
  }

  /**
   * What was said in a turn.
   *
   * @param answer null where there is none yet
   */
  public record Spoken(String dialogue, int number, String question, String answer) {}

  /** The texts of some dialogues, by turn. */
  public static List<Spoken> spoken(Collection<String> dialogues) {
    return find(
            """
            select t.id.dialogue, t.id.number, coalesce(t.asked, q.reply), a.reply
            from TurnRow t
            left join CallRow q on q.key = t.question
            left join CallRow a on a.key = t.answer
            where holds(?1, t.id.dialogue)
            order by t.id.number
            """,
            AnyOf.of(dialogues))
        .project(Spoken.class)
        .list();
  }
}
