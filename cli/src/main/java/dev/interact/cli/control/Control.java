package dev.interact.cli.control;

import dev.interact.cli.api.StudyStatus;
import java.util.Locale;

/** What a user can ask of a study; each is a command of its own. */
public enum Control {
  PAUSE("Send no more of a study's calls until it is resumed; those under way are recorded."),
  RESUME("Go on with a study that is paused or cancelled."),
  CANCEL(
      "Stop a study for good: nothing more is sent for it, also when its file is run again or the"
          + " services start anew. Its results so far stay; 'resume' undoes it."),
  RETRY("Run the failed dialogues of a study again where they failed, whatever it does now.");

  private final String description;

  Control(String description) {
    this.description = description;
  }

  /** What the command does. */
  public String description() {
    return description;
  }

  /** Its name, as a command and over REST. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What has come of it and what comes next, in sentences.
   *
   * @param study as the user named it
   */
  String outcome(StudyStatus before, StudyStatus now, String study) {
    String title = "Study " + now.title();
    return switch (this) {
      case PAUSE ->
          now.isPaused()
              ? title + " is paused." + underWay(now) + " To go on: interact resume " + study
              : title + " is " + now.state() + "; there is nothing to pause.";
      case RESUME ->
          now.isFinished()
              ? title + " is finished; there is nothing to go on with."
              : title + " goes on: " + over(now) + ".";
      case CANCEL ->
          now.isFinished()
              ? title + " is finished; there is nothing to cancel."
              : title
                  + " is cancelled: "
                  + over(now)
                  + "."
                  + underWay(now)
                  + (now.isPreparation() ? "" : " Its file can be run to print its results so far.")
                  + " To go on all the same: interact resume "
                  + study;
      case RETRY -> retried(before, now, title);
    };
  }

  private static String retried(StudyStatus before, StudyStatus now, String title) {
    long failed = before.dialogues().failed();
    return failed == 0
        ? "%s is %s, and none of its %s failed: there is nothing to try again."
            .formatted(title, now.state(), now.units())
        : String.format(
            Locale.ROOT, "%s: %,d failed %s are tried again.", title, failed, now.units());
  }

  private static String over(StudyStatus status) {
    StudyStatus.Dialogues dialogues = status.dialogues();
    return String.format(
        Locale.ROOT,
        "%,d of %,d %s are over",
        dialogues.finished() + dialogues.failed(),
        dialogues.total(),
        status.units());
  }

  private static String underWay(StudyStatus status) {
    long calls = status.calls().inFlight();
    return calls == 0
        ? ""
        : String.format(Locale.ROOT, " %,d calls under way will still be recorded.", calls);
  }
}
