package dev.interact.offline.student;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The kinds of material a student may be told of, each with the questions to open with. */
enum Subject {
  IMAGE(
      "images?|pictures?|photo\\w*|drawing|painting|scene|visual",
      "What does the image show?",
      "Which shapes are in the image, and what colours do they have?",
      "How many objects are there?",
      "What is in the centre of the image?",
      "What is in the top left and in the top right?",
      "What is in the bottom left and in the bottom right?",
      "What is to the left and to the right of the largest object?",
      "What colour is the background?"),
  SONG(
      "songs?|lyrics?|poems?|verses?",
      "What is the song about?",
      "Who is speaking, and to whom?",
      "What is said in the chorus?",
      "Which feelings are expressed, and why?",
      "Which images or places are mentioned?",
      "How does the song end?"),
  PAPER(
      "papers?|research|scientific|academic|abstract|study of",
      "What problem does the paper address?",
      "Which method do the authors use?",
      "What are the main results?",
      "Which data or experiments support the results?",
      "What are the limitations?",
      "How does it differ from earlier work?"),
  NEWS(
      "news|articles?|reports?|events?|journalis\\w*",
      "What happened?",
      "Who is involved?",
      "When and where did it happen?",
      "Why did it happen?",
      "What was said about it, and by whom?",
      "What will happen next?"),
  STORY(
      "stor(?:y|ies)|tales?|plots?|movies?|films?|novels?|fairy\\w*|characters?",
      "What is the story about?",
      "Who are the main characters?",
      "Where and when does the story take place?",
      "What does the main character want?",
      "Which problem has to be solved?",
      "How does the story end?",
      "Why do the characters act as they do?"),
  ANYTHING(
      "",
      "What is it about?",
      "What are the most important points?",
      "Who or what is involved?",
      "When and where does it happen?",
      "Why does it matter?",
      "How does it end?");

  private final Pattern cue;
  private final List<String> openers;

  Subject(String cue, String... openers) {
    this.cue = Pattern.compile("\\b(?:" + cue + ")\\b", Pattern.CASE_INSENSITIVE);
    this.openers = List.of(openers);
  }

  List<String> openers() {
    return openers;
  }

  /** The kind the instructions name; anything when they name none. */
  static Subject of(String instructions) {
    return Arrays.stream(values())
        .filter(subject -> subject.cue.matcher(instructions).find())
        .findFirst()
        .orElse(ANYTHING);
  }
}
