package dev.interact.offline.job;

import dev.interact.offline.text.Memory;
import java.util.regex.Pattern;

/**
 * Weighs the wording of instructions: how strongly they speak of writing a lesson, of answering and
 * of asking. Each cue counts once, however often it appears.
 */
record Cues(int lesson, int answer, int ask) {

  static final Cues NONE = new Cues(0, 0, 0);

  /** "You are now an experienced ...", up to the noun. */
  private static final String YOU_ARE =
      """
      (?:\\byou(?:['’]re| are| will be|['’]ll be)|\\bact(?:ing)? as|\\bplay(?:ing)?\
      |\\brole\\b.{0,12}|\\bimagine you are)\
      (?: now| the role of| being)*(?: an?| the)?(?: [\\w-]+){0,3}? \
      """;

  /** Not "the student asks", "the teacher will answer" or "do not ask". */
  private static final String IT_IS_YOU_WHO =
      """
      (?<!(?:student|learner|pupil|teacher|tutor|they|who|he|she|user|someone|reader|expert)s?[ ]\
      (?:(?:will|can|may|could|might|would|does|then|is|are|must)[ ])?)\
      (?<!(?:not|n['’]t|never|no|without|may|can)[ ])\\b\
      """;

  private static final String LESSON =
      """
      (?:lesson|summary|overview|curriculum|study (?:notes|guide|material|sheet)|notes|outline\
      |digest|recap|synopsis|primer|handout|abstract|briefing|crib sheet)\\b\
      """;

  private static final Cue WRITE_LESSON =
      Cue.of(
          7,
          """
          (?:^|[.:!;\\n]\\s*|\\b(?:please|to|and|must|should|you|now|is|kindly) )\
          (?:now |please |then )?\
          (?:write|create|produce|draft|prepare|compose|generate|design|provide|make|give|build\
          |develop|put together|turn)\\b(?! use)[^.?!\\n]{0,90}\\b\
          """
              + LESSON,
          "(?<!not )\\b(?:summari[sz]e|condense|sum up)\\b",
          "\\b(?:need|want|require)s? (?:an?|some|your) (?:\\w+ ){0,3}" + LESSON);

  private static final Cue IS_TEACHER =
      Cue.of(
          4,
          YOU_ARE
              + """
              (?:teacher|tutor|instructor|expert|mentor|lecturer|professor|guide|educator|coach\
              |source|narrator)\\b\
              """);
  private static final Cue ANSWER =
      Cue.of(
          3,
          IT_IS_YOU_WHO
              + """
              (?:answer|respond to|reply to|address|explain)\\b(?! key)[^.?!\\n]{0,60}\
              \\b(?:questions?|student|learner|pupil|asked|asks|user|each|them|it|him|her|everything)\\b\
              """);
  private static final Cue IS_ASKED =
      Cue.of(
          2,
          """
          \\b(?:student|learner|pupil|user|someone|reader|person|they)s?\\b[^.?!\\n]{0,60}\
          \\b(?:asks?|questions? (?:about|to you|you)|wants? to (?:know|learn)|will question)\\b\
          """);
  private static final Cue MUST_NOT_ASK =
      Cue.of(2, "\\b(?:do not|don['’]t|never|without|not to|no need to) (?:ask|pose)(?:ing)?\\b");
  private static final Cue KNOWS =
      Cue.of(1, "\\byou (?:alone |know|hold|have read|possess|can see)");

  private static final Cue IS_STUDENT =
      Cue.of(
          4,
          YOU_ARE + "(?:student|learner|pupil|novice|apprentice|trainee|interviewer)\\b",
          "\\bi(?:['’]m| am) (?:your|the) (?:teacher|tutor|instructor)\\b",
          "\\byou(?:['’]re| are| will)? interview");
  private static final Cue ASK =
      Cue.of(
          3,
          IT_IS_YOU_WHO
              + """
              (?:ask|asking|pose|posing|put|raise|formulate|come up with)\\b[^.?!\\n]{0,50}\
              \\bquestions?\\b\
              """,
          IT_IS_YOU_WHO + "ask (?:the|your|a) (?:teacher|tutor|expert|instructor)\\b",
          "\\bby (?:asking|questioning|posing)\\b");
  private static final Cue NEXT_QUESTION =
      Cue.of(
          3,
          "\\b(?:your|the) (?:next|first|new|following|own) question",
          "\\bwhat (?:will|do) you ask\\b",
          "\\b(?:teacher|tutor|expert)\\b[^.?!\\n]{0,30}\\banswers? (?:all )?(?:your|you)\\b");
  private static final Cue HAS_NOT_SEEN =
      Cue.of(
          2,
          "\\byou (?:have|can|do|did|may|will)(?: ?not|n?['’]t| never)",
          "\\b(?:unseen|hidden from you|without seeing)\\b");
  private static final Cue WANTS_TO_LEARN =
      Cue.of(
          1, "\\b(?:learn|find out|discover) (?:about|as much|everything|more|what)|\\bcurious\\b");

  private static final Memory<Cues> WEIGHED = new Memory<>(Cues::weigh);

  static Cues in(String instructions) {
    return WEIGHED.of(instructions);
  }

  private static Cues weigh(String instructions) {
    return new Cues(
        WRITE_LESSON.weigh(instructions),
        sum(instructions, IS_TEACHER, ANSWER, IS_ASKED, MUST_NOT_ASK, KNOWS),
        sum(instructions, IS_STUDENT, ASK, NEXT_QUESTION, HAS_NOT_SEEN, WANTS_TO_LEARN));
  }

  Cues plus(Cues other) {
    return new Cues(lesson + other.lesson, answer + other.answer, ask + other.ask);
  }

  private static int sum(String text, Cue... cues) {
    int sum = 0;
    for (Cue cue : cues) {
      sum += cue.weigh(text);
    }
    return sum;
  }

  private record Cue(int weight, Pattern pattern) {

    static Cue of(int weight, String... alternatives) {
      String regex = String.join("|", alternatives);
      return new Cue(weight, Pattern.compile(regex, Pattern.CASE_INSENSITIVE));
    }

    int weigh(String text) {
      return pattern.matcher(text).find() ? weight : 0;
    }
  }
}
