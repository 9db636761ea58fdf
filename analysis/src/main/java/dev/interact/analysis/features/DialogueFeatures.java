package dev.interact.analysis.features;

import dev.interact.analysis.answers.DialogueRow;
import dev.interact.analysis.features.TurnFeatures.Answer;
import dev.interact.analysis.features.TurnFeatures.ItemFeatures;
import dev.interact.analysis.features.TurnFeatures.Question;
import dev.interact.study.Concept;
import dev.interact.study.Concept.QuizItem;
import dev.interact.study.text.Leaks;
import dev.interact.study.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Measures the turns of a dialogue, for RQ5. All measures are lexical. */
public final class DialogueFeatures {
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  private final Concept concept;
  private final Vocabulary heard = new Vocabulary();

  private DialogueFeatures(Concept concept) {
    this.concept = concept;
  }

  /**
   * The features of each turn, in order.
   *
   * @param concept that the dialogue is on
   */
  public static List<TurnFeatures> of(DialogueRow dialogue, Concept concept) {
    DialogueFeatures features = new DialogueFeatures(concept);
    if (dialogue.lesson() != null) {
      features.heard.hear(dialogue.lesson());
    }
    List<TurnFeatures> turns = new ArrayList<>();
    dialogue.turns().forEach(turn -> turns.add(features.next(turn)));
    return turns;
  }

  private TurnFeatures next(DialogueRow.Turn turn) {
    Question question =
        new Question(
            words(turn.question()),
            QuestionType.of(turn.question()),
            heard.coverage(turn.question()));
    Answer answer = turn.answer() == null ? null : hear(turn.answer());
    return new TurnFeatures(
        turn.turn(),
        question,
        answer,
        heard.size(),
        concept.image() == null ? heard.coverage(concept.context()) : null,
        items(turn));
  }

  private Answer hear(String text) {
    int before = heard.size();
    heard.hear(text);
    int words = words(text);
    int newWords = heard.size() - before;
    return new Answer(words, newWords, words == 0 ? 0 : (double) newWords / words);
  }

  private List<ItemFeatures> items(DialogueRow.Turn turn) {
    Vocabulary asked = vocabulary(turn.question());
    if (turn.answer() == null) {
      return concept.quiz().stream()
          .map(item -> new ItemFeatures(item.id(), overlap(asked, item), null, null))
          .toList();
    }
    Vocabulary said = vocabulary(turn.answer());
    List<String> stated =
        Leaks.in(turn.answer(), concept.quiz()).stream()
            .filter(Leaks.Leak::right)
            .map(Leaks.Leak::item)
            .toList();
    return concept.quiz().stream()
        .map(
            item ->
                new ItemFeatures(
                    item.id(),
                    overlap(asked, item),
                    overlap(said, item),
                    stated.contains(item.id())))
        .toList();
  }

  private static Vocabulary vocabulary(String text) {
    Vocabulary vocabulary = new Vocabulary();
    vocabulary.hear(text);
    return vocabulary;
  }

  private static double overlap(Vocabulary words, QuizItem item) {
    return words.coverage(text(item));
  }

  /** What a turn is compared with. */
  static String text(QuizItem item) {
    return item.question() + "\n" + String.join("\n", item.options());
  }

  private static int words(String text) {
    return text.isBlank() ? 0 : WHITE_SPACE.split(text.strip()).length;
  }
}
