package dev.interact.offline.chat;

import java.util.regex.Pattern;

/**
 * Tells sentences that instruct the model from sentences that are something to learn, by their
 * wording: they name the task (question, lesson, text, ...) and speak to the reader.
 */
public final class Wording {

  static final String MATERIAL =
      """
      (?:context|text|lesson|story|tale|article|news|material|document|passage|content|transcript\
      |notes|summary|plot|lyrics|song|poem|paper|abstract|curriculum|overview|image|picture\
      |description|source)\
      """;

  private static final Pattern TASK =
      pattern(
          """
          \\b(?:questions?|ask|answer(?:s|ing|ed)?|quiz|exam|test|students?|learners?|pupils?\
          |teachers?|tutors?|interview(?:ing|er)?|items?|options?|letters?|format|json|lines?\
          |summari[sz]e|study|concise|brief|briefly|short|helpful|polite|honest|plain|sentences?\
          |words|assistant|paragraphs?|guess|following|below|above|topic|conversation|dialogue\
          |learn|%s)\\b"""
              .formatted(MATERIAL));

  private static final Pattern IMPERATIVE =
      pattern(
          """
          ^(?:(?:please|now|then|first|finally|also|next|so)[, ]+)*\
          (?:ask|answer|write|reply|respond|read|use|using|keep|be|do|don't|never|always|give\
          |choose|select|pick|return|output|guess|summari[sz]e|condense|explain|base|act|take|study\
          |produce|create|prepare|draft|compose|pose|put|describe|teach|provide|consider|stay|stick\
          |avoid|remember|imagine|pretend|here|this is|these are|below|the following|rely|speak|let\
          |feel free|no|only|each|one|if unsure|for each|exactly|raise|find|discover|learn|try\
          |interview|question|work|when|if|in your|point to)\\b""");

  private static final Pattern ADDRESS =
      pattern(
          """
          \\b(?:you(?:['’](?:re|ll|ve))?|your|i['’]?m|i am your|my answer)\\b|:\\s*$\
          |^(?:(?:the|a|your|each) )?(?:student|learner|pupil|teacher|tutor|quiz)s? \
          (?:is|are|has|have|do|does|will|must|should|can|may|who|asks?)\\b""");

  private static final Pattern GREETING =
      pattern("^(?:hi|hello|hey|welcome|good (?:morning|day|evening)|ok|okay|sure)\\b.{0,80}$");

  private static final Pattern SPEECH = Pattern.compile("^[\"“‘'«]|[\"”’»]$");

  private Wording() {}

  /** Speech in quotation marks never instructs: stories are full of it. */
  public static boolean instructs(String sentence) {
    if (GREETING.matcher(sentence).find()) {
      return true;
    }
    return !SPEECH.matcher(sentence).find()
        && TASK.matcher(sentence).find()
        && (IMPERATIVE.matcher(sentence).find() || ADDRESS.matcher(sentence).find());
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }
}
