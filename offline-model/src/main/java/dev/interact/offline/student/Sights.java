package dev.interact.offline.student;

import dev.interact.offline.job.QuestionForm.Aspect;
import java.util.List;

/** What there is to ask about an image, by aspect; each question speaks of its own aspect only. */
final class Sights {

  private Sights() {}

  static List<String> questions(Aspect aspect) {
    return switch (aspect) {
      case REGION ->
          List.of(
              "What is in the centre of the image?",
              "What is in the top left and in the top right?",
              "What is in the bottom left and in the bottom right?",
              "What is on the left and what is on the right?",
              "What is in the background?");
      case ATTRIBUTE ->
          List.of(
              "Which colours and shapes do the objects have?",
              "Which objects are large, and which are small?",
              "What does the image look like as a whole?",
              "Which shape has which size?",
              "Which colour occurs most?");
      case RELATION ->
          List.of(
              "Which objects are next to each other, or nearest to one another?",
              "What is above and what is below, relative to one another?",
              "Which object stands between others?",
              "How do the objects stand in relation to the largest one?",
              "Which objects belong together?");
      case COUNT ->
          List.of(
              "How many objects are there?",
              "How many objects are there of each kind?",
              "How many kinds of objects are there?",
              "How many objects are alike?",
              "What is the number of objects that occur only once?");
    };
  }
}
