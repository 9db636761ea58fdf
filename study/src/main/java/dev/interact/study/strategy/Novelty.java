package dev.interact.study.strategy;

import dev.interact.contracts.Exchange;
import dev.interact.study.text.Vocabulary;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Proposes several questions and asks the one that what it knows covers least: by the share of the
 * question's words, but for stop words, that the lesson, the questions and the answers so far do
 * not have. Of equals the first is asked.
 */
public record Novelty() implements Strategy {
  private static final Pattern PROPOSAL =
      Pattern.compile("^[\\s>*_]*(?:\\d+[.)]|[-*•])[*_]*\\s+(\\S.*)$", Pattern.MULTILINE);

  @Override
  public String label() {
    return "novelty";
  }

  @Override
  public Map<String, Object> variables(Situation situation) {
    return Map.of("count", situation.settings().candidates());
  }

  @Override
  public Reading read(String reply, Situation situation) {
    List<String> proposals = PROPOSAL.matcher(reply).results().map(Novelty::text).toList();
    Vocabulary known = new Vocabulary();
    if (situation.lesson() != null) {
      known.hear(situation.lesson());
    }
    for (Exchange turn : situation.transcript()) {
      known.hear(turn.question());
      known.hear(turn.answer());
    }
    return new Reading.Question(
        proposals.stream().min(Comparator.comparingDouble(known::coverage)).orElse(reply.strip()));
  }

  private static String text(MatchResult proposal) {
    return Labelled.plain(proposal.group(1));
  }
}
