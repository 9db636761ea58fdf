package dev.interact.offline;

import static dev.interact.offline.chat.Message.assistant;
import static dev.interact.offline.chat.Message.system;
import static dev.interact.offline.chat.Message.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interact.offline.chat.Conversation;
import dev.interact.offline.chat.Message;
import dev.interact.offline.text.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Plays the protocol over a data file: every condition of the paper, in the model's own process.
 */
record Benchmark(List<JsonNode> concepts, OfflineModel model) {

  private static final List<Long> SEEDS = List.of(123L, 765L, 915L);
  private static final int TURNS = 5;

  /** Skips the test where the file is missing, except on a build server, where it must be there. */
  static Benchmark of(String file) throws IOException {
    Path path = Path.of(System.getProperty("interact.root", ".."), "../shared/data", file);
    if (!Files.exists(path)) {
      Assertions.assertNotEquals("true", System.getenv("CI"), path + " is missing");
      Assumptions.abort(path + " is missing");
    }
    List<JsonNode> concepts = new ArrayList<>();
    for (String line : Files.readAllLines(path)) {
      concepts.add(new ObjectMapper().readTree(line));
    }
    return new Benchmark(concepts, new OfflineModel());
  }

  /** The concepts short enough for a dialogue of five turns to cover. */
  Benchmark shorterThan(int sentences) {
    return new Benchmark(
        concepts.stream().filter(c -> Sentences.of(context(c)).size() < sentences).toList(), model);
  }

  double fullContext(Strength strength) {
    return accuracy(strength, concept -> List.of(system(withContext(concept))));
  }

  double closedBook(Strength strength) {
    return accuracy(strength, concept -> List.of(system("You sit a quiz on an unseen text.")));
  }

  double lesson(Strength strength) {
    return accuracy(
        strength,
        concept -> List.of(system("You are a student. Lesson:\n" + lesson(strength, concept))));
  }

  /** Accuracy after each turn, from none to five. */
  double[] dialogue(Strength strength) {
    double[] accuracy = new double[TURNS + 1];
    double items = 0;
    for (long seed : SEEDS) {
      for (JsonNode concept : concepts) {
        items += concept.get("quiz").size();
        converse(strength, concept, seed, accuracy);
      }
    }
    double total = items;
    return Arrays.stream(accuracy).map(right -> right / total).toArray();
  }

  private void converse(Strength strength, JsonNode concept, long seed, double[] right) {
    List<Message> teacher = new ArrayList<>();
    teacher.add(
        system(
            "You are a teacher. Answer the student's questions; ask nothing.\n\n"
                + withContext(concept)));
    List<Message> student = new ArrayList<>();
    student.add(
        system("You are a student. Ask one question at a time about a text you cannot see."));
    student.add(user("Hello! Ask me anything about it."));
    right[0] += sit(strength, student, concept, seed);
    for (int turn = 1; turn <= TURNS; turn++) {
      String question = say(strength, student, seed, 1);
      student.add(assistant(question));
      teacher.add(user(question));
      String answer = say(strength, teacher, seed, 1);
      teacher.add(assistant(answer));
      student.add(user(answer));
      right[turn] += sit(strength, student, concept, seed);
    }
  }

  private double accuracy(Strength strength, Function<JsonNode, List<Message>> view) {
    double right = 0;
    double items = 0;
    for (long seed : SEEDS) {
      for (JsonNode concept : concepts) {
        right += sit(strength, view.apply(concept), concept, seed);
        items += concept.get("quiz").size();
      }
    }
    return right / items;
  }

  private int sit(Strength strength, List<Message> view, JsonNode concept, long seed) {
    List<Message> messages = new ArrayList<>(view);
    messages.add(user(sheet(concept.get("quiz"))));
    String[] lines = say(strength, messages, seed, 0).split("\n");
    Assertions.assertEquals(concept.get("quiz").size(), lines.length);
    int right = 0;
    for (int i = 0; i < lines.length; i++) {
      int key = concept.get("quiz").get(i).get("answer").asInt();
      right += lines[i].equals(i + 1 + ". " + (char) ('A' + key)) ? 1 : 0;
    }
    return right;
  }

  private String lesson(Strength strength, JsonNode concept) {
    return say(strength, List.of(system("Write a lesson."), user(context(concept))), 1, 0);
  }

  private String say(Strength strength, List<Message> messages, long seed, double temperature) {
    var sampling = new Sampling(seed, temperature, 4096);
    return model.reply(strength, new Conversation(messages), sampling).text();
  }

  private static String sheet(JsonNode quiz) {
    StringBuilder sheet =
        new StringBuilder("Answer with a line per question, such as '1. A'. Guess if unsure.\n\n");
    for (int i = 0; i < quiz.size(); i++) {
      sheet.append(i + 1).append(". ").append(quiz.get(i).get("question").asText()).append('\n');
      char letter = 'A';
      for (JsonNode option : quiz.get(i).get("options")) {
        sheet.append(letter++).append(") ").append(option.asText()).append('\n');
      }
      sheet.append('\n');
    }
    return sheet.toString();
  }

  private static String withContext(JsonNode concept) {
    return "You know this text.\n\nText:\n" + context(concept);
  }

  private static String context(JsonNode concept) {
    return concept.get("context").asText();
  }
}
