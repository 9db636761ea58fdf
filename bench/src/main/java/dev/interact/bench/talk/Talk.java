package dev.interact.bench.talk;

import dev.interact.bench.stub.Exchange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calls of one dialogue, told from what was said in them: every sentence of the stub is another
 * one, so that the first question stands for its dialogue.
 *
 * @param calls in the order of their arrival
 */
public record Talk(List<Call> calls) {

  /** Who is asked. */
  public enum Speaker {
    STUDENT,
    TEACHER
  }

  /** A call of a dialogue. */
  public record Call(Speaker speaker, Exchange exchange) {
    boolean isQuiz() {
      return exchange.quiz().isPresent();
    }
  }

  public Talk {
    calls = List.copyOf(calls);
  }

  /**
   * Finds the dialogues of a study that has one for each concept. What belongs to none is left out.
   *
   * @param exchanges in the order of their arrival
   */
  public static List<Talk> of(List<Exchange> exchanges) {
    Map<String, String> byQuiz = new HashMap<>();
    for (Exchange exchange : exchanges) {
      exchange
          .quiz()
          .ifPresent(quiz -> question(exchange).ifPresent(mark -> byQuiz.put(quiz, mark)));
    }
    Map<String, List<Call>> talks = new LinkedHashMap<>();
    for (Exchange exchange : exchanges) {
      question(exchange)
          .or(exchange::answerMark)
          .or(() -> exchange.quiz().map(byQuiz::get))
          .ifPresent(
              mark ->
                  talks
                      .computeIfAbsent(mark, key -> new ArrayList<>())
                      .add(new Call(speaker(exchange), exchange)));
    }
    return talks.values().stream().map(Talk::new).toList();
  }

  /** The mark of the first question that it has been told of. */
  private static Optional<String> question(Exchange exchange) {
    return first(exchange).flatMap(Exchange.Message::mark);
  }

  /** The first message with a sentence of the stub, but for the system's, which may be a lesson. */
  private static Optional<Exchange.Message> first(Exchange exchange) {
    return exchange.messages().stream()
        .filter(message -> !message.role().equals("system"))
        .filter(message -> message.mark().isPresent())
        .findFirst();
  }

  /** A student has said the first question itself, a teacher was told it. */
  private static Speaker speaker(Exchange exchange) {
    return first(exchange).filter(message -> message.role().equals("user")).isPresent()
        ? Speaker.TEACHER
        : Speaker.STUDENT;
  }

  /** The most of its calls of which each began when the one before was answered. */
  public int longestChain() {
    int[] length = new int[calls.size()];
    int longest = 0;
    for (int i = 0; i < length.length; i++) {
      length[i] = 1;
      for (int before = 0; before < i; before++) {
        if (calls.get(before).exchange().left() <= calls.get(i).exchange().arrived()) {
          length[i] = Math.max(length[i], length[before] + 1);
        }
      }
      longest = Math.max(longest, length[i]);
    }
    return longest;
  }

  /** Milliseconds from its first arrival to its last departure. */
  public double millis() {
    long end = calls.stream().mapToLong(call -> call.exchange().left()).max().orElse(0);
    return (end - calls.getFirst().exchange().arrived()) / 1e3;
  }
}
