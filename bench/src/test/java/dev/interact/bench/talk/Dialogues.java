package dev.interact.bench.talk;

import dev.interact.bench.stub.Exchange;
import dev.interact.bench.stub.Exchange.Message;
import dev.interact.contracts.Hash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Dialogues as they pass a stub, with a latency that is always the same; a quiz comes a microsecond
 * after the question that it is asked with.
 */
final class Dialogues {
  static final long LATENCY = 1_000;

  private final List<Exchange> exchanges = new ArrayList<>();
  private final String name;
  private final boolean waitsForQuizzes;
  private final List<Message> student = new ArrayList<>();
  private final List<Message> teacher = new ArrayList<>();
  private long now;

  private Dialogues(String name, boolean waitsForQuizzes) {
    this.name = name;
    this.waitsForQuizzes = waitsForQuizzes;
    student.add(new Message("system", "You are a student."));
    student.add(new Message("user", "What would you like to know?"));
    teacher.add(new Message("system", "You are a teacher of " + name));
  }

  /** Some dialogues at a time, each with quizzes beside the next turn. */
  static List<Exchange> sideBySide(int number, int turns) {
    List<Exchange> all = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      all.addAll(new Dialogues("tale " + i, false).of(turns));
    }
    all.sort(Comparator.comparingLong(Exchange::arrived));
    return all;
  }

  /** A dialogue that waits for every quiz. */
  static List<Exchange> oneByOne(int turns) {
    return new Dialogues("tale", true).of(turns);
  }

  static Exchange quizOfNobody() {
    return new Exchange(0, LATENCY, List.of(new Message("user", "A) this\nB) that")), "1. A");
  }

  private List<Exchange> of(int turns) {
    quiz();
    for (int turn = 1; turn <= turns; turn++) {
      String question = call(student);
      teacher.add(new Message("user", question));
      String answer = call(teacher);
      teacher.add(new Message("assistant", answer));
      student.add(new Message("assistant", question));
      student.add(new Message("user", answer));
      quiz();
    }
    return exchanges;
  }

  private String call(List<Message> messages) {
    String said =
        "Of all that could be said of it, what matters most is %s."
            .formatted(Hash.id(name, messages));
    exchanges.add(new Exchange(now, now + LATENCY, messages, said));
    now += LATENCY;
    return said;
  }

  private void quiz() {
    List<Message> messages = new ArrayList<>(student);
    Message last = messages.removeLast();
    messages.add(
        new Message(
            last.role(), last.content() + "\n\n1. What of %s?\nA) x\nB) %s".formatted(name, name)));
    long later = now + 1;
    exchanges.add(new Exchange(later, later + LATENCY, messages, "1. A"));
    if (waitsForQuizzes) {
      now = later + LATENCY;
    }
  }
}
