package dev.interact.cli.status;

import static java.util.Comparator.comparing;

import dev.interact.cli.CommandFailed;
import dev.interact.cli.api.StudyStatus;
import dev.interact.cli.input.PreparedStudy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the study that a user means. */
public final class StudyName {
  /** How a command describes it. */
  public static final String DESCRIPTION =
      "A study's name (its latest is meant) or the beginning of its id.";

  private StudyName() {}

  /**
   * The latest study of a name, or else the one whose id begins so.
   *
   * @throws CommandFailed if there is none, or more than one such id
   */
  public static StudyStatus find(List<StudyStatus> studies, String text) {
    Optional<StudyStatus> named =
        studies.stream()
            .filter(study -> study.name().equals(text))
            .max(comparing(StudyStatus::created));
    return named.orElseGet(() -> byId(studies, text));
  }

  /**
   * The study of a file, as it is recorded.
   *
   * @throws CommandFailed if it is not
   */
  public static StudyStatus find(List<StudyStatus> studies, PreparedStudy prepared) {
    String id = prepared.submission().id();
    return studies.stream()
        .filter(study -> study.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                CommandFailed.wrongInput(
                    "Study %s is not recorded as its file is now; interact run runs it."
                        .formatted(prepared.study().name())));
  }

  private static StudyStatus byId(List<StudyStatus> studies, String text) {
    List<StudyStatus> found =
        studies.stream().filter(study -> study.id().startsWith(text)).toList();
    if (found.isEmpty()) {
      throw CommandFailed.wrongInput(
          "There is no study '%s'; interact studies lists all.".formatted(text));
    }
    if (found.size() > 1) {
      throw CommandFailed.wrongInput(
          "'%s' begins the ids of %d studies: %s. Give more of the id."
              .formatted(
                  text,
                  found.size(),
                  found.stream()
                      .map(study -> study.id() + " (" + study.name() + ")")
                      .collect(Collectors.joining(", "))));
    }
    return found.getFirst();
  }
}
