package dev.interact.system.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A study as the database has it at one moment.
 *
 * @param study its state
 * @param dialogues their stages, by id
 * @param calls their states, by key
 * @param replies hashes of what calls were answered, by key
 * @param overdrawn accounts that have more spent and reserved than they may, as sentences
 */
record Snapshot(
    String study,
    Map<String, String> dialogues,
    Map<String, String> calls,
    Map<String, String> replies,
    List<String> overdrawn) {
  private static final List<String> STAGES = List.of("PLANNED", "AWAITING_LESSON", "RUNNING");
  private static final String OVER = "FINISHED";
  private static final String DONE = "DONE";

  static Snapshot of(Tables tables, String study) {
    Map<String, String> calls = new HashMap<>();
    Map<String, String> replies = new HashMap<>();
    tables
        .rows(
            "select key, status, md5(reply) from call where key in (select call from step where study = ?)",
            study)
        .forEach(
            call -> {
              calls.put(call.get(0), call.get(1));
              replies.put(call.get(0), call.get(2));
            });
    Map<String, String> dialogues = new HashMap<>();
    tables
        .rows("select id, stage from dialogue where study = ?", study)
        .forEach(dialogue -> dialogues.put(dialogue.get(0), dialogue.get(1)));
    String state = tables.rows("select state from study where id = ?", study).getFirst().getFirst();
    return new Snapshot(state, dialogues, calls, replies, overdrawn(tables));
  }

  private static List<String> overdrawn(Tables tables) {
    return Stream.of("nanos", "tokens", "calls")
        .flatMap(
            unit ->
                tables
                    .sentences(
                        "Account %s has spent %s and reserved %s of at most %s " + unit + ".",
                        "select id, spent_%1$s, reserved_%1$s, cap_%1$s from account where spent_%1$s + reserved_%1$s > cap_%1$s"
                            .formatted(unit))
                    .stream())
        .toList();
  }

  /** What went back between an earlier moment and this one, or should never be, as sentences. */
  List<String> findingsSince(Snapshot earlier) {
    List<String> findings = new ArrayList<>(overdrawn);
    if (earlier.study.equals(OVER) && !study.equals(OVER)) {
      findings.add("The study was FINISHED and is %s.".formatted(study));
    }
    earlier.dialogues.forEach(
        (id, stage) -> {
          String now = dialogues.get(id);
          if (goesBack(stage, now)) {
            findings.add("Dialogue %s was %s and is %s.".formatted(id, stage, now));
          }
        });
    earlier.calls.forEach(
        (key, status) -> {
          if (status.equals(DONE) && !DONE.equals(calls.get(key))) {
            findings.add("Call %s was DONE and is %s.".formatted(key, calls.get(key)));
          }
        });
    earlier.replies.forEach(
        (key, reply) -> {
          if (reply != null && !reply.equals(replies.get(key))) {
            findings.add("The reply of call %s has changed.".formatted(key));
          }
        });
    return findings;
  }

  private static boolean goesBack(String before, String now) {
    return now == null || rank(now) < rank(before) || isOver(before) && !now.equals(before);
  }

  private static boolean isOver(String stage) {
    return !STAGES.contains(stage);
  }

  private static int rank(String stage) {
    return isOver(stage) ? STAGES.size() : STAGES.indexOf(stage);
  }
}
