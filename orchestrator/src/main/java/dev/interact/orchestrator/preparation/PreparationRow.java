package dev.interact.orchestrator.preparation;

import dev.interact.contracts.Hash;
import dev.interact.orchestrator.database.AnyOf;
import dev.interact.orchestrator.study.ConceptRow;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;

/** The preparation of one concept. How far it is follows from its steps and their calls. */
@Entity
@Table(name = "preparation")
public class PreparationRow extends PanacheEntityBase {

  /** What has become of it. */
  public enum Stage {
    PLANNED,
    RUNNING,
    FINISHED,
    FAILED
  }

  @Id public String id;
  public String study;
  public String concept;
  public String conceptId;
  public String domain;
  public long rank;

  @Enumerated(EnumType.STRING)
  public Stage stage;

  public String reason;

  /** Calls that it takes if every item passes at once. */
  public long plannedCalls;

  protected PreparationRow() {}

  /** One that has not started. */
  public PreparationRow(String study, ConceptRow.Name concept, long plannedCalls) {
    this.id = Hash.id("preparation", study, concept.hash());
    this.study = study;
    this.concept = concept.hash();
    this.conceptId = concept.id();
    this.domain = concept.domain();
    this.stage = Stage.PLANNED;
    this.plannedCalls = plannedCalls;
  }

  /** Those of some ids. */
  static List<PreparationRow> byIds(Collection<String> ids) {
    return list("holds(?1, id)", AnyOf.of(ids));
  }

  /** All of a preparation, in its order. */
  public static List<PreparationRow> of(String study) {
    return list("study = ?1 order by rank", study);
  }

  /** The running preparations that have concepts to start. */
  static List<String> studiesToStart() {
    return find("""
            select y.id from StudyRow y
            where y.state = RUNNING
              and exists (from PreparationRow p where p.study = y.id and p.stage = PLANNED)
            """)
        .project(String.class)
        .list();
  }

  /** The next to start. */
  static List<PreparationRow> toStart(Collection<String> studies, int limit) {
    return PreparationRow.<PreparationRow>find(
            "holds(?1, study) and stage = ?2 order by rank", AnyOf.of(studies), Stage.PLANNED)
        .page(0, limit)
        .list();
  }

  /** Those of a preparation that failed. */
  static List<PreparationRow> failedOf(String study) {
    return list("study = ?1 and stage = ?2", study, Stage.FAILED);
  }
}
