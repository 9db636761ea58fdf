package dev.interact.orchestrator.submission;

import dev.interact.orchestrator.rest.PageRequest;
import dev.interact.orchestrator.rest.SearchedText;
import dev.interact.orchestrator.study.StudyRow;
import io.quarkus.panache.common.Parameters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Which studies and preparations are asked for.
 *
 * @param state null for any
 * @param q a part of the name, or the beginning of the id; null for any
 */
record StudyList(String state, String q) {

  /**
   * Those of a page, newest first, and one more where there are more.
   *
   * @throws dev.interact.study.input.InvalidInput if there is no such state, or no such page
   */
  List<StudyRow> page(PageRequest page) {
    Parameters parameters = parameters();
    String after = "";
    if (page.cursor != null) {
      if (StudyRow.count("id", page.cursor) == 0) {
        throw page.unknownCursor();
      }
      after =
          """
           and (y.created < (select c.created from StudyRow c where c.id = :cursor)
            or y.created = (select c.created from StudyRow c where c.id = :cursor) and y.id > :cursor)
          """;
      parameters.and("cursor", page.cursor);
    }
    return StudyRow.<StudyRow>find(
            "from StudyRow y where true" + conditions() + after + " order by y.created desc, y.id",
            parameters)
        .range(0, page.size())
        .list();
  }

  long count() {
    return StudyRow.count("from StudyRow y where true" + conditions(), parameters());
  }

  private String conditions() {
    return (state == null ? "" : " and y.state = :state")
        + (q == null ? "" : " and (y.name ilike :part escape '!' or y.id ilike :start escape '!')");
  }

  private Parameters parameters() {
    Parameters parameters = new Parameters();
    if (state != null) {
      parameters.and("state", named());
    }
    if (q != null) {
      parameters.and("part", SearchedText.within(q)).and("start", SearchedText.beginning(q));
    }
    return parameters;
  }

  private StudyRow.State named() {
    return Arrays.stream(StudyRow.State.values())
        .filter(each -> label(each).equals(state))
        .findFirst()
        .orElseThrow(
            () ->
                PageRequest.wrong(
                    "state",
                    "must be one of %s, not '%s'"
                        .formatted(
                            Arrays.stream(StudyRow.State.values())
                                .map(StudyList::label)
                                .collect(Collectors.joining(", ")),
                            state)));
  }

  private static String label(StudyRow.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
