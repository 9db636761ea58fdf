package dev.interact.offline.json;

import dev.interact.offline.Reply;
import dev.interact.offline.quiz.QuizTaker.Choice;
import dev.interact.offline.text.Sentences;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a JSON document can be filled from: a whole reply, or one part of it. */
sealed interface Source permits Source.OfSheet, Source.OfChoice, Source.OfText, OfDocument {

  static Source of(Reply reply) {
    return switch (reply) {
      case Reply.Sheet sheet -> new OfSheet(sheet);
      case Reply.Prose prose -> new OfText(prose.text());
      case Reply.WrittenQuiz quiz -> new OfDocument(Documents.of(quiz));
      case Reply.Verdicts verdicts -> new OfDocument(Documents.of(verdicts));
    };
  }

  /** The elements of an array. */
  List<Source> parts();

  /** Values for a string property of this name, best first. */
  List<String> strings(String name);

  /** Values for a numeric property of this name, best first. */
  List<Integer> numbers(String name);

  /** The part that a property means, such as an item's by {@code 3} or {@code q3}. */
  default Optional<Source> named(String name) {
    return Optional.empty();
  }

  /** What a yes or no property of this name is. */
  default boolean truth(String name) {
    return false;
  }

  /** A whole quiz. */
  record OfSheet(Reply.Sheet sheet) implements Source {

    @Override
    public List<Source> parts() {
      return sheet.choices().stream().<Source>map(OfChoice::new).toList();
    }

    @Override
    public List<String> strings(String name) {
      List<String> single =
          sheet.choices().size() == 1
              ? new OfChoice(sheet.choices().getFirst()).strings(name)
              : List.of();
      return Stream.concat(single.stream(), Stream.of(sheet.text())).toList();
    }

    @Override
    public List<Integer> numbers(String name) {
      return sheet.choices().size() == 1
          ? new OfChoice(sheet.choices().getFirst()).numbers(name)
          : List.of(sheet.choices().size());
    }

    @Override
    public Optional<Source> named(String name) {
      String digits = name.replaceFirst("^(?i:q|question|item|answer)?[_\\- ]?(?=\\d+$)", "");
      return sheet.choices().stream()
          .filter(choice -> digits.equals(String.valueOf(choice.item().number())))
          .findFirst()
          .map(OfChoice::new);
    }
  }

  /** The answer to one item. */
  record OfChoice(Choice choice) implements Source {

    @Override
    public List<Source> parts() {
      return List.of(this);
    }

    @Override
    public List<String> strings(String name) {
      String letter = String.valueOf(choice.option().letter());
      String number = String.valueOf(choice.item().number());
      String question = choice.item().question();
      String text = choice.option().text();
      return switch (name.toLowerCase(Locale.ROOT)) {
        case "question", "prompt" -> List.of(question, number, letter, text);
        case "number", "item", "id", "no" -> List.of(number, question, letter, text);
        case "text", "explanation", "reason", "reasoning", "rationale" ->
            List.of(text, letter, number);
        default -> List.of(letter, letter.toLowerCase(Locale.ROOT), text, number);
      };
    }

    @Override
    public List<Integer> numbers(String name) {
      int place = choice.item().options().indexOf(choice.option());
      return name.toLowerCase(Locale.ROOT)
              .matches("(?:question|item)?_?(?:number|no|id)|question|item")
          ? List.of(choice.item().number())
          : List.of(place);
    }
  }

  /** Running text, or one sentence of it. */
  record OfText(String text) implements Source {

    @Override
    public List<Source> parts() {
      return Sentences.of(text).stream().<Source>map(OfText::new).toList();
    }

    @Override
    public List<String> strings(String name) {
      return List.of(text);
    }

    @Override
    public List<Integer> numbers(String name) {
      return List.of(0, 1);
    }
  }
}
