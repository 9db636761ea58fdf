package dev.interact.preparation.flow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.preparation.recipe.Recipe;
import dev.interact.preparation.result.Prepared;
import dev.interact.preparation.result.Prepared.Exam;
import dev.interact.preparation.result.Prepared.Lesson;
import dev.interact.preparation.result.Prepared.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a preparation has made of a concept, when all is there.
 *
 * @param fresh by item of the finished quiz, by model
 */
record Finish(Setting setting, Progress progress, List<List<Tally>> fresh) {

  Prepared prepared(List<Lesson> lessons) {
    Recipe recipe = setting.recipe();
    List<Exam> exams = exams();
    return new Prepared(
        setting.concept().with(progress.quiz(recipe), Map.of("prepared", field(exams))),
        progress.missing(recipe),
        lessons,
        progress.dropped(),
        exams);
  }

  private List<Exam> exams() {
    Recipe recipe = setting.recipe();
    List<String> models = recipe.gates().closedBook().models();
    List<Exam> exams = new ArrayList<>();
    for (int model = 0; model < models.size(); model++) {
      exams.add(
          new Exam(
              models.get(model),
              score(closedBook(progress.gated()), model),
              score(closedBook(progress.kept(recipe)), model),
              score(fresh, model)));
    }
    return exams;
  }

  private static List<List<Tally>> closedBook(List<Gated> items) {
    return items.stream().map(Gated::closedBook).toList();
  }

  private static Score score(List<List<Tally>> items, int model) {
    List<Tally> tallies = items.stream().map(item -> item.get(model)).toList();
    return new Score(
        tallies.stream().mapToInt(Tally::right).sum(),
        tallies.stream().mapToInt(Tally::tries).sum(),
        tallies.stream().mapToInt(Tally::unread).sum());
  }

  private ObjectNode field(List<Exam> exams) {
    Recipe recipe = setting.recipe();
    ObjectNode prepared =
        JsonNodeFactory.instance
            .objectNode()
            .put("recipe", recipe.name())
            .put("author", recipe.author())
            .put("missing", progress.missing(recipe));
    ArrayNode closedBook = prepared.putArray("closed_book");
    for (Exam exam : exams) {
      ObjectNode figures = closedBook.addObject().put("model", exam.model());
      put(figures.putObject("before"), exam.before());
      put(figures.putObject("kept"), exam.kept());
      put(figures.putObject("fresh"), exam.fresh());
    }
    return prepared;
  }

  private static void put(ObjectNode figures, Score score) {
    figures
        .put("right", score.right())
        .put("answers", score.answers())
        .put("unread", score.unread());
  }
}
