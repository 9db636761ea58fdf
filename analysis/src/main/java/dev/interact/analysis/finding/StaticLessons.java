package dev.interact.analysis.finding;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Block.Text;
import dev.interact.analysis.report.Section;
import dev.interact.study.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** RQ1: what a student learns from a lesson that was written once. */
record StaticLessons(Basis basis, ContrastBlocks blocks) implements Chapter {
  private static final String ID = "rq1";

  @Override
  public List<Pair> pairs() {
    return Stream.concat(gained().stream(), left().stream()).toList();
  }

  private List<Pair> gained() {
    return basis.arms(Condition.STATIC_LESSON).stream()
        .flatMap(
            lesson ->
                basis.start(lesson.student(), lesson.quizMode()).stream()
                    .map(start -> new Pair(basis.last(lesson), start)))
        .toList();
  }

  private List<Pair> left() {
    return basis.arms(Condition.STATIC_LESSON).stream()
        .flatMap(
            lesson ->
                basis.arms(Condition.FULL_CONTEXT).stream()
                    .filter(full -> isSameStudent(full, lesson))
                    .map(full -> new Pair(basis.last(full), basis.last(lesson))))
        .toList();
  }

  static boolean isSameStudent(ArmKey one, ArmKey other) {
    return one.student().equals(other.student()) && one.quizMode() == other.quizMode();
  }

  @Override
  public Section section(Differences differences) {
    List<Block> all = new ArrayList<>();
    if (basis.arms(Condition.STATIC_LESSON).isEmpty()) {
      all.add(new Text("The study has no 'static-lesson', so that RQ1 is not answered."));
    } else {
      all.addAll(gained(differences));
      all.addAll(left(differences));
    }
    return new Section(ID, "RQ1: what static lessons teach", all);
  }

  private List<Block> gained(Differences differences) {
    return gained().isEmpty()
        ? List.of(
            new Text(
                "The study has neither 'closed-book' nor 'dynamic' of these students, so that what a lesson adds is not known."))
        : Stream.concat(
                beginning(),
                blocks
                    .of(ID + "-gained", "What a lesson adds to nothing", gained(), differences)
                    .stream())
            .toList();
  }

  private Stream<Block> beginning() {
    return basis.arms(Condition.CLOSED_BOOK).isEmpty()
        ? Stream.of(
            new Text(
                "Turn 0 of 'dynamic' stands for closed-book here: both are the same model calls, whoever the teacher is."))
        : Stream.empty();
  }

  private List<Block> left(Differences differences) {
    return left().isEmpty()
        ? List.of(
            new Text(
                "The study has no 'full-context' of these students, so that what a lesson leaves out is not known."))
        : blocks.of(ID + "-left", "What the context adds to a lesson", left(), differences);
  }

  @Override
  public List<String> headline(Differences differences) {
    return blocks.sentences(differences.of(gained()));
  }
}
