package dev.interact.study.file;

import dev.interact.study.Condition;
import dev.interact.study.StudyFile;
import dev.interact.study.analysis.Contrast;
import dev.interact.study.analysis.Place;
import dev.interact.study.fork.Fork;
import dev.interact.study.fork.ForkKind;
import dev.interact.study.input.FieldPath;
import dev.interact.study.input.Schema.Finding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What the draws, forks and overrides of a study need, and the study does not have. */
final class Experiments {
  private final StudyFile study;
  private final List<Finding> findings = new ArrayList<>();

  private Experiments(StudyFile study) {
    this.study = study;
  }

  static List<Finding> problems(StudyFile study) {
    Experiments experiments = new Experiments(study);
    experiments.draws();
    experiments.overrides();
    experiments.trials();
    experiments.forks();
    experiments.contrasts();
    return experiments.findings;
  }

  private void forks() {
    Set<ForkKind> kinds = EnumSet.noneOf(ForkKind.class);
    for (int i = 0; i < study.forks().size(); i++) {
      Fork fork = study.forks().get(i);
      FieldPath path = FieldPath.of("forks", i);
      if (fork.kind() == null) {
        continue; // the schema says so
      }
      if (!kinds.add(fork.kind())) {
        say(path, "is a second fork of the kind " + fork.kind().label());
      }
      fork(fork, path);
    }
  }

  private void contrasts() {
    List<Contrast> contrasts = study.analysis().contrasts();
    for (int i = 0; i < contrasts.size(); i++) {
      FieldPath path = FieldPath.of("analysis", "contrasts", i);
      Contrast contrast = contrasts.get(i);
      Stream.of(contrast.one(), contrast.other())
          .filter(Objects::nonNull) // the schema says so
          .forEach(place -> place(place, path));
      if (contrast.one() != null && contrast.one().equals(contrast.other())) {
        say(path, "compares a place with itself");
      }
    }
  }

  private void place(Place place, FieldPath path) {
    boolean isForked =
        study.forks().stream().anyMatch(f -> f.kind().label().equals(place.condition()));
    if (!isForked
        && study.conditions().stream().noneMatch(c -> c.label().equals(place.condition()))) {
      say(path, "names '%s', which the study does not have".formatted(place.condition()));
    }
    Stream.of(place.student(), place.teacher(), place.lessonAuthor(), place.from())
        .filter(Objects::nonNull)
        .filter(alias -> !study.models().contains(alias) && !study.students().contains(alias))
        .forEach(alias -> say(path, "names '" + alias + "', who is no model of the study"));
    if (place.turn() != null && place.turn() > study.turns()) {
      say(path, "looks at turn %d of %d".formatted(place.turn(), study.turns()));
    }
  }

  private void say(FieldPath path, String message) {
    findings.add(new Finding(path, message));
  }

  private void draws() {
    if (study.draws().dialogue() != null && study.seeds().size() != study.draws().dialogue()) {
      say(
          FieldPath.of("seeds"),
          "name the dialogue draws; leave out either them or draws.dialogue");
    }
    if (study.draws().lesson() > 1
        && study.conditions().stream().anyMatch(Condition::hasLesson)
        && authors().allMatch(alias -> study.temperatureOf(alias).lesson() == 0)) {
      say(
          FieldPath.of("draws", "lesson"),
          "repeats lessons that would all be the same: set temperature.lesson above 0");
    }
    if (study.draws().sheet() > 1
        && study.students().stream().anyMatch(alias -> study.temperatureOf(alias).quiz() == 0)) {
      say(
          FieldPath.of("draws", "sheet"),
          "repeats sheets that would all be the same: set temperature.quiz above 0");
    }
  }

  private void trials() {
    if (study.selectsOnQuiz()) {
      needsQuestionsThatDiffer(FieldPath.of("strategies"));
    }
  }

  private void needsQuestionsThatDiffer(FieldPath path) {
    if (study.students().stream().allMatch(alias -> study.temperatureOf(alias).dialogue() == 0)) {
      say(path, "tries out questions that would all be the same: set temperature.dialogue above 0");
    }
  }

  private Stream<String> authors() {
    return (study.lessonAuthors().isEmpty() ? study.teachers() : study.lessonAuthors()).stream();
  }

  private void overrides() {
    List<String> all =
        Stream.of(study.students(), study.teachers(), study.lessonAuthors())
            .flatMap(List::stream)
            .toList();
    study.overrides().keySet().stream()
        .filter(alias -> !all.contains(alias))
        .forEach(
            alias ->
                say(FieldPath.of("overrides", alias), "is of a model that the study does not use"));
  }

  private void fork(Fork fork, FieldPath path) {
    if (study.conditions().stream().noneMatch(Condition::hasDialogue)) {
      say(path, "has no dialogue to fork: conditions must have dynamic or dynamic-with-lesson");
    }
    Stream.concat(fork.from().stream(), fork.students().stream())
        .filter(alias -> !study.students().contains(alias))
        .forEach(alias -> say(path, "names '" + alias + "', who is no student of the study"));
    if (fork.kind().donor() == ForkKind.Donor.OTHER_STUDENT && !hasOther(fork)) {
      say(path, "needs dialogues of another student: name a second one in students");
    }
    if (fork.kind().donor() == ForkKind.Donor.NEXT_DRAW) {
      nextDraw(path);
    }
    if (fork.kind() == ForkKind.CANDIDATES) {
      needsQuestionsThatDiffer(path);
    }
    if (fork.kind() == ForkKind.FIXED_QUESTIONS && fork.questions().isEmpty()) {
      say(path, "needs questions");
    }
    uses(fork.kind().isAtATurn(), fork.at(), path, "at");
    uses(fork.kind().isFramed(), fork.framing(), path, "framing");
    uses(fork.kind() == ForkKind.FIXED_QUESTIONS, fork.questions(), path, "questions");
    uses(fork.kind().donor() == ForkKind.Donor.OTHER_STUDENT, fork.from(), path, "from");
    fork.at().stream()
        .filter(turn -> turn > study.turns())
        .forEach(turn -> say(path, "forks at turn %d of %d".formatted(turn, study.turns())));
  }

  private void nextDraw(FieldPath path) {
    if (study.seeds().size() < 2) {
      say(path, "needs another draw of each dialogue: set draws.dialogue to 2 or more");
    } else if (Stream.concat(study.students().stream(), study.teachers().stream())
        .allMatch(alias -> study.temperatureOf(alias).dialogue() == 0)) {
      say(path, "needs draws that differ: set temperature.dialogue above 0");
    }
  }

  private boolean hasOther(Fork fork) {
    List<String> readers = fork.students().isEmpty() ? study.students() : fork.students();
    List<String> donors = fork.from().isEmpty() ? study.students() : fork.from();
    return readers.stream().anyMatch(reader -> donors.stream().anyMatch(d -> !d.equals(reader)));
  }

  private void uses(boolean does, List<?> value, FieldPath path, String field) {
    if (!does && !value.isEmpty()) {
      say(path, "has no use for '" + field + "'");
    }
  }
}
