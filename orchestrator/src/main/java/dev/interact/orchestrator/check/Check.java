package dev.interact.orchestrator.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One check of a study, from its start; written by one thread and read by many. */
final class Check {
  private static final int DIFFERENCES = 20;

  private final String study;
  private final CheckStatus.Kind kind;
  private final List<String> differences = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private CheckStatus.State state = CheckStatus.State.RUNNING;
  private String reason;
  private long total;
  private long done;
  private long calls;
  private long missing;
  private long different;

  Check(String study, CheckStatus.Kind kind) {
    this.study = study;
    this.kind = kind;
  }

  synchronized CheckStatus status() {
    return new CheckStatus(
        study,
        kind,
        state,
        total,
        done,
        calls,
        missing,
        different,
        List.copyOf(differences),
        List.copyOf(notes),
        reason);
  }

  synchronized boolean isRunning() {
    return state == CheckStatus.State.RUNNING;
  }

  synchronized void expect(long number) {
    total = number;
  }

  /** Something has been checked. */
  synchronized void found(Finding finding) {
    done++;
    calls += finding.calls();
    missing += finding.missing();
    if (!finding.differences().isEmpty()) {
      differs(finding.differences());
    }
  }

  /** The study differs from its record in something that is none of its parts. */
  synchronized void differs(List<String> sentences) {
    different++;
    sentences.stream().limit(DIFFERENCES - differences.size()).forEach(differences::add);
  }

  /** Something that should be known, once however often it is noted. */
  synchronized void note(String sentence) {
    if (notes.size() < DIFFERENCES) {
      notes.add(sentence);
    }
  }

  synchronized void end() {
    state = CheckStatus.State.DONE;
  }

  synchronized void fail(String sentence) {
    state = CheckStatus.State.FAILED;
    reason = sentence;
  }
}
