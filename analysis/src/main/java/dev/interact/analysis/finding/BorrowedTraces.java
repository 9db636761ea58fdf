package dev.interact.analysis.finding;

import dev.interact.analysis.contrast.BorrowedMinusOwn;
import dev.interact.analysis.contrast.Paired;
import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Block.Text;
import dev.interact.analysis.report.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** RQ4: whether a student learns from another's dialogue what it learns from its own. */
final class BorrowedTraces implements Chapter {
  private static final String ID = "rq4";

  private final Basis basis;
  private final ContrastBlocks blocks;
  private final List<Pair> borrowed;
  private final List<Pair> controls;

  BorrowedTraces(Basis basis, ContrastBlocks blocks) {
    this.basis = basis;
    this.blocks = blocks;
    List<BorrowedMinusOwn> all =
        BorrowedMinusOwn.all(
            basis.evidence(), basis.source().study().strategies().getFirst().label());
    this.borrowed = all.stream().map(one -> pair(one.primary())).distinct().toList();
    this.controls =
        all.stream()
            .flatMap(one -> one.controls().stream().map(BorrowedTraces::pair))
            .distinct()
            .filter(control -> !isMirrored(all, control))
            .toList();
  }

  private static Pair pair(Paired paired) {
    return new Pair(paired.one(), paired.other());
  }

  /** Of two framings of one trace, one direction is enough. */
  private static boolean isMirrored(List<BorrowedMinusOwn> all, Pair control) {
    return control.one().arm().compareTo(control.other().arm()) > 0
        && all.stream()
            .flatMap(one -> one.controls().stream().map(BorrowedTraces::pair))
            .anyMatch(new Pair(control.other(), control.one())::equals);
  }

  @Override
  public List<Pair> pairs() {
    return Stream.concat(borrowed.stream(), controls.stream()).toList();
  }

  @Override
  public Section section(Differences differences) {
    List<Block> all = new ArrayList<>();
    if (borrowed.isEmpty()) {
      all.add(
          new Text(
              "The study has no 'borrowed-trace' fork beside the student's own 'dynamic', so that RQ4 is not answered."));
      return new Section(ID, title(), all);
    }
    all.addAll(
        blocks.of(
            ID + "-borrowed", "Another's dialogue less the student's own", borrowed, differences));
    if (controls.isEmpty()) {
      all.add(
          new Text(
              "The study has no control of it (self-borrowed, yoked, prefix-swap, lecture, fixed-questions, concat): a difference may come from reading a dialogue and not from whose it is."));
    } else {
      all.add(
          new Text(
              "Beside it are the controls. They tell why: whether reading instead of asking, the framing, the questions, a good start or the form of a dialogue makes the difference."));
      all.addAll(blocks.of(ID + "-controls", "Controls", controls, differences));
    }
    return new Section(ID, title(), all);
  }

  private static String title() {
    return "RQ4: borrowed traces";
  }

  @Override
  public List<String> headline(Differences differences) {
    return blocks.sentences(differences.of(borrowed));
  }
}
