package dev.interact.preparation.item;

import dev.interact.study.Concept.QuizItem;
import dev.interact.study.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What has been asked before, so that it is not asked again. */
public final class Asked {
  /** Share of words in common, of all words that two questions have. */
  private static final double NEARLY_SAME = 0.8;

  private final List<Form> forms = new ArrayList<>();

  /** What of an item is compared. */
  private record Form(String question, String key, Set<String> words) {
    static Form of(String question, String key) {
      return new Form(Normal.words(question), Normal.words(key), new HashSet<>(Words.of(question)));
    }

    boolean isSame(Form other) {
      return question.equals(other.question) || (key.equals(other.key) && isNearlySame(other));
    }

    private boolean isNearlySame(Form other) {
      long both = words.stream().filter(other.words::contains).count();
      long all = words.size() + other.words.size() - both;
      return all > 0 && both >= NEARLY_SAME * all;
    }
  }

  /** Adds an item. */
  public void add(QuizItem item) {
    forms.add(Form.of(item.question(), item.options().get(item.answer())));
  }

  /** Whether an item asks the same as one before: in the same words, or nearly, for the same. */
  boolean holds(Draft draft) {
    Form form = Form.of(draft.question(), draft.key());
    return forms.stream().anyMatch(form::isSame);
  }
}
