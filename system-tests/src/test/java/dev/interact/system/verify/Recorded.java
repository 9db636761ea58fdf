package dev.interact.system.verify;

import dev.interact.contracts.Json;
import dev.interact.contracts.UnreadableMessage;
import dev.interact.contracts.quiz.GradedSheet;
import dev.interact.contracts.quiz.Mark;
import dev.interact.contracts.reply.Outcome;
import dev.interact.contracts.reply.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is stored of each call is what a worker said, and all workers graded it alike. */
final class Recorded {
  private final Tables tables;
  private final String study;
  private final Map<String, Map<String, String>> texts = new HashMap<>();
  private final Map<String, Set<String>> grades = new HashMap<>();

  /**
   * @param replies all values of the topic of replies; those that are none are left aside
   */
  Recorded(Tables tables, String study, List<String> replies) {
    this.tables = tables;
    this.study = study;
    replies.forEach(this::add);
  }

  private void add(String value) {
    try {
      add(Json.read(value.getBytes(StandardCharsets.UTF_8), Reply.class));
    } catch (UnreadableMessage e) {
      // Whether it was dealt with is seen in the dead letters.
    }
  }

  private void add(Reply reply) {
    switch (reply) {
      case Reply.Modelled modelled -> {
        if (modelled.outcome() instanceof Outcome.Completed completed) {
          texts
              .computeIfAbsent(modelled.call(), call -> new HashMap<>())
              .put(modelled.attempt(), completed.text());
        }
      }
      case Reply.Graded graded ->
          graded
              .sheets()
              .forEach(
                  sheet ->
                      grades
                          .computeIfAbsent(sheet.call(), call -> new LinkedHashSet<>())
                          .add(choices(sheet)));
      case Reply.HandedBack handedBack -> {}
    }
  }

  private static String choices(GradedSheet sheet) {
    return sheet.marks().stream()
        .map(Mark::choice)
        .map(choice -> choice == null ? "NULL" : choice.toString())
        .collect(Collectors.joining(",", "{", "}"));
  }

  List<String> findings() {
    List<String> findings = new ArrayList<>();
    for (List<String> call :
        tables.rows(
            """
            select key, reply, answered_by, choices from call
            where status = 'DONE' and key in (select call from step where study = ?) order by key
            """,
            study)) {
      checkText(call.get(0), call.get(1), call.get(2), findings);
      checkGrade(call.get(0), call.get(3), findings);
    }
    return findings;
  }

  private void checkText(String call, String stored, String attempt, List<String> findings) {
    Map<String, String> said = texts.getOrDefault(call, Map.of());
    if (!said.containsValue(stored)) {
      findings.add("What is stored of call %s is no reply of a worker.".formatted(call));
    } else if (attempt != null && !stored.equals(said.get(attempt))) {
      findings.add(
          "Call %s has another reply than attempt %s, which it names.".formatted(call, attempt));
    }
  }

  private void checkGrade(String call, String stored, List<String> findings) {
    Set<String> given = grades.getOrDefault(call, Set.of());
    if (given.size() > 1) {
      findings.add("Call %s was graded in different ways: %s.".formatted(call, given));
    }
    if (stored != null && !given.contains(stored)) {
      findings.add("Call %s is stored with a grade that no worker gave.".formatted(call));
    }
  }
}
