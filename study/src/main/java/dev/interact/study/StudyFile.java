package dev.interact.study;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A study: a declared matrix of dialogues. What a file leaves out (null here) takes its default.
 * The record itself checks nothing: {@code file.StudyFiles} does, for files and for uploads alike.
 *
 * @param name names the study and its results folder: lower-case letters, digits, hyphens
 * @param concepts glob patterns of concept files
 * @param turns how many questions a dialogue has; default 5
 * @param seeds repeats within a concept; default 1
 * @param students aliases in the model registry
 * @param teachers aliases in the model registry
 * @param lessonAuthors aliases of the models that write lessons; empty stands for the teachers
 * @param sample how many concepts to take; null takes all
 * @param prompts folder of prompt files that replace built-in ones, seen from the study file; null
 *     where there is none
 * @param fresh whether recorded answers of earlier studies are left aside; default false
 * @param budget what it may spend; null sets no cap. The budget alone can be changed later: it is
 *     no part of what makes a study the same as another
 */
@JsonNaming(SnakeCaseStrategy.class)
public record StudyFile(
    String name,
    List<String> concepts,
    List<Condition> conditions,
    Integer turns,
    List<Long> seeds,
    List<String> students,
    List<String> teachers,
    List<String> lessonAuthors,
    Quiz quiz,
    Temperature temperature,
    MaxTokens maxTokens,
    Sample sample,
    String prompts,
    Boolean fresh,
    Budget budget) {

  /** How a quiz is put to the student; default one sheet. */
  public record Quiz(QuizMode mode) {
    public Quiz {
      mode = orElse(mode, QuizMode.SHEET);
    }
  }

  /** Sampling temperatures from 0 to 2; default 1 in dialogues, 0 for lessons and quizzes. */
  public record Temperature(Double dialogue, Double lesson, Double quiz) {
    public Temperature {
      dialogue = orElse(dialogue, 1.0);
      lesson = orElse(lesson, 0.0);
      quiz = orElse(quiz, 0.0);
    }
  }

  /** The largest reply to each kind of call, in tokens; default 200, 800, 1500 and 200. */
  public record MaxTokens(Integer question, Integer answer, Integer lesson, Integer sheet) {
    public MaxTokens {
      question = orElse(question, 200);
      answer = orElse(answer, 800);
      lesson = orElse(lesson, 1500);
      sheet = orElse(sheet, 200);
    }
  }

  /**
   * A random sample of the concepts.
   *
   * @param perDomain concepts to take of each domain, or all where it has fewer
   * @param seed another seed takes another sample; default 1
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Sample(Integer perDomain, Long seed) {
    public Sample {
      seed = orElse(seed, 1L);
    }
  }

  public StudyFile {
    concepts = copy(concepts);
    conditions = copy(conditions);
    turns = orElse(turns, 5);
    seeds = seeds == null ? List.of(1L) : copy(seeds);
    students = copy(students);
    teachers = copy(teachers);
    lessonAuthors = copy(lessonAuthors);
    quiz = orElse(quiz, new Quiz(null));
    temperature = orElse(temperature, new Temperature(null, null, null));
    maxTokens = orElse(maxTokens, new MaxTokens(null, null, null, null));
    fresh = orElse(fresh, false);
  }

  /** The same study without its budget. */
  public StudyFile withoutBudget() {
    return new StudyFile(
        name,
        concepts,
        conditions,
        turns,
        seeds,
        students,
        teachers,
        lessonAuthors,
        quiz,
        temperature,
        maxTokens,
        sample,
        prompts,
        fresh,
        null);
  }

  /** The aliases of all models that it names. */
  public Set<String> models() {
    return Stream.of(students, teachers, lessonAuthors)
        .flatMap(List::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static <T> T orElse(T value, T fallback) {
    return value == null ? fallback : value;
  }

  private static <T> List<T> copy(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
