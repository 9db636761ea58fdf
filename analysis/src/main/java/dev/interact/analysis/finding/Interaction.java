package dev.interact.analysis.finding;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Block.Text;
import dev.interact.analysis.report.Section;
import dev.interact.analysis.table.Sitting;
import dev.interact.study.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** RQ2: what a student learns by asking, and how that compares with a lesson. */
record Interaction(Basis basis, ContrastBlocks blocks) implements Chapter {
  static final String ID = "rq2";

  private List<ArmKey> asking() {
    return basis.arms(arm -> arm.is(Condition.DYNAMIC) || arm.is(Condition.DYNAMIC_WITH_LESSON));
  }

  private List<Pair> gains() {
    return asking().stream().map(arm -> new Pair(basis.last(arm), new Sitting(arm, 0))).toList();
  }

  /** Dialogues that begin with nothing, each beside every lesson of the same student. */
  List<Pair> besideLessons() {
    return basis.arms(Condition.DYNAMIC).stream()
        .flatMap(
            arm ->
                basis.arms(Condition.STATIC_LESSON).stream()
                    .filter(lesson -> StaticLessons.isSameStudent(lesson, arm))
                    .map(lesson -> new Pair(basis.last(arm), basis.last(lesson))))
        .toList();
  }

  @Override
  public List<Pair> pairs() {
    return Stream.concat(gains().stream(), besideLessons().stream()).toList();
  }

  @Override
  public Section section(Differences differences) {
    List<Block> all = new ArrayList<>();
    if (asking().isEmpty()) {
      all.add(
          new Text(
              "The study has neither 'dynamic' nor 'dynamic-with-lesson', so that RQ2 is not answered."));
    } else {
      all.addAll(
          blocks.of(
              ID + "-gain", "After the last turn less before any question", gains(), differences));
      all.addAll(lessons(differences));
      all.addAll(Recoveries.blocks(basis, asking()));
    }
    return new Section(ID, "RQ2: what interaction teaches", all);
  }

  private List<Block> lessons(Differences differences) {
    if (besideLessons().isEmpty()) {
      return List.of(
          new Text(
              "The study has no 'dynamic' and 'static-lesson' of one student, so that asking is not compared with a lesson, nor turns counted to match it."));
    }
    List<Block> all =
        new ArrayList<>(
            blocks.of(ID + "-lesson", "Asking less a static lesson", besideLessons(), differences));
    all.addAll(new Matching(basis).blocks(besideLessons()));
    return all;
  }

  @Override
  public List<String> headline(Differences differences) {
    return Stream.of(besideLessons(), gains())
        .map(pairs -> blocks.sentences(differences.of(pairs)))
        .flatMap(List::stream)
        .toList();
  }
}
