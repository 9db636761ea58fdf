package dev.interact.orchestrator.results;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.interact.orchestrator.progress.Arm;
import dev.interact.study.Concept;
import java.util.List;

/**
 * One line of {@code answers.jsonl}: what became of one item of the quiz after one turn. Null where
 * an axis does not apply.
 *
 * @param study the study's name
 * @param dialogue the dialogue's id
 * @param concept the concept's id
 * @param arm of the study that the dialogue belongs to
 * @param seed null where nothing is sampled
 * @param lessonDraw which draw of the lesson, from 0
 * @param optionOrder which order of the options, from 0
 * @param candidate which of several questions at the turn of a fork, from 0
 * @param turn 0 before any question
 * @param sample which of several sheets after the turn, from 0
 * @param item the item's id
 * @param level null where the concept names none
 * @param half {@code selection} or {@code reported}, in studies that select questions by the quiz
 * @param shown the original positions of the item's options, in the order shown
 * @param choice the original position of the chosen option; null where none could be read
 * @param correct false where no choice could be read
 * @param parsed whether a choice could be read
 * @param status {@code finished} or {@code failed}: the dialogue's
 * @param end the dialogue's last turn, where it is not the last that it might have had
 */
@JsonPropertyOrder({
  "study",
  "dialogue",
  "concept",
  "domain",
  "arm",
  "seed",
  "lesson_draw",
  "option_order",
  "candidate",
  "turn",
  "sample",
  "item",
  "level",
  "half",
  "shown",
  "choice",
  "correct",
  "parsed",
  "status"
})
public record Answer(
    String study,
    String dialogue,
    String concept,
    String domain,
    @JsonUnwrapped Arm arm,
    Long seed,
    int lessonDraw,
    int optionOrder,
    Integer candidate,
    int turn,
    int sample,
    String item,
    Concept.Level level,
    String half,
    List<Integer> shown,
    Integer choice,
    boolean correct,
    boolean parsed,
    String status,
    @JsonIgnore Integer end) {}
