package dev.interact.study;

import dev.interact.study.fork.Branch;
import dev.interact.study.fork.Fork;
import dev.interact.study.fork.ForkKind;
import dev.interact.study.fork.Framing;
import dev.interact.study.fork.Source;
import dev.interact.study.strategy.Strategy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The cells of a study's forks. Donors are the dialogues that ask a teacher, of the first strategy
 * and the first style.
 */
final class ForkCells {
  private final StudyFile study;
  private final List<Cell> donors;

  ForkCells(StudyFile study, List<Cell> cells) {
    this.study = study;
    this.donors =
        cells.stream()
            .filter(cell -> cell.condition().hasDialogue())
            .filter(cell -> cell.strategy().equals(study.strategies().getFirst()))
            .filter(cell -> cell.style() == study.styles().getFirst())
            .toList();
  }

  List<Cell> all() {
    return study.forks().stream().flatMap(this::of).distinct().toList();
  }

  private Stream<Cell> of(Fork fork) {
    return donors.stream()
        .flatMap(
            cell ->
                switch (fork.kind().donor()) {
                  case OTHER_STUDENT ->
                      readers(fork)
                          .filter(reader -> !reader.equals(cell.student()))
                          .filter(reader -> isAmong(fork.from(), cell.student()))
                          .flatMap(reader -> branches(fork, cell, cell, reader));
                  case NEXT_DRAW ->
                      study.seeds().size() > 1 && differs(cell)
                          ? own(fork, cell, cell.withDraw(cell.draw().withSeed(next(cell))))
                          : Stream.<Cell>empty();
                  case ITSELF -> own(fork, cell, cell);
                  case NOBODY -> own(fork, cell, null);
                });
  }

  /** Whether the next draw of a dialogue may come out otherwise. */
  private boolean differs(Cell cell) {
    return Stream.of(cell.student(), cell.teacher())
        .anyMatch(alias -> study.temperatureOf(alias).dialogue() > 0);
  }

  private Stream<Cell> own(Fork fork, Cell cell, Cell donor) {
    return readers(fork)
        .filter(cell.student()::equals)
        .flatMap(reader -> branches(fork, cell, donor, reader));
  }

  private Stream<String> readers(Fork fork) {
    return (fork.students().isEmpty() ? study.students() : fork.students()).stream();
  }

  private static boolean isAmong(List<String> named, String student) {
    return named.isEmpty() || named.contains(student);
  }

  private Long next(Cell cell) {
    int place = study.seeds().indexOf(cell.draw().seed());
    return study.seeds().get((place + 1) % study.seeds().size());
  }

  private Stream<Cell> branches(Fork fork, Cell cell, Cell donor, String reader) {
    Strategy asks = fork.kind().question() == Source.OWN ? cell.strategy() : null;
    List<Cell> cells = new ArrayList<>();
    for (Framing framing : framings(fork)) {
      for (Integer at : turns(fork)) {
        for (Integer candidate : candidates(fork.kind())) {
          cells.add(
              cell.forkedBy(reader, asks, new Branch(fork.kind(), donor, framing, at, candidate)));
        }
      }
    }
    return cells.stream();
  }

  private static List<Framing> framings(Fork fork) {
    if (fork.kind() == ForkKind.CONCAT) {
      return List.of(Framing.NOTES);
    }
    return fork.kind().isFramed() && !fork.framing().isEmpty()
        ? fork.framing()
        : List.of(Framing.OWN);
  }

  private List<Integer> turns(Fork fork) {
    if (!fork.kind().isAtATurn()) {
      return Collections.singletonList(null);
    }
    return fork.at().isEmpty() ? List.of((study.turns() + 1) / 2) : fork.at();
  }

  private List<Integer> candidates(ForkKind kind) {
    return kind == ForkKind.CANDIDATES
        ? IntStream.rangeClosed(1, study.asking().candidates()).boxed().toList()
        : Collections.singletonList(null);
  }
}
