package dev.interact.analysis;

import dev.interact.analysis.answers.AnswerRow;
import dev.interact.analysis.answers.ArmKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Studies of two turns with unread items, dialogues that ended early and dialogues that failed. */
public final class RandomAnswers {
  public static final List<ArmKey> ARMS =
      List.of(Rows.arm("static-lesson", "author"), Rows.dynamic(null), Rows.dynamic("author"));

  private final Random random;

  public RandomAnswers(long seed) {
    random = new Random(seed);
  }

  public List<AnswerRow> rows() {
    List<AnswerRow> rows = new ArrayList<>();
    for (ArmKey arm : ARMS) {
      for (int concept = 0; concept < 12; concept++) {
        for (long seed = 1; seed <= 3; seed++) {
          rows.addAll(dialogue(arm, (concept % 3 == 0 ? "lyrics-" : "news-") + concept, seed));
        }
      }
    }
    return rows;
  }

  private List<AnswerRow> dialogue(ArmKey arm, String concept, long seed) {
    boolean asks = arm.strategy() != null;
    Rows dialogue = Rows.of(arm, concept, asks ? (Long) seed : null);
    if (!asks && seed > 1) {
      return List.of();
    }
    String[] quizzes = new String[asks ? 1 + random.nextInt(Rows.TURNS + 1) : 1];
    for (int turn = 0; turn < quizzes.length; turn++) {
      quizzes[turn] = marks();
    }
    return (random.nextInt(8) == 0 ? dialogue.failed() : dialogue).quizzes(quizzes);
  }

  private String marks() {
    StringBuilder marks = new StringBuilder();
    for (int item = 0; item < 7; item++) {
      marks.append("1110-".charAt(random.nextInt(5)));
    }
    return marks.toString();
  }
}
