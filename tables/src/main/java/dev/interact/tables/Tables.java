package dev.interact.tables;

import static dev.interact.tables.ColumnType.JSON;
import static dev.interact.tables.ColumnType.NUMBER;
import static dev.interact.tables.ColumnType.TEXT;
import static dev.interact.tables.ColumnType.TIME;
import static dev.interact.tables.ColumnType.TRUTH;
import static dev.interact.tables.ColumnType.WHOLE_NUMBER;
import static dev.interact.tables.ColumnType.WHOLE_NUMBERS;

import java.util.List;
import java.util.stream.Stream;

/** The tables of an export: every column with its type and meaning, here and nowhere else. */
public final class Tables {
  private static final Column STUDY = new Column("study", TEXT, "the study's name");
  private static final Column DIALOGUE = new Column("dialogue", TEXT, "the dialogue's id");
  private static final Column CONCEPT = new Column("concept", TEXT, "the concept's id");
  private static final Column DOMAIN = new Column("domain", TEXT, "the concept's domain");

  /** What sets the arms of a study apart, and what numbers the draws of an arm. */
  public static final List<Column> ARM =
      List.of(
          new Column("condition", TEXT, "the condition, or the kind of a fork"),
          new Column("student", TEXT, "alias of the model that asks and sits the quiz"),
          new Column("teacher", TEXT, "alias; null where nobody answers questions"),
          new Column("lesson_author", TEXT, "alias; null where there is no lesson"),
          new Column("quiz_mode", TEXT, "`sheet` or `item`"),
          new Column("strategy", TEXT, "how the student asks; null where it asks nothing"),
          new Column("style", TEXT, "how the teacher answers; null where nobody does"),
          new Column("from", TEXT, "the student whose dialogue is forked; null where none is"),
          new Column("framing", TEXT, "as what a fork shows what it takes over"),
          new Column("at", WHOLE_NUMBER, "the turn of the fork"),
          new Column("seed", WHOLE_NUMBER, "the study's seed; null where nothing is sampled"),
          new Column("lesson_draw", WHOLE_NUMBER, "which draw of the lesson, from 0"),
          new Column("option_order", WHOLE_NUMBER, "which order of the options, from 0"),
          new Column("candidate", WHOLE_NUMBER, "which question of the fork `candidates`, from 0"));

  /** One row. */
  public static final TidyTable STUDIES =
      new TidyTable(
          "studies",
          "the study",
          List.of(
              STUDY,
              new Column("id", TEXT, "a hash of the study's content"),
              new Column("state", TEXT, "`finished`; `cancelled` or `paused` where partial"),
              new Column("simulated", TRUTH, "whether no model but offline ones took part"),
              new Column("turns", WHOLE_NUMBER, "questions in a dialogue at most"),
              new Column("concepts", WHOLE_NUMBER, "how many"),
              new Column("dialogues", WHOLE_NUMBER, "that are over, failed ones with them"),
              new Column("failed", WHOLE_NUMBER, "those of them that failed"),
              new Column("calls", WHOLE_NUMBER, "model calls; a shared one counts once"),
              new Column("attempts", WHOLE_NUMBER, "requests to models that they took"),
              new Column("input_tokens", WHOLE_NUMBER, "as providers counted them"),
              new Column("output_tokens", WHOLE_NUMBER, "as providers counted them"),
              new Column(
                  "shared_prefix",
                  NUMBER,
                  "part of the input that repeats, about, how an earlier call of the same dialogue begins"),
              new Column("cost", NUMBER, "US dollars"),
              new Column("interact", TEXT, "version of Interact"),
              new Column("versions", JSON, "`versions` of manifest.json"),
              new Column("models", JSON, "`models` of manifest.json"),
              new Column("prompts", JSON, "`prompts` of manifest.json: their hashes"),
              new Column("study_file", TEXT, "the study file")));

  public static final TidyTable CONCEPTS =
      new TidyTable(
          "concepts",
          "a concept of the study",
          List.of(
              STUDY,
              CONCEPT,
              DOMAIN,
              new Column("hash", TEXT, "of its content"),
              new Column("title", TEXT, "for people"),
              new Column("medium", TEXT, "`text` or `image`; null where it is not known"),
              new Column("context", TEXT, "the whole text; null of an image"),
              new Column("media_type", TEXT, "of an image"),
              new Column("image_hash", TEXT, "of an image; the image itself is not there"),
              new Column("items", WHOLE_NUMBER, "of its quiz"),
              new Column("quiz", JSON, "the items with options and key"),
              new Column("cluster", TEXT, "what it belongs to with others"),
              new Column("source", TEXT, "where the material is from"),
              new Column("licence", TEXT, "what it may be used for")));

  public static final TidyTable DIALOGUES =
      new TidyTable(
          "dialogues",
          "a dialogue that is over",
          columns(
              List.of(STUDY, DIALOGUE, CONCEPT, DOMAIN),
              ARM,
              List.of(
                  new Column("donor", TEXT, "the dialogue that it forks"),
                  new Column("status", TEXT, "`finished` or `failed`"),
                  new Column("reason", TEXT, "why it failed"),
                  new Column("lesson", TEXT, "the lesson that the student was given first"),
                  new Column("turns", WHOLE_NUMBER, "questions that were asked in it"),
                  new Column("stop", TEXT, "what the student wrote when it stopped"),
                  new Column("candidates", JSON, "questions that the strategy `outcome` tried"),
                  new Column("sheets", JSON, "what the student wrote at each quiz"))));

  public static final TidyTable TURNS =
      new TidyTable(
          "turns",
          "a question and its answer",
          List.of(
              STUDY,
              DIALOGUE,
              CONCEPT,
              new Column("turn", WHOLE_NUMBER, "from 1"),
              new Column("question", TEXT, "what the student asked"),
              new Column("answer", TEXT, "the teacher's; null where the dialogue failed before"),
              new Column("said", TEXT, "all that the student wrote, where that is more"),
              new Column("confidence", NUMBER, "from 0 to 100: how sure the student said it was"),
              new Column(
                  "novelty", NUMBER, "share of the answer's words that were not said before"),
              new Column("leaks", JSON, "options of the quiz that the answer states")));

  public static final TidyTable ANSWERS =
      new TidyTable(
          "answers",
          "an item of a quiz, as the student answered it",
          columns(
              List.of(STUDY, DIALOGUE, CONCEPT, DOMAIN),
              ARM,
              List.of(
                  new Column("turn", WHOLE_NUMBER, "after which turn; 0 before any question"),
                  new Column("sample", WHOLE_NUMBER, "which of several sheets, from 0"),
                  new Column("item", TEXT, "the item's id"),
                  new Column("level", TEXT, "`easy`, `medium`, `hard`, or null"),
                  new Column("half", TEXT, "`selection` or `reported`, where quizzes are halved"),
                  new Column("shown", WHOLE_NUMBERS, "options by original position, as shown"),
                  new Column("choice", WHOLE_NUMBER, "original position of the chosen option"),
                  new Column("correct", TRUTH, "false where no choice could be read"),
                  new Column("parsed", TRUTH, "whether a choice could be read"),
                  new Column("status", TEXT, "the dialogue's"))));

  public static final TidyTable CALLS =
      new TidyTable(
          "calls",
          "a model call that a dialogue needed; a shared one has a row in each dialogue",
          List.of(
              STUDY,
              DIALOGUE,
              new Column("call", TEXT, "the call's key: the same in every row that shares it"),
              new Column("kind", TEXT, "`LESSON`, `QUESTION`, `ANSWER`, `SHEET`, `BOUND_SHEET`"),
              new Column("turn", WHOLE_NUMBER, "of which turn"),
              new Column("candidate", WHOLE_NUMBER, "which of several questions, from 0"),
              new Column("part", WHOLE_NUMBER, "which sheet of a quiz, from 0"),
              new Column("sample", WHOLE_NUMBER, "which of several sheets, from 0"),
              new Column("re_ask", WHOLE_NUMBER, "0 at first; more where it was asked again"),
              new Column("model", TEXT, "alias"),
              new Column("draw", TEXT, "which draw of the same request"),
              new Column("status", TEXT, "`done` or `failed`, or how far it was"),
              new Column("reason", TEXT, "why its last failed attempt failed"),
              new Column("reused", TRUTH, "whether this study paid for none of its attempts"),
              new Column("attempts", WHOLE_NUMBER, "requests that it took"),
              new Column("input_tokens", WHOLE_NUMBER, "of all attempts"),
              new Column("output_tokens", WHOLE_NUMBER, "of all attempts"),
              new Column("cost", NUMBER, "US dollars, of all attempts"),
              new Column("sent", TIME, "when the attempt that was answered was sent"),
              new Column("latency_millis", WHOLE_NUMBER, "until its answer, in milliseconds"),
              new Column("fingerprint", TEXT, "what the provider called the system")));

  /** In the order in which they refer to one another. */
  public static final List<TidyTable> ALL =
      List.of(STUDIES, CONCEPTS, DIALOGUES, TURNS, ANSWERS, CALLS);

  private Tables() {}

  @SafeVarargs
  private static List<Column> columns(List<Column>... parts) {
    return Stream.of(parts).flatMap(List::stream).toList();
  }
}
