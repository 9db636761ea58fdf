package dev.interact.orchestrator.projection;

import dev.interact.analysis.table.CountedQuiz;
import dev.interact.orchestrator.projection.Known.Doing;
import dev.interact.orchestrator.projection.Known.Done;
import dev.interact.orchestrator.projection.Known.Marked;
import dev.interact.orchestrator.projection.Known.Marks;
import dev.interact.orchestrator.projection.Known.Sheet;
import dev.interact.study.Concept.Level;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A dialogue: how far it is and, until it has finished, its marks. */
final class LiveDialogue {
  final Known known;
  private Stage stage = Stage.PLANNED;
  private EventId moved = EventId.NONE;
  private boolean begun;
  private Doing doing;
  private EventId said = EventId.NONE;
  private Set<Done> done = new HashSet<>();
  private Map<Sheet, Map<String, Marks>> sheets = new HashMap<>();

  LiveDialogue(Known known, Stage stage) {
    this.known = known;
    become(stage);
  }

  Stage stage() {
    return stage;
  }

  /** What it waits for; null where nobody knows. */
  Doing doing() {
    return doing;
  }

  /** Moves to a stage, unless something later is known. Those that have finished stay so. */
  boolean move(Stage to, EventId id) {
    if (stage == Stage.FINISHED || !id.isAfter(moved)) {
      return false;
    }
    moved = id;
    boolean isNew = to != stage;
    become(to);
    return isNew;
  }

  private void become(Stage to) {
    stage = to;
    begun |= to == Stage.RUNNING;
    if (to == Stage.FINISHED) {
      doing = null;
    }
  }

  /** Where it is when it is taken up: one that failed before it had started will start. */
  Stage again() {
    return begun ? Stage.RUNNING : Stage.PLANNED;
  }

  /** It waits for something, unless something later is known. */
  void waitFor(Doing next, EventId id) {
    if (stage != Stage.FINISHED && id.compareTo(said) >= 0) {
      said = id;
      doing = next;
      begun = true;
    }
  }

  /** A step is done; whether that is news. */
  boolean did(Done step) {
    return stage != Stage.FINISHED && done.add(step);
  }

  /** How many steps are still to do, if no sheet has to be asked for twice. */
  long left() {
    return switch (stage) {
      case PLANNED, RUNNING -> Math.max(0, known.calls() - done.size());
      case FINISHED, FAILED -> 0;
    };
  }

  void mark(Marked marked) {
    if (sheets != null) {
      sheets.put(marked.sheet(), marked.levels());
    }
  }

  /** Lets go of the marks and steps of one that has finished. */
  Collection<CountedQuiz> close() {
    Map<Integer, Map<String, Marks>> quizzes = new TreeMap<>();
    sheets.forEach(
        (sheet, levels) ->
            levels.forEach(
                (level, marks) ->
                    quizzes
                        .computeIfAbsent(sheet.turn(), turn -> new TreeMap<>())
                        .merge(level, marks, Marks::plus)));
    sheets = null;
    done = Set.of();
    return quizzes.entrySet().stream()
        .flatMap(quiz -> counted(quiz.getKey(), quiz.getValue()).stream())
        .toList();
  }

  private List<CountedQuiz> counted(int turn, Map<String, Marks> levels) {
    CountedQuiz.Dialogue who =
        new CountedQuiz.Dialogue(
            known.id(), known.axes(), known.concept(), known.domain(), known.repeat());
    return levels.entrySet().stream()
        .map(of -> new CountedQuiz(who, turn, level(of.getKey()), counted(of.getValue())))
        .toList();
  }

  private static CountedQuiz.Marks counted(Marks marks) {
    return new CountedQuiz.Marks(marks.items(), marks.right(), marks.unread());
  }

  private static Level level(String label) {
    return Arrays.stream(Level.values())
        .filter(level -> level.label().equals(label))
        .findFirst()
        .orElse(null);
  }

  boolean isClosed() {
    return sheets == null;
  }
}
