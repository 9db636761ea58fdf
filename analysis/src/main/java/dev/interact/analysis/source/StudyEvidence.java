package dev.interact.analysis.source;

import dev.interact.analysis.table.AnswerTable;
import dev.interact.analysis.table.Evidence;
import dev.interact.analysis.table.ItemKeys;
import dev.interact.analysis.table.Units;
import dev.interact.analysis.table.Weighting;
import dev.interact.study.Concept;
import dev.interact.study.StudyFile;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** A folder's answers, counted as its study says. */
public final class StudyEvidence {
  private StudyEvidence() {}

  /** By the rules of the primary analysis. */
  public static Evidence of(Source source) {
    AnswerTable table = new AnswerTable(source.study().turns(), new ItemKeys(source.concepts()));
    source.answers(table::add);
    source.dialogues(table::add);
    return Evidence.primary(table, units(source.study(), source.concepts()));
  }

  /** The independent units of a study's concepts, weighted as it says. */
  public static Units units(StudyFile study, Collection<Concept> concepts) {
    Map<String, String> clusters = new HashMap<>();
    Map<String, String> domains = new HashMap<>();
    for (Concept concept : concepts) {
      domains.put(concept.id(), concept.domain());
      if (concept.cluster() != null) {
        clusters.put(concept.id(), concept.cluster());
      }
    }
    Weighting weighting =
        switch (study.analysis().weighting()) {
          case BY_CONCEPT -> Weighting.BY_CONCEPT;
          case BY_DOMAIN -> Weighting.BY_DOMAIN;
        };
    return new Units(clusters, domains, weighting);
  }
}
