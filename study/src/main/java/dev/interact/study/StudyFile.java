package dev.interact.study;

import static com.fasterxml.jackson.annotation.JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY;
import static com.fasterxml.jackson.annotation.JsonFormat.Feature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED;
import static com.fasterxml.jackson.annotation.JsonInclude.Include.CUSTOM;
import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.interact.study.analysis.Analysis;
import dev.interact.study.fork.Fork;
import dev.interact.study.fork.ForkKind;
import dev.interact.study.strategy.Asking;
import dev.interact.study.strategy.Plain;
import dev.interact.study.strategy.Strategy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A study: a declared matrix of dialogues. What a file leaves out (null here) takes its default.
 * The record itself checks nothing: {@code file.StudyFiles} does, for files and for uploads alike.
 *
 * @param name names the study and its results folder: lower-case letters, digits, hyphens
 * @param concepts glob patterns of concept files
 * @param turns how many questions a dialogue has; default 5
 * @param seeds repeats of dialogues within a concept; default 1 to the dialogue draws
 * @param students aliases in the model registry, and {@link Human#ALIAS} for people
 * @param teachers aliases in the model registry
 * @param lessonAuthors aliases of the models that write lessons; empty stands for the teachers
 * @param strategies how students come to their questions; default {@code plain}
 * @param styles how teachers answer; default {@code full}
 * @param asking settings of strategies
 * @param forks interventions in dialogues of the study
 * @param draws how often things are repeated; default once
 * @param retest share of the sheets at temperature 0 that are sat a second time; default 0
 * @param overrides by alias, for models that need other settings than the rest
 * @param analysis what the study sets out to show
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
    @JsonInclude(value = CUSTOM, valueFilter = Unsaid.class) List<Strategy> strategies,
    @JsonInclude(value = CUSTOM, valueFilter = Unsaid.class) List<Style> styles,
    @JsonInclude(value = CUSTOM, valueFilter = Unsaid.class) Asking asking,
    @JsonInclude(NON_EMPTY) List<Fork> forks,
    @JsonInclude(value = CUSTOM, valueFilter = Unsaid.class) Draws draws,
    @JsonInclude(value = CUSTOM, valueFilter = Unsaid.class) Double retest,
    @JsonInclude(NON_EMPTY) Map<String, Settings> overrides,
    @JsonInclude(value = CUSTOM, valueFilter = Unsaid.class) Analysis analysis,
    Sample sample,
    String prompts,
    Boolean fresh,
    Budget budget) {

  /** How a quiz is put to the student, each way on its own; default one sheet. */
  public record Quiz(
      @JsonProperty("mode")
          @JsonFormat(with = {ACCEPT_SINGLE_VALUE_AS_ARRAY, WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED})
          List<QuizMode> modes) {
    public Quiz {
      modes = modes == null ? List.of(QuizMode.SHEET) : List.copyOf(modes);
    }
  }

  /** What is other for one model; null leaves the study's own. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Settings(Sampled temperature, Largest maxTokens) {
    /** Temperatures; null leaves the study's own. */
    public record Sampled(Double dialogue, Double lesson, Double quiz) {}

    /** Token limits; null leaves the study's own. */
    public record Largest(Integer question, Integer answer, Integer lesson, Integer sheet) {}

    private static final Sampled AS_ALL = new Sampled(null, null, null);
    private static final Largest AS_LARGE = new Largest(null, null, null, null);
    private static final Settings NONE = new Settings(null, null);

    public Settings {
      temperature = orElse(temperature, AS_ALL);
      maxTokens = orElse(maxTokens, AS_LARGE);
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
    draws = orElse(draws, Draws.ONE);
    seeds = seeds == null ? upTo(orElse(draws.dialogue(), 1)) : copy(seeds);
    students = copy(students);
    teachers = copy(teachers);
    lessonAuthors = copy(lessonAuthors);
    quiz = orElse(quiz, new Quiz(null));
    temperature = orElse(temperature, new Temperature(null, null, null));
    maxTokens = orElse(maxTokens, new MaxTokens(null, null, null, null));
    strategies = strategies == null ? List.of(new Plain()) : copy(strategies);
    styles = styles == null ? List.of(Style.FULL) : copy(styles);
    asking = orElse(asking, Asking.standard());
    forks = copy(forks);
    retest = orElse(retest, 0.0);
    overrides = overrides == null ? Map.of() : Map.copyOf(overrides);
    analysis = orElse(analysis, Analysis.STANDARD);
    fresh = orElse(fresh, false);
  }

  private static List<Long> upTo(int draws) {
    return LongStream.rangeClosed(1, draws).boxed().toList();
  }

  /** The temperatures of a model's calls; of nobody's, the study's own. */
  public Temperature temperatureOf(String alias) {
    if (Human.is(alias)) {
      return Human.TEMPERATURE;
    }
    Settings.Sampled own = settings(alias).temperature();
    return new Temperature(
        orElse(own.dialogue(), temperature.dialogue()),
        orElse(own.lesson(), temperature.lesson()),
        orElse(own.quiz(), temperature.quiz()));
  }

  /** The largest replies of a model. */
  public MaxTokens maxTokensOf(String alias) {
    if (Human.is(alias)) {
      return Human.MAX_TOKENS;
    }
    Settings.Largest own = settings(alias).maxTokens();
    return new MaxTokens(
        orElse(own.question(), maxTokens.question()),
        orElse(own.answer(), maxTokens.answer()),
        orElse(own.lesson(), maxTokens.lesson()),
        orElse(own.sheet(), maxTokens.sheet()));
  }

  private Settings settings(String alias) {
    return alias == null ? Settings.NONE : overrides.getOrDefault(alias, Settings.NONE);
  }

  /** What the study says of a kind of fork; a study says of each kind one thing at most. */
  public Optional<Fork> fork(ForkKind kind) {
    return forks.stream().filter(fork -> fork.kind() == kind).findFirst();
  }

  /** What {@code fixed-questions} asks, in order. */
  public List<String> fixedQuestions() {
    return fork(ForkKind.FIXED_QUESTIONS).map(Fork::questions).orElse(List.of());
  }

  /** Whether some strategy tries questions out on half of the quiz. */
  public boolean selectsOnQuiz() {
    return strategies.stream().anyMatch(strategy -> strategy.tried(asking) > 1);
  }

  /** Whether people sit in some of its dialogues. */
  public boolean hasSeats() {
    return students.contains(Human.ALIAS);
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
        strategies,
        styles,
        asking,
        forks,
        draws,
        retest,
        overrides,
        analysis,
        sample,
        prompts,
        fresh,
        null);
  }

  /** The aliases of all models that it names; people are none. */
  public Set<String> models() {
    return Stream.of(students, teachers, lessonAuthors)
        .flatMap(List::stream)
        .filter(alias -> !Human.is(alias))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static <T> T orElse(T value, T fallback) {
    return value == null ? fallback : value;
  }

  private static <T> List<T> copy(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
