package dev.interact.offline.job;

import dev.interact.offline.chat.Message;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out by the wording how a teacher is to answer. */
final class MannerCues {

  private static final Pattern KEEPS_BACK =
      cue(
          """
          (?:\\b(?:never|not|without|avoid|cannot|instead of|rather than)\\b|n['’]t\\b)[^.?!\\n]{0,40}\
          \\b(?:giv|reveal|stat|tell|say|disclos|spell|hand|answer)\\w*\\b[^.?!\\n]{0,40}\\banswers?\\b""");
  private static final Pattern HINTS =
      cue(
          """
          \\b(?:hints?|hinting|clues?|nudges?|socratic\\w*|themselves|final answers?\
          |work (?:it )?out|draw the conclusion)\\b""");
  private static final Pattern ONE_SENTENCE =
      cue(
          """
          (?<!\\b(?:not|never|than|n['’]t)\\b.{0,30})\\b(?:one|single|short|brief)\
          (?:[ -](?:short|brief|plain|simple))*[ -]sentence\\b\
          |\\bas few words as\\b|\\bas (?:briefly|tersely) as\\b|\\bterse(?:ly)?\\b""");

  private static final Pattern GO_ON =
      cue(
          """
          ^\\W*(?:(?:please|now|then|ok|okay|good)[, ]+)*\
          (?:go on|continue|carry on|proceed|keep going)\\b\
          |\\b(?:not (?:yet )?|n['’]t (?:yet )?)told me\\b""");
  private static final Pattern TELLS_MATERIAL =
      cue(
          """
          \\b(?:tell|teach|talk|speak|lectur\\w+|explain)\\b[^.?!\\n]{0,40}\
          \\b(?:material|text|story|article|document|content|paper|plot|lyrics|song|image)\\b""");
  private static final Pattern BEGINS = cue("\\b(?:begin|start)(?:ning|ing)? (?:with|at|from)\\b");
  private static final Pattern WORDS = cue("\\b(\\d{1,5}) words\\b");

  private MannerCues() {}

  /**
   * The manner that is called for.
   *
   * @param instructions which the teacher was given
   * @param request what it is to reply to
   */
  static Manner in(String instructions, Message request) {
    Matcher words = WORDS.matcher(request.text());
    boolean limited = words.find();
    boolean starts =
        TELLS_MATERIAL.matcher(request.text()).find()
            && (limited || BEGINS.matcher(request.text()).find());
    if (!request.asks() && (starts || GO_ON.matcher(request.text()).find())) {
      return new Manner.Lecture(
          limited ? OptionalInt.of(Integer.parseInt(words.group(1))) : OptionalInt.empty());
    }
    if (KEEPS_BACK.matcher(instructions).find() && HINTS.matcher(instructions).find()) {
      return new Manner.Hint();
    }
    return ONE_SENTENCE.matcher(instructions).find() ? new Manner.Terse() : new Manner.Full();
  }

  private static Pattern cue(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }
}
