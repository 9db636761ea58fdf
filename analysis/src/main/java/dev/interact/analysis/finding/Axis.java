package dev.interact.analysis.finding;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.study.analysis.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** What an arm is one of, as a place names it. */
enum Axis {
  CONDITION(Place::condition, ArmKey::condition),
  STUDENT(Place::student, ArmKey::student),
  TEACHER(Place::teacher, ArmKey::teacher),
  LESSON_AUTHOR(Place::lessonAuthor, ArmKey::lessonAuthor),
  QUIZ_MODE(Place::quizMode, ArmKey::quizMode),
  STRATEGY(Place::strategy, ArmKey::strategy),
  STYLE(Place::style, ArmKey::style),
  FROM(Place::from, ArmKey::from),
  FRAMING(Place::framing, ArmKey::framing),
  AT(Place::at, ArmKey::at);

  private final Function<Place, Object> named;
  private final Function<ArmKey, Object> value;

  Axis(Function<Place, Object> named, Function<ArmKey, Object> value) {
    this.named = named;
    this.value = value;
  }

  boolean isNamedBy(Place place) {
    return named.apply(place) != null;
  }

  private boolean fits(Place place, ArmKey arm) {
    return !isNamedBy(place) || Objects.equals(named.apply(place), value.apply(arm));
  }

  /** Whether an arm agrees with all that a place names. */
  static boolean allFit(Place place, ArmKey arm) {
    return Arrays.stream(values()).allMatch(axis -> axis.fits(place, arm));
  }

  /** Whether two arms have the same; an axis that one of them has not is no difference. */
  boolean isAgreed(ArmKey one, ArmKey other) {
    Object mine = value.apply(one);
    Object theirs = value.apply(other);
    return mine == null || theirs == null || mine.equals(theirs);
  }

  /** Whether one of two arms has it and the other has not. */
  boolean isOfOneAlone(ArmKey one, ArmKey other) {
    return (value.apply(one) == null) != (value.apply(other) == null);
  }

  /** The axes in which arms differ. */
  static List<Axis> between(ArmKey one, ArmKey other) {
    return Arrays.stream(values())
        .filter(axis -> !Objects.equals(axis.value.apply(one), axis.value.apply(other)))
        .toList();
  }

  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
