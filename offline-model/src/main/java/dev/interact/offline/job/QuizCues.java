package dev.interact.offline.job;

import java.util.regex.Pattern;

/** Tells by the wording whether a quiz is to be written, or one that is there to be judged. */
final class QuizCues {

  private static final String WRITE =
      """
      (?<!\\b(?:not|never|n['’]t|who|to be|before you|students?|teachers?)[ ])\
      \\b(?:write|create|generate|make|compose|draft|design|develop|produce|prepare|construct\
      |devise|formulate|come up with|build|give me|turn|convert|transform|need|want)s?\\b\
      (?:(?!\\b(?:letters?|lines?|answers?|lessons?|summary|summaries|overview|notes|outline|guide\
      |curriculum|digest|handout|primer|each|every|student|students|learner|learners|json|object\
      |verdicts?|key|before|so that|what you|nothing|only|no)\\b|\\bfor (?:an?|the|this)\\b)[^.?!\\n]){0,110}?\
      """;
  private static final String QUIZ =
      "\\b(?:multiple[- ]choice|mcqs?|quiz(?:zes)?|test (?:items|questions)|exam questions)\\b";

  private static final Pattern WRITES_QUIZ = cue(WRITE + QUIZ);
  private static final Pattern WRITES_QUESTIONS = cue(WRITE + "\\b(?:questions?|items?)\\b");
  private static final Pattern IS_AUTHOR =
      cue(
          "\\byou(?:['’]re| are| will| write| create| make)\\b[^.?!\\n]{0,50}?\\b(?:examiner|quiz"
              + "[- ](?:writer|author|maker|master|generator|creator|designer)|(?:item|question|test)"
              + "[- ](?:writer|author|setter|maker|generator|creator)|multiple-choice quizzes)\\b");
  private static final Pattern HAS_OPTIONS =
      cue("\\b(?:distractors?|options|choices|wrong answers|incorrect answers)\\b");

  private static final Pattern JUDGES =
      cue(
          "\\b(?:judg(?:e|es|ing)|assess|evaluat(?:e|es|ing)|rate|rating|review(?:s|ing|er)?|verify"
              + "|validate|vet|audit|check|critique|examine|inspect|decide|say|tell|referee)\\b"
              + "[^.?!\\n]{0,80}?\\b(?:items?|questions?|mcqs?|quiz(?:zes)?)\\b");
  private static final Pattern VERDICTS =
      cue(
          "\\b(?:verdicts?|true or false|yes or no|yes/no|true/false|\\(true\\)|answerable"
              + "|self[-_ ]contained|criteria|criterion|flawed|acceptable|valid|sound|usable)\\b");

  private QuizCues() {}

  /** Whether instructions want multiple-choice items. */
  static boolean wantItems(String instructions) {
    return wantItems(instructions, HAS_OPTIONS.matcher(instructions).find());
  }

  /** The same of instructions which are known to speak of options, or not to. */
  static boolean wantItems(String instructions, boolean ofOptions) {
    return wantQuiz(instructions)
        || ofOptions && WRITES_QUESTIONS.matcher(instructions).find()
        || IS_AUTHOR.matcher(instructions).find();
  }

  /** Whether instructions want a quiz by its name. */
  static boolean wantQuiz(String instructions) {
    return WRITES_QUIZ.matcher(instructions).find();
  }

  /** Whether instructions want items judged. */
  static boolean wantVerdicts(String instructions) {
    return JUDGES.matcher(instructions).find() && VERDICTS.matcher(instructions).find();
  }

  private static Pattern cue(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }
}
