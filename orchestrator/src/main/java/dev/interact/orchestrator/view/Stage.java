package dev.interact.orchestrator.view;

import dev.interact.orchestrator.progress.DialogueRow;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How far a dialogue is, in brief. */
enum Stage {
  PLANNED(DialogueRow.Stage.PLANNED, DialogueRow.Stage.AWAITING_DONOR),
  RUNNING(DialogueRow.Stage.RUNNING, DialogueRow.Stage.AWAITING_LESSON),
  FINISHED(DialogueRow.Stage.FINISHED),
  FAILED(DialogueRow.Stage.FAILED);

  private final List<DialogueRow.Stage> stages;

  Stage(DialogueRow.Stage... stages) {
    this.stages = List.of(stages);
  }

  /** The stages of the state machine that it stands for. */
  List<DialogueRow.Stage> stages() {
    return stages;
  }

  /** Its name in requests and answers. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Stage of(DialogueRow.Stage stage) {
    return Arrays.stream(values())
        .filter(each -> each.stages.contains(stage))
        .findFirst()
        .orElseThrow();
  }

  static Optional<Stage> labelled(String label) {
    return Arrays.stream(values()).filter(each -> each.label().equals(label)).findFirst();
  }
}
