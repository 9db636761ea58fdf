package dev.interact.orchestrator.seat;

import dev.interact.contracts.Exchange;
import dev.interact.contracts.student.Sheet;
import dev.interact.contracts.student.StudentRequest;
import java.util.List;

/**
 * What the person at a seat sees. It is made of what student-service would be sent, which can hold
 * no context and no key.
 *
 * @param state changes whenever something else is shown
 * @param step names what is to be answered; null where nothing is
 * @param delay what is waited for; null where nothing is
 * @param place how far the dialogue is
 * @param lesson null where there is none
 * @param said the turns so far
 * @param asked the question that is being answered; null where none is
 * @param instruction how to come to a question; null where nobody says
 * @param items of the quiz that is to be sat; empty where none is
 */
record Shown(
    String state,
    Situation.Wanted wanted,
    String step,
    Situation.Delay delay,
    Place place,
    String lesson,
    List<Exchange> said,
    String asked,
    String instruction,
    List<Sheet.Item> items) {

  /**
   * How far a dialogue is.
   *
   * @param turn that is asked or was quizzed about last; 0 before the first
   * @param turns that it may have; 0 where nothing is asked
   * @param part which sheet of the quiz is sat, from 1; 0 where none is
   * @param parts how many sheets a quiz has
   */
  record Place(int turn, int turns, int part, int parts) {}

  /** What is seen where nothing was asked yet. */
  static Shown nothing(Situation now, Place place) {
    return new Shown(
        now.version(),
        now.wanted(),
        null,
        now.delay(),
        place,
        null,
        List.of(),
        null,
        null,
        List.of());
  }

  /** What is seen of a request that is to be answered. */
  static Shown wanted(Situation now, String step, Place place, StudentRequest request) {
    return new Shown(
        now.version(),
        now.wanted(),
        step,
        null,
        place,
        request.lesson(),
        request.transcript(),
        null,
        request instanceof StudentRequest.AskQuestion ask ? ask.instruction() : null,
        request instanceof StudentRequest.SitQuiz quiz ? quiz.sheet().items() : List.of());
  }

  /**
   * What is seen after a request that was answered.
   *
   * @param asked the answer, if it is a question
   */
  static Shown after(Situation now, Place place, StudentRequest request, String asked) {
    return new Shown(
        now.version(),
        now.wanted(),
        null,
        now.wanted() == Situation.Wanted.WAIT ? now.delay() : null,
        place,
        request.lesson(),
        request.transcript(),
        asked,
        null,
        List.of());
  }
}
