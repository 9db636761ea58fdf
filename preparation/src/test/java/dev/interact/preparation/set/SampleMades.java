package dev.interact.preparation.set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.interact.preparation.order.Made;
import dev.interact.preparation.recipe.Recipe;
import dev.interact.preparation.result.Prepared;
import dev.interact.preparation.result.Prepared.Dropped;
import dev.interact.preparation.result.Prepared.Exam;
import dev.interact.preparation.result.Prepared.Lesson;
import dev.interact.preparation.result.Prepared.Score;
import dev.interact.study.Concept;
import dev.interact.study.Concept.Image;
import dev.interact.study.Concept.Level;
import dev.interact.study.Concept.QuizItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What a small preparation has made, for tests here and of the command line. */
public final class SampleMades {
  /** The filter model and the judge of {@link #recipe()}. */
  public static final String FILTER = "filter";

  private static final Score NOTHING = new Score(0, 0, 0);
  private static final ObjectMapper JSON = new ObjectMapper();

  private SampleMades() {}

  /** A recipe with one filter model, which is not the author. */
  public static Recipe recipe() {
    Recipe plain = Recipe.of("tales", "author");
    Recipe.Gates gates =
        new Recipe.Gates(
            new Recipe.ClosedBook(List.of(FILTER), null, null), plain.gates().withContext(), null);
    return new Recipe(
        "tales",
        null,
        "author",
        List.of("author"),
        null,
        null,
        null,
        null,
        null,
        gates,
        null,
        null,
        null,
        null,
        null);
  }

  /** Contents with a bare README. */
  public static Contents contents(List<Made> mades) {
    return contents(mades, set -> "# " + set.reference() + "\n");
  }

  /** Contents with another README. */
  public static Contents contents(List<Made> mades, Function<DataSet, String> readme) {
    return new Contents(
        "0123",
        "4567",
        Map.of("author", "big-1", FILTER, "small-1"),
        mades.iterator(),
        "1",
        readme);
  }

  /** Writes a data set. */
  public static DataSet write(Path parent, List<Made> mades) {
    try {
      return DataSetWriter.write(parent, recipe(), contents(mades));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Two concepts with a quiz, a text and an image; one whose only item was dropped; one that
   * failed. Of the text, two items are kept, and one each was unreadable, against the rules,
   * answered without the context, and dropped by two gates at once.
   */
  public static List<Made> few() {
    return List.of(
        new Made("ford", "tales", ford(), null),
        new Made("harbour", "images", harbour(), null),
        new Made("mill", "tales", mill(), null),
        new Made("gone", "news", null, "The model 'author' is not there."));
  }

  /**
   * Concepts {@code c00}, {@code c01} … of two domains in turn, each with three items and one that
   * the judge dropped, whose question begins with "Unclear".
   */
  public static List<Made> many(int concepts) {
    return IntStream.range(0, concepts).mapToObj(SampleMades::one).toList();
  }

  private static Made one(int number) {
    String id = "c%02d".formatted(number);
    String domain = number % 2 == 0 ? "tales" : "news";
    List<QuizItem> quiz =
        List.of(
            item("e1", Level.EASY, "What of " + id + "?", gates(number % 3, 2, "yyy")),
            item("m1", Level.MEDIUM, "Where of " + id + "?", gates(0, 2, "yyy")),
            item("h1", Level.HARD, "Why of " + id + "?", gates(0, 2, "yyy")));
    QuizItem unclear = item("e1", Level.EASY, "Unclear of " + id + "?", gates(1, 2, "yny"));
    int right = number % 3;
    Exam exam =
        new Exam(
            FILTER, new Score(right + 1, 12, 0), new Score(right, 9, 0), new Score(right, 9, 0));
    Concept concept =
        new Concept(
            id,
            domain,
            "T " + id,
            "A text, " + id,
            null,
            quiz,
            "s",
            "CC0-1.0",
            Map.of("prepared", provenance(6, exam)));
    return new Made(
        id,
        domain,
        new Prepared(
            concept, 6, List.of(), List.of(new Dropped(0, unclear, "Unclear.")), List.of(exam)),
        null);
  }

  /** The first concept of {@link #many}, with a lesson of this text. */
  public static Made lesson(String text) {
    Made one = one(0);
    Prepared prepared = one.prepared();
    return new Made(
        one.id(),
        one.domain(),
        new Prepared(
            prepared.concept(),
            prepared.missing(),
            List.of(new Lesson("author", text)),
            prepared.dropped(),
            prepared.exams()),
        null);
  }

  private static Prepared ford() {
    Exam exam = new Exam(FILTER, new Score(4, 12, 1), new Score(1, 6, 0), new Score(2, 6, 0));
    List<QuizItem> quiz =
        List.of(
            item("e1", Level.EASY, "What was the toll?", gates(1, 2, "yyy")),
            item("m1", Level.MEDIUM, "=Why, \"so\"?", gates(0, 2, "yyy")));
    Concept concept =
        new Concept(
            "ford",
            "tales",
            "The ford",
            "A heron kept the only ford.\nShe asked a silver button, ü \u2028 of everyone.",
            null,
            quiz,
            "written here",
            "CC0-1.0",
            Map.of(
                "author_of_text",
                TextNode.valueOf("nobody"),
                "b",
                tree("{\"y\":1,\"x\":[2]}"),
                "prepared",
                provenance(7, exam)));
    List<Dropped> dropped =
        List.of(
            new Dropped(0, null, "The reply is no JSON."),
            new Dropped(0, item("e2", Level.EASY, "All?", null), "Two options are the same."),
            new Dropped(0, item("e2", Level.EASY, "Who kept it?", gates(3, 2, "yyy")), "Known."),
            new Dropped(1, item("m2", Level.MEDIUM, "Where?", gates(0, 1, "yny")), "Unclear."));
    return new Prepared(
        concept,
        7,
        List.of(new Lesson("author", "A heron  keeps\na ford.")),
        dropped,
        List.of(exam));
  }

  private static Prepared harbour() {
    Exam exam = new Exam(FILTER, new Score(0, 3, 0), new Score(0, 3, 0), new Score(1, 3, 0));
    Concept concept =
        new Concept(
            "harbour",
            "images",
            "A harbour",
            null,
            new Image("image/png", png("harbour")),
            List.of(item("e1", Level.EASY, "Which colour?", gates(0, 2, "yyy"))),
            null,
            "CC0-1.0",
            Map.of("prepared", provenance(8, exam)));
    return new Prepared(concept, 8, List.of(), List.of(), List.of(exam));
  }

  private static Prepared mill() {
    Concept concept =
        new Concept("mill", "tales", "The mill", "A mill.", null, null, null, null, null);
    return new Prepared(
        concept,
        9,
        List.of(new Lesson("author", "A mill.")),
        List.of(new Dropped(0, item("h1", Level.HARD, "So?", gates(2, 2, "ynn")), "No.")),
        List.of(new Exam(FILTER, new Score(2, 3, 0), NOTHING, NOTHING)));
  }

  /** The bytes of what passes for a PNG. */
  public static byte[] png(String content) {
    byte[] text =
        ("\u0000PNG\r\n\u001A\n" + content).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    text[0] = (byte) 0x89;
    return text;
  }

  /** An item with three options; {@code gates} is null where it came to none. */
  public static QuizItem item(String id, Level level, String question, JsonNode gates) {
    ArrayNode evidence = JSON.createArrayNode().add("A heron kept the only ford.");
    Map<String, JsonNode> extra =
        gates == null ? Map.of("evidence", evidence) : Map.of("evidence", evidence, "gates", gates);
    return new QuizItem(id, level, question, List.of("a button", "-1, or so", "c"), 0, extra);
  }

  /**
   * Figures of all gates.
   *
   * @param closedBook how often the filter was right, of 3; 3 does not pass
   * @param withContext how often the author was right, of 2; fewer do not pass
   * @param judge its three answers, as {@code yny}
   */
  public static JsonNode gates(int closedBook, int withContext, String judge) {
    return tree(
        """
        [{"gate":"closed-book","model":"filter","tries":3,"right":%d,"unread":0,"passed":%s},
         {"gate":"with-context","model":"author","tries":2,"right":%d,"unread":0,"moved":false,"passed":%s},
         {"gate":"judge","model":"author","comprehension":%s,"answerable":%s,"self_contained":%s,"reason":"R","passed":%s}]
        """
            .formatted(
                closedBook,
                closedBook < 3,
                withContext,
                withContext == 2,
                judge.charAt(0) == 'y',
                judge.charAt(1) == 'y',
                judge.charAt(2) == 'y',
                judge.equals("yyy")));
  }

  /** As the flow writes it. */
  private static JsonNode provenance(int missing, Exam exam) {
    ObjectNode fields = JSON.createObjectNode().put("recipe", "tales").put("author", "author");
    fields.put("missing", missing).putArray("closed_book").add(JSON.<JsonNode>valueToTree(exam));
    return fields;
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
