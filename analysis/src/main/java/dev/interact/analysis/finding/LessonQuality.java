package dev.interact.analysis.finding;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Block.Text;
import dev.interact.analysis.report.Section;
import dev.interact.study.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** RQ3: whether the quality of lessons and teachers still matters after a dialogue. */
final class LessonQuality implements Chapter {
  private static final String ID = "rq3";

  private final Basis basis;
  private final ContrastBlocks blocks;
  private final List<Pair> lessons;
  private final List<Pair> lessonsAfter;
  private final List<Pair> teachers;
  private final List<Narrowed> narrowed;

  LessonQuality(Basis basis, ContrastBlocks blocks) {
    this.basis = basis;
    this.blocks = blocks;
    this.lessons = pairs(basis.arms(Condition.STATIC_LESSON), Axis.LESSON_AUTHOR);
    this.lessonsAfter =
        pairs(basis.arms(Condition.DYNAMIC_WITH_LESSON), Axis.LESSON_AUTHOR).stream()
            .map(this::asBefore)
            .toList();
    this.teachers =
        pairs(
            basis.arms(arm -> arm.is(Condition.DYNAMIC) || arm.is(Condition.DYNAMIC_WITH_LESSON)),
            Axis.TEACHER);
    this.narrowed =
        lessons.stream()
            .flatMap(
                before ->
                    lessonsAfter.stream()
                        .filter(after -> isOfSameLessons(before, after))
                        .flatMap(after -> Narrowed.of(basis, before, after).stream()))
            .toList();
  }

  /** Arms that differ in one axis alone, the one that reached more first. */
  private List<Pair> pairs(List<ArmKey> arms, Axis axis) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < arms.size(); i++) {
      for (ArmKey other : arms.subList(i + 1, arms.size())) {
        if (Axis.between(arms.get(i), other).equals(List.of(axis))) {
          pairs.add(higherFirst(arms.get(i), other));
        }
      }
    }
    return pairs;
  }

  private Pair higherFirst(ArmKey one, ArmKey other) {
    return mean(one) >= mean(other)
        ? new Pair(basis.last(one), basis.last(other))
        : new Pair(basis.last(other), basis.last(one));
  }

  private double mean(ArmKey arm) {
    Double mean =
        basis.evidence().sample(basis.evidence().accuracies(basis.last(arm)).means()).mean();
    return mean == null ? 0 : mean;
  }

  /** The gap after a dialogue in the direction of the gap before it. */
  private Pair asBefore(Pair after) {
    Pair turned = new Pair(after.other(), after.one());
    return lessons.stream().anyMatch(before -> isOfSameLessons(before, turned)) ? turned : after;
  }

  private static boolean isOfSameLessons(Pair before, Pair after) {
    return StaticLessons.isSameStudent(before.one().arm(), after.one().arm())
        && before.one().arm().lessonAuthor().equals(after.one().arm().lessonAuthor())
        && before.other().arm().lessonAuthor().equals(after.other().arm().lessonAuthor());
  }

  @Override
  public List<Pair> pairs() {
    return Stream.of(lessons, lessonsAfter, teachers).flatMap(List::stream).toList();
  }

  @Override
  public Section section(Differences differences) {
    List<Block> all = new ArrayList<>(narrowing());
    all.addAll(
        lessons.isEmpty()
            ? List.of()
            : blocks.of(ID + "-lessons", "Lessons alone, by author", lessons, differences));
    all.addAll(
        lessonsAfter.isEmpty()
            ? List.of()
            : blocks.of(
                ID + "-after", "The same lessons after a dialogue", lessonsAfter, differences));
    all.addAll(
        teachers.isEmpty()
            ? List.of(
                new Text(
                    "The study has no dialogues that differ in the teacher alone, so that teachers are not compared."))
            : blocks.of(ID + "-teachers", "Teachers, all else the same", teachers, differences));
    return new Section(ID, "RQ3: the quality of lessons and teachers", all);
  }

  private List<Block> narrowing() {
    if (narrowed.isEmpty()) {
      return List.of(
          new Text(
              "The study has no 'static-lesson' by two authors and 'dynamic-with-lesson' with the same two, so that RQ3's narrowing is not known."));
    }
    List<Block> all = new ArrayList<>();
    headlineOfLessons().forEach(sentence -> all.add(new Text(sentence)));
    all.add(Narrowed.forest(basis, ID, narrowed));
    all.add(Narrowed.table(basis, ID, narrowed));
    return all;
  }

  /** Where there is no gap to narrow, dialogues of all kinds have the same to say. */
  private List<String> headlineOfLessons() {
    return narrowed.stream().map(one -> basis.said(one.sentence())).distinct().toList();
  }

  @Override
  public List<String> headline(Differences differences) {
    return Stream.concat(
            headlineOfLessons().stream(), blocks.sentences(differences.of(teachers)).stream())
        .toList();
  }
}
