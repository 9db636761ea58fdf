package dev.interact.orchestrator.view;

import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.rest.PageRequest;
import dev.interact.orchestrator.rest.SearchedText;
import io.quarkus.panache.common.Parameters;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which dialogues of a study are asked for. */
public class Filter {
  private static final String SAID =
      """
       and exists (
        from TurnRow t
        left join CallRow q on q.key = t.question
        left join CallRow a on a.key = t.answer
        where t.id.dialogue = d.id
          and (coalesce(t.asked, q.reply) ilike :q escape '!' or a.reply ilike :q escape '!'))
      """;

  /** The id of an arm. */
  @RestQuery public String arm;

  /** planned, running, finished or failed. */
  @Parameter(schema = @Schema(enumeration = {"planned", "running", "finished", "failed"}))
  @RestQuery
  public String stage;

  @RestQuery public String domain;

  /** A part of the concept's id. */
  @RestQuery public String concept;

  /** A part of a question or an answer; case does not matter. */
  @RestQuery public String q;

  /** Those of a study, in the order in which they start. */
  List<DialogueRow> page(String study, PageRequest page) {
    long after = page.after().orElse(-1);
    return DialogueRow.<DialogueRow>find(
            "from DialogueRow d where d.rank > :after" + conditions() + " order by d.rank",
            parameters(study).and("after", after))
        .range(0, page.size())
        .list();
  }

  /** How many there are. */
  long count(String study) {
    return DialogueRow.count("from DialogueRow d where true" + conditions(), parameters(study));
  }

  /** Whether texts are searched, which takes longer. */
  boolean searches() {
    return q != null && !q.isBlank();
  }

  private String conditions() {
    return " and d.study = :study"
        + (arm == null ? "" : " and d.arm = :arm")
        + (stage == null ? "" : " and d.stage in :stages")
        + (domain == null ? "" : " and d.domain = :domain")
        + (concept == null ? "" : " and d.conceptId ilike :concept escape '!'")
        + (searches() ? SAID : "");
  }

  private Parameters parameters(String study) {
    Parameters parameters = Parameters.with("study", study);
    if (arm != null) {
      parameters.and("arm", arm);
    }
    if (stage != null) {
      parameters.and("stages", stages());
    }
    if (domain != null) {
      parameters.and("domain", domain);
    }
    if (concept != null) {
      parameters.and("concept", SearchedText.within(concept));
    }
    return searches() ? parameters.and("q", SearchedText.within(q)) : parameters;
  }

  private List<DialogueRow.Stage> stages() {
    return Stage.labelled(stage)
        .map(Stage::stages)
        .orElseThrow(
            () ->
                PageRequest.wrong(
                    "stage",
                    "must be one of %s, not '%s'"
                        .formatted(
                            Arrays.stream(Stage.values())
                                .map(Stage::label)
                                .collect(Collectors.joining(", ")),
                            stage)));
  }
}
