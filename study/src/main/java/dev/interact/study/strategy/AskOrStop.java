package dev.interact.study.strategy;

import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** States its confidence before each question, and may stop after a forced minimum of them. */
public record AskOrStop() implements Strategy {
  /** In capitals whatever follows, or else alone on its line: a question may begin with "Stop". */
  private static final Pattern STOP =
      Pattern.compile("^[\\s>*_#-]*(?:STOP\\b|(?i:stop)[\\s.!*_]*$)", Pattern.MULTILINE);

  private static final Pattern CONFIDENCE =
      Labelled.after("CONFIDENCE", "[^\\d\\n-]*(\\d{1,3})(?!\\d|[.,/]\\d)");
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
    boolean stops = STOP.matcher(Labelled.question(reply).orElse(reply)).find();
    return stops && mayStop(situation) ? new Reading.Stop() : Labelled.read(reply);
  }

  private static boolean mayStop(Situation situation) {
    return situation.turn() > situation.settings().minTurns();
  }

  /** The confidence that a reply states, from 0 to 100; empty where it states none. */
  public static OptionalInt confidence(String reply) {
    Matcher matcher = CONFIDENCE.matcher(reply);
    if (!matcher.find()) {
      return OptionalInt.empty();
    }
    int percent = Integer.parseInt(matcher.group(1));
    return percent <= SURE ? OptionalInt.of(percent) : OptionalInt.empty();
  }
}
