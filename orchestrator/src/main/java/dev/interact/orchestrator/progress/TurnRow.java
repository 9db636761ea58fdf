package dev.interact.orchestrator.progress;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;

/** A turn of a dialogue; its texts are the replies of its calls. */
@Entity
@Table(name = "turn")
public class TurnRow extends PanacheEntityBase {

  /** Turns count from 1. */
  @Embeddable
  public record Id(String dialogue, int number) {}

  @EmbeddedId public Id id;
  public String question;
  public String answer;

  protected TurnRow() {}

  /** A turn whose question has been asked. */
  public TurnRow(String dialogue, int number, String question) {
    this.id = new Id(dialogue, number);
    this.question = question;
  }

  /** The turns of some dialogues whose question waits for its answer: one of each at most. */
  static List<TurnRow> unanswered(Collection<String> dialogues) {
    return dialogues.isEmpty()
        ? List.of()
        : list("id.dialogue in ?1 and answer is null", dialogues);
  }
}
