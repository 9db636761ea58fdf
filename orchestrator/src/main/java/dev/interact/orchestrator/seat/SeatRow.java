package dev.interact.orchestrator.seat;

import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.study.Human;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The seat of a dialogue's student, who is a person. Whoever knows the secret may sit there. */
@Entity
@Table(name = "seat")
public class SeatRow extends PanacheEntityBase {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 16;

  @Id public String dialogue;
  public String secret;
  public Instant opened;
  public Instant seen;

  /** What was shown last that is to be answered; null where nothing was. */
  public String step;

  /** Since when that was shown. */
  public Instant shown;

  protected SeatRow() {}

  private SeatRow(String dialogue) {
    byte[] random = new byte[SECRET_BYTES];
    RANDOM.nextBytes(random);
    this.dialogue = dialogue;
    this.secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** Sets up the seats of those of some dialogues whose student is a person. */
  public static void setUp(Collection<DialogueRow> dialogues) {
    persist(
        dialogues.stream()
            .filter(dialogue -> Human.is(dialogue.student))
            .map(dialogue -> new SeatRow(dialogue.id)));
  }

  /** The seat that a secret opens. */
  static Optional<SeatRow> of(String secret) {
    return find("secret", secret).firstResultOptional();
  }

  /** Somebody is there, and sees what is to be answered. */
  void isVisited(String stepShown, Instant now) {
    opened = opened == null ? now : opened;
    seen = now;
    if (stepShown != null && !stepShown.equals(step)) {
      step = stepShown;
      shown = now;
    }
  }

  /** A seat and its dialogue. */
  record Placed(SeatRow seat, DialogueRow dialogue) {}

  /** The seats of a study whose dialogues come after a place in the order of work, in order. */
  static List<Placed> of(String study, long after, int limit) {
    return find(
            """
            select s, d from SeatRow s join DialogueRow d on d.id = s.dialogue
            where d.study = ?1 and d.rank > ?2 order by d.rank
            """,
            study,
            after)
        .project(Placed.class)
        .page(0, limit)
        .list();
  }
}
