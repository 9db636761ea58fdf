package dev.interact.system.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads what a study has left behind, the database, the topics and the count of requests that its
 * models saw, and says what is wrong with it. It knows nothing of what was done to the study.
 */
public final class Verifier {
  private static final String REPLIES = "interact\\.replies";
  private static final String DEAD_LETTERS = "interact\\.dead-letters";

  private final Tables tables;
  private final Function<String, List<String>> topics;

  /**
   * @param topics gives all values of the topics that match a pattern
   */
  public Verifier(Tables tables, Function<String, List<String>> topics) {
    this.tables = tables;
    this.topics = topics;
  }

  /** What is wrong with a study that is over, each finding a sentence. */
  public List<String> findings(Claim claim) {
    String study = claim.study();
    List<String> findings = new ArrayList<>(new Dialogues(tables, study).findings());
    long dialogues =
        tables.count("select count(*) from dialogue where study = ?", study)
            + tables.count("select count(*) from preparation where study = ?", study);
    if (dialogues != claim.dialogues()) {
      findings.add("The study has %d dialogues, not %d.".formatted(dialogues, claim.dialogues()));
    }
    findings.addAll(new Calls(tables, study).findings());
    findings.addAll(new Recorded(tables, study, topics.apply(REPLIES)).findings());
    findings.addAll(new Requests(tables, claim).findings());
    findings.addAll(new Spending(tables, study).findings());
    int dead = topics.apply(DEAD_LETTERS).size();
    if (dead != claim.deadLetters()) {
      findings.add(
          "The dead-letter topic holds %d records, not %d.".formatted(dead, claim.deadLetters()));
    }
    return findings;
  }

  /** How many requests were paid for that a run without faults would not have made. */
  public long extra(Claim claim) {
    return new Requests(tables, claim).extra();
  }
}
