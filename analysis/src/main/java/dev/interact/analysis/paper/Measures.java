package dev.interact.analysis.paper;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.association.Effect;
import dev.interact.analysis.association.Feature;
import dev.interact.analysis.contrast.BorrowedMinusOwn;
import dev.interact.analysis.contrast.Paired;
import dev.interact.analysis.table.Sitting;
import dev.interact.study.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the paper's claims are about, in a study. */
record Measures(Run run) {

  /** A measure wherever the study has it; empty where it has it nowhere. */
  List<Measured> of(Measure measure) {
    return switch (measure) {
      case LESSON_LESS_NOTHING -> pairs(lessons(), this::nothing);
      case CONTEXT_LESS_LESSON -> reversed(lessons(), this::context);
      case GAIN -> pairs(ends(Condition.DYNAMIC), this::start);
      case GAIN_WITH_LESSON -> pairs(ends(Condition.DYNAMIC_WITH_LESSON), this::start);
      case END_LESS_LESSON -> pairs(ends(Condition.DYNAMIC), this::lessons);
      case CONTEXT_LESS_END -> reversed(ends(Condition.DYNAMIC), this::context);
      case RECOVERY -> new RecoveryMeasures(run).all();
      case AUTHORS_STATIC -> authors(lessons());
      case AUTHORS_AFTER -> authors(ends(Condition.DYNAMIC_WITH_LESSON));
      case TEACHERS -> teachers();
      case BORROWED_LESS_OWN -> borrowed();
      case EXPOSURE -> effect(run.models().answers().effect(Feature.EXPOSURE));
      case QUESTION_OVERLAP -> effect(run.models().questions().effect(Feature.QUESTION_OVERLAP));
      case DENSITY -> effect(run.models().answers().effect(Feature.DENSITY));
      case ALIGNMENT -> List.of();
    };
  }

  private Stream<Sitting> lessons() {
    List<Sitting> alone =
        run.arms(arm -> arm.is(Condition.STATIC_LESSON)).map(arm -> new Sitting(arm, 0)).toList();
    return alone.isEmpty() ? withLessons() : alone.stream();
  }

  /** Turn 0 with a lesson is the same calls, whoever teaches later. */
  private Stream<Sitting> withLessons() {
    List<Sitting> first = new ArrayList<>();
    run.arms(arm -> arm.is(Condition.DYNAMIC_WITH_LESSON))
        .filter(arm -> first.stream().noneMatch(one -> isSameLesson(one.arm(), arm)))
        .forEach(arm -> first.add(new Sitting(arm, 0)));
    return first.stream();
  }

  private static boolean isSameLesson(ArmKey one, ArmKey other) {
    return one.student().equals(other.student())
        && Objects.equals(one.lessonAuthor(), other.lessonAuthor());
  }

  private Stream<Sitting> lessons(Sitting sitting) {
    return lessons().filter(lesson -> isSameStudent(lesson, sitting));
  }

  private Stream<Sitting> nothing(Sitting sitting) {
    return Stream.of(Condition.CLOSED_BOOK, Condition.DYNAMIC)
        .flatMap(condition -> run.arms(arm -> arm.is(condition)))
        .map(arm -> new Sitting(arm, 0))
        .filter(nothing -> isSameStudent(nothing, sitting))
        .limit(1);
  }

  private Stream<Sitting> context(Sitting sitting) {
    return run.arms(arm -> arm.is(Condition.FULL_CONTEXT))
        .map(arm -> new Sitting(arm, 0))
        .filter(context -> isSameStudent(context, sitting));
  }

  private Stream<Sitting> start(Sitting end) {
    return Stream.of(new Sitting(end.arm(), 0));
  }

  private Stream<Sitting> ends(Condition condition) {
    return run.arms(arm -> arm.is(condition)).map(run::last);
  }

  private static boolean isSameStudent(Sitting one, Sitting other) {
    return one.arm().student().equals(other.arm().student());
  }

  private List<Measured> pairs(Stream<Sitting> ones, Function<Sitting, Stream<Sitting>> others) {
    return ones.flatMap(
            one -> others.apply(one).map(other -> run.difference(one, other, List.of())))
        .flatMap(Optional::stream)
        .toList();
  }

  private List<Measured> reversed(Stream<Sitting> ones, Function<Sitting, Stream<Sitting>> others) {
    return ones.flatMap(
            one -> others.apply(one).map(other -> run.difference(other, one, List.of())))
        .flatMap(Optional::stream)
        .toList();
  }

  private List<Measured> authors(Stream<Sitting> sittings) {
    return new Quality(run, run.authors(), ArmKey::lessonAuthor, ArmKey::teacher).of(sittings);
  }

  private List<Measured> teachers() {
    List<String> teachers = run.source().study().teachers();
    return new Quality(run, teachers, ArmKey::teacher, ArmKey::lessonAuthor)
        .of(Stream.concat(ends(Condition.DYNAMIC), ends(Condition.DYNAMIC_WITH_LESSON)));
  }

  private List<Measured> borrowed() {
    return BorrowedMinusOwn.all(run.evidence(), run.strategy()).stream()
        .map(BorrowedMinusOwn::primary)
        .filter(paired -> run.arms(paired.one().arm()::equals).findAny().isPresent())
        .flatMap(paired -> borrowed(paired).stream())
        .toList();
  }

  private Optional<Measured> borrowed(Paired paired) {
    return run.difference(paired.one(), paired.other(), List.of(paired.one().arm().from()));
  }

  private static List<Measured> effect(Effect effect) {
    return effect == null || effect.estimate() == null
        ? List.of()
        : List.of(
            new Measured(
                "RQ5: %s, per %s".formatted(effect.name(), effect.per()),
                null,
                List.of(),
                effect.estimate()));
  }
}
