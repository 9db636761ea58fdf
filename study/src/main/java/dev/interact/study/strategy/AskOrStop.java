package dev.interact.study.strategy;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** States its confidence before each question, and may stop after a forced minimum of them. */
public record AskOrStop() implements Strategy {
  private static final Pattern STOP = Pattern.compile("^[\\s>*_#-]*STOP\\b", Pattern.MULTILINE);
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final int SURE = 100;

  @Override
  public String label() {
    return "ask-or-stop";
  }

  @Override
  public Map<String, Object> variables(Situation situation) {
    return mayStop(situation) ? Map.of("may_stop", true) : Map.of();
  }

  @Override
  public Reading read(String reply, Situation situation) {
    boolean asks = Labelled.part(reply, "QUESTION").isPresent();
    boolean stops = STOP.matcher(reply.toUpperCase(Locale.ROOT)).find();
    return stops && !asks && mayStop(situation) ? new Reading.Stop() : Labelled.question(reply);
  }

  private static boolean mayStop(Situation situation) {
    return situation.turn() > situation.settings().minTurns();
  }

  /** The confidence that a reply states, from 0 to 100; empty where it states none. */
  public static OptionalInt confidence(String reply) {
    return Labelled.part(reply, "CONFIDENCE")
        .map(NUMBER::matcher)
        .filter(Matcher::find)
        .filter(number -> number.group().length() <= 3)
        .map(number -> Integer.parseInt(number.group()))
        .filter(percent -> percent <= SURE)
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }
}
