package dev.interact.study.strategy;

import dev.interact.contracts.Exchange;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * For images: asks by region, attribute, relation and count, each kind again only when all have
 * been asked, since plain questions about an image are soon all alike.
 */
public record Visual() implements Strategy {

  /** What a question about an image asks for, and the words that give it away. */
  enum Aspect {
    REGION("left|right|top|bottom|corner|centre|center|middle|background|foreground|behind|where"),
    ATTRIBUTE("colou?rs?|shapes?|sizes?|large|small|look like|made of|wearing|texture"),
    RELATION("between|next to|relation|relative to|compared|holding|interact\\w*|doing|together"),
    COUNT("how many|number of|count");

    private final Pattern cue;

    Aspect(String cue) {
      this.cue = Pattern.compile("\\b(?:" + cue + ")\\b");
    }

    boolean isAskedIn(String question) {
      return cue.matcher(question.toLowerCase(Locale.ROOT)).find();
    }
  }

  @Override
  public String label() {
    return "visual";
  }

  @Override
  public Map<String, Object> variables(Situation situation) {
    return Map.of(
        "aspects",
        open(situation.transcript()).stream()
            .map(aspect -> aspect.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", ")));
  }

  /** The aspects that are to be asked next. */
  private static Set<Aspect> open(List<Exchange> transcript) {
    Set<Aspect> open = EnumSet.allOf(Aspect.class);
    for (Exchange turn : transcript) {
      open.removeIf(aspect -> aspect.isAskedIn(turn.question()));
      if (open.isEmpty()) {
        open = EnumSet.allOf(Aspect.class);
      }
    }
    return open;
  }

  @Override
  public Reading read(String reply, Situation situation) {
    return Labelled.read(reply);
  }
}
