package dev.interact.orchestrator.projection;

import dev.interact.analysis.table.CountedQuiz;
import dev.interact.orchestrator.projection.Known.Doing;
import dev.interact.orchestrator.projection.Known.Done;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The dialogues of a study, or the concepts of a preparation. */
final class LiveDialogues {
  private final Curves curves;
  private final Map<String, LiveDialogue> all = new HashMap<>();
  private final Map<String, LiveDialogue> running = new LinkedHashMap<>();
  private final Map<String, Arm> arms = new TreeMap<>();
  private final Map<Stage, Long> stages = new EnumMap<>(Stage.class);
  private final Set<String> unmarked = new HashSet<>();
  private long left;

  /** The dialogues of an arm. */
  static final class Arm {
    final Known one;
    private final Map<Stage, Long> stages = new EnumMap<>(Stage.class);
    private boolean isChanged = true;

    Arm(Known one) {
      this.one = one;
    }

    long at(Stage stage) {
      return stages.getOrDefault(stage, 0L);
    }

    long planned() {
      return stages.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether it has changed since this was asked last. */
    boolean hasChanged() {
      boolean was = isChanged;
      isChanged = false;
      return was;
    }

    private void count(Stage stage, long number) {
      stages.merge(stage, number, Long::sum);
      isChanged = true;
    }
  }

  LiveDialogues(Curves curves) {
    this.curves = curves;
  }

  void add(LiveDialogue dialogue) {
    all.put(dialogue.known.id(), dialogue);
    if (dialogue.known.arm() != null) {
      arms.computeIfAbsent(dialogue.known.arm(), any -> new Arm(dialogue.known));
    }
    left += dialogue.left();
    count(dialogue, 1);
  }

  /** Null where there is no such dialogue. */
  LiveDialogue find(String id) {
    return all.get(id);
  }

  void move(LiveDialogue dialogue, Stage to, EventId id) {
    count(dialogue, -1);
    left -= dialogue.left();
    boolean moved = dialogue.move(to, id);
    left += dialogue.left();
    count(dialogue, 1);
    if (moved && to == Stage.FINISHED) {
      finished(dialogue);
    }
  }

  private void count(LiveDialogue dialogue, long number) {
    stages.merge(dialogue.stage(), number, Long::sum);
    if (dialogue.known.arm() != null) {
      arms.get(dialogue.known.arm()).count(dialogue.stage(), number);
    }
    if (dialogue.stage() == Stage.RUNNING && number > 0) {
      running.putIfAbsent(dialogue.known.id(), dialogue);
    } else if (dialogue.stage() != Stage.RUNNING) {
      running.remove(dialogue.known.id());
    }
  }

  private void finished(LiveDialogue dialogue) {
    if (dialogue.known.told()) {
      close(dialogue);
    } else {
      unmarked.add(dialogue.known.id());
    }
  }

  /** All marks of a dialogue that has finished are known: they count from now on. */
  void close(LiveDialogue dialogue) {
    unmarked.remove(dialogue.known.id());
    if (!dialogue.isClosed()) {
      Collection<CountedQuiz> quizzes = dialogue.close();
      if (curves != null) {
        quizzes.forEach(curves::add);
      }
    }
  }

  boolean did(LiveDialogue dialogue, Done step) {
    left -= dialogue.left();
    boolean isNew = dialogue.did(step);
    left += dialogue.left();
    return isNew;
  }

  Map<String, Arm> arms() {
    return arms;
  }

  long at(Stage stage) {
    return stages.getOrDefault(stage, 0L);
  }

  long total() {
    return all.size();
  }

  /** Steps that are still to do. */
  long left() {
    return left;
  }

  /** Those that have finished and whose marks have still to be read. */
  Set<String> unmarked() {
    return Set.copyOf(unmarked);
  }

  /** Those that have run longest. */
  List<LiveDialogue> talking(int most) {
    return running.values().stream().limit(most).toList();
  }

  /** What one waits for after it has started. */
  static Doing first(Known known) {
    if (known.lesson()) {
      return new Doing(0, Doing.LESSON);
    }
    return known.turns() == 0 ? new Doing(0, Doing.QUIZ) : new Doing(1, Doing.QUESTION);
  }

  /** What one waits for after a turn. */
  static Doing after(Known known, int turn) {
    return turn < known.turns() ? new Doing(turn + 1, Doing.QUESTION) : new Doing(turn, Doing.QUIZ);
  }
}
